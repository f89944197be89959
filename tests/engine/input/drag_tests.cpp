#include "tests/catch.hpp"
#include "tests/engine/input/glass.hpp"

#include <cmath>
#include <numbers>

using namespace schacht;
using namespace schacht::input;
using namespace schacht::input::tests;
using Words = std::vector<std::string>;

namespace {

Glass shelf() {
    Glass glass;
    glass.lay({0, 0, 700, 300}, card(1, 9));
    return glass;
}

base::Point towards(base::Point from, float length, float degrees) {
    const float angle = degrees * std::numbers::pi_v<float> / 180;
    return {from.x + length * std::cos(angle), from.y + length * std::sin(angle)};
}

} // namespace

TEST_CASE("a drag begins after 5 mm and takes the press away") {
    Glass glass = shelf();
    glass.down(1, {100, 100}, 1);
    glass.move(1, {104.9F, 100}, 1.1);
    CHECK(glass.said() == Words{"pressed 1"});
    glass.move(1, {105.1F, 100}, 1.2);
    CHECK(glass.said() == Words{"released 1", "drag began 9 horizontal", "dragged 9"});
}

TEST_CASE("what is dragged starts without a jump and then follows the finger") {
    Glass glass = shelf();
    glass.down(1, {100, 100}, 1);
    glass.move(1, {105.5F, 100}, 1.1);
    CHECK(glass.last<Dragged>().by.x == Approx(0.5));
    glass.move(1, {90, 100}, 1.2);
    CHECK(glass.last<Dragged>().by.x == Approx(-15));
    CHECK(glass.last<Dragged>().at == base::Point{90, 100});
}

TEST_CASE("a drag along one axis says nothing of the other") {
    Glass glass = shelf();
    glass.down(1, {100, 100}, 1);
    glass.move(1, {150, 110}, 1.1);
    CHECK(glass.last<Dragged>().by.y == 0);
}

TEST_CASE("a swipe up to 30 degrees off its axis is a drag after 5 mm") {
    for (const float degrees : {-29.0F, 0.0F, 25.0F, 29.0F, 151.0F, 205.0F}) {
        Glass glass = shelf();
        glass.down(1, {300, 100}, 1);
        glass.move(1, towards({300, 100}, 5.5F, degrees), 1.1);
        CHECK(glass.count<DragBegan>() == 1);
    }
}

TEST_CASE("between the cones the screen's own axis wins after 8 mm, without a jump") {
    Glass glass = shelf();
    glass.down(1, {100, 100}, 1);
    glass.move(1, towards({100, 100}, 7.5F, 45), 1.1);
    CHECK(glass.count<DragBegan>() == 0);
    glass.move(1, towards({100, 100}, 8.5F, 45), 1.2);
    CHECK(glass.count<DragBegan>() == 1);
    CHECK(glass.last<Dragged>().by.x == Approx(std::cos(std::numbers::pi / 4)).margin(0.01));
}

TEST_CASE("between the cones a surface across the screen's own axis is not dragged") {
    Glass glass;
    Hit page = card(0, 9);
    page.ownAxis = Axes::vertical;
    glass.lay({0, 0, 700, 300}, page);
    glass.down(1, {100, 100}, 1);
    glass.slide(1, {100, 100}, towards({100, 100}, 40, 45), 1, 1.2);
    CHECK(glass.said().empty());
}

TEST_CASE("a swipe across the surface's axis drags nothing, however it goes on") {
    Glass glass = shelf();
    glass.down(1, {100, 100}, 1);
    glass.slide(1, {100, 100}, {102, 130}, 1, 1.2);
    glass.slide(1, {102, 130}, {300, 130}, 1.2, 1.6);
    glass.up(1, {300, 130}, 1.6);
    CHECK(glass.said() == Words{"pressed 1", "released 1"});
}

TEST_CASE("a map is dragged in every direction") {
    Glass glass;
    glass.lay({0, 0, 700, 400}, map(5));
    glass.down(1, {100, 100}, 1);
    glass.move(1, towards({100, 100}, 15, 45), 1.1);
    CHECK(glass.said() == Words{"drag began 5 both", "dragged 5"});
    CHECK(glass.last<Dragged>().by.x == Approx(10 * std::cos(std::numbers::pi / 4)));
    CHECK(glass.last<Dragged>().by.y == Approx(10 * std::cos(std::numbers::pi / 4)));
}

TEST_CASE("a slider follows after 1.5 mm along its axis") {
    Glass glass;
    glass.lay({100, 100, 200, 18}, slider(3));
    glass.down(1, {150, 109}, 1);
    glass.move(1, {151.4F, 109}, 1.1);
    CHECK(glass.said() == Words{"pressed 3"});
    glass.move(1, {152, 109}, 1.2);
    CHECK(glass.said() == Words{"released 3", "drag began 3 horizontal", "dragged 3"});
    CHECK(glass.last<Dragged>().by.x == Approx(0.5));
}

