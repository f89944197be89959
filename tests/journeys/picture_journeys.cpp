/// Pictures looked at closely, with fingers and with keys.
#include "tests/journeys/kiosk.hpp"

using namespace schacht;
using namespace schacht::tests;

namespace {

/// How much two pictures of the screen's upper part differ: pixels of a coarse grid, 0..1.
double change(const sf::Image& a, const sf::Image& b) {
    int differ = 0;
    int all = 0;
    const auto size = a.getSize();
    for (unsigned y = 20; y < size.y / 3; y += 12) {
        for (unsigned x = 20; x < size.x; x += 12) {
            const auto one = a.getPixel(x, y);
            const auto other = b.getPixel(x, y);
            const int by = std::abs(one.r - other.r) + std::abs(one.g - other.g) + std::abs(one.b - other.b);
            differ += by > 24 ? 1 : 0;
            ++all;
        }
    }
    return static_cast<double>(differ) / all;
}

} // namespace

TEST_CASE("a picture of a story is touched, pinched, drawn aside, and given back to its page", "[display]") {
    for (const bool upright : {false, true}) {
        auto kiosk = upright ? Kiosk::start(1080, 1920, {"--start", "light-in-concrete"})
                             : Kiosk::start(1920, 1080, {"--start", "light-in-concrete"});
        INFO(upright);
        kiosk.tap("closer:light-in-concrete:0");
        kiosk.arrives("picture");
        const auto whole = kiosk.screen.picture();
        kiosk.screen.pinch(kiosk.at(.5F, .25F), 90, 300);
        kiosk.intends("PinchDone");
        kiosk.settles();
        const auto near = kiosk.screen.picture();
        CHECK(change(whole, near) > .2);
        kiosk.screen.drag(kiosk.at(.7F, .3F), kiosk.at(.3F, .2F), 0.5);
        kiosk.intends("DragDone");
        kiosk.settles(); // a picture that still glides is caught, and its words stay
        CHECK(change(near, kiosk.screen.picture()) > .2);
        kiosk.tap("look:aside");
        kiosk.intends("ToggleAside");
        REQUIRE(kiosk.program.trace().next("targets", patience)); // the picture goes to its new place
        kiosk.tap("look:aside");
        kiosk.intends("ToggleAside");
        kiosk.tap("bar:back");
        kiosk.arrives("story");
    }
}

TEST_CASE("a gallery is gone through by its thumbnails and arrows, and by keys alone", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "glass-and-brick"});
    kiosk.tap("look:thumb:glass-and-brick:2");
    kiosk.turnsTo(2);
    kiosk.tap("look:previous");
    kiosk.turnsTo(1);
    const auto whole = kiosk.screen.picture();
    constexpr int larger = 7; // after the five of the bar and the picture itself: smaller means nothing yet
    for (int i = 0; i < larger; ++i) {
        kiosk.screen.key("tab");
    }
    kiosk.screen.key("enter");
    kiosk.intends("Magnify");
    CHECK(comes([&] { return change(whole, kiosk.screen.picture()) > .1; }));
}
