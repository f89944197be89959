#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/intent.hpp"
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
    int volume = Wishes{}.volume; ///< that a visit begins with
};

struct Change {
    State state;
    std::vector<stage::Effect> effects;
};

/// Pure: no input or output, no clock.
[[nodiscard]] Change update(State state, const Intent& intent, const World& world);

/// When the next Tick is wanted while nothing moves.
[[nodiscard]] std::optional<base::Seconds> due(const State& state, const World& world);
[[nodiscard]] bool moving(const State& state, const World& world, base::Seconds now);
/// How much moves for this visitor on this machine.
[[nodiscard]] Movement movementOf(const State& state, const World& world);

/// How long an attract picture stays, how long it takes to give way, and how long of that a visitor's who wants less
/// movement (motion.md).
constexpr base::Seconds attractHold = 9;
constexpr base::Seconds attractFade = 1.2;
constexpr base::Seconds attractCut = 0.6;
/// How long the lamp that was touched grows until it has lit the screen.
constexpr base::Seconds lampGrows = 0.340;

} // namespace schacht::visitor
