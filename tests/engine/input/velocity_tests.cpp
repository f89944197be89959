#include "engine/input/velocity.hpp"
#include "tests/catch.hpp"

#include <cmath>

using namespace schacht;
using input::asFling;
using input::TouchRules;
using input::Velocity;

namespace {

/// A finger that moves evenly at `speed` mm/s to the right for 200 ms, reported `hertz` times a second.
Velocity evenly(double speed, double hertz) {
    Velocity velocity;
    for (int i = 0; i <= static_cast<int>(0.2 * hertz); ++i) {
        const double t = i / hertz;
        velocity.add({static_cast<float>(speed * t), 0}, t);
    }
    return velocity;
}

} // namespace

TEST_CASE("an even movement has its speed at 60 and at 250 reports a second") {
    CHECK(evenly(800, 60).at(0.2, {}).x == Approx(800).epsilon(0.001));
    CHECK(evenly(800, 250).at(0.2, {}).x == Approx(800).epsilon(0.001));
}

TEST_CASE("jitter of one millimetre changes the speed by less than a tenth") {
    Velocity velocity;
    for (int i = 0; i <= 20; ++i) {
        velocity.add({static_cast<float>(i) * 10 + (i % 2 == 0 ? 1.0F : -1.0F), 0}, i * 0.010);
    }
    CHECK(velocity.at(0.2, {}).x == Approx(1000).epsilon(0.1));
}

TEST_CASE("only the last 80 ms count") {
    Velocity velocity;
    for (int i = 0; i <= 10; ++i) {
        velocity.add({static_cast<float>(i) * 20, 0}, i * 0.010);
    }
    for (int i = 1; i <= 10; ++i) {
        velocity.add({200 - static_cast<float>(i) * 3, 0}, 0.1 + i * 0.010);
    }
    CHECK(velocity.at(0.2, {}).x == Approx(-300).epsilon(0.01));
}

TEST_CASE("a finger that is still for 60 ms has no speed") {
    CHECK(evenly(800, 100).at(0.2 + 0.059, {}).x > 0);
    CHECK(evenly(800, 100).at(0.2 + 0.060, {}) == base::Point{});
}

TEST_CASE("a finger that trembles where it stands is still") {
    Velocity velocity = evenly(800, 100);
    for (int i = 1; i <= 8; ++i) {
        velocity.add({160 + (i % 2 == 0 ? 0.2F : -0.2F), 0}, 0.2 + i * 0.010);
    }
    CHECK(velocity.at(0.28, {}) == base::Point{});
}

TEST_CASE("two samples are noise") {
    Velocity velocity;
    velocity.add({0, 0}, 0);
    velocity.add({10, 0}, 0.010);
    CHECK(velocity.at(0.010, {}) == base::Point{});
}

TEST_CASE("reports that all arrive at one moment have no speed") {
    Velocity velocity;
    for (int i = 0; i < 5; ++i) {
        velocity.add({static_cast<float>(i) * 10, 0}, 1.0);
    }
    CHECK(velocity.at(1.0, {}) == base::Point{});
}

TEST_CASE("below 90 mm/s nothing flies, and above 2500 mm/s nothing flies faster") {
    CHECK(asFling({89, 0}, {}) == base::Point{});
    CHECK(asFling({90, 0}, {}) == base::Point{90, 0});
    CHECK(asFling({3000, 4000}, {}).x == Approx(1500));
    CHECK(asFling({3000, 4000}, {}).y == Approx(2000));
}
