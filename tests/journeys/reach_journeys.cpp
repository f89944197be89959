/// A visitor who reaches no higher than the lowest 40 % of the screen, and one whose left hand is at work.
#include "tests/journeys/kiosk.hpp"

using namespace schacht;
using namespace schacht::tests;

namespace {

/// A tap as high as such a visitor reaches.
void tapLow(Kiosk& kiosk, float x, float y) {
    REQUIRE(y > .6F);
    kiosk.screen.tap(kiosk.at(x, y));
}

/// Then what it changes is given time to be half there.
void follows(Kiosk& kiosk, const std::string& name) {
    kiosk.intends(name);
    pause(0.6);
}

/// Home, theme, its next cards, a story, its second page, that page's picture, and back to home.
void goThrough(Kiosk& kiosk) {
    tapLow(kiosk, .1F, .75F);
    kiosk.arrives("theme");
    tapLow(kiosk, .96F, .87F); // which is a card where the arrows are not low
    follows(kiosk, "StepShelf");
    tapLow(kiosk, .91F, .87F);
    follows(kiosk, "StepShelf");
    pause(2); // a touch on cards that move only holds them
    tapLow(kiosk, .15F, .7F);
    kiosk.arrives("story");
    tapLow(kiosk, .865F, .87F); // a lamp in the place of the picture
    kiosk.arrives("gallery");
    tapLow(kiosk, .12F, .965F);
    kiosk.arrives("story");
    tapLow(kiosk, .96F, .87F);
    kiosk.turnsTo(1);
    tapLow(kiosk, .12F, .965F);
    kiosk.arrives("theme");
    tapLow(kiosk, .05F, .965F);
    kiosk.arrives("home");
}

} // namespace

TEST_CASE("low reach is switched on at home, and then nothing higher is needed", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    tapLow(kiosk, .875F, .965F);
    follows(kiosk, "ToggleAccess");
    kiosk.screen.tap(kiosk.at(.42F, .4F)); // everything low
    follows(kiosk, "ChooseAccess");
    tapLow(kiosk, .12F, .965F);
    follows(kiosk, "GoBack");
    goThrough(kiosk);
    tapLow(kiosk, .875F, .965F); // the menu is low now too
    follows(kiosk, "ToggleAccess");
    tapLow(kiosk, .04F, .67F); // no longer low
    follows(kiosk, "ChooseAccess");
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
        const auto next = upright ? kiosk.at(.16F, .91F) : kiosk.at(.09F, .87F);
        kiosk.screen.tap(next);
        kiosk.turnsTo(1);
        kiosk.screen.tap(next);
        kiosk.turnsTo(2);
    }
}
