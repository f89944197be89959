#pragma once
#include "engine/base/units.hpp"
#include "engine/scene/animated_value.hpp"

namespace schacht::visitor {

/// How closely a visitor looks, and at what. Tracks count the picture's sides in `fine`, so that what is rest for
/// millimetres is rest for them too.
struct Zoom {
    scene::AnimatedValue scale{1};      ///< 1: the whole picture
    scene::AnimatedValue x{.5F * fine}; ///< what of the picture is in the frame's middle
    scene::AnimatedValue y{.5F * fine};
    static constexpr float fine = 10'000;

    [[nodiscard]] bool moving(base::Seconds now) const { return scale.moving(now) || x.moving(now) || y.moving(now); }
};

/// A picture in a finger's hand, or between two.
struct Grip {
    base::Point part; ///< of the picture, in shares of it
    float scale = 1;
};

} // namespace schacht::visitor
