#include "tests/catch.hpp"
#include "tests/engine/input/x11_screen.hpp"

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <set>
#include <thread>

using namespace schacht;
using namespace schacht::input;
using namespace schacht::input::tests;
using Phase = Contact::Phase;
using Code = Key::Code;

namespace {

void sleepFor(int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

std::vector<Phase> phases(const std::vector<Contact>& contacts) {
    std::vector<Phase> all;
    for (const Contact& contact : contacts) {
        all.push_back(contact.phase);
    }
    return all;
}

base::Point pixelOf(base::Point at) {
    return {std::floor(at.x), std::floor(at.y)};
}

} // namespace

TEST_CASE("five fingers at once arrive, exact to the pixel, each with a number of its own", "[display]") {
    X11Screen screen;
    const std::vector<base::Point> points{{0, 0}, {1279, 799}, {641, 399}, {17, 780}, {1003, 5}};
    for (std::size_t i = 0; i < points.size(); ++i) {
        screen.touchscreen.down(static_cast<int>(i), points[i]);
    }
    const auto contacts = screen.contacts(5);
    REQUIRE(contacts.size() == 5);
    std::set<std::uint64_t> ids;
    for (std::size_t i = 0; i < points.size(); ++i) {
        CHECK(contacts[i].phase == Phase::began);
        CHECK(pixelOf(contacts[i].at) == points[i]);
        CHECK_FALSE(contacts[i].mouse);
        ids.insert(contacts[i].id);
    }
    CHECK(ids.size() == 5);
}

TEST_CASE("a finger begins, moves and ends under one number", "[display]") {
    X11Screen screen;
    screen.touchscreen.down(0, {100, 100});
    screen.touchscreen.move(0, {150, 120});
    screen.touchscreen.up(0);
    const auto contacts = screen.contacts(3);
    CHECK(phases(contacts) == std::vector{Phase::began, Phase::moved, Phase::ended});
    CHECK(pixelOf(contacts.back().at) == base::Point{150, 120});
    CHECK(contacts.front().id == contacts.back().id);
    screen.touchscreen.tap({100, 100});
    CHECK(screen.contacts(2).front().id != contacts.front().id);
}

TEST_CASE("the pointer events that the server makes of a touch are not counted", "[display]") {
    X11Screen screen;
    screen.touchscreen.drag({100, 100}, {300, 100}, 0.1);
    const auto contacts = screen.contacts(2);
    std::set<std::uint64_t> ids;
    for (const Contact& contact : contacts) {
        CHECK_FALSE(contact.mouse);
        ids.insert(contact.id);
    }
    CHECK(ids.size() == 1);
}

TEST_CASE("the mouse is a contact while its first button is down", "[display]") {
    X11Screen screen;
    screen.touchscreen.mouseTo({100, 100});
    screen.touchscreen.mouseDown();
    screen.touchscreen.mouseTo({200, 150});
    screen.touchscreen.mouseUp();
    screen.touchscreen.mouseTo({300, 300});
    const auto contacts = screen.contacts(3);
    REQUIRE(phases(contacts) == std::vector{Phase::began, Phase::moved, Phase::ended});
    CHECK(pixelOf(contacts[0].at) == base::Point{100, 100});
    CHECK(pixelOf(contacts[2].at) == base::Point{200, 150});
    CHECK(contacts[0].mouse);
}

TEST_CASE("other buttons of the mouse are no contact", "[display]") {
    X11Screen screen;
    screen.touchscreen.mouseTo({100, 100});
    for (const int button : {2, 3}) {
        screen.touchscreen.mouseDown(button);
        screen.touchscreen.mouseUp(button);
    }
    screen.touchscreen.click({50, 60});
    CHECK(screen.contacts(2).size() == 2);
}

TEST_CASE("a mouse that is dragged out of the window is followed until its button is up", "[display]") {
    X11Screen screen({100, 100, 200, 200});
    screen.touchscreen.mouseTo({150, 150});
    screen.touchscreen.mouseDown();
    screen.touchscreen.mouseTo({700, 150});
    screen.touchscreen.mouseUp();
    const auto contacts = screen.contacts(3);
    REQUIRE(phases(contacts) == std::vector{Phase::began, Phase::moved, Phase::ended});
    CHECK(pixelOf(contacts[2].at) == base::Point{600, 50});
}

TEST_CASE("places are millimetres from the window's corner", "[display]") {
    X11Screen screen({200, 100, 600, 600}, 0.25F);
    screen.touchscreen.tap({300, 140});
    const auto contacts = screen.contacts(2);
    REQUIRE(contacts.size() == 2);
    CHECK(contacts[0].at.x == Approx(25).margin(0.25));
    CHECK(contacts[0].at.y == Approx(10).margin(0.25));
}

TEST_CASE("a finger that slides out of the window is followed", "[display]") {
    X11Screen screen({100, 100, 200, 200});
    screen.touchscreen.down(0, {150, 150});
    screen.touchscreen.move(0, {700, 150});
    screen.touchscreen.up(0);
    CHECK(phases(screen.contacts(3)) == std::vector{Phase::began, Phase::moved, Phase::ended});
}

TEST_CASE("events that waited for the loop keep the distances in time that they had on the glass", "[display]") {
    X11Screen screen;
    screen.touchscreen.tap({10, 10});
    (void)screen.contacts(2);
    const base::Seconds before = base::now();
    screen.touchscreen.down(0, {100, 100});
    const base::Seconds after = base::now();
    sleepFor(100); // so long it lies there
    const base::Seconds beforeMove = base::now();
    screen.touchscreen.move(0, {150, 100});
    const base::Seconds afterMove = base::now();
    const auto contacts = screen.contacts(2);
    REQUIRE(contacts.size() == 2);
    constexpr base::Seconds counted = 0.003; // the server counts milliseconds
    CHECK(contacts.back().time - contacts.front().time > beforeMove - after - counted);
    CHECK(contacts.back().time - contacts.front().time < afterMove - before + counted);
    CHECK(contacts.back().time <= base::now());
}

TEST_CASE("keys arrive on a screen without a window manager", "[display]") {
    X11Screen screen;
    for (const char* key :
         {"tab", "left", "right", "up", "down", "enter", "space", "esc", "home", "pageup", "pagedown", "f1"}) {
        screen.touchscreen.key(key);
    }
    CHECK(screen.keys(12) == std::vector{Code::tab, Code::left, Code::right, Code::up, Code::down, Code::enter,
                                         Code::enter, Code::escape, Code::home, Code::pageUp, Code::pageDown,
                                         Code::repeat});
}

TEST_CASE("tab with shift goes back, and letters are no keys of the kiosk", "[display]") {
    X11Screen screen;
    screen.touchscreen.key("a");
    screen.touchscreen.hold("shift");
    screen.touchscreen.key("tab");
    screen.touchscreen.release("shift");
    CHECK(screen.keys(1) == std::vector{Code::backTab});
}

TEST_CASE("what staff press are keys of their own: a service key of three, and a PIN", "[display]") {
    X11Screen screen;
    screen.touchscreen.key("s");
    screen.touchscreen.hold("ctrl");
    screen.touchscreen.key("s");
    screen.touchscreen.hold("shift");
    screen.touchscreen.key("s");
    screen.touchscreen.release("shift");
    screen.touchscreen.release("ctrl");
    for (const char* key : {"0", "2", "9", "backspace"}) {
        screen.touchscreen.key(key);
    }
    const auto all = screen.collect([](const auto& some) { return only<StaffKey>(some).size() >= 5; });
    CHECK(only<Key>(all).empty());
    const auto keys = only<StaffKey>(all);
    REQUIRE(keys.size() == 5);
    CHECK(keys[0].code == StaffKey::Code::service);
    CHECK(keys[1].digit == 0);
    CHECK(keys[2].digit == 2);
    CHECK(keys[3].digit == 9);
    CHECK(keys[4].code == StaffKey::Code::backspace);
    CHECK(keys[4].time > 0);
}

TEST_CASE("a held enter counts once and a held arrow goes on", "[display]") {
    X11Screen screen;
    screen.touchscreen.hold("enter");
    sleepFor(1200); // the server repeats a key that is held for so long
    screen.touchscreen.release("enter");
    CHECK(screen.keys(1) == std::vector{Code::enter});
    screen.touchscreen.hold("right");
    CHECK(screen.keys(3).size() >= 3);
    screen.touchscreen.release("right");
    (void)screen.keys(0); // what came until then
    screen.touchscreen.key("enter");
    CHECK(screen.keys(1) == std::vector{Code::enter});
}

TEST_CASE("a touchscreen that is pulled out cancels its contacts and taps nothing", "[display]") {
    X11Screen screen;
    screen.touchscreen.down(0, {100, 100});
    screen.touchscreen.down(1, {200, 100});
    REQUIRE(screen.contacts(2).size() == 2);
    screen.touchscreen.unplug();
    CHECK(phases(screen.contacts(2)) == std::vector{Phase::cancelled, Phase::cancelled});
}

TEST_CASE("a touchscreen that is pulled out before its touches were read cancels them as well", "[display]") {
    X11Screen screen;
    screen.touchscreen.down(0, {100, 100});
    screen.touchscreen.unplug();
    CHECK(phases(screen.contacts(2)) == std::vector{Phase::began, Phase::cancelled});
}

TEST_CASE("a touchscreen that is plugged in again is heard at once", "[display]") {
    X11Screen screen;
    screen.touchscreen.down(0, {100, 100});
    screen.touchscreen.unplug();
    (void)screen.contacts(2);
    screen.touchscreen.plug();
    screen.touchscreen.tap({640, 400});
    const auto contacts = screen.contacts(2);
    REQUIRE(phases(contacts) == std::vector{Phase::began, Phase::ended});
    CHECK(pixelOf(contacts[0].at) == base::Point{640, 400});
}

TEST_CASE("another size of the window is told once, and what it lost is told too", "[display]") {
    X11Screen screen({0, 0, 300, 200});
    screen.resizeWindow(640, 480);
    const auto happenings = screen.collect([](const auto& all) { return !only<Exposed>(all).empty(); });
    REQUIRE(only<Resized>(happenings).size() == 1);
    CHECK(only<Resized>(happenings)[0].width == 640);
    CHECK(only<Resized>(happenings)[0].height == 480);
    CHECK_FALSE(only<Exposed>(happenings).empty());
}

TEST_CASE("a window that goes cancels its contacts and is closed", "[display]") {
    X11Screen screen;
    screen.touchscreen.down(0, {100, 100});
    (void)screen.contacts(1);
    screen.destroyWindow();
    const auto happenings = screen.collect([](const auto& all) { return !only<Closed>(all).empty(); });
    CHECK(only<Closed>(happenings).size() == 1);
    const auto contacts = only<Contact>(happenings);
    REQUIRE_FALSE(contacts.empty());
    CHECK(contacts.back().phase != Phase::moved);
}

TEST_CASE("a server that is gone closes the window and does not end the process", "[display]") {
    X11Screen screen;
    screen.touchscreen.down(0, {100, 100});
    (void)screen.contacts(1);
    screen.loseServer();
    const auto happenings = screen.collect([](const auto& all) { return !only<Closed>(all).empty(); });
    CHECK(only<Closed>(happenings).size() == 1);
    CHECK(phases(only<Contact>(happenings)) == std::vector{Phase::cancelled});
    CHECK_FALSE(screen.source->pending());
}

TEST_CASE("without an X server there is no input, and a sentence says so") {
    setenv("DISPLAY", ":4095", 1);
    const auto source = listenToWindow(1, 1);
    REQUIRE_FALSE(source);
    CHECK(source.error().code == "no-display");
    CHECK(source.error().message == "There is no X server to take touches from. Is DISPLAY set?");
}

TEST_CASE("a window that is not there is refused", "[display]") {
    X11Screen screen;
    const auto source = listenToWindow(0x7ffffff, 1);
    REQUIRE_FALSE(source);
    CHECK(source.error().code == "no-window");
    CHECK(source.error().message == "The X server does not let this program listen to its window: the window is gone, "
                                    "or another program takes its touches.");
}
