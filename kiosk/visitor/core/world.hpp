#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "kiosk/visitor/core/state.hpp"

namespace schacht::visitor {

/// What the state is seen against; constant until a PackChanged.
struct World {
    const catalogue::Catalogue& catalogue;
    base::Seconds idle = 60;            ///< without a touch, until the visitor is asked
    base::Seconds answer = 20;          ///< then, until the visit is forgotten
    Movement movement = Movement::full; ///< the most that this machine shows
};

} // namespace schacht::visitor
