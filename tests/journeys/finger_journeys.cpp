/// Several fingers that are lifted between two frames.
#include "tests/journeys/kiosk.hpp"

#include <algorithm>
#include <csignal>

using namespace schacht;
using namespace schacht::tests;

namespace {

constexpr base::Point homeButton{.05F, .965F};
constexpr base::Point backButton{.12F, .965F};

/// How many screens of that name came from the `from`th event on.
auto screensSince(Kiosk& kiosk, std::size_t from, const std::string& name) {
    const auto& all = kiosk.program.trace().events();
    const auto wanted = eventWith("screen", "name", name);
    return std::count_if(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(), wanted);
}

/// Two fingers lie on the screen and are lifted, the second `apart` seconds after the first; 0: surely in one frame.
void twoLift(Kiosk& kiosk, base::Point first, base::Point second, base::Seconds apart) {
    kiosk.screen.down(0, kiosk.at(first.x, first.y));
    kiosk.screen.down(1, kiosk.at(second.x, second.y));
    pause(0.15);
    if (apart <= 0) {
        kiosk.program.signal(SIGSTOP);
    }
    kiosk.screen.up(0);
    pause(apart);
    kiosk.screen.up(1);
    kiosk.program.signal(SIGCONT);
}

} // namespace

TEST_CASE("of two themes that two fingers leave at once one opens, and Back leads home", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    for (const base::Seconds apart : {0.0, 0.0, 0.0, 0.001, 0.004, 0.016, 0.033, 0.1}) {
        INFO(apart);
        const auto before = kiosk.program.trace().events().size();
        twoLift(kiosk, {.1F, .7F}, {.9F, .7F}, apart);
        kiosk.arrives("theme");
        CHECK(screensSince(kiosk, before, "theme") == 1);
        kiosk.screen.tap(kiosk.at(backButton.x, backButton.y));
        kiosk.arrives("home");
        CHECK(screensSince(kiosk, before, "theme") == 1);
    }
}

TEST_CASE("two hands on the attract screen only wake it", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {});
    const auto before = kiosk.program.trace().events().size();
    twoLift(kiosk, {.1F, .6F}, {.9F, .6F}, 0);
    kiosk.arrives("home");
    pause(0.6);
    CHECK(screensSince(kiosk, before, "theme") == 0);
}

TEST_CASE("of Home and a card that two fingers leave at once, the one that was left first leads", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    const auto before = kiosk.program.trace().events().size();
    twoLift(kiosk, homeButton, {.15F, .6F}, 0);
    kiosk.arrives("home");
    CHECK((*kiosk.program.trace().last("screen"))["name"] == "home");
    CHECK(screensSince(kiosk, before, "story") == 0);
    kiosk.screen.tap(kiosk.at(.1F, .6F));
    kiosk.arrives("theme");
    twoLift(kiosk, {.15F, .6F}, homeButton, 0);
    kiosk.arrives("story");
    CHECK((*kiosk.program.trace().last("screen"))["name"] == "story");
}

TEST_CASE("high contrast and the largest words that two fingers leave at once are both there", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    kiosk.screen.tap(kiosk.at(.875F, .965F));
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ToggleAccess"), patience));
    pause(0.6);
    twoLift(kiosk, {.42F, .54F}, {.31F, .46F}, 0);
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    pause(1);
    CHECK(kiosk.screen.picture().getPixel(960, 1060) == sf::Color(0, 0, 0)); // the bar, in high contrast
}

TEST_CASE("while one finger holds a page, another turns pages by the arrow as often as it taps", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "first-ice-then-coal"});
    kiosk.screen.down(1, kiosk.at(.5F, .02F));
    for (int page = 1; page <= 3; ++page) {
        kiosk.screen.tap(kiosk.at(.96F, .87F), 0.04);
        REQUIRE(kiosk.program.trace().next(eventWith("screen", "page", page), patience));
    }
    kiosk.screen.up(1);
}
