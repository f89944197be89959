#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "kiosk/visitor/session/session.hpp"

#include <string>
#include <vector>

namespace schacht::kiosk {

/// A screen of a pack as the tour, the preparation and the checks go to it.
struct Screenful {
    std::string name; ///< unique, fit for a file's name
    visitor::Stop stop;
    visitor::Menu menu = visitor::Menu::none;
    bool asking = false; ///< "still there?" lies over it
    int attract = 0;     ///< which of the attract pictures
};

/// Every screen that a visitor can come to, in a fixed order.
[[nodiscard]] std::vector<Screenful> everyScreen(const catalogue::Catalogue& catalogue);

/// Goes there at once.
void visitTo(visitor::Session& session, const Screenful& screen, base::Seconds now);

/// After a page was shown that breaks in large words: turns to where it goes on. False where no more of it comes, and
/// then the visit is somewhere else.
[[nodiscard]] bool turnWithinPage(visitor::Session& session, base::Seconds now);

} // namespace schacht::kiosk
