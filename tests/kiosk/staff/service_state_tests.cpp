#include "kiosk/staff/service_state.hpp"
#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::kiosk;
using Phase = input::Contact::Phase;

namespace {

constexpr base::Size glass{708, 398}; // millimetres: 32 inches
constexpr base::Point topLeft{5, 5};
constexpr base::Point topRight{700, 5};
constexpr base::Point bottomLeft{5, 390};
constexpr base::Point bottomRight{700, 390};
constexpr base::Point middle{354, 199};

input::Contact finger(std::uint64_t id, Phase phase, base::Point at, base::Seconds time) {
    return {id, phase, at, time, 0, false};
}

/// A menu whose PIN is 2718.
struct Staff {
    ServiceState state{[](const std::string& digits) { return digits == "2718"; }};

    bool feel(std::uint64_t id, Phase phase, base::Point at, base::Seconds time) {
        return state.feel(finger(id, phase, at, time), glass);
    }
    void askFor(base::Seconds now) { state.press(input::StaffKey{input::StaffKey::Code::service, 0, now}); }
    void type(const std::string& digits, base::Seconds now) {
        for (const char digit : digits) {
            state.type(digit - '0', now);
        }
        state.enter(now);
    }
    void open(base::Seconds now) {
        askFor(now);
        type("2718", now);
        REQUIRE(state.page() == ServicePage::menu);
    }
};

} // namespace

TEST_CASE("two corners that are held for three seconds ask for the PIN") {
    Staff staff;
    const auto [one, other] = GENERATE(std::pair(topLeft, topRight), std::pair(topLeft, bottomRight),
                                       std::pair(bottomRight, bottomLeft), std::pair(bottomLeft, topLeft));
    CHECK_FALSE(staff.feel(1, Phase::began, one, 10));
    CHECK_FALSE(staff.state.due());
    CHECK_FALSE(staff.feel(2, Phase::began, other, 11));
    CHECK(staff.state.due() == 14.0);
    staff.state.pass(13.9);
    CHECK_FALSE(staff.state.shown());
    staff.state.pass(14);
    CHECK(staff.state.page() == ServicePage::pin);
}

TEST_CASE("a corner that is left, a finger that slides out, two fingers in one corner or a mouse ask for nothing") {
    Staff staff;
    CHECK_FALSE(staff.feel(1, Phase::began, topLeft, 0));
    SECTION("left") {
        CHECK_FALSE(staff.feel(2, Phase::began, topRight, 0));
        CHECK_FALSE(staff.feel(2, Phase::ended, topRight, 2));
    }
    SECTION("slides out") {
        CHECK_FALSE(staff.feel(2, Phase::began, topRight, 0));
        CHECK_FALSE(staff.feel(2, Phase::moved, middle, 1));
    }
    SECTION("one corner") {
        CHECK_FALSE(staff.feel(2, Phase::began, {30, 30}, 0));
    }
    SECTION("a mouse") {
        auto mouse = finger(2, Phase::began, topRight, 0);
        mouse.mouse = true;
        CHECK_FALSE(staff.state.feel(mouse, glass));
    }
    SECTION("beside the corners") {
        CHECK_FALSE(staff.feel(2, Phase::began, middle, 0));
    }
    CHECK_FALSE(staff.state.due());
    staff.state.pass(100);
    CHECK_FALSE(staff.state.shown());
}

TEST_CASE("without a PIN nothing opens the menu") {
    ServiceState state{nullptr};
    CHECK_FALSE(state.feel(finger(1, Phase::began, topLeft, 0), glass));
    CHECK_FALSE(state.feel(finger(2, Phase::began, topRight, 0), glass));
    CHECK_FALSE(state.due());
    state.pass(10);
    state.press(input::StaffKey{input::StaffKey::Code::service, 0, 11});
    CHECK_FALSE(state.shown());
}

TEST_CASE("only the PIN leads from the pad to the menu") {
    Staff staff;
    staff.askFor(0);
    staff.type("1234", 1);
    CHECK(staff.state.page() == ServicePage::pin);
    CHECK(staff.state.wrong());
    staff.type("271", 2);
    CHECK(staff.state.page() == ServicePage::pin);
    staff.state.type(9, 3);
    staff.state.erase(3);
    staff.type("2718", 3);
    CHECK(staff.state.page() == ServicePage::menu);
    CHECK(staff.state.wrongTries() == 0);
}

