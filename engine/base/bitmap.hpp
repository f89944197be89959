#pragma once
#include <cstdint>
#include <vector>

namespace schacht::base {

/// Pixels as they go into a texture: sRGB, 8 bits, RGBA, straight alpha, top row first, no padding.
struct Bitmap {
    int width = 0;                  ///< pixels
    int height = 0;                 ///< pixels
    std::vector<std::uint8_t> rgba; ///< width * height * 4

    [[nodiscard]] std::size_t bytes() const { return rgba.size(); }
};

} // namespace schacht::base
