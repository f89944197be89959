#include "kiosk/visitor/core/timing.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

constexpr double patienceGrows = 3; // for who asked for more time

}

base::Seconds idleOf(const State& state, const World& world) {
    return world.idle * (accessOf(state).moreTime ? patienceGrows : 1);
}

base::Seconds answerOf(const State& state, const World& world) {
    return world.answer * (accessOf(state).moreTime ? patienceGrows : 1);
}

void cut(State& state, scene::AnimatedValue& track, float goal) {
    track.jump(goal);
    ++state.visit.cuts;
}

Movement movementOf(const State& state, const World& world) {
    return accessOf(state).reducedMotion ? std::min(world.movement, Movement::reduced) : world.movement;
}

} // namespace schacht::visitor
