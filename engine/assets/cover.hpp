#pragma once
#include <algorithm>
#include <cmath>

namespace schacht::assets {

struct PixelSize {
    int width = 0;
    int height = 0;
    bool operator==(const PixelSize&) const = default;
};

/// More than any graphics card of these years takes as one texture.
inline constexpr int longestSide = 16384;

/// The smallest size of the shape width : height with both sides at least the box's; smaller where it may not grow
/// beyond width x height, or where a side would pass `longestSide`. width, height: above 0, in pixels or any unit.
[[nodiscard]] inline PixelSize covering(double width, double height, PixelSize box, bool mayGrow) {
    double scale = std::max(box.width / width, box.height / height);
    if (!mayGrow) {
        scale = std::min(scale, 1.0);
    }
    scale = std::min(scale, longestSide / std::max(width, height));
    const auto side = [scale](double length) {
        constexpr double rounding = 1e-6; // so that 1920 / 1920 * 1080 stays 1080
        return std::clamp(static_cast<int>(std::ceil(length * scale - rounding)), 1, longestSide);
    };
    return {side(width), side(height)};
}

} // namespace schacht::assets
