/// From the end of a story to a place that it is about, to another story there, and back.
#include "tests/journeys/kiosk.hpp"

using namespace schacht;
using namespace schacht::tests;

namespace {

std::string itemNow(Kiosk& kiosk) {
    return (*kiosk.program.trace().last("screen"))["item"];
}

} // namespace

TEST_CASE("a story is read to its end, leads to one of its places, and from there to another item and back",
          "[display]") {
    const std::string story = "first-ice-then-coal";
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        const bool upright = height > width;
        auto kiosk = Kiosk::start(width, height, {"--start", story});
        for (int page = 1; page <= 5; ++page) {
            kiosk.screen.key("right");
            kiosk.turnsTo(page);
        }
        kiosk.screen.key("right");
        kiosk.arrives("end");
        kiosk.screen.tap(upright ? kiosk.at(.44F, .445F) : kiosk.at(.495F, .206F)); // Zolder
        kiosk.arrives("place");
        CHECK(itemNow(kiosk) == "zolder");
        pause(1);
        kiosk.screen.tap(kiosk.at(.15F, upright ? .65F : .6F)); // the first card of its shelf
        const auto opened = kiosk.program.trace().next("screen", patience);
        REQUIRE(opened);
        CHECK((*opened)["name"] != "place");
        CHECK((*opened)["item"] != story);
        pause(0.6);
        const auto back = upright ? kiosk.at(.3F, .97F) : kiosk.at(.12F, .965F);
        kiosk.screen.tap(back);
        kiosk.arrives("place");
        CHECK(itemNow(kiosk) == "zolder");
        kiosk.screen.tap(back);
        kiosk.arrives("end");
        CHECK(itemNow(kiosk) == story);
        CHECK(kiosk.program.running());
    }
}
