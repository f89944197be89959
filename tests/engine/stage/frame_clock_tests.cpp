/// When a frame is drawn, how much of it, and when the loop wakes: without a window and without waiting.
#include "engine/stage/frame_clock.hpp"

#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::stage;
using Due = FrameClock::Due;
using Redraw = FrameClock::Redraw;

namespace {

constexpr base::Seconds began = 100; // of the last frame
constexpr base::Seconds nextFrame = began + FrameClock::framePeriod;
constexpr base::Seconds atRest = began + FrameClock::quiet;
constexpr FrameMoves nothing{};
constexpr FrameMoves ofScene{.scene = true, .state = false};
constexpr FrameMoves ofState{.scene = false, .state = true};

/// Draws a frame as the shell does.
void draw(FrameClock& clock, base::Seconds when = began, bool sceneMoves = false, bool overlaid = false) {
    if (clock.sceneOutdated()) {
        clock.sceneMade();
    }
    (void)clock.beginFrame(sceneMoves, overlaid);
    clock.frameShown(when, when + 0.005);
}

/// The window shows the state as it is, since the frame of `began`.
FrameClock drawn() {
    FrameClock clock;
    draw(clock);
    return clock;
}

} // namespace

TEST_CASE("the first frame is due at once, of a Scene that is still to be made, and draws everything") {
    FrameClock clock;
    CHECK(clock.turn(1, nothing) == Due::frame);
    CHECK(clock.sceneOutdated());
    clock.sceneMade();
    CHECK(clock.beginFrame(false, false) == Redraw::everything);
}

TEST_CASE("where nothing happens after a frame, none is drawn, and the loop wakes once, to rest") {
    FrameClock clock = drawn();
    CHECK(clock.still(nothing));
    CHECK(clock.wake(nothing) == atRest);
    CHECK(clock.turn(atRest - 0.01, nothing) == Due::nothing);
    CHECK(clock.turn(atRest, nothing) == Due::rest);
    CHECK_FALSE(clock.wake(nothing));
    CHECK(clock.turn(atRest + 10, nothing) == Due::nothing);
}

TEST_CASE("after each frame the loop rests again") {
    FrameClock clock = drawn();
    REQUIRE(clock.turn(atRest, nothing) == Due::rest);
    clock.lookChanged();
    draw(clock, 200);
    CHECK(clock.wake(nothing) == 200 + FrameClock::quiet);
    CHECK(clock.turn(201, nothing) == Due::rest);
}

TEST_CASE("a state that has changed is drawn a frame period after the last frame, of a new Scene") {
    FrameClock clock = drawn();
    clock.stateChanged();
    CHECK_FALSE(clock.still(nothing));
    CHECK(clock.sceneOutdated());
    CHECK(clock.wake(nothing) == nextFrame);
    CHECK(clock.turn(nextFrame - 0.002, nothing) == Due::nothing);
    CHECK(clock.turn(nextFrame, nothing) == Due::frame);
    draw(clock, nextFrame);
    CHECK_FALSE(clock.sceneOutdated());
    CHECK(clock.still(nothing));
}

TEST_CASE("a loop that wakes a moment too early draws all the same") {
    FrameClock clock = drawn();
    clock.stateChanged();
    CHECK(clock.turn(nextFrame - 0.0004, nothing) == Due::frame);
}

TEST_CASE("a Scene that was made between two frames is drawn, although the state has not changed since") {
    FrameClock clock = drawn();
    clock.stateChanged();
    clock.sceneMade();
    CHECK_FALSE(clock.sceneOutdated());
    CHECK_FALSE(clock.still(nothing));
    CHECK(clock.turn(nextFrame, nothing) == Due::frame);
}

TEST_CASE("what changes the state while its frame is made is drawn with the next one") {
    FrameClock clock = drawn();
    clock.stateChanged();
    clock.sceneMade();
    clock.stateChanged(); // a gesture that ended with the screen it was made on
    (void)clock.beginFrame(false, false);
    clock.frameShown(nextFrame, nextFrame);
    CHECK(clock.sceneOutdated());
    CHECK(clock.wake(nothing) == nextFrame + FrameClock::framePeriod);
}

