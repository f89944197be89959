#include "engine/content/value_advice.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/plain_letters.hpp"
#include "engine/content/rules.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>

namespace schacht::content {
namespace {

using Kind = JsonValue::Kind;
using Match = std::match_results<std::string_view::const_iterator>;

constexpr std::size_t longestMeant = 200; // bytes: what is longer was not meant as a number, a list or an address

bool matches(std::string_view text, Match& found, const char* pattern) {
    return text.size() <= longestMeant && std::regex_match(text.begin(), text.end(), found, std::regex(pattern));
}

std::string meantNumber(std::string_view text) {
    Match found;
    if (matches(text, found, R"(-?(0|[1-9]\d*)(\.\d+)?)") && meantThousands(text).empty()) {
        return std::string(text);
    }
    if (matches(text, found, R"([1-9]\d{0,2}([., ]\d{3})+)")) {
        std::string digits(text);
        std::erase_if(digits, [](char c) { return !base::isDigit(c); });
        return digits;
    }
    if (matches(text, found, R"((0|[1-9]\d*),(\d+))")) {
        return found.str(1) + "." + found.str(2);
    }
    if (matches(text, found, R"((?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)([.,]\d+)?)")) {
        const auto number = [&found](int part) { return std::atoi(found.str(static_cast<std::size_t>(part)).c_str()); };
        std::string fraction = found.str(4);
        std::ranges::replace(fraction, ',', '.');
        return std::to_string(number(1) * 3600 + number(2) * 60 + number(3)) + fraction;
    }
    return {};
}

std::string meantTruth(std::string_view text) {
    const std::string plain = plainLetters(text);
    constexpr std::array<std::string_view, 5> yes = {"true", "yes", "ja", "oui", "si"};
    constexpr std::array<std::string_view, 5> no = {"false", "no", "nee", "non", "nein"};
    return std::ranges::find(yes, plain) != yes.end() ? "true"
           : std::ranges::find(no, plain) != no.end() ? "false"
                                                      : "";
}

std::string meantList(std::string_view text) {
    std::string list = "[";
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        std::string_view part = text.substr(start, end - start);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        part = part.substr(0, part.find_last_not_of(' ') + 1);
        if (part.empty() || part.find_first_of("\"\\\n") != std::string_view::npos) {
            return {};
        }
        list += (list.size() > 1 ? ", \"" : "\"") + std::string(part) + "\"";
        start = end + 1;
    }
    return text.size() <= longestMeant ? list + "]" : "";
}

} // namespace

std::string meantAs(Kind wanted, const JsonValue& value) {
    if (wanted == Kind::string && value.kind == Kind::number) {
        return "\"" + std::string(value.text) + "\"";
    }
    if (value.kind != Kind::string) {
        return {};
    }
    switch (wanted) {
    case Kind::number:
        return meantNumber(value.text);
    case Kind::boolean:
        return meantTruth(value.text);
    case Kind::array:
        return meantList(value.text);
    case Kind::null:
    case Kind::string:
    case Kind::object:
        break;
    }
    return {};
}

std::string meantColour(std::string_view text) {
    const std::string whole = (text.starts_with('#') ? "" : "#") + std::string(text.substr(0, longestMeant));
    if (whole.size() == 4) {
        const std::string doubled{'#', whole[1], whole[1], whole[2], whole[2], whole[3], whole[3]};
        return isColour(doubled) ? doubled : "";
    }
    return isColour(whole) ? whole : "";
}

std::string meantAddress(std::string_view text) {
    Match found;
    const bool isHost = matches(text, found, R"((?:https?:?/*)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[^\s]*)?))");
    return isHost && text.find('@') == std::string_view::npos ? "https://" + found.str(1) : "";
}

std::string meantRights(std::string_view text) {
    if (const std::string address = meantAddress(text); isRightsAddress(address)) {
        return address;
    }
    if (const std::string bare =
            "https://" + std::string(text.substr(std::min(text.find("creativecommons.org"), text.size())));
        isRightsAddress(bare)) {
        return bare;
    }
    std::string plain = plainLetters(text.substr(0, longestMeant));
    std::ranges::replace(plain, '-', ' ');
    Match found;
    if (matches(plain, found, R"(cc ?0( 1\.0)?|public domain)")) {
        return "https://creativecommons.org/publicdomain/zero/1.0/";
    }
    if (matches(plain, found, R"(cc ?(by(?: (?:nc|nd|sa))*)(?: (\d\.\d))?)")) {
        std::string kind = found.str(1);
        std::ranges::replace(kind, ' ', '-');
        return "https://creativecommons.org/licenses/" + kind + "/" + (found[2].matched ? found.str(2) : "4.0") + "/";
    }
    const bool reserved = plain.starts_with("©") || plain.starts_with("(c)") || plain.starts_with("copyright") ||
                          plain.starts_with("all rights") || plain.starts_with("alle rechten");
    return reserved ? "https://rightsstatements.org/vocab/InC/1.0/" : "";
}

std::string meantThousands(std::string_view number) {
    Match found;
    return matches(number, found, R"(([1-9]\d{0,2})\.(\d{3}))") ? found.str(1) + found.str(2) : "";
}

} // namespace schacht::content
