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
        auto kiosk = Kiosk::start(width, height, {"--start", story});
        for (int page = 1; page <= 5; ++page) {
            kiosk.screen.key("right");
            kiosk.turnsTo(page);
        }
        kiosk.screen.key("right");
        kiosk.arrives("end");
        kiosk.tap("subject:pin:zolder");
        kiosk.arrives("place");
        CHECK(itemNow(kiosk) == "zolder");
        kiosk.tap("card:last-coal");
        const auto opened = kiosk.program.trace().next("screen", patience);
        REQUIRE(opened);
        CHECK((*opened)["name"] != "place");
        CHECK((*opened)["item"] != story);
        kiosk.tap("bar:back");
        kiosk.arrives("place");
        CHECK(itemNow(kiosk) == "zolder");
        kiosk.tap("bar:back");
        kiosk.arrives("end");
        CHECK(itemNow(kiosk) == story);
        CHECK(kiosk.program.running());
    }
}
