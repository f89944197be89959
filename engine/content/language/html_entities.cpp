#include "engine/content/language/html_entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace schacht::content {
namespace {

struct Name {
    std::string_view name;
    char32_t character;
};

/// Sorted by name.
constexpr auto entityNames = std::to_array<Name>(
    {{"AElig", 0xC6},   {"Aacute", 0xC1},  {"Acirc", 0xC2},   {"Agrave", 0xC0},   {"Aring", 0xC5},    {"Atilde", 0xC3},
     {"Auml", 0xC4},    {"Ccedil", 0xC7},  {"Eacute", 0xC9},  {"Ecirc", 0xCA},    {"Egrave", 0xC8},   {"Euml", 0xCB},
     {"Iacute", 0xCD},  {"Icirc", 0xCE},   {"Igrave", 0xCC},  {"Iuml", 0xCF},     {"Ntilde", 0xD1},   {"OElig", 0x152},
     {"Oacute", 0xD3},  {"Ocirc", 0xD4},   {"Ograve", 0xD2},  {"Oslash", 0xD8},   {"Otilde", 0xD5},   {"Ouml", 0xD6},
     {"Uacute", 0xDA},  {"Ucirc", 0xDB},   {"Ugrave", 0xD9},  {"Uuml", 0xDC},     {"aacute", 0xE1},   {"acirc", 0xE2},
     {"aelig", 0xE6},   {"agrave", 0xE0},  {"amp", '&'},      {"apos", '\''},     {"aring", 0xE5},    {"atilde", 0xE3},
     {"auml", 0xE4},    {"bull", 0x2022},  {"ccedil", 0xE7},  {"copy", 0xA9},     {"deg", 0xB0},      {"eacute", 0xE9},
     {"ecirc", 0xEA},   {"egrave", 0xE8},  {"emsp", 0x2003},  {"ensp", 0x2002},   {"euml", 0xEB},     {"euro", 0x20AC},
     {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},  {"gt", '>'},        {"hellip", 0x2026}, {"iacute", 0xED},
     {"icirc", 0xEE},   {"iexcl", 0xA1},   {"igrave", 0xEC},  {"iquest", 0xBF},   {"iuml", 0xEF},     {"laquo", 0xAB},
     {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", '<'},       {"mdash", 0x2014},  {"middot", 0xB7},   {"nbsp", 0xA0},
     {"ndash", 0x2013}, {"ntilde", 0xF1},  {"oacute", 0xF3},  {"ocirc", 0xF4},    {"oelig", 0x153},   {"ograve", 0xF2},
     {"ordf", 0xAA},    {"ordm", 0xBA},    {"oslash", 0xF8},  {"otilde", 0xF5},   {"ouml", 0xF6},     {"pound", 0xA3},
     {"quot", '"'},     {"raquo", 0xBB},   {"rdquo", 0x201D}, {"reg", 0xAE},      {"rsquo", 0x2019},  {"sbquo", 0x201A},
     {"sect", 0xA7},    {"shy", 0xAD},     {"szlig", 0xDF},   {"thinsp", 0x2009}, {"times", 0xD7},    {"trade", 0x2122},
     {"uacute", 0xFA},  {"ucirc", 0xFB},   {"ugrave", 0xF9},  {"uuml", 0xFC},     {"yuml", 0xFF},     {"zwj", 0x200D},
     {"zwnj", 0x200C}});
static_assert(std::ranges::is_sorted(entityNames, {}, &Name::name));

} // namespace

std::string utf8Of(char32_t character) {
    if (character == 0 || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) {
        character = 0xFFFD;
    }
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((character >> shift) & 0x3FU)); };
    if (character < 0x80) {
        return {static_cast<char>(character)};
    }
    if (character < 0x800) {
        return {static_cast<char>(0xC0U | (character >> 6U)), tail(0)};
    }
    if (character < 0x10000) {
        return {static_cast<char>(0xE0U | (character >> 12U)), tail(6), tail(0)};
    }
    return {static_cast<char>(0xF0U | (character >> 18U)), tail(12), tail(6), tail(0)};
}

std::optional<std::string> decodeEntity(std::string_view reference) {
    if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') {
        return std::nullopt;
    }
    std::string_view body = reference.substr(1, reference.size() - 2);
    if (body[0] != '#') {
        const auto found = std::ranges::lower_bound(entityNames, body, {}, &Name::name);
        return found != entityNames.end() && found->name == body ? std::optional(utf8Of(found->character))
                                                                 : std::nullopt;
    }
    const bool hexadecimal = body.size() > 1 && (body[1] == 'x' || body[1] == 'X');
    body.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), number, hexadecimal ? 16 : 10);
    if (body.empty() || end != body.data() + body.size() || error == std::errc::invalid_argument) {
        return std::nullopt;
    }
    return utf8Of(error == std::errc{} ? number : 0);
}

} // namespace schacht::content
