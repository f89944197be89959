#pragma once
#include "engine/base/units.hpp"

#include <span>
#include <vector>

/// Convex outlines, in pixels, clockwise; pure arithmetic.
namespace schacht::graphics {

/// The outline of a rectangle with round corners. radius: 0..half the shorter side, else clamped.
[[nodiscard]] std::vector<base::Point> roundedOutline(base::Rect box, float radius);
/// The outline moved outward by `by` pixels (inward where negative), corners mitred.
[[nodiscard]] std::vector<base::Point> movedOutline(std::span<const base::Point> points, float by);
/// How many straight pieces look like a circle of this radius.
[[nodiscard]] int segmentsFor(float radius);

} // namespace schacht::graphics