TEST_CASE("who guesses waits longer after each wrong PIN, also when the menu was closed meanwhile") {
    Staff staff;
    staff.askFor(0);
    staff.type("0000", 1);
    staff.type("0001", 1);
    CHECK(staff.state.wait(1) == 0);
    staff.type("0002", 1);
    CHECK(staff.state.wait(1) == 5);
    staff.type("2718", 3); // too soon: nobody looks whether it is right
    CHECK(staff.state.page() == ServicePage::pin);
    CHECK_FALSE(staff.state.wrong());
    staff.state.go(ServicePage::closed, 3);
    staff.askFor(3);
    staff.type("2718", 4);
    CHECK(staff.state.page() == ServicePage::pin);
    staff.type("0003", 6);
    CHECK(staff.state.wait(6) == 10);
    staff.type("0004", 16);
    CHECK(staff.state.wait(16) == 20);
    base::Seconds now = 16;
    for (int i = 0; i < 30; ++i) {
        now += staff.state.wait(now);
        staff.state.pass(now);
        staff.askFor(now);
        staff.state.go(ServicePage::pin, now);
        staff.type("0005", now);
    }
    CHECK(staff.state.wait(now) == longestWait);
    now += longestWait;
    staff.state.go(ServicePage::pin, now);
    staff.type("2718", now);
    CHECK(staff.state.page() == ServicePage::menu);
}

TEST_CASE("what begins on the open menu is the menu's, and what began before it is the visitor's to its end") {
    Staff staff;
    CHECK_FALSE(staff.feel(1, Phase::began, middle, 0));
    staff.open(1);
    CHECK_FALSE(staff.feel(1, Phase::moved, middle, 2));
    CHECK(staff.feel(2, Phase::began, middle, 2));
    CHECK_FALSE(staff.feel(1, Phase::ended, middle, 3));
    staff.state.go(ServicePage::closed, 4);
    CHECK(staff.feel(2, Phase::moved, middle, 5));
    CHECK(staff.feel(2, Phase::ended, middle, 5));
    CHECK_FALSE(staff.feel(3, Phase::began, middle, 6));
}

TEST_CASE("the menu closes itself two minutes after the last touch") {
    Staff staff;
    staff.open(0);
    staff.state.pass(119);
    CHECK(staff.state.shown());
    CHECK(staff.feel(1, Phase::began, middle, 100));
    staff.state.pass(219);
    CHECK(staff.state.shown());
    staff.state.pass(220);
    CHECK_FALSE(staff.state.shown());
    CHECK_FALSE(staff.state.due());
}

TEST_CASE("the question for the PIN, which anybody can call, goes after half a minute") {
    Staff staff;
    staff.askFor(0);
    staff.state.pass(29);
    CHECK(staff.state.shown());
    staff.state.pass(30);
    CHECK_FALSE(staff.state.shown());
}

TEST_CASE("while the glass is cleaned nothing is felt, for sixty seconds") {
    Staff staff;
    staff.open(0);
    staff.state.go(ServicePage::cleaning, 10);
    CHECK(staff.state.cleaningLeft(25) == 45);
    CHECK(staff.feel(1, Phase::began, middle, 30)); // nobody else's either
    CHECK(staff.feel(1, Phase::ended, middle, 69));
    staff.state.pass(69.9);
    CHECK(staff.state.page() == ServicePage::cleaning);
    staff.state.pass(70);
    CHECK(staff.state.page() == ServicePage::closed);
}

TEST_CASE("the touch test counts fingers by the lowest number that is free, and keeps their way") {
    Staff staff;
    staff.open(0);
    staff.state.go(ServicePage::fingers, 1);
    for (std::uint64_t id = 1; id <= 3; ++id) {
        CHECK(staff.feel(id, Phase::began, {static_cast<float>(id), 0}, 2));
    }
    CHECK(staff.feel(2, Phase::ended, middle, 3));
    CHECK(staff.feel(4, Phase::began, topLeft, 3));
    CHECK(staff.feel(4, Phase::moved, middle, 4));
    REQUIRE(staff.state.fingers().size() == 3);
    CHECK(staff.state.fingers().at(1).number == 1);
    CHECK(staff.state.fingers().at(4).number == 2);
    CHECK(staff.state.fingers().at(4).path == std::vector{topLeft, middle});
    CHECK(staff.state.mostFingers() == 3);
}

TEST_CASE("eight taps lead through the picture test and back to the menu") {
    Staff staff;
    staff.open(0);
    staff.state.go(ServicePage::pictures, 1);
    for (std::uint64_t tap = 0; tap < 8; ++tap) {
        CHECK(staff.state.page() == ServicePage::pictures);
        CHECK(staff.state.picture() == static_cast<int>(tap));
        CHECK(staff.feel(tap, Phase::began, middle, 2));
        CHECK(staff.feel(tap, Phase::ended, middle, 2));
    }
    CHECK(staff.state.page() == ServicePage::menu);
}

TEST_CASE("escape leads from a test to the menu, and from the menu away") {
    Staff staff;
    staff.open(0);
    staff.state.go(ServicePage::fingers, 1);
    CHECK(staff.state.press(input::Key{input::Key::Code::escape, 2}));
    CHECK(staff.state.page() == ServicePage::menu);
    CHECK(staff.state.press(input::Key{input::Key::Code::escape, 3}));
    CHECK_FALSE(staff.state.shown());
    CHECK_FALSE(staff.state.press(input::Key{input::Key::Code::escape, 4}));
}