TEST_CASE("a slider keeps its finger when that slides far off the track") {
    Glass glass;
    glass.lay({100, 100, 200, 18}, slider(3)).lay({100, 200, 200, 100}, button(4));
    glass.down(1, {150, 109}, 1);
    glass.slide(1, {150, 109}, {160, 250}, 1, 1.3);
    CHECK(glass.last<Dragged>().surface == 3);
    glass.up(1, {160, 250}, 1.4);
    CHECK(glass.count<Tapped>() == 0);
    CHECK(glass.last<DragEnded>().by.x == Approx(8.5));
}

TEST_CASE("a touch on a slider's track that does not move is a tap there") {
    Glass glass;
    glass.lay({100, 100, 200, 18}, slider(3));
    glass.down(1, {250, 109}, 1);
    glass.up(1, {250, 109}, 1.1);
    CHECK(glass.last<Tapped>().at == base::Point{250, 109});
}

TEST_CASE("a thrown drag ends with the finger's speed along its axis, in the moment the finger leaves") {
    Glass glass = shelf();
    glass.down(1, {300, 100}, 1);
    glass.slide(1, {300, 100}, {200, 120}, 1, 1.1);
    glass.up(1, {200, 120}, 1.1);
    const auto end = glass.last<DragEnded>();
    CHECK(end.velocity.x == Approx(-1000).epsilon(0.01));
    CHECK(end.velocity.y == 0);
    CHECK(end.time == Approx(1.1));
    CHECK_FALSE(end.cancelled);
}

TEST_CASE("a finger that stops for 60 ms before it lifts places and does not throw") {
    Glass glass = shelf();
    glass.down(1, {300, 100}, 1);
    glass.slide(1, {300, 100}, {200, 100}, 1, 1.1);
    glass.up(1, {200, 100}, 1.17);
    CHECK(glass.last<DragEnded>().velocity == base::Point{});
}

TEST_CASE("a slow drag does not throw, and no throw is faster than 2500 mm/s") {
    Glass slow = shelf();
    slow.down(1, {300, 100}, 1);
    slow.slide(1, {300, 100}, {320, 100}, 1, 1.25);
    slow.up(1, {320, 100}, 1.25);
    CHECK(slow.last<DragEnded>().velocity == base::Point{});
    Glass fast = shelf();
    fast.down(1, {100, 100}, 1);
    fast.slide(1, {100, 100}, {600, 100}, 1, 1.1);
    fast.up(1, {600, 100}, 1.1);
    CHECK(fast.last<DragEnded>().velocity.x == Approx(2500));
}

TEST_CASE("a cancelled drag ends without speed and says so") {
    Glass glass = shelf();
    glass.down(1, {300, 100}, 1);
    glass.slide(1, {300, 100}, {200, 100}, 1, 1.1);
    glass.cancel(1, 1.1);
    CHECK(glass.last<DragEnded>().cancelled);
    CHECK(glass.last<DragEnded>().velocity == base::Point{});
    CHECK(glass.gestures.down() == 0);
}

TEST_CASE("a drag that is lost for a bad frame goes on at once, with its axis and speed") {
    Glass glass = shelf();
    glass.down(1, {300, 100}, 1);
    glass.slide(1, {300, 100}, {290, 100}, 1, 1.05);
    glass.up(1, {290, 100}, 1.05);
    (void)glass.said();
    glass.down(2, {283, 100}, 1.09);
    CHECK(glass.said() == Words{"drag began 9 horizontal"});
    glass.move(2, {281, 100}, 1.10);
    CHECK(glass.last<Dragged>().by.x == Approx(-2));
    glass.up(2, {281, 100}, 1.11);
    CHECK(glass.last<DragEnded>().velocity.x == Approx(-190).margin(40));
}

TEST_CASE("a contact that comes after 60 ms or 12 mm away is another finger") {
    for (const auto& [time, x] : {std::pair{1.12, 290.0F}, std::pair{1.09, 277.0F}}) {
        Glass glass = shelf();
        glass.down(1, {300, 100}, 1);
        glass.slide(1, {300, 100}, {290, 100}, 1, 1.05);
        glass.up(1, {290, 100}, 1.05);
        (void)glass.said();
        glass.down(2, {x, 100}, time);
        CHECK(glass.said() == Words{"pressed 1"});
    }
}

