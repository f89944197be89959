#include "engine/input/server_clock.hpp"
#include "tests/catch.hpp"

using schacht::input::ServerClock;

TEST_CASE("events that waited together keep their distances in time") {
    ServerClock clock;
    CHECK(clock.when(5000, 1.000) == Approx(1.000));
    CHECK(clock.when(5010, 1.100) == Approx(1.010));
    CHECK(clock.when(5020, 1.100) == Approx(1.020));
}

TEST_CASE("an event that hardly waited corrects those after it") {
    ServerClock clock;
    CHECK(clock.when(5000, 1.050) == Approx(1.050));
    CHECK(clock.when(5100, 1.110) == Approx(1.110));
    CHECK(clock.when(5200, 1.250) == Approx(1.210));
}

TEST_CASE("no event happens after now or before an earlier one") {
    ServerClock clock;
    CHECK(clock.when(5000, 1.050) == Approx(1.050));
    CHECK(clock.when(5005, 1.020) == Approx(1.020));
    CHECK(clock.when(4000, 1.020) == Approx(1.020));
}

TEST_CASE("the server's count wraps after 49 days") {
    ServerClock clock;
    CHECK(clock.when(0xFFFFFFF6, 1.000) == Approx(1.000));
    CHECK(clock.when(10, 1.500) == Approx(1.020));
}

TEST_CASE("after the machine slept, events happen now again") {
    ServerClock clock;
    CHECK(clock.when(5000, 1.0) == Approx(1.0));
    CHECK(clock.when(5100, 3601.1) == Approx(3601.1));
    CHECK(clock.when(5110, 3601.2) == Approx(3601.11));
}
