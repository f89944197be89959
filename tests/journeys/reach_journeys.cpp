/// A visitor who reaches no higher than the lowest 40 % of the screen, and one whose left hand is at work.
#include "tests/journeys/kiosk.hpp"

using namespace schacht;
using namespace schacht::tests;

namespace {

/// A tap as high as such a visitor reaches.
void tapLow(Kiosk& kiosk, const std::string& node) {
    const base::Point at = kiosk.where(node);
    CHECK(at.y > .6F * static_cast<float>(kiosk.screen.height()));
    kiosk.screen.tap(at);
}

/// Home, theme, its next cards, a story, its second page, that page's picture, and back to home.
void goThrough(Kiosk& kiosk) {
    tapLow(kiosk, "column:mines");
    kiosk.arrives("theme");
    for (int step = 0; step < 2; ++step) {
        tapLow(kiosk, "shelf:on");
        kiosk.intends("StepShelf");
        REQUIRE(kiosk.program.trace().next("targets", patience)); // a touch on cards that move only holds them
    }
    tapLow(kiosk, "card:miners-day");
    kiosk.arrives("story");
    tapLow(kiosk, "closer:miners-day:0"); // a lamp in the place of the picture
    kiosk.arrives("picture");
    tapLow(kiosk, "bar:back");
    kiosk.arrives("story");
    tapLow(kiosk, "next:miners-day");
    kiosk.turnsTo(1);
    tapLow(kiosk, "bar:back");
    kiosk.arrives("theme");
    tapLow(kiosk, "bar:home");
    kiosk.arrives("home");
}

} // namespace

TEST_CASE("low reach is switched on at home, and then nothing higher is needed", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    tapLow(kiosk, "bar:text");
    kiosk.tap("access:low");
    kiosk.intends("ChooseAccess");
    tapLow(kiosk, "bar:back");
    kiosk.intends("GoBack");
    REQUIRE(kiosk.program.trace().next("targets", patience));
    goThrough(kiosk);
    tapLow(kiosk, "bar:text"); // the menu is low now too
    tapLow(kiosk, "access:low");
    kiosk.intends("ChooseAccess");
    CHECK(kiosk.program.running());
}

TEST_CASE("a screen that hangs high begins every visit in low reach", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home", "--mount", "1000", "--diagonal", "32"});
    goThrough(kiosk);
}

TEST_CASE("with the left hand a story is read from the left, upright too", "[display]") {
    for (const bool upright : {false, true}) {
        INFO(upright);
        auto kiosk = upright ? Kiosk::start(1080, 1920, {"--start", "first-ice-then-coal", "--left-hand"})
                             : Kiosk::start(1920, 1080, {"--start", "first-ice-then-coal", "--left-hand"});
        for (const int page : {1, 2}) {
            const base::Point next = kiosk.where("next:first-ice-then-coal");
            CHECK(next.x < .3F * static_cast<float>(kiosk.screen.width()));
            kiosk.screen.tap(next);
            kiosk.turnsTo(page);
        }
    }
}
