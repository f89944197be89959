#pragma once
#include "engine/input/finger.hpp"

namespace schacht::input {

/// Two fingers on one surface that can be pinched: they may become a pinch, and are one once `pinching`.
struct FingerPair {
    TargetId surface = 0;
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    float apart = 0; ///< mm between them when the second came; once pinching: what scale 1 is
    bool pinching = false;
    float angle = 0; ///< radians, of the line from the first to the second, when last seen
    float turn = 0;  ///< radians clockwise since the pinch began, beyond a whole turn too

    [[nodiscard]] bool has(std::uint64_t finger) const { return finger == first || finger == second; }
};

/// Whether both may pinch: the same zooming surface, near each other, and not begun on different controls.
[[nodiscard]] bool canPair(const Finger& a, const Finger& b, const TouchRules& rules);

[[nodiscard]] FingerPair pairOf(const Finger& a, const Finger& b);

/// Whether their distance has changed enough for a pinch.
[[nodiscard]] bool wantsPinch(const FingerPair& pair, const Finger& a, const Finger& b, const TouchRules& rules);

/// Makes the pair a pinch with scale 1 where the distance passed the threshold, so that nothing jumps.
void startPinch(FingerPair& pair, const Finger& a, const Finger& b, const TouchRules& rules);

/// The scale since the pinch began, > 0; takes up the turn on the way.
[[nodiscard]] float followPinch(FingerPair& pair, const Finger& a, const Finger& b);

[[nodiscard]] base::Point middleOf(const Finger& a, const Finger& b);

} // namespace schacht::input
