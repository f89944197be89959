#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/intent.hpp"
#include "kiosk/visitor/page_breaks.hpp"
#include "kiosk/visitor/playing.hpp"
#include "kiosk/visitor/state.hpp"

#include <vector>

namespace schacht::visitor {

/// What the state is seen against; constant during a visit.
struct World {
    const catalogue::Catalogue& catalogue;
    base::Size screen;                  ///< millimetres
    base::Seconds idle = 60;            ///< without a touch, until the visitor is asked
    base::Seconds answer = 20;          ///< then, until the visit is forgotten
    bool rightToLeft = false;           ///< of the state's language
    Movement movement = Movement::full; ///< the most that this machine shows
    const Library& library = nothingRead;
    int volume = Wishes{}.volume;             ///< that a visit begins with
    Access access{};                          ///< that a visit begins with
    const PageBreaks& breaks = nothingBreaks; ///< of the story on the screen
};

struct Change {
    State state;
    std::vector<stage::Effect> effects;
};

/// Pure: no input or output, no clock.
[[nodiscard]] Change update(State state, const Intent& intent, const World& world);

} // namespace schacht::visitor
