#include "kiosk/visitor/frame/wakes.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

/// What of the screen's item, or its picture, changes by itself.
Wakes ofItem(const State& state, const World& world, base::Seconds now) {
    const Stop& here = state.visit.here;
    if (const auto* look = std::get_if<CloseLook>(&here.own)) {
        return {std::nullopt, look->zoom.moving(now)};
    }
    const auto* item = here.kind == ScreenKind::item ? world.catalogue.item(here.id) : nullptr;
    return item == nullptr ? Wakes{} : wakesAt(state, world, item->body, here.own, now);
}

} // namespace

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
    return earlier(earlier(state.visit.lastTouch + idleOf(state, world), dueWhilePlaying(state, world.catalogue)),
                   ofItem(state, world, state.device.now).due);
}

bool moving(const State& state, const World& world, base::Seconds now) {
    const bool ring = state.visit.asking && movementOf(state, world) == Movement::full;
    return state.visit.here.shelf.moving(now) || ofItem(state, world, now).moves || ring;
}

} // namespace schacht::visitor
