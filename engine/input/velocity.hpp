#pragma once
#include "engine/base/units.hpp"
#include "engine/input/touch_rules.hpp"

#include <deque>

namespace schacht::input {

/// How fast a finger moves: the slope of the least-squares line through where it was lately, for each axis.
class Velocity {
public:
    /// Where the finger is. Times must not go back.
    void add(base::Point at, base::Seconds time);
    /// In mm/s by the samples of the last rules.velocityWindow before `now`. Zero where the finger has been still for
    /// rules.stillAfter, and with fewer than three samples: two are noise.
    [[nodiscard]] base::Point at(base::Seconds now, const TouchRules& rules) const;
    void forget() { samples.clear(); }

private:
    struct Sample {
        base::Point at;
        base::Seconds time;
    };
    std::deque<Sample> samples; ///< at most some tens, oldest first
    base::Point restedAt;       ///< where the finger last stood before it moved noticeably
    base::Seconds movedLast = 0;
};

/// A velocity as a fling's: zero below rules.flingStart, shortened to rules.flingCap above that, its direction kept.
[[nodiscard]] base::Point asFling(base::Point velocity, const TouchRules& rules);

} // namespace schacht::input
