#pragma once
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/state.hpp"
#include "kiosk/visitor/core/world.hpp"

#include <vector>

namespace schacht::visitor {

struct Change {
    State state;
    std::vector<stage::Effect> effects;
};

/// Pure: no input or output, no clock.
[[nodiscard]] Change update(State state, const TimedIntent& intent, const World& world);

} // namespace schacht::visitor
