#include "engine/text/hyphen_patterns.hpp"

#include <algorithm>
#include <fstream>
#include <glib.h>

namespace schacht::text {
namespace {

constexpr std::size_t leastAtParts = 2; // letters between the ends of a compound's part and a break within it

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Settings (NEXTLEVEL, NOHYPHEN ...) are in capitals, remarks begin with a sign, breaks that change the spelling hold
/// a slash: no pattern, all of them.
bool isPattern(std::string_view line) {
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return !line.empty() && line.front() != '#' && line.front() != '%' && line.find('/') == std::string_view::npos &&
           std::ranges::none_of(line, isCapital);
}

/// From UTF-8; empty where a letter is not in ISO 8859-1.
std::string toLatin1(std::string_view line) {
    std::string out;
    if (!g_utf8_validate(line.data(), static_cast<gssize>(line.size()), nullptr)) {
        return out;
    }
    for (const char* at = line.data(); at < line.data() + line.size(); at = g_utf8_next_char(at)) {
        const auto letter = g_utf8_get_char(at);
        if (letter > 0xFF) {
            return {};
        }
        out += static_cast<char>(static_cast<unsigned char>(letter));
    }
    return out;
}

} // namespace

void HyphenPatterns::Level::add(std::string_view line) {
    std::string letters;
    std::string gaps(1, 0);
    for (const char c : line) {
        if (isDigit(c)) {
            gaps.back() = static_cast<char>(c - '0');
        } else {
            letters += c;
            gaps += '\0';
        }
    }
    longest = std::max(longest, letters.size());
    patterns.insert_or_assign(std::move(letters), std::move(gaps));
}

std::string HyphenPatterns::Level::gapsOf(std::string_view word) const {
    const auto dotted = "." + std::string{word} + ".";
    const std::string_view all = dotted;
    std::string gaps(all.size() + 1, 0);
    for (std::size_t from = 0; from < all.size(); ++from) {
        for (std::size_t length = 1; length <= std::min(longest, all.size() - from); ++length) {
            const auto found = patterns.find(all.substr(from, length));
            for (std::size_t i = 0; found != patterns.end() && i < found->second.size(); ++i) {
                gaps[from + i] = std::max(gaps[from + i], found->second[i]);
            }
        }
    }
    return gaps.substr(1, word.size());
}

std::optional<HyphenPatterns> HyphenPatterns::read(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string line;
    if (!std::getline(file, line)) {
        return std::nullopt;
    }
    const bool utf8 = line.starts_with("UTF-8");
    if (!utf8 && !line.starts_with("ISO8859-1")) {
        return std::nullopt;
    }
    HyphenPatterns out;
    out.levels.emplace_back();
    out.levels.back().patterns.reserve(20'000);
    while (std::getline(file, line)) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
            line.pop_back();
        }
        if (line == "NEXTLEVEL") {
            out.levels.emplace_back();
        } else if (isPattern(line)) {
            out.levels.back().add(utf8 ? toLatin1(line) : line);
        }
    }
    return out;
}

std::vector<bool> HyphenPatterns::breaksOf(std::string_view word) const {
    std::vector<bool> breaks(word.size(), false);
    if (levels.size() > 1) {
        const auto gaps = levels.front().gapsOf(word);
        for (std::size_t i = leastAtParts; i + leastAtParts <= word.size(); ++i) {
            breaks[i] = gaps[i] % 2 == 1;
        }
    }
    const auto parts = breaks;
    for (std::size_t begin = 0; begin < word.size();) {
        const auto next = std::find(parts.begin() + static_cast<std::ptrdiff_t>(begin) + 1, parts.end(), true);
        const auto end = static_cast<std::size_t>(next - parts.begin());
        const auto gaps = levels.back().gapsOf(word.substr(begin, end - begin));
        for (std::size_t i = leastAtParts; i + leastAtParts <= gaps.size(); ++i) {
            breaks[begin + i] = gaps[i] % 2 == 1;
        }
        begin = end;
    }
    return breaks;
}

} // namespace schacht::text
