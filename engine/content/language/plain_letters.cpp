#include "engine/content/language/plain_letters.hpp"

#include "engine/base/ascii.hpp"

#include <algorithm>
#include <array>

namespace schacht::content {
namespace {

/// Letters of two bytes in UTF-8 that have one base letter: Latin-1 and Latin Extended-A.
struct Accented {
    char16_t first = 0;
    char16_t last = 0;
    std::string_view plain;
};
constexpr std::array accented = {
    Accented{0xC0, 0xC5, "a"},    Accented{0xC6, 0xC6, "ae"},  Accented{0xC7, 0xC7, "c"},
    Accented{0xC8, 0xCB, "e"},    Accented{0xCC, 0xCF, "i"},   Accented{0xD0, 0xD0, "d"},
    Accented{0xD1, 0xD1, "n"},    Accented{0xD2, 0xD6, "o"},   Accented{0xD8, 0xD8, "o"},
    Accented{0xD9, 0xDC, "u"},    Accented{0xDD, 0xDD, "y"},   Accented{0xDE, 0xDE, "th"},
    Accented{0xDF, 0xDF, "ss"},   Accented{0xE0, 0xE5, "a"},   Accented{0xE6, 0xE6, "ae"},
    Accented{0xE7, 0xE7, "c"},    Accented{0xE8, 0xEB, "e"},   Accented{0xEC, 0xEF, "i"},
    Accented{0xF0, 0xF0, "d"},    Accented{0xF1, 0xF1, "n"},   Accented{0xF2, 0xF6, "o"},
    Accented{0xF8, 0xF8, "o"},    Accented{0xF9, 0xFC, "u"},   Accented{0xFD, 0xFD, "y"},
    Accented{0xFE, 0xFE, "th"},   Accented{0xFF, 0xFF, "y"},   Accented{0x100, 0x105, "a"},
    Accented{0x106, 0x10D, "c"},  Accented{0x10E, 0x111, "d"}, Accented{0x112, 0x11B, "e"},
    Accented{0x11C, 0x123, "g"},  Accented{0x124, 0x127, "h"}, Accented{0x128, 0x131, "i"},
    Accented{0x132, 0x133, "ij"}, Accented{0x134, 0x135, "j"}, Accented{0x136, 0x138, "k"},
    Accented{0x139, 0x142, "l"},  Accented{0x143, 0x14B, "n"}, Accented{0x14C, 0x151, "o"},
    Accented{0x152, 0x153, "oe"}, Accented{0x154, 0x159, "r"}, Accented{0x15A, 0x161, "s"},
    Accented{0x162, 0x167, "t"},  Accented{0x168, 0x173, "u"}, Accented{0x174, 0x175, "w"},
    Accented{0x176, 0x178, "y"},  Accented{0x179, 0x17E, "z"},
};

/// "" where it has none.
std::string_view plainOf(unsigned letter) {
    const auto known = std::ranges::find_if(
        accented, [letter](const Accented& each) { return letter >= each.first && letter <= each.last; });
    return known == accented.end() ? std::string_view() : known->plain;
}

/// U+0300 to U+036F, the accents that stand behind their letter.
bool isAccent(unsigned lead, unsigned next) {
    return (lead == 0xCCU && next >= 0x80U) || (lead == 0xCDU && next >= 0x80U && next <= 0xAFU);
}

} // namespace

std::string plainLetters(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        if (isAccent(lead, next)) {
            ++at;
            continue;
        }
        const bool twoBytes = (lead & 0xE0U) == 0xC0U && (next & 0xC0U) == 0x80U;
        const unsigned letter = twoBytes ? (lead & 0x1FU) << 6U | (next & 0x3FU) : 0U;
        const std::string_view known = letter == 0 ? std::string_view() : plainOf(letter);
        if (known.empty()) {
            plain += base::lower(text[at]);
        } else {
            plain += known;
            ++at;
        }
    }
    return plain;
}

std::string asId(std::string_view text) {
    std::string id;
    for (const char c : plainLetters(text)) {
        if (base::isLower(c) || base::isDigit(c)) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    return id;
}

bool hasAccentsApart(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (isAccent(static_cast<unsigned char>(text[at - 1]), static_cast<unsigned char>(text[at]))) {
            return true;
        }
    }
    return false;
}

} // namespace schacht::content
