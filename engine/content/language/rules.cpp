#include "engine/content/language/rules.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/language/plain_letters.hpp"
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace schacht::content {
namespace {

using base::isDigit;
using base::isLower;
using base::isUpper;

bool isLowerOrDigit(char c) {
    return isLower(c) || isDigit(c);
}

template <class Test>
bool all(std::string_view text, Test test) {
    return std::all_of(text.begin(), text.end(), test);
}

bool hasSize(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most;
}

std::string_view withoutScheme(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (text.substr(0, scheme.size()) == scheme) {
            return text.substr(scheme.size());
        }
    }
    return {};
}

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Subtags of RFC 5646, section 2.1, each kind after the one before: extended language, script, region, variants.
bool isSubtag(int kind, std::string_view part) {
    switch (kind) {
    case 0:
        return part.size() == 3 && all(part, isLower);
    case 1:
        return part.size() == 4 && isUpper(part[0]) && all(part.substr(1), isLower);
    case 2:
        return (part.size() == 2 && all(part, isUpper)) || (part.size() == 3 && all(part, isDigit));
    default:
        return all(part, isLowerOrDigit) && (hasSize(part, 5, 8) || (part.size() == 4 && isDigit(part[0])));
    }
}

bool privateSubtags(const std::vector<std::string_view>& parts, std::size_t from) {
    return from < parts.size() &&
           std::all_of(
               parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end(),
               [](std::string_view part) { return hasSize(part, 1, 8) && all(part, isLowerOrDigit); });
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(at, start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

/// How many bytes the sequence at the start of `text` has; 0 where it is none (Unicode 15, table 3-7).
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80U) {
        return 1;
    }
    if (lead >= 0xC2U && lead <= 0xDFU) {
        return follows(1) ? 2 : 0;
    }
    if (lead >= 0xE0U && lead <= 0xEFU) {
        const bool tooLong = lead == 0xE0U && byte(1) < 0xA0U;
        const bool surrogate = lead == 0xEDU && byte(1) > 0x9FU;
        return follows(1) && follows(2) && !tooLong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0U && lead <= 0xF4U) {
        const bool tooLong = lead == 0xF0U && byte(1) < 0x90U;
        const bool tooHigh = lead == 0xF4U && byte(1) > 0x8FU;
        return follows(1) && follows(2) && follows(3) && !tooLong && !tooHigh ? 4 : 0;
    }
    return 0;
}

constexpr std::size_t longestCompared = 64;

/// Edits between two short words; `limit` + 1 where there are more than `limit`.
std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit || a.size() > longestCompared || b.size() > longestCompared) {
        return limit + 1;
    }
    const auto same = std::ranges::mismatch(a, b);
    a.remove_prefix(static_cast<std::size_t>(same.in1 - a.begin()));
    b.remove_prefix(static_cast<std::size_t>(same.in2 - b.begin()));
    const std::size_t beyond = limit + 1;
    using Row = std::array<std::size_t, longestCompared + 2>;
    std::array<Row, 3> rows{};
    Row* beforeLast = rows.data();
    Row* last = beforeLast + 1;
    Row* row = last + 1;
    for (std::size_t j = 0; j <= std::min(b.size(), beyond); ++j) {
        (*last)[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t from = i > limit ? i - limit : 1; // farther from the diagonal is more than the limit
        const std::size_t to = std::min(b.size(), i + limit);
        (*row)[from - 1] = from == 1 ? i : beyond;
        std::size_t least = (*row)[from - 1];
        for (std::size_t j = from; j <= to; ++j) {
            const std::size_t swap = (*last)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            (*row)[j] = std::min({(*last)[j] + 1, (*row)[j - 1] + 1, swap});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                (*row)[j] = std::min((*row)[j], (*beforeLast)[j - 2] + 1);
            }
            least = std::min(least, (*row)[j]);
        }
        (*row)[to + 1] = beyond; // what the next row looks at
        if (least > limit) {
            return beyond;
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return (*last)[b.size()];
}

} // namespace

bool isId(std::string_view text) {
    return !text.empty() && all(text, [](char c) { return isLowerOrDigit(c) || c == '-'; });
}

