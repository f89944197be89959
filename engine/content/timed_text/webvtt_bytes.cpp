#include "engine/content/timed_text/webvtt_bytes.hpp"
#include "engine/base/utf8.hpp"
#include "engine/content/language/html_entities.hpp"
#include "engine/content/language/rules.hpp"

#include <array>

namespace schacht::content {
namespace {

/// How many bytes at the start of `bytes`, which is no character, could have begun one; at least 1.
std::size_t brokenStart(std::string_view bytes) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(bytes[index]); };
    const unsigned lead = byte(0);
    if (lead < 0xC2 || lead > 0xF4) {
        return 1;
    }
    const std::size_t needed = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    unsigned lower = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned upper = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    std::size_t good = 1;
    while (good <= needed && good < bytes.size() && byte(good) >= lower && byte(good) <= upper) {
        ++good;
        lower = 0x80;
        upper = 0xBF;
    }
    return good;
}

} // namespace

std::string decodedUtf8(std::string_view bytes) {
    bytes = base::withoutByteOrderMark(bytes);
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t good = firstInvalidUtf8(bytes);
        text += bytes.substr(0, good);
        bytes.remove_prefix(good);
        while (!bytes.empty() && firstInvalidUtf8(bytes.substr(0, 4)) == 0) {
            text += base::replacementCharacter;
            bytes.remove_prefix(brokenStart(bytes));
        }
    }
    return text;
}

char32_t windows1252(std::uint8_t byte) {
    constexpr std::array<char32_t, 32> high = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                               0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return byte < 0x80 || byte >= 0xA0 ? char32_t{byte} : high.at(byte - 0x80U);
}

std::string decodedWindows1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte < 0x80) {
            text += each;
        } else {
            text += utf8Of(windows1252(byte));
        }
    }
    return text;
}

bool hasUtf16Mark(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string decodedUtf16(std::string_view bytes) {
    const bool little = bytes.starts_with("\xFF\xFE");
    const auto unitAt = [&](std::size_t offset) {
        const auto first = static_cast<unsigned char>(bytes[offset]);
        const auto second = static_cast<unsigned char>(bytes[offset + 1]);
        return static_cast<char32_t>(little ? second << 8U | first : first << 8U | second);
    };
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t offset = 2; offset < bytes.size(); offset += 2) {
        if (offset + 1 == bytes.size()) {
            text += base::replacementCharacter;
            break;
        }
        const char32_t unit = unitAt(offset);
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        const char32_t next = high && offset + 3 < bytes.size() ? unitAt(offset + 2) : 0;
        if (next >= 0xDC00 && next < 0xE000) {
            text += utf8Of(0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
            offset += 2;
        } else if (unit == 0) {
            text += '\0';
        } else {
            text += utf8Of(unit); // half a character becomes U+FFFD
        }
    }
    return text;
}

std::string withPlainLines(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (text[index] == '\r') {
            plain += '\n';
            index += text.substr(index + 1).starts_with('\n') ? 1 : 0;
        } else if (text[index] == '\0') {
            plain += base::replacementCharacter;
        } else {
            plain += text[index];
        }
    }
    return plain;
}

int lineOf(std::string_view bytes, std::size_t offset) {
    const std::string_view before = bytes.substr(0, offset);
    int line = 1;
    for (std::size_t index = 0; index < before.size(); ++index) {
        const bool pair = before[index] == '\r' && bytes.substr(index + 1).starts_with('\n');
        line += before[index] == '\n' || (before[index] == '\r' && !pair) ? 1 : 0;
    }
    return line;
}

} // namespace schacht::content
