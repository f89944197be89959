#include "tests/catch.hpp"
#include "tests/engine/input/glass.hpp"

#include <cmath>
#include <numbers>

using namespace schacht;
using namespace schacht::input;
using namespace schacht::input::tests;
using Words = std::vector<std::string>;

namespace {

Glass wideMap() {
    Glass glass;
    glass.lay({0, 0, 1000, 500}, map(5));
    return glass;
}

/// Two fingers 100 mm apart around (200, 100), of which the second has moved 7 mm outward.
Glass pinching() {
    Glass glass = wideMap();
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.move(1, {147, 100}, 1.02);
    glass.move(2, {254, 100}, 1.02);
    return glass;
}

} // namespace

TEST_CASE("two fingers whose distance changes by 6 mm pinch, from scale 1") {
    Glass glass = wideMap();
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.move(1, {147.5F, 100}, 1.02);
    glass.move(2, {253, 100}, 1.03);
    CHECK(glass.said().empty());
    glass.move(2, {253.5F, 100}, 1.04);
    CHECK(glass.said() == Words{"pinch began 5", "pinched 5"});
    CHECK(glass.last<Pinched>().scale == Approx(1));
    CHECK(glass.last<PinchBegan>().middle.x == Approx(200.5));
}

TEST_CASE("the scale is of the distance since the pinch began, around the middle") {
    Glass glass = pinching();
    glass.move(1, {94, 100}, 1.1);
    glass.move(2, {306, 100}, 1.1);
    CHECK(glass.last<Pinched>().scale == Approx(2));
    CHECK(glass.last<Pinched>().middle.x == Approx(200));
}

TEST_CASE("fingers that come together pinch as well") {
    Glass glass = wideMap();
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.move(1, {154, 100}, 1.02);
    glass.move(2, {246, 100}, 1.03);
    glass.move(2, {201, 100}, 1.04);
    CHECK(glass.last<Pinched>().scale == Approx(0.5));
}

TEST_CASE("turning fingers report their turn clockwise, beyond half a turn") {
    Glass glass = pinching();
    const auto turnTo = [&](double degrees, double time) {
        const auto angle = static_cast<float>(degrees * std::numbers::pi / 180);
        glass.move(2, {147 + 107 * std::cos(angle), 100 + 107 * std::sin(angle)}, time);
    };
    for (int i = 1; i <= 27; ++i) {
        turnTo(i * 10, 1.1 + i * 0.01);
    }
    CHECK(glass.last<Pinched>().turn == Approx(1.5 * std::numbers::pi).epsilon(0.01));
    CHECK(glass.last<Pinched>().scale == Approx(107.0 / 106).epsilon(0.001));
}

TEST_CASE("a finger that drags becomes half of a pinch when a second one comes") {
    Glass glass = wideMap();
    glass.down(1, {150, 100}, 1);
    glass.slide(1, {150, 100}, {170, 100}, 1, 1.1);
    (void)glass.said();
    glass.down(2, {250, 100}, 1.2);
    glass.move(2, {260, 100}, 1.3);
    CHECK(glass.said() == Words{"drag cancelled 5", "pinch began 5", "pinched 5"});
    CHECK(glass.last<DragEnded>().velocity == base::Point{});
}

TEST_CASE("fingers more than 280 mm apart are two people and never pinch") {
    Glass glass = wideMap();
    glass.down(1, {100, 100}, 1);
    glass.down(2, {381, 100}, 1.01);
    glass.slide(2, {381, 100}, {300, 100}, 1.02, 1.2);
    CHECK(glass.count<PinchBegan>() == 0);
    CHECK(glass.count<DragBegan>() == 1);
}

TEST_CASE("a pinch may open wider than 280 mm") {
    Glass glass = pinching();
    glass.move(2, {600, 100}, 1.2);
    CHECK(glass.last<Pinched>().scale == Approx(453.0 / 106));
}

TEST_CASE("fingers that began on different controls never pinch") {
    Glass glass = wideMap();
    Hit pin = map(5);
    pin.target = 21;
    Hit other = map(5);
    other.target = 22;
    glass.lay({140, 90, 20, 20}, pin).lay({240, 90, 20, 20}, other);
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.slide(2, {250, 100}, {300, 100}, 1.02, 1.2);
    CHECK(glass.count<PinchBegan>() == 0);
}

TEST_CASE("a finger on a pin and one on the bare map pinch, and the pin is not tapped") {
    Glass glass = wideMap();
    Hit pin = map(5);
    pin.target = 21;
    glass.lay({140, 90, 20, 20}, pin);
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.move(2, {254, 100}, 1.02);
    glass.move(2, {257, 100}, 1.03);
    CHECK(glass.said() == Words{"pressed 21", "released 21", "pinch began 5", "pinched 5"});
    glass.up(1, {150, 100}, 1.2);
    CHECK(glass.count<Tapped>() == 0);
}

TEST_CASE("two fingers on a surface that does not zoom never pinch") {
    Glass glass;
    glass.lay({0, 0, 700, 300}, card(0, 9));
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.slide(2, {250, 100}, {300, 100}, 1.02, 1.2);
    CHECK(glass.count<PinchBegan>() == 0);
    CHECK(glass.count<DragBegan>() == 1);
}