TEST_CASE("a picture that has come is drawn with the Scene that is there, and only where it is") {
    FrameClock clock = drawn();
    clock.lookChanged();
    CHECK_FALSE(clock.still(nothing));
    CHECK_FALSE(clock.sceneOutdated());
    CHECK(clock.turn(nextFrame, nothing) == Due::frame);
    CHECK(clock.beginFrame(false, false) == Redraw::changes);
}

TEST_CASE("a window that lost what it showed is drawn as a whole, once") {
    FrameClock clock = drawn();
    clock.windowLost();
    CHECK_FALSE(clock.still(nothing));
    CHECK_FALSE(clock.sceneOutdated());
    CHECK(clock.turn(nextFrame, nothing) == Due::frame);
    CHECK(clock.beginFrame(false, false) == Redraw::everything);
    clock.frameShown(nextFrame, nextFrame);
    CHECK(clock.beginFrame(false, false) == Redraw::changes);
}

TEST_CASE("while a Scene turns into the next, or the state moves by itself, every frame period has its frame") {
    const FrameMoves moves = GENERATE(ofScene, ofState);
    FrameClock clock = drawn();
    CHECK_FALSE(clock.still(moves));
    CHECK(clock.wake(moves) == nextFrame);
    CHECK(clock.turn(nextFrame - 0.002, moves) == Due::nothing);
    CHECK(clock.turn(nextFrame, moves) == Due::frame);
    CHECK(clock.turn(atRest, moves) == Due::frame);
}

TEST_CASE("the end of a movement is drawn, also where it came between two frames") {
    FrameClock clock = drawn();
    draw(clock, nextFrame, true);
    CHECK_FALSE(clock.still(nothing));
    CHECK(clock.wake(nothing) == nextFrame + FrameClock::framePeriod);
    CHECK(clock.turn(atRest, nothing) == Due::frame);
    CHECK_FALSE(clock.sceneOutdated());
    draw(clock, atRest);
    CHECK(clock.still(nothing));
}

TEST_CASE("once the state moves no more, a Scene is made that does not say so any longer") {
    FrameClock clock = drawn();
    REQUIRE(clock.turn(nextFrame, ofState) == Due::frame);
    draw(clock, nextFrame);
    CHECK(clock.turn(nextFrame + FrameClock::framePeriod, nothing) == Due::frame);
    CHECK(clock.sceneOutdated());
    draw(clock, nextFrame + FrameClock::framePeriod);
    CHECK(clock.turn(nextFrame + 2 * FrameClock::framePeriod, nothing) == Due::nothing);
    CHECK_FALSE(clock.sceneOutdated());
}

TEST_CASE("under an overlay, and once more without it, everything is drawn") {
    FrameClock clock = drawn();
    CHECK(clock.beginFrame(false, true) == Redraw::everything);
    CHECK(clock.beginFrame(false, true) == Redraw::everything);
    CHECK(clock.beginFrame(false, false) == Redraw::everything);
    CHECK(clock.beginFrame(false, false) == Redraw::changes);
}

TEST_CASE("a touch is meant for a screen only once a frame has shown it") {
    FrameClock clock;
    CHECK_FALSE(clock.couldSee(1000));
    draw(clock, began); // on the glass at began + 0.005
    CHECK_FALSE(clock.couldSee(began));
    CHECK(clock.couldSee(began + 0.005));
    SECTION("more frames of it do not make it newer") {
        draw(clock, 200);
        CHECK(clock.couldSee(150));
    }
    SECTION("another screen must be shown first") {
        clock.screenReplaced();
        CHECK_FALSE(clock.couldSee(1000));
        draw(clock, 200);
        CHECK_FALSE(clock.couldSee(150));
        CHECK(clock.couldSee(201));
    }
}
