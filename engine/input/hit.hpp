#pragma once
#include "engine/base/units.hpp"

#include <cstdint>
#include <functional>

namespace schacht::input {

using TargetId = std::uint64_t; ///< a scene node's id; 0: nothing

enum class Axes { none, horizontal, vertical, both };

/// What lies under a point, as the scene's hit test says.
struct Hit {
    TargetId target = 0;             ///< what a tap there means; 0: nothing
    bool repeatable = false;         ///< arrows, + and −, keys: may be tapped faster than `sameTarget`
    bool slider = false;             ///< the target follows the finger from sliderStart, along `axes`
    TargetId surface = 0;            ///< what a drag there moves (a shelf, a page, a picture); 0: nothing
    Axes axes = Axes::none;          ///< how the surface (or slider) can be dragged
    Axes ownAxis = Axes::horizontal; ///< wins where the drag is in neither cone
    bool zooms = false;              ///< the surface can be pinched
    bool moving = false;             ///< the surface moves by itself now: a touch catches it and presses nothing
};
using HitTest = std::function<Hit(base::Point)>;

/// What a drag that begins there moves: a slider itself, else the surface; 0 where nothing can be dragged.
[[nodiscard]] inline TargetId draggedBy(const Hit& hit) {
    if (hit.axes == Axes::none) {
        return 0;
    }
    return hit.slider && hit.target != 0 ? hit.target : hit.surface;
}

} // namespace schacht::input
