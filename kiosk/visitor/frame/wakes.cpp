#include "kiosk/visitor/frame/wakes.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

std::optional<base::Seconds> due(const State& state, const World& world) {
    if (state.visit.here.kind == ScreenKind::attract) {
        const bool one = world.catalogue.pack().attract.size() <= 1;
        return one || world.movement == Movement::none
                   ? std::nullopt
                   : std::optional(state.device.attractSince + attractHold + attractFade);
    }
    if (state.visit.asking) {
        const base::Seconds passed = std::floor(state.device.now - *state.visit.asking);
        return *state.visit.asking + std::min(answerOf(state, world), passed + 1); // the number changes each second
    }
    const auto playing = dueWhilePlaying(state, world.catalogue, state.device.library);
    return std::min(state.visit.lastTouch + idleOf(state, world),
                    playing.value_or(state.visit.lastTouch + idleOf(state, world)));
}

bool moving(const State& state, const World& world, base::Seconds now) {
    const bool ring = state.visit.asking && movementOf(state, world) == Movement::full;
    const auto since = waitingSince(state); // a lamp breathes
    const bool breathes = since && now >= *since + patience && movementOf(state, world) == Movement::full &&
                          state.visit.here.kind == ScreenKind::film;
    return state.visit.shelf.moving(now) || state.visit.pages.moving(now) || state.visit.lines.moving(now) ||
           state.visit.zoom.moving(now) || ring || breathes;
}

} // namespace schacht::visitor
