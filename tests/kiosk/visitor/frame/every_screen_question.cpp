#include "tests/kiosk/visitor/frame/toy_screen.hpp"

namespace schacht::toys {

/// Asks every question with a screen: that this compiles is what matters.
visitor::Leaf askAll(const visitor::KindUpdate& update, visitor::Sketch& sketch, const Body& body,
                     const visitor::Intent& meaning) {
    auto own = visitor::arrivalOf(body);
    visitor::arriveAt(update, body, own);
    visitor::readFor(update, body, own);
    (void)visitor::tell(update, body, own, meaning);
    visitor::fitInto(body, own);
    (void)visitor::isMeasured(own);
    (void)visitor::isSettled(own, 0);
    (void)visitor::mannerAt(body, own);
    (void)visitor::wakesAt(update.s, update.world, body, own, 0);
    (void)visitor::measured(sketch, update.item, body, own);
    (void)visitor::itemScreen(sketch, update.item, body, own);
    (void)visitor::surroundAt(sketch, body);
    (void)visitor::endOf(body);
    (void)visitor::tourOf(update.item, body);
    visitor::leave(own);
    return visitor::leafAt(own);
}

} // namespace schacht::toys