TEST_CASE("a lost finger that comes back on another thing presses nothing there") {
    Glass glass = shelf();
    glass.lay({280, 0, 18, 300}, button(6));
    glass.down(1, {310, 100}, 1);
    glass.slide(1, {310, 100}, {301, 100}, 1, 1.05);
    glass.up(1, {301, 100}, 1.05);
    (void)glass.said();
    glass.down(2, {292, 100}, 1.09);
    glass.up(2, {292, 100}, 1.15);
    CHECK(glass.said().empty());
}

TEST_CASE("the first finger that moves drags a shelf, and another on it can still tap") {
    Glass glass = shelf();
    glass.lay({400, 0, 100, 300}, card(2, 9));
    glass.down(1, {100, 100}, 1);
    glass.down(2, {450, 100}, 1.01);
    glass.slide(1, {100, 100}, {150, 100}, 1.02, 1.1);
    glass.up(2, {450, 100}, 1.12);
    glass.up(1, {150, 100}, 1.3);
    CHECK(glass.said() == Words{"pressed 1", "pressed 2", "released 1", "drag began 9 horizontal", "dragged 9",
                                "tapped 2", "drag ended 9"});
}

TEST_CASE("a resting finger does not keep another from dragging the same shelf") {
    Glass glass = shelf();
    glass.down(1, {100, 100}, 1);
    glass.down(2, {450, 100}, 1.5);
    glass.slide(2, {450, 100}, {400, 100}, 1.5, 1.6);
    CHECK(glass.last<DragBegan>().contact == 2);
}

TEST_CASE("a second finger that moves while the first drags takes over only after its own 5 mm") {
    Glass glass = shelf();
    glass.down(1, {100, 100}, 1);
    glass.slide(1, {100, 100}, {150, 100}, 1, 1.1);
    glass.down(2, {450, 100}, 1.1);
    glass.slide(2, {450, 100}, {500, 100}, 1.1, 1.2);
    CHECK(glass.count<DragBegan>() == 1);
    glass.up(1, {150, 100}, 1.2);
    glass.move(2, {504, 100}, 1.21);
    CHECK(glass.count<DragBegan>() == 1);
    glass.move(2, {506, 100}, 1.22);
    CHECK(glass.count<DragBegan>() == 2);
    CHECK(glass.last<Dragged>().by.x == Approx(1));
}

TEST_CASE("two people drag two surfaces at the same time") {
    Glass glass;
    glass.lay({0, 0, 300, 300}, card(0, 8)).lay({300, 0, 300, 300}, card(0, 9));
    glass.down(1, {100, 100}, 1);
    glass.down(2, {400, 100}, 1);
    glass.move(1, {120, 100}, 1.1);
    glass.move(2, {380, 100}, 1.1);
    CHECK(glass.said() == Words{"drag began 8 horizontal", "dragged 8", "drag began 9 horizontal", "dragged 9"});
}

TEST_CASE("a finger that drags into another surface keeps what it first touched") {
    Glass glass;
    glass.lay({0, 0, 300, 300}, card(0, 8)).lay({300, 0, 300, 300}, card(4, 9));
    glass.down(1, {280, 100}, 1);
    glass.slide(1, {280, 100}, {400, 100}, 1, 1.2);
    glass.up(1, {400, 100}, 1.2);
    CHECK(glass.said() == Words{"drag began 8 horizontal", "dragged 8", "drag ended 8"});
}

TEST_CASE("when the screen changes, drags of what is gone end and drags of what stays go on") {
    Glass glass;
    glass.lay({0, 0, 300, 300}, card(0, 8)).lay({300, 0, 300, 300}, card(0, 9));
    glass.down(1, {100, 100}, 1);
    glass.down(2, {400, 100}, 1);
    glass.move(1, {120, 100}, 1.1);
    glass.move(2, {380, 100}, 1.1);
    const auto said = glass.gestures.screenChanged([](TargetId id) { return id == 9; }, 1.15);
    REQUIRE(said.size() == 1);
    CHECK(std::get<DragEnded>(said[0]).surface == 8);
    CHECK(std::get<DragEnded>(said[0]).cancelled);
    (void)glass.said();
    glass.move(1, {140, 100}, 1.2);
    glass.move(2, {360, 100}, 1.2);
    glass.up(1, {140, 100}, 1.3);
    glass.up(2, {360, 100}, 1.3);
    CHECK(glass.said() == Words{"dragged 9", "drag ended 9"});
}

TEST_CASE("a mouse drags as a finger does") {
    Glass glass = shelf();
    glass.mouse = true;
    glass.down(1, {100, 100}, 1);
    glass.move(1, {130, 100}, 1.1);
    glass.up(1, {130, 100}, 1.3);
    CHECK(glass.said() == Words{"pressed 1", "released 1", "drag began 9 horizontal", "dragged 9", "drag ended 9"});
}
