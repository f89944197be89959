#include "engine/stage/signals.hpp"

#include "tests/catch.hpp"

#include <csignal>
#include <poll.h>

using namespace schacht;
using namespace schacht::stage;

namespace {

bool isReadable(int descriptor) {
    pollfd one{descriptor, POLLIN, 0};
    return poll(&one, 1, 0) == 1;
}

} // namespace

TEST_CASE("the day is told first of all, and then not again while it is the same") {
    Signals signals(nullptr);
    const auto day = signals.day();
    REQUIRE(day);
    CHECK(day->size() == std::string("2026-11-30").size());
    CHECK_FALSE(signals.day());
    signals.readable(true, false);
    CHECK_FALSE(signals.day());
}

TEST_CASE("a signal that asks the program to end is heard once poll() has told of it") {
    base::EndSignals ends;
    Signals signals(&ends);
    CHECK_FALSE(signals.ended());
    raise(SIGTERM);
    CHECK_FALSE(signals.ended());
    CHECK(isReadable(signals.descriptors()[1]));
    signals.readable(false, true);
    CHECK(signals.ended());
}

TEST_CASE("a signal that came before the loop began is heard before its first wait") {
    base::EndSignals ends;
    raise(SIGINT);
    Signals signals(&ends);
    CHECK(signals.ended());
}

TEST_CASE("where nobody may ask the program to end, there is nothing to wait for") {
    Signals signals(nullptr);
    CHECK(signals.descriptors()[1] < 0);
    signals.readable(false, true);
    CHECK_FALSE(signals.ended());
}