bool isLanguageTag(std::string_view text) {
    if (hasSize(text, 2, 3) && all(text, isLower)) {
        return true;
    }
    const std::vector<std::string_view> parts = split(text, '-');
    if (!hasSize(parts[0], 2, 3) || !all(parts[0], isLower)) {
        return false;
    }
    int kind = 0;
    int extended = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i] == "x") {
            return privateSubtags(parts, i + 1);
        }
        while (kind < 4 && !isSubtag(kind, parts[i])) {
            ++kind;
        }
        if (kind == 4) {
            return false;
        }
        if (kind == 0 && ++extended == 3) {
            kind = 1;
        } else if (kind == 1 || kind == 2) {
            ++kind;
        }
    }
    return true;
}

bool isColour(std::string_view text) {
    return text.size() == 7 && text[0] == '#' &&
           all(text.substr(1), [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

bool isWebAddress(std::string_view text) {
    const std::string_view rest = withoutScheme(text);
    return !rest.empty() && std::none_of(rest.begin(), rest.end(), isSpace);
}

bool isRightsAddress(std::string_view text) {
    const std::string_view rest = withoutScheme(text);
    for (const std::string_view home : {"rightsstatements.org/vocab/", "rightsstatements.org/page/",
                                        "creativecommons.org/licenses/", "creativecommons.org/publicdomain/"}) {
        if (rest.size() > home.size() && rest.substr(0, home.size()) == home) {
            return std::none_of(rest.begin(), rest.end(), isSpace);
        }
    }
    return false;
}

bool isBlank(std::string_view text) {
    return all(text, isSpace);
}

std::size_t firstInvalidUtf8(std::string_view text) {
    constexpr std::uint64_t highBits = 0x8080808080808080U;
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t eight = highBits;
        if (text.size() - at >= sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
        }
        if ((eight & highBits) == 0) { // ASCII, which most of a pack is
            at += sizeof eight;
            continue;
        }
        const std::size_t length = sequenceLength(text.substr(at, 4));
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return at;
}

std::string inQuotes(std::string_view text) {
    constexpr int mostCharacters = 60;
    std::string shown = "“";
    int characters = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (++characters > mostCharacters) {
            shown += "…";
            break;
        }
        const std::size_t length = sequenceLength(text.substr(at, 4));
        const auto lead = static_cast<unsigned char>(text[at]);
        if (length == 0 || lead < 0x20U || lead == 0x7FU) {
            shown += "�";
        } else {
            shown += text.substr(at, length);
        }
        at += std::max<std::size_t>(length, 1);
    }
    return shown + "”";
}

std::string listed(const std::vector<std::string_view>& words, std::string_view lastJoin) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            text += i + 1 == words.size() ? lastJoin : ", ";
        }
        text += inQuotes(words[i]);
    }
    return text;
}

std::string_view nearest(std::string_view text, const std::vector<std::string_view>& candidates, std::size_t most) {
    std::vector<std::string> plain;
    plain.reserve(candidates.size());
    std::ranges::transform(candidates, std::back_inserter(plain), plainLetters);
    return nearest(text, candidates, plain, most);
}

std::string_view nearest(std::string_view text, const std::vector<std::string_view>& candidates,
                         const std::vector<std::string>& plainCandidates, std::size_t most) {
    const std::string plain = plainLetters(text);
    std::size_t limit = std::clamp<std::size_t>(plain.size() / 3, 1, most);
    std::string_view best;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t distance = edits(plain, plainCandidates[i], limit);
        if (distance <= limit && candidates[i] != text) {
            best = candidates[i];
            if (distance == 0) {
                break;
            }
            limit = distance - 1;
        }
    }
    return best;
}

std::string_view onlyLonger(std::string_view text, const std::vector<std::string_view>& candidates) {
    constexpr std::size_t fewestLetters = 4;
    const std::string plain = plainLetters(text);
    std::string_view only;
    for (const std::string_view candidate : candidates) {
        const std::string other = plainLetters(candidate);
        const bool isMore = other.starts_with(plain) || (other.size() >= fewestLetters && plain.ends_with(other));
        if (plain.size() < fewestLetters || !isMore || candidate == text) {
            continue;
        }
        if (!only.empty()) {
            return {};
        }
        only = candidate;
    }
    return only;
}

std::string didYouMean(std::string_view text, const std::vector<std::string_view>& candidates) {
    const std::string_view near = nearest(text, candidates);
    const std::string_view meant = near.empty() ? onlyLonger(text, candidates) : near;
    return meant.empty() ? std::string() : " Did you mean " + inQuotes(meant) + "?";
}

} // namespace schacht::content
