#include "tests/catch.hpp"
#include "tests/engine/input/glass.hpp"

using namespace schacht;
using namespace schacht::input;
using namespace schacht::input::tests;
using Words = std::vector<std::string>;

namespace {

Glass shelfWithEdge() {
    Glass glass;
    glass.lay({0, 0, 700, 300}, card(0, 9)).lay({100, 100, 18, 18}, card(1, 9));
    return glass;
}

} // namespace

TEST_CASE("a contact broader than 30 mm is a palm: it presses, drags and taps nothing until it lifts") {
    Glass glass = shelfWithEdge();
    glass.breadth = 31;
    glass.down(1, {109, 109}, 1);
    glass.breadth = 10;
    glass.slide(1, {109, 109}, {200, 109}, 1, 1.2);
    glass.up(1, {200, 109}, 1.2);
    CHECK(glass.said().empty());
    CHECK(glass.count<Touched>() == 1);
    glass.down(2, {109, 109}, 2);
    CHECK(glass.said() == Words{"pressed 1"});
}

TEST_CASE("a press that grows into a palm is released") {
    Glass glass = shelfWithEdge();
    glass.down(1, {109, 109}, 1);
    glass.breadth = 40;
    glass.move(1, {109, 109}, 1.1);
    glass.up(1, {109, 109}, 1.2);
    CHECK(glass.said() == Words{"pressed 1", "released 1"});
}

TEST_CASE("a drag that grows into a palm is cancelled") {
    Glass glass = shelfWithEdge();
    glass.down(1, {300, 100}, 1);
    glass.slide(1, {300, 100}, {320, 100}, 1, 1.1);
    glass.breadth = 40;
    glass.move(1, {330, 100}, 1.12);
    CHECK(glass.said() == Words{"drag began 9 horizontal", "dragged 9", "drag cancelled 9"});
}

TEST_CASE("a finger of exactly 30 mm is still a finger") {
    Glass glass = shelfWithEdge();
    glass.breadth = 30;
    glass.down(1, {109, 109}, 1);
    CHECK(glass.said() == Words{"pressed 1"});
}

TEST_CASE("a contact that rests 2.5 s outside a control is put aside until it lifts") {
    Glass glass = shelfWithEdge();
    glass.down(1, {400, 200}, 1);
    REQUIRE(glass.gestures.due());
    CHECK(*glass.gestures.due() == Approx(3.5));
    glass.wait(3.49);
    CHECK(glass.gestures.due());
    glass.wait(3.5);
    CHECK_FALSE(glass.gestures.due());
    glass.slide(1, {400, 200}, {500, 200}, 3.6, 3.8);
    glass.up(1, {500, 200}, 3.8);
    CHECK(glass.said().empty());
}

TEST_CASE("trembling by 2 mm is resting, moving on is not") {
    Glass glass = shelfWithEdge();
    glass.down(1, {400, 200}, 1);
    glass.move(1, {401.5F, 200}, 2);
    CHECK(*glass.gestures.due() == Approx(3.5));
    glass.move(1, {403, 200}, 3);
    CHECK(*glass.gestures.due() == Approx(5.5));
}

TEST_CASE("an arm that slid into place and rests lets go of what it dragged") {
    Glass glass = shelfWithEdge();
    glass.down(1, {400, 200}, 1);
    glass.slide(1, {400, 200}, {420, 200}, 1, 1.2);
    glass.wait(1.2 + 2.5);
    CHECK(glass.said() == Words{"drag began 9 horizontal", "dragged 9", "drag cancelled 9"});
    glass.down(2, {500, 100}, 4);
    glass.slide(2, {500, 100}, {450, 100}, 4, 4.1);
    CHECK(glass.said() == Words{"drag began 9 horizontal", "dragged 9"});
}

TEST_CASE("a resting arm and a finger never pinch") {
    Glass glass;
    glass.lay({0, 0, 700, 300}, map(5));
    glass.down(1, {400, 250}, 1);
    glass.wait(3.6);
    glass.down(2, {300, 100}, 4);
    glass.slide(2, {300, 100}, {250, 100}, 4, 4.1);
    CHECK(glass.said() == Words{"drag began 5 both", "dragged 5"});
}

TEST_CASE("a finger that rests on a control is never put aside") {
    Glass glass = shelfWithEdge();
    glass.down(1, {109, 109}, 1);
    glass.wait(60);
    glass.up(1, {109, 109}, 61);
    CHECK(glass.said() == Words{"pressed 1", "tapped 1"});
}

TEST_CASE("two fingers that hold a pinch still keep it") {
    Glass glass;
    glass.lay({0, 0, 700, 300}, map(5));
    glass.down(1, {100, 100}, 1);
    glass.down(2, {200, 100}, 1);
    glass.move(2, {220, 100}, 1.1);
    CHECK_FALSE(glass.gestures.due());
    glass.wait(10);
    glass.move(2, {240, 100}, 10.1);
    CHECK(glass.last<Pinched>().scale == Approx(140.0 / 106));
}

TEST_CASE("a resting arm that flickers for a bad frame stays aside") {
    Glass glass = shelfWithEdge();
    glass.down(1, {400, 200}, 1);
    glass.wait(4);
    glass.up(1, {400, 200}, 5);
    glass.down(2, {401, 200}, 5.03);
    glass.slide(2, {401, 200}, {500, 200}, 5.1, 5.3);
    CHECK(glass.said().empty());
}

TEST_CASE("a mouse is never a palm") {
    Glass glass = shelfWithEdge();
    glass.mouse = true;
    glass.breadth = 100;
    glass.down(1, {400, 200}, 1);
    CHECK_FALSE(glass.gestures.due());
    glass.wait(10);
    glass.move(1, {420, 200}, 10.1);
    CHECK(glass.said() == Words{"drag began 9 horizontal", "dragged 9"});
}
