#include "engine/assets/png_orientation.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace schacht::assets {

namespace {

using Bytes = std::span<const std::uint8_t>;

/// 0 beyond the end.
std::uint32_t number(Bytes bytes, std::size_t at, std::size_t length, bool bigEndian) {
    if (at > bytes.size() || length > bytes.size() - at) {
        return 0;
    }
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
        value = value << 8 | bytes[at + (bigEndian ? i : length - 1 - i)];
    }
    return value;
}

bool has(Bytes bytes, std::size_t at, std::string_view text) {
    return at <= bytes.size() && bytes.size() - at >= text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

/// TIFF 6.0, section 2: a byte order, then the first directory with its twelve-byte fields.
int orientationOf(Bytes exif) {
    constexpr std::uint32_t orientationTag = 0x0112;
    constexpr std::uint32_t shortType = 3;
    constexpr std::size_t fieldBytes = 12;
    const bool big = has(exif, 0, "MM");
    if (!big && !has(exif, 0, "II")) {
        return 1;
    }
    const std::size_t directory = number(exif, 4, 4, big);
    const std::uint32_t fields = number(exif, directory, 2, big);
    for (std::size_t i = 0; i < fields; ++i) {
        const std::size_t field = directory + 2 + i * fieldBytes;
        if (number(exif, field, 2, big) == orientationTag && number(exif, field + 2, 2, big) == shortType) {
            const auto value = number(exif, field + 8, 2, big);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
}

} // namespace

int pngOrientation(Bytes bytes) {
    constexpr std::size_t signature = 8;
    constexpr std::size_t aroundData = 12; // length, name and checksum
    for (std::size_t chunk = signature; chunk + aroundData <= bytes.size();) {
        const std::size_t length = number(bytes, chunk, 4, true);
        if (length > bytes.size() - chunk - aroundData) {
            break;
        }
        if (has(bytes, chunk + 4, "eXIf")) {
            return orientationOf(bytes.subspan(chunk + 8, length));
        }
        chunk += aroundData + length;
    }
    return 1;
}

} // namespace schacht::assets
