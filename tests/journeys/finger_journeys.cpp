/// Several fingers that are lifted between two frames.
#include "tests/journeys/kiosk.hpp"

#include <algorithm>
#include <csignal>

using namespace schacht;
using namespace schacht::tests;

namespace {

/// How many screens of that name came from the `from`th event on.
auto screensSince(Kiosk& kiosk, std::size_t from, const std::string& name) {
    const auto& all = kiosk.program.trace().events();
    const auto wanted = eventWith("screen", "name", name);
    return std::count_if(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(), wanted);
}

/// Two fingers lie on the screen and are lifted, the second `apart` seconds after the first; 0: surely in one frame.
void twoLift(Kiosk& kiosk, base::Point first, base::Point second, base::Seconds apart) {
    kiosk.screen.down(0, first);
    kiosk.screen.down(1, second);
    for (int finger = 0; finger < 2; ++finger) {
        REQUIRE(kiosk.program.trace().next(eventWith("contact", "phase", "began"), patience));
    }
    if (apart <= 0) {
        kiosk.program.signal(SIGSTOP);
    }
    kiosk.screen.up(0);
    pause(apart); // another frame may begin between the two
    kiosk.screen.up(1);
    kiosk.program.signal(SIGCONT);
}

} // namespace

TEST_CASE("of two themes that two fingers leave at once one opens, and Back leads home", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    for (const base::Seconds apart : {0.0, 0.0, 0.0, 0.001, 0.004, 0.016, 0.033, 0.1}) {
        INFO(apart);
        const auto before = kiosk.program.trace().events().size();
        twoLift(kiosk, kiosk.where("column:mines"), kiosk.where("column:tomorrow"), apart);
        kiosk.arrives("theme");
        CHECK(screensSince(kiosk, before, "theme") == 1);
        kiosk.tap("bar:back");
        kiosk.arrives("home");
        CHECK(screensSince(kiosk, before, "theme") == 1);
    }
}

TEST_CASE("two hands on the attract screen only wake it", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {});
    const auto before = kiosk.program.trace().events().size();
    twoLift(kiosk, kiosk.at(.1F, .6F), kiosk.at(.9F, .6F), 0);
    kiosk.arrives("home");
    CHECK(screensSince(kiosk, before, "theme") == 0);
}

TEST_CASE("of Home and a card that two fingers leave at once, the one that was left first leads", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    const auto before = kiosk.program.trace().events().size();
    constexpr const char* card = "card:first-ice-then-coal";
    twoLift(kiosk, kiosk.where("bar:home"), kiosk.where(card), 0);
    kiosk.arrives("home");
    CHECK((*kiosk.program.trace().last("screen"))["name"] == "home");
    CHECK(screensSince(kiosk, before, "story") == 0);
    kiosk.tap("column:mines");
    kiosk.arrives("theme");
    twoLift(kiosk, kiosk.where(card), kiosk.where("bar:home"), 0);
    kiosk.arrives("story");
    CHECK((*kiosk.program.trace().last("screen"))["name"] == "story");
}

TEST_CASE("high contrast and the largest words that two fingers leave at once are both there", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    kiosk.tap("bar:text");
    twoLift(kiosk, kiosk.where("access:contrast"), kiosk.where("access:size:4"), 0);
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    CHECK(comes([&] { return kiosk.screen.picture().getPixel(960, 1060) == sf::Color(0, 0, 0); })); // the bar's ground
}

TEST_CASE("while one finger holds a page, another turns pages by the arrow as often as it taps", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "first-ice-then-coal"});
    const base::Point next = kiosk.where("next:first-ice-then-coal");
    kiosk.screen.down(1, kiosk.at(.5F, .02F));
    for (int page = 1; page <= 3; ++page) {
        kiosk.screen.tap(next, 0.04);
        REQUIRE(kiosk.program.trace().next(eventWith("screen", "page", page), patience));
    }
    kiosk.screen.up(1);
}
