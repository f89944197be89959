#pragma once
#include "engine/base/units.hpp"

#include <span>

namespace schacht::graphics {

/// A colour on the way of a gradient.
struct GradientStop {
    float at = 0; ///< 0..1
    base::Colour colour;
    bool operator==(const GradientStop&) const = default;
};

/// A linear gradient over a box as CSS Images 3 defines it; degrees 0 to the top, 90 to the right.
struct GradientLine {
    base::Point start;
    base::Point step; ///< a point's share of the way is (p - start) · step
    [[nodiscard]] float shareAt(base::Point p) const { return (p.x - start.x) * step.x + (p.y - start.y) * step.y; }
};
[[nodiscard]] GradientLine gradientLine(base::Rect box, float degrees);
/// Beyond the ends it is as at them; clear where there are no stops.
[[nodiscard]] base::Colour colourAt(std::span<const GradientStop> stops, float share);

} // namespace schacht::graphics
