#pragma once
#include "kiosk/visitor/core/world.hpp"

namespace schacht::visitor {

/// How long this visitor may be still until they are asked, and then until they are forgotten.
[[nodiscard]] base::Seconds idleOf(const State& state, const World& world);
[[nodiscard]] base::Seconds answerOf(const State& state, const World& world);
/// How much moves for this visitor on this machine.
[[nodiscard]] Movement movementOf(const State& state, const World& world);
/// Takes a track to its goal by a fade, for who wants less movement: the view shows what jumps as something new.
void cut(State& state, scene::AnimatedValue& track, float goal);

/// How long an attract picture stays, how long it takes to give way, and how long of that a visitor's who wants less
/// movement (motion.md).
constexpr base::Seconds attractHold = 9;
constexpr base::Seconds attractFade = 1.2;
constexpr base::Seconds attractCut = 0.6;
/// How long the lamp that was touched grows until it has lit the screen.
constexpr base::Seconds lampGrows = 0.340;

} // namespace schacht::visitor
