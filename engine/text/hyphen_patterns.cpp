#include "engine/text/hyphen_patterns.hpp"

#include "engine/base/ascii.hpp"
#include <algorithm>
#include <bit>
#include <fstream>
#include <functional>
#include <glib.h>

namespace schacht::text {
namespace {

constexpr std::uintmax_t largestFile = 64U << 20U; // bytes
constexpr std::size_t leastAtParts = 2; // letters between the ends of a compound's part and a break within it

/// Settings (NEXTLEVEL, NOHYPHEN ...) are in capitals, remarks begin with a sign, breaks that change the spelling hold
/// a slash: no pattern, all of them.
bool isPattern(std::string_view line) {
    return !line.empty() && line.front() != '#' && line.front() != '%' && line.find('/') == std::string_view::npos &&
           std::ranges::none_of(line, base::isUpper);
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
    const auto begin = all.size();
    for (const char c : line) {
        if (!base::isDigit(c)) {
            all += c;
        }
    }
    const auto letters = all.size() - begin;
    all += '\0';
    for (const char c : line) {
        if (base::isDigit(c)) {
            all.back() = static_cast<char>(c - '0');
        } else {
            all += '\0';
        }
    }
    if (letters > 0) {
        patterns.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(letters)});
        longest = std::max(longest, letters);
    }
}

void HyphenPatterns::Level::index() {
    table.assign(std::bit_ceil(2 * patterns.size() + 1), Pattern{});
    for (const auto& pattern : patterns) {
        table[placeOf(lettersOf(pattern))] = pattern;
    }
    patterns = std::vector<Pattern>(); // assigned {}, it would keep its room
}

std::string_view HyphenPatterns::Level::lettersOf(const Pattern& pattern) const {
    return std::string_view{all}.substr(pattern.begin, pattern.letters);
}

std::size_t HyphenPatterns::Level::placeOf(std::string_view letters) const {
    auto place = std::hash<std::string_view>{}(letters) & (table.size() - 1);
    while (table[place].letters > 0 && lettersOf(table[place]) != letters) {
        place = (place + 1) & (table.size() - 1);
    }
    return place;
}

std::string HyphenPatterns::Level::gapsOf(std::string_view word) const {
    const auto dotted = "." + std::string{word} + ".";
    const std::string_view whole = dotted;
    std::string gaps(whole.size() + 1, 0);
    for (std::size_t from = 0; from < whole.size(); ++from) {
        for (std::size_t length = 1; length <= std::min(longest, whole.size() - from); ++length) {
            const auto& found = table[placeOf(whole.substr(from, length))];
            for (std::size_t i = 0; found.letters > 0 && i <= length; ++i) {
                gaps[from + i] = std::max(gaps[from + i], all[found.begin + length + i]);
            }
        }
    }
    return gaps.substr(1, word.size());
}

std::optional<HyphenPatterns> HyphenPatterns::read(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::error_code none;
    const auto size = std::filesystem::file_size(path, none);
    if (!file || none || size > largestFile) {
        return std::nullopt;
    }
    std::string content(size, '\0');
    file.read(content.data(), static_cast<std::streamsize>(size));
    const bool utf8 = content.starts_with("UTF-8");
    if (!utf8 && !content.starts_with("ISO8859-1")) {
        return std::nullopt;
    }
    HyphenPatterns out;
    out.levels.emplace_back(content.size());
    for (auto at = std::min(content.find('\n'), content.size()); at < content.size();) {
        const auto end = std::min(content.find('\n', at + 1), content.size());
        auto line = std::string_view{content}.substr(at + 1, end - at - 1);
        line = line.substr(0, line.find_last_not_of("\r\t ") + 1);
        if (line == "NEXTLEVEL") {
            out.levels.emplace_back(content.size() - end);
        } else if (isPattern(line)) {
            out.levels.back().add(utf8 ? toLatin1(line) : line);
        }
        at = end;
    }
    for (auto& level : out.levels) {
        level.index();
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
