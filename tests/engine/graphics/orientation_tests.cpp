#include "engine/graphics/orientation.hpp"

#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::graphics;

TEST_CASE("a picture is turned only where the window does not stand as wanted") {
    const base::Size wide{1920, 1080};
    const base::Size tall{1080, 1920};
    for (const auto& [name, inWide, inTall] :
         {std::tuple{"landscape", Turn::none, Turn::left}, std::tuple{"portrait", Turn::left, Turn::none},
          std::tuple{"landscape-flipped", Turn::half, Turn::right},
          std::tuple{"portrait-flipped", Turn::right, Turn::half}}) {
        INFO(name);
        const auto wanted = orientationNamed(name);
        REQUIRE(wanted);
        CHECK(turnFor(*wanted, wide) == inWide);
        CHECK(turnFor(*wanted, tall) == inTall);
    }
    CHECK(turnFor(Orientation::asGiven, tall) == Turn::none);
    CHECK_FALSE(orientationNamed("upright"));
    CHECK_FALSE(orientationNamed(""));
}

TEST_CASE("the picture's upper edge lies where the turn says, and a touch finds what lies under it") {
    const base::Size page{30, 50}; // of a window of 50 by 30, but for half a turn
    CHECK(onWindow({0, 0}, Turn::left, page) == base::Point{0, 30});
    CHECK(onWindow({30, 0}, Turn::left, page) == base::Point{0, 0});
    CHECK(onWindow({0, 0}, Turn::right, page) == base::Point{50, 0});
    CHECK(onWindow({30, 0}, Turn::right, page) == base::Point{50, 30});
    CHECK(onWindow({0, 0}, Turn::half, page) == base::Point{30, 50});
    for (const Turn turn : {Turn::none, Turn::left, Turn::half, Turn::right}) {
        const base::Point at{7, 11};
        CHECK(onPage(onWindow(at, turn, page), turn, page) == at);
    }
}
