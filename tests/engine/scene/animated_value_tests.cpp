#include "engine/scene/animated_value.hpp"
#include "tests/catch.hpp"

using namespace schacht::scene;

TEST_CASE("A glide is at its start, then on its way, then at its goal") {
    AnimatedValue track(10);
    track.glide(20, Curve::swap, 0.340, 5);
    CHECK(track.position(5) == Approx(10));
    CHECK(track.position(5.170) > 10);
    CHECK(track.position(5.170) < 20);
    CHECK(track.moving(5.339));
    CHECK(track.position(5.340) == Approx(20));
    CHECK_FALSE(track.moving(5.340));
}

TEST_CASE("A glide that is interrupted starts from where it is") {
    AnimatedValue track(0);
    track.glide(100, Curve::settle, 0.320, 0);
    const float there = track.position(0.1);
    track.glide(200, Curve::settle, 0.320, 0.1);
    CHECK(track.position(0.1) == Approx(there));
}

TEST_CASE("A snap spring brings 100 mm to within 2 mm in 0.32 s and to rest in 0.48 s") {
    AnimatedValue track(0);
    track.spring(100, 0, 18, 0);
    CHECK(track.position(0.33) > 98);
    CHECK(track.moving(0.3));
    CHECK_FALSE(track.moving(0.48));
}

TEST_CASE("A critically damped spring without speed does not pass its goal") {
    AnimatedValue track(0);
    track.spring(100, 0, 18, 0);
    for (int i = 0; i < 100; ++i) {
        CHECK(track.position(i * 0.01) <= 100.001F);
    }
}

TEST_CASE("Every curve begins at nothing and ends at all") {
    for (const Curve curve : {Curve::settle, Curve::leave, Curve::swap, Curve::fade, Curve::even}) {
        CHECK(ease(curve, 0) == 0);
        CHECK(ease(curve, 1) == 1);
        CHECK(ease(curve, 0.4F) < ease(curve, 0.6F));
    }
}

TEST_CASE("A glide that is interrupted keeps its speed") {
    AnimatedValue track(0);
    track.glide(700, Curve::settle, 0.320, 0);
    const float speed = track.speed(0.08);
    track.glide(1400, Curve::settle, 0.320, 0.08);
    CHECK(track.speed(0.0801) == Approx(speed).epsilon(0.05));
}

TEST_CASE("A glide that is turned runs back in the time that it has run, at least 120 ms") {
    AnimatedValue track(0);
    track.glide(100, Curve::swap, 0.340, 1);
    track.glideOrTurn(0, Curve::swap, 0.340, 1.2);
    CHECK(track.moving(1.39));
    CHECK_FALSE(track.moving(1.401));
    track.glide(100, Curve::swap, 0.340, 2);
    track.glideOrTurn(0, Curve::swap, 0.340, 2.02);
    CHECK(track.moving(2.13));
    CHECK_FALSE(track.moving(2.141));
}
