#include "engine/input/server_clock.hpp"
#include "tests/catch.hpp"

using schacht::input::ServerClock;

namespace {

/// Of an event that was read alone.
double when(ServerClock& clock, std::uint32_t milliseconds, double now) {
    return clock.when({milliseconds}, now).front();
}

} // namespace

TEST_CASE("events that waited together keep their distances in time") {
    ServerClock clock;
    CHECK(when(clock, 5000, 1.000) == Approx(1.000));
    CHECK(when(clock, 5010, 1.100) == Approx(1.010));
    CHECK(when(clock, 5020, 1.100) == Approx(1.020));
}

TEST_CASE("events that waited together for longer than anything should keep their distances as well") {
    ServerClock clock;
    CHECK(when(clock, 5000, 1.000) == Approx(1.000));
    const auto times = clock.when({6000, 6060, 6160, 6220}, 4.0); // two taps while the program stood still
    REQUIRE(times.size() == 4);
    CHECK(times[1] - times[0] == Approx(0.060));
    CHECK(times[2] - times[1] == Approx(0.100));
    CHECK(times[3] - times[2] == Approx(0.060));
    CHECK(times[3] <= 4.0);
}

TEST_CASE("of events that were read together the last one tells how long the first ones waited") {
    ServerClock clock;
    const auto times = clock.when({5000, 5900}, 2.0);
    REQUIRE(times.size() == 2);
    CHECK(times[0] == Approx(1.1));
    CHECK(times[1] == Approx(2.0));
    CHECK(clock.when({}, 3.0).empty());
}

TEST_CASE("an event that hardly waited corrects those after it") {
    ServerClock clock;
    CHECK(when(clock, 5000, 1.050) == Approx(1.050));
    CHECK(when(clock, 5100, 1.110) == Approx(1.110));
    CHECK(when(clock, 5200, 1.250) == Approx(1.210));
}

TEST_CASE("no event happens after now or before an earlier one") {
    ServerClock clock;
    CHECK(when(clock, 5000, 1.050) == Approx(1.050));
    CHECK(when(clock, 5005, 1.020) == Approx(1.020));
    CHECK(when(clock, 4000, 1.020) == Approx(1.020));
}

TEST_CASE("the server's count wraps after 49 days") {
    ServerClock clock;
    CHECK(when(clock, 0xFFFFFFF6, 1.000) == Approx(1.000));
    CHECK(when(clock, 10, 1.500) == Approx(1.020));
}

TEST_CASE("after the machine slept, events happen now again") {
    ServerClock clock;
    CHECK(when(clock, 5000, 1.0) == Approx(1.0));
    CHECK(when(clock, 5100, 3601.1) == Approx(3601.1));
    CHECK(when(clock, 5110, 3601.2) == Approx(3601.11));
}
