#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/intent.hpp"
#include "kiosk/visitor/state.hpp"

#include <vector>

namespace schacht::visitor {

/// What the state is seen against; constant until a PackChanged.
struct World {
    const catalogue::Catalogue& catalogue;
    base::Seconds idle = 60;            ///< without a touch, until the visitor is asked
    base::Seconds answer = 20;          ///< then, until the visit is forgotten
    Movement movement = Movement::full; ///< the most that this machine shows
};

struct Change {
    State state;
    std::vector<stage::Effect> effects;
};

/// Pure: no input or output, no clock.
[[nodiscard]] Change update(State state, const Intent& intent, const World& world);

} // namespace schacht::visitor
