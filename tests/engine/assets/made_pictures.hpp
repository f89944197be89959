#pragma once
#include "engine/base/bitmap.hpp"
#include "tests/temporary_folder.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Pictures that the tests of this folder make themselves, and looking at what came out.
namespace schacht::assets::test {

using Bytes = std::vector<std::uint8_t>;

/// Red, green / blue, white in quarters, stored in the order that an orientation of 1 shows.
struct Quarters {
    int width = 64;
    int height = 48;
    int orientation = 0;      ///< 0: no tag
    bool sixteenBits = false; ///< with half of the range used: 128 instead of 255
    bool grey = false;
    bool alpha = false;       ///< the left half is clear
    std::string profile = {}; ///< one of libvips's own, to store the colours in: "p3", "cmyk"
};
/// suffix: of a libvips saver with its options, such as ".jpg[Q=95]".
[[nodiscard]] Bytes saved(const Quarters& quarters, const std::string& suffix);

[[nodiscard]] Bytes contentOf(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const Bytes& bytes);
void write(const std::filesystem::path& file, std::string_view text);
[[nodiscard]] Bytes bytesOf(std::string_view text);

/// A file of this folder's pictures/.
[[nodiscard]] std::filesystem::path picture(const std::string& name);

/// "rgbw": the dominant colours of the four quarters, row by row; 'r', 'g', 'b', 'w', 'k' (black), '.' (clear) or '?'.
[[nodiscard]] std::string quartersOf(const base::Bitmap& bitmap);

using Folder = tests::TemporaryFolder;

} // namespace schacht::assets::test
