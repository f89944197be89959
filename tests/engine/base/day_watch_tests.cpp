#include "engine/base/clock.hpp"
#include "engine/base/day_watch.hpp"
#include "tests/catch.hpp"
#include "tests/wall_clock.hpp"

#include <poll.h>

using namespace schacht::base;
using schacht::tests::Setting;
using schacht::tests::WallClock;

namespace {

bool wakes(const DayWatch& watch, int milliseconds) {
    pollfd waits{watch.descriptor(), POLLIN, 0};
    return poll(&waits, 1, milliseconds) == 1;
}

constexpr int patient = 30'000;

/// A moment by the clock of the zone that is set: "2026-11-30 23:59:58".
std::time_t at(const char* words) {
    return WallClock::moment(words);
}

} // namespace

TEST_CASE("the wall's clock is as far ahead as the file says that the environment names") {
    const std::time_t here = wallClock();
    CHECK(clockAhead() == 0);
    WallClock clock;
    clock.ahead(86400);
    CHECK(wallClock() >= here + 86400);
    CHECK(wallClock() < here + 86400 + 60);
    clock.ahead(-86400);
    CHECK(wallClock() <= here - 86400 + 60);
    const Setting nowhere("SCHACHT_CLOCK_AHEAD", "/nowhere/at-all");
    CHECK(clockAhead() == 0);
}

TEST_CASE("a moment is written as it is here") {
    const Setting zone("TZ", "Europe/Amsterdam");
    CHECK(wallTime("%Y-%m-%dT%H:%M:%S%z", 1'793'404'798) == "2026-10-31T00:59:58+0100");
    CHECK(dayOf(1'793'404'798) == "2026-10-31");
    zone.to("America/New_York");
    CHECK(dayOf(1'793'404'798) == "2026-10-30");
}

TEST_CASE("the next day begins at midnight here, whatever the clock does in the night") {
    const Setting zone("TZ", "Europe/Amsterdam");
    CHECK(nextDay(at("2026-11-30 23:59:58")) == at("2026-12-01 00:00:00"));
    CHECK(nextDay(at("2026-12-01 00:00:00")) == at("2026-12-02 00:00:00"));
    CHECK(nextDay(at("2026-12-31 12:00:00")) == at("2027-01-01 00:00:00"));
    CHECK(nextDay(at("2028-02-28 12:00:00")) == at("2028-02-29 00:00:00"));
    CHECK(nextDay(at("2026-03-29 00:00:00")) - at("2026-03-29 00:00:00") == 23 * 3600); // summer time begins
    CHECK(nextDay(at("2026-10-25 00:00:00")) - at("2026-10-25 00:00:00") == 25 * 3600);
    zone.to("America/Havana"); // where summer time begins at midnight, at one o'clock that is
    CHECK(nextDay(at("2026-03-07 12:00:00")) == at("2026-03-08 01:00:00"));
    CHECK(nextDay(at("2026-10-31 12:00:00")) - at("2026-10-31 12:00:00") == 12 * 3600); // the first of two midnights
    zone.to("Pacific/Apia");                                                            // which left out the 30th
    CHECK(dayOf(nextDay(at("2011-12-29 12:00:00"))) == "2011-12-31");
    zone.to("UTC");
    CHECK(nextDay(0) == 86400);
}

TEST_CASE("the day is told first, and then only when another has begun") {
    WallClock clock;
    clock.shows("2026-11-30 12:00:00");
    DayWatch watch;
    CHECK(watch.news() == "2026-11-30");
    CHECK(watch.news() == std::nullopt);
    CHECK_FALSE(wakes(watch, 0));
    clock.shows("2026-11-30 18:00:00"); // it was set, and it is the same day
    CHECK(wakes(watch, patient));
    CHECK(watch.news() == std::nullopt);
    CHECK_FALSE(wakes(watch, 0));
}

TEST_CASE("midnight wakes who waits for it, by itself") {
    WallClock clock;
    clock.shows("2026-11-30 12:00:00");
    DayWatch watch;
    CHECK(watch.news() == "2026-11-30");
    clock.shows("2026-11-30 23:59:59");
    std::optional<std::string> day;
    while (!day && wakes(watch, patient)) { // first that the clock was set
        day = watch.news();
    }
    CHECK(day == "2026-12-01");
}

TEST_CASE("a clock that is set wakes who waits, forwards and backwards") {
    WallClock clock;
    clock.shows("1970-01-02 00:00:01");
    DayWatch watch;
    CHECK(watch.news() == "1970-01-02");
    for (const std::string day : {"2026-11-30", "2026-11-29", "2038-01-20"}) {
        clock.shows(day + " 10:00:00");
        CHECK(wakes(watch, patient));
        CHECK(watch.news() == day);
    }
    CHECK_FALSE(wakes(watch, 0));
}

TEST_CASE("another zone is told of as soon as the system's file says so") {
    const schacht::tests::TemporaryFolder folder;
    const Setting zone("TZ", "UTC+12");
    DayWatch watch(folder / "localtime");
    const auto west = watch.news();
    zone.to("UTC-14"); // 26 hours further east: never the same day
    schacht::tests::writeFile(folder / "localtime", "a zone");
    CHECK(wakes(watch, patient));
    const auto east = watch.news();
    REQUIRE(east);
    CHECK(*east > *west);
}