TEST_CASE("fingers on two zooming surfaces never pinch") {
    Glass glass;
    glass.lay({0, 0, 200, 300}, map(5)).lay({200, 0, 200, 300}, map(6));
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.slide(1, {150, 100}, {100, 100}, 1.02, 1.2);
    glass.slide(2, {250, 100}, {300, 100}, 1.02, 1.2);
    CHECK(glass.count<PinchBegan>() == 0);
    CHECK(glass.count<DragBegan>() == 2);
}

TEST_CASE("a third finger joins nothing") {
    Glass glass = pinching();
    glass.down(3, {200, 200}, 1.1);
    glass.slide(3, {200, 200}, {200, 300}, 1.1, 1.2);
    glass.up(3, {200, 300}, 1.2);
    CHECK(glass.count<PinchBegan>() == 1);
    CHECK(glass.count<DragBegan>() == 0);
    glass.move(2, {360, 100}, 1.3);
    CHECK(glass.last<Pinched>().scale == Approx(213.0 / 106));
}

TEST_CASE("a third finger joins nothing before the first two have moved") {
    Glass glass = wideMap();
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.down(3, {200, 200}, 1.02);
    glass.slide(3, {200, 200}, {200, 300}, 1.1, 1.2);
    CHECK(glass.said().empty());
    glass.move(2, {260, 100}, 1.3);
    CHECK(glass.said() == Words{"pinch began 5", "pinched 5"});
}

TEST_CASE("when one finger of a pinch lifts the other goes on as a drag, without a jump or a throw") {
    Glass glass = pinching();
    glass.slide(1, {147, 100}, {100, 100}, 1.02, 1.1);
    (void)glass.said();
    glass.up(2, {254, 100}, 1.1);
    CHECK(glass.said() == Words{"pinch ended 5", "drag began 5 both"});
    glass.move(1, {98, 100}, 1.11);
    CHECK(glass.last<Dragged>().by.x == Approx(-2));
    glass.move(1, {90, 100}, 1.12);
    glass.up(1, {90, 100}, 1.13);
    CHECK(glass.last<DragEnded>().velocity == base::Point{});
}

TEST_CASE("a finger that goes on well after its pinch can throw again") {
    Glass glass = pinching();
    glass.up(2, {254, 100}, 1.1);
    glass.slide(1, {147, 100}, {247, 100}, 1.2, 1.3);
    glass.up(1, {247, 100}, 1.3);
    CHECK(glass.last<DragEnded>().velocity.x == Approx(1000).epsilon(0.01));
}

TEST_CASE("after a pinch the other finger drags as the surface allows now") {
    Glass glass;
    Hit fitted = map(5);
    fitted.axes = Axes::horizontal;
    glass.lay({0, 0, 1000, 500}, fitted);
    glass.down(1, {150, 100}, 1);
    glass.down(2, {250, 100}, 1.01);
    glass.move(2, {290, 100}, 1.02);
    glass.clear();
    glass.lay({0, 0, 1000, 500}, map(5));
    glass.up(2, {290, 100}, 1.1);
    CHECK(glass.last<DragBegan>().axis == Axes::both);
}

TEST_CASE("a finger of a pinch that is lost for a bad frame pinches on at once") {
    Glass glass = pinching();
    glass.up(2, {254, 100}, 1.1);
    (void)glass.said();
    glass.down(3, {256, 100}, 1.14);
    CHECK(glass.said() == Words{"drag cancelled 5", "pinch began 5", "pinched 5"});
    CHECK(glass.last<Pinched>().scale == Approx(1));
}

TEST_CASE("a cancelled finger ends its pinch as cancelled and nothing is stuck") {
    Glass glass = pinching();
    (void)glass.said();
    glass.cancel(1, 1.1);
    glass.cancel(2, 1.1);
    CHECK(glass.said() == Words{"pinch cancelled 5", "drag began 5 both", "drag cancelled 5"});
    CHECK(glass.gestures.down() == 0);
}

TEST_CASE("when the screen changes, a pinch of what is gone ends and its fingers do nothing more") {
    Glass glass = pinching();
    const auto said = glass.gestures.screenChanged([](TargetId) { return false; }, 1.1);
    REQUIRE(said.size() == 1);
    CHECK(std::get<PinchEnded>(said[0]).cancelled);
    (void)glass.said();
    glass.move(1, {50, 100}, 1.2);
    glass.up(1, {50, 100}, 1.3);
    glass.up(2, {254, 100}, 1.3);
    CHECK(glass.said().empty());
}

TEST_CASE("one person drags a wide map while another's two fingers far away change nothing") {
    Glass glass = wideMap();
    glass.down(1, {100, 100}, 1);
    glass.slide(1, {100, 100}, {150, 100}, 1, 1.1);
    glass.down(2, {700, 100}, 1.2);
    glass.down(3, {800, 100}, 1.2);
    glass.move(3, {850, 100}, 1.3);
    CHECK(glass.count<PinchBegan>() == 0);
    glass.move(1, {160, 100}, 1.3);
    CHECK(glass.last<Dragged>().by.x == Approx(55));
}
