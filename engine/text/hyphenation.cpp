#include "engine/text/hyphenation.hpp"

#include <algorithm>
#include <array>
#include <glib.h>

namespace schacht::text {
namespace {

constexpr std::string_view softHyphen = "\u00AD";
constexpr std::size_t leastAtEnds = 3;
constexpr std::size_t longestWord = 100; // letters

struct Source {
    std::string_view language;
    const char* file;
};
constexpr std::array sources{Source{"nl", "hyph_nl_NL.dic"}, Source{"de", "hyph_de_DE.dic"}};

/// The word as the patterns are written: lower case, ISO 8859-1. Empty where that lacks a letter: "ı" is not in it, and
/// a word with it is not Dutch.
std::string encoded(std::string_view word) {
    std::string out;
    for (const char* at = word.data(); at < word.data() + word.size(); at = g_utf8_next_char(at)) {
        const auto lower = g_unichar_tolower(g_utf8_get_char(at));
        if (lower > 0xFF) {
            return {};
        }
        out += static_cast<char>(static_cast<unsigned char>(lower));
    }
    return out;
}

void appendWord(std::string& out, std::string_view word, const HyphenPatterns& patterns, std::size_t leastLetters) {
    const auto letters = encoded(word);
    if (letters.size() < std::max(leastLetters, 2 * leastAtEnds) || letters.size() > longestWord) {
        out += word;
        return;
    }
    const auto breaks = patterns.breaksOf(letters);
    const char* at = word.data();
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (breaks[i] && i >= leastAtEnds && i + leastAtEnds <= letters.size()) {
            out += softHyphen;
        }
        const char* next = g_utf8_next_char(at);
        out.append(at, next);
        at = next;
    }
}

bool looksLikeAddress(std::string_view token) {
    if (token.find_first_of("@/_") != std::string_view::npos) {
        return true;
    }
    const auto dot = token.find('.');
    return dot != std::string_view::npos && dot + 1 < token.size() && g_ascii_isalnum(token[dot + 1]);
}

/// token: what stands between spaces.
void appendToken(std::string& out, std::string_view token, const HyphenPatterns& patterns, std::size_t leastLetters) {
    const bool leave = token.size() < leastLetters || token.find(softHyphen) != std::string_view::npos;
    if (leave || looksLikeAddress(token)) {
        out += token;
        return;
    }
    const char* const end = token.data() + token.size();
    for (const char* at = token.data(); at < end;) {
        const bool word = g_unichar_isalpha(g_utf8_get_char(at)) != 0;
        const char* to = at;
        while (to < end && (g_unichar_isalpha(g_utf8_get_char(to)) != 0) == word) {
            to = g_utf8_next_char(to);
        }
        const std::string_view part{at, static_cast<std::size_t>(to - at)};
        if (word) {
            appendWord(out, part, patterns, leastLetters);
        } else {
            out += part;
        }
        at = to;
    }
}

} // namespace

Hyphenation::Hyphenation(std::filesystem::path where) : folder(std::move(where)) {}

const HyphenPatterns* Hyphenation::patternsOf(std::string_view language) {
    const auto primary = language.substr(0, language.find_first_of("-_"));
    const auto source = std::ranges::find(sources, primary, &Source::language);
    if (source == sources.end()) {
        return nullptr;
    }
    const auto [place, isNew] = loaded.try_emplace(source->language);
    if (isNew) {
        place->second = HyphenPatterns::read(folder / source->file);
    }
    return place->second ? &*place->second : nullptr;
}

std::string Hyphenation::softened(std::string_view text, std::string_view language, std::size_t leastLetters) {
    const auto* patterns = patternsOf(language);
    if (!patterns) {
        return std::string{text};
    }
    std::string out;
    out.reserve(text.size() + text.size() / 4);
    for (std::size_t at = 0; at < text.size();) {
        const auto space = std::min(text.find_first_of(" \n\t", at), text.size());
        appendToken(out, text.substr(at, space - at), *patterns, leastLetters);
        const auto next = std::min(text.find_first_not_of(" \n\t", space), text.size());
        out += text.substr(space, next - space);
        at = next;
    }
    return out;
}

} // namespace schacht::text
