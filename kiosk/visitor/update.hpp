#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/intent.hpp"
#include "kiosk/visitor/state.hpp"

#include <vector>

namespace schacht::visitor {

/// What the state is seen against; constant during a visit.
struct World {
    const catalogue::Catalogue& catalogue;
    base::Size screen;         ///< millimetres
    base::Seconds idle = 60;   ///< without a touch, until the visitor is asked
    base::Seconds answer = 20; ///< then, until the visit is forgotten
    bool rightToLeft = false;  ///< of the state's language
    bool still = false;        ///< attract pictures do not drift, and do not change: reduced motion, tours
};

struct Change {
    State state;
    std::vector<stage::Effect> effects;
};

/// Pure: no input or output, no clock.
[[nodiscard]] Change update(State state, const Intent& intent, const World& world);

/// When the next Tick is wanted while nothing moves.
[[nodiscard]] std::optional<base::Seconds> due(const State& state, const World& world);
[[nodiscard]] bool moving(const State& state, base::Seconds now);

/// How long an attract picture stays, and how long it takes to give way (motion.md).
constexpr base::Seconds attractHold = 9;
constexpr base::Seconds attractFade = 1.2;

} // namespace schacht::visitor
