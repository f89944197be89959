#include "tests/catch.hpp"
#include "tests/engine/input/glass.hpp"

using namespace schacht::input;
using namespace schacht::input::tests;
using Words = std::vector<std::string>;

namespace {

/// Two buttons of 18 mm beside each other, with nothing around them.
Glass twoButtons() {
    Glass glass;
    glass.lay({100, 100, 18, 18}, button(1)).lay({118, 100, 18, 18}, button(2));
    return glass;
}

} // namespace

TEST_CASE("a finger that touches and lifts is pressed at once and tapped when it lifts") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1.00);
    CHECK(glass.said() == Words{"pressed 1"});
    glass.up(1, {109, 109}, 1.08);
    CHECK(glass.said() == Words{"tapped 1"});
    CHECK(glass.gestures.down() == 0);
}

TEST_CASE("a tap has no longest time") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1);
    CHECK_FALSE(glass.gestures.due());
    glass.wait(31);
    glass.up(1, {109, 109}, 31);
    CHECK(glass.said() == Words{"pressed 1", "tapped 1"});
}

TEST_CASE("a finger that slides 5 mm on its target taps, and one that slides further does not") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1);
    glass.move(1, {109, 113.9F}, 1.1);
    glass.up(1, {109, 113.9F}, 1.2);
    CHECK(glass.said() == Words{"pressed 1", "tapped 1"});
    glass.down(2, {109, 109}, 2);
    glass.move(2, {109, 114.1F}, 2.1);
    CHECK(glass.said() == Words{"pressed 1", "released 1"});
    glass.up(2, {109, 114.1F}, 2.2);
    CHECK(glass.said().empty());
}

TEST_CASE("a finger that slid too far presses no more when it comes back") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1);
    glass.move(1, {109, 130}, 1.1);
    glass.move(1, {109, 109}, 1.2);
    glass.up(1, {109, 109}, 1.3);
    CHECK(glass.said() == Words{"pressed 1", "released 1"});
}

TEST_CASE("a finger that leaves its target is released, and its neighbour is never pressed") {
    Glass glass = twoButtons();
    glass.down(1, {116, 109}, 1);
    glass.move(1, {119.5F, 109}, 1.1);
    CHECK(glass.said() == Words{"pressed 1", "released 1"});
    glass.up(1, {119.5F, 109}, 1.2);
    CHECK(glass.said().empty());
}

TEST_CASE("a finger that comes back on its target within the slop presses it again") {
    Glass glass = twoButtons();
    glass.down(1, {116, 109}, 1);
    glass.move(1, {119.5F, 109}, 1.1);
    glass.move(1, {117, 109}, 1.2);
    glass.up(1, {117, 109}, 1.3);
    CHECK(glass.said() == Words{"pressed 1", "released 1", "pressed 1", "tapped 1"});
}

TEST_CASE("a finger that trembles by 2 mm over the edge of its target still taps it") {
    Glass glass = twoButtons();
    glass.down(1, {117.5F, 109}, 1);
    glass.move(1, {118.9F, 109}, 1.1);
    glass.up(1, {118.9F, 109}, 1.2);
    CHECK(glass.said() == Words{"pressed 1", "tapped 1"});
}

TEST_CASE("what slid away while the screen sent no news counts when the finger lifts") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1);
    glass.up(1, {150, 109}, 1.2);
    CHECK(glass.said() == Words{"pressed 1", "released 1"});
}

TEST_CASE("a touch on nothing presses nothing, and still says that somebody is there") {
    Glass glass = twoButtons();
    glass.down(1, {10, 10}, 1);
    glass.up(1, {10, 10}, 1.1);
    CHECK(glass.said().empty());
    CHECK(glass.count<Touched>() == 1);
    CHECK(glass.last<Touched>().at == schacht::base::Point{10, 10});
}

TEST_CASE("the same target again within 250 ms counts once") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1.00);
    glass.up(1, {109, 109}, 1.05);
    glass.down(2, {109, 109}, 1.15);
    glass.up(2, {109, 109}, 1.20);
    CHECK(glass.said() == Words{"pressed 1", "tapped 1", "pressed 1", "released 1"});
    glass.down(3, {109, 109}, 1.28);
    glass.up(3, {109, 109}, 1.31);
    CHECK(glass.said() == Words{"pressed 1", "tapped 1"});
}

TEST_CASE("two fingers that tap one target together count once") {
    Glass glass = twoButtons();
    glass.down(1, {105, 109}, 1.00);
    glass.down(2, {113, 109}, 1.01);
    glass.up(1, {105, 109}, 1.08);
    glass.up(2, {113, 109}, 1.09);
    CHECK(glass.count<Tapped>() == 1);
    CHECK(glass.count<Released>() == 1);
}

