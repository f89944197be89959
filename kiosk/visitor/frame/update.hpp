#pragma once
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/state.hpp"
#include "kiosk/visitor/core/world.hpp"

#include <vector>

/// The frame: update() and view() as wholes, the table of kinds (kinds.hpp), and the screens that are no item's, such
/// as home, themes, menus and ends. Only here are kinds and parts put together; nothing here touches a window, file or
/// clock.
namespace schacht::visitor {

/// What an Intent leads to.
struct Change {
    State state;
    std::vector<stage::Effect> effects;
};

/// Pure: no input or output, no clock.
[[nodiscard]] Change update(State state, const TimedIntent& intent, const World& world);

} // namespace schacht::visitor
