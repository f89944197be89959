#pragma once
#include "engine/base/units.hpp"
#include "engine/scene/animated_value.hpp"

#include <optional>
#include <string_view>

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

/// A picture that is looked at closely: which, how, and by what hand.
struct CloseLook {
    static constexpr std::string_view kind = "picture";
    int number = 0; ///< of the item's exhibits, from 0
    Zoom zoom;
    bool aside = false; ///< its words have given way
    std::optional<Grip> grip;
};

} // namespace schacht::visitor