TEST_CASE("arrows and keys may be tapped as fast as fingers can") {
    Glass glass;
    Hit arrow = button(1);
    arrow.repeatable = true;
    glass.lay({100, 100, 18, 18}, arrow);
    for (int i = 0; i < 5; ++i) {
        const double t = 1 + i * 0.12;
        glass.down(static_cast<std::uint64_t>(i + 1), {109, 109}, t);
        glass.up(static_cast<std::uint64_t>(i + 1), {109, 109}, t + 0.05);
    }
    CHECK(glass.count<Tapped>() == 5);
}

TEST_CASE("two people tap two targets at the same time, each their own") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1.00);
    glass.down(2, {127, 109}, 1.01);
    glass.up(2, {127, 109}, 1.05);
    glass.up(1, {109, 109}, 1.06);
    CHECK(glass.said() == Words{"pressed 1", "pressed 2", "tapped 2", "tapped 1"});
}

TEST_CASE("a touch on a surface that moves stops it and presses nothing") {
    Glass glass;
    Hit moving = card(1, 9);
    moving.moving = true;
    glass.lay({0, 0, 500, 100}, moving);
    glass.down(1, {50, 50}, 1);
    CHECK(glass.said() == Words{"caught 9", "drag began 9 horizontal"});
    glass.move(1, {51, 50}, 1.1);
    CHECK(glass.last<Dragged>().by.x == Approx(1));
    glass.up(1, {51, 50}, 1.3);
    CHECK(glass.said() == Words{"dragged 9", "drag ended 9"});
    CHECK(glass.last<DragEnded>().velocity == schacht::base::Point{});
}

TEST_CASE("a moving target that nothing drags is caught and not pressed") {
    Glass glass;
    Hit lamp = button(4);
    lamp.moving = true;
    glass.lay({0, 0, 50, 50}, lamp);
    glass.down(1, {10, 10}, 1);
    glass.up(1, {10, 10}, 1.1);
    CHECK(glass.said() == Words{"caught 4"});
}

TEST_CASE("a cancelled press is released and taps nothing") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1);
    glass.cancel(1, 1.1);
    CHECK(glass.said() == Words{"pressed 1", "released 1"});
    CHECK(glass.gestures.down() == 0);
    glass.up(1, {109, 109}, 1.2);
    CHECK(glass.said().empty());
}

TEST_CASE("a contact that begins twice is let go before it begins again") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1);
    glass.down(1, {127, 109}, 2);
    glass.up(1, {127, 109}, 2.1);
    CHECK(glass.said() == Words{"pressed 1", "released 1", "pressed 2", "tapped 2"});
    CHECK(glass.gestures.down() == 0);
}

TEST_CASE("news of a contact that never began is ignored") {
    Glass glass = twoButtons();
    glass.move(8, {109, 109}, 1);
    glass.up(8, {109, 109}, 1.1);
    glass.cancel(8, 1.2);
    CHECK(glass.all.empty());
}

TEST_CASE("a contact that began on the old screen never presses the new one") {
    Glass glass = twoButtons();
    glass.down(1, {109, 109}, 1);
    glass.all.clear();
    (void)glass.said();
    glass.clear();
    glass.lay({0, 0, 500, 500}, button(7));
    const auto said = glass.gestures.screenChanged([](TargetId id) { return id == 7; }, 1.05);
    REQUIRE(said.size() == 1);
    CHECK(std::get<Released>(said[0]).target == 1);
    glass.move(1, {110, 109}, 1.1);
    glass.up(1, {110, 109}, 1.2);
    CHECK(glass.all.empty());
}

TEST_CASE("a tap that flickers off and on again within 60 ms is no second tap") {
    Glass glass;
    Hit arrow = button(1);
    arrow.repeatable = true;
    glass.lay({100, 100, 18, 18}, arrow);
    glass.down(1, {109, 109}, 1.00);
    glass.up(1, {109, 109}, 1.05);
    glass.down(2, {111, 109}, 1.10);
    glass.up(2, {111, 109}, 1.15);
    CHECK(glass.said() == Words{"pressed 1", "tapped 1"});
}

TEST_CASE("a mouse that clicks again within 60 ms clicks again") {
    Glass glass;
    glass.mouse = true;
    Hit arrow = button(1);
    arrow.repeatable = true;
    glass.lay({100, 100, 18, 18}, arrow);
    glass.down(1, {109, 109}, 1.00);
    glass.up(1, {109, 109}, 1.05);
    glass.down(2, {109, 109}, 1.10);
    glass.up(2, {109, 109}, 1.15);
    CHECK(glass.count<Tapped>() == 2);
}
