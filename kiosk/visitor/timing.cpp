#include "kiosk/visitor/timing.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

std::optional<base::Seconds> due(const State& state, const World& world) {
    if (state.here.kind == ScreenKind::attract) {
        const bool one = world.catalogue.pack().attract.size() <= 1;
        return one || world.movement == Movement::none ? std::nullopt
                                                       : std::optional(state.attractSince + attractHold + attractFade);
    }
    if (state.asking) {
        const base::Seconds passed = std::floor(state.now - *state.asking);
        return *state.asking + std::min(world.answer, passed + 1); // the number changes each second
    }
    const auto playing = dueWhilePlaying(state, world.catalogue, world.library);
    return std::min(state.lastTouch + world.idle, playing.value_or(state.lastTouch + world.idle));
}

bool moving(const State& state, const World& world, base::Seconds now) {
    const bool ring = state.asking && movementOf(state, world) == Movement::full;
    const auto since = waitingSince(state); // a lamp breathes
    const bool breathes = since && now >= *since + patience && movementOf(state, world) == Movement::full &&
                          state.here.kind == ScreenKind::film;
    return state.shelf.moving(now) || state.pages.moving(now) || state.lines.moving(now) || state.zoom.moving(now) ||
           ring || breathes;
}

void cut(State& state, scene::Track& track, float goal) {
    track.jump(goal);
    ++state.cuts;
}

Movement movementOf(const State& state, const World& world) {
    return state.access.reducedMotion ? std::min(world.movement, Movement::reduced) : world.movement;
}

} // namespace schacht::visitor
