#include "tests/catch.hpp" // before Xlib, whose macros it does not bear

#include <X11/Xlib.h> // before stage::Screen: some files that are compiled as one with this one need both

#include "engine/stage/frame_reports.hpp"

#include "tests/engine/stage/trace_events.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

using namespace schacht;
using namespace schacht::stage;

namespace {

struct ReportedFrames {
    tests::TemporaryFolder folder;
    Trace trace{std::move(*Trace::open(folder / "trace"))};
    FrameReports reports;

    void frame(const FrameDone& done) { reports.frame(done, trace); }
    [[nodiscard]] std::vector<nlohmann::json> events() const { return tests::eventsIn(folder / "trace"); }
};

} // namespace

TEST_CASE("a frame tells how many contacts it answers, and how long the first of them waited") {
    ReportedFrames told;
    told.reports.contact(9.9);
    told.reports.contact(9.98);
    told.frame({.began = 10, .shown = 10.004});
    told.frame({.began = 11, .shown = 11.004});
    const auto events = told.events();
    REQUIRE(events.size() == 2);
    CHECK(events[0]["event"] == "frame");
    CHECK(events[0]["contacts"] == 2);
    CHECK(events[0]["latency"] == 104);
    CHECK(events[0]["ms"] == 4);
    CHECK(events[1]["contacts"] == 0);
    CHECK_FALSE(events[1].contains("latency"));
}

TEST_CASE("the first frame in which everything is there is told of, once") {
    ReportedFrames told;
    told.frame({.began = 1, .shown = 1.01, .complete = false});
    told.frame({.began = 2, .shown = 2.01, .complete = true});
    told.frame({.began = 3, .shown = 3.01, .complete = true});
    const auto events = told.events();
    REQUIRE(events.size() == 4);
    CHECK(events[2]["event"] == "first-frame");
    CHECK(events[2]["t"] == 2.01);
}

TEST_CASE("what was to be told with the next frame says when that was on the glass, also where nothing was drawn") {
    ReportedFrames told;
    told.reports.withNextFrame({"caption", {{"cue", 3.0}}, true});
    told.frame({.began = 5, .shown = 5.25, .drawn = false});
    told.frame({.began = 6, .shown = 6.25, .drawn = false});
    const auto events = told.events();
    REQUIRE(events.size() == 1);
    CHECK(events[0]["event"] == "caption");
    CHECK(events[0]["cue"] == 3);
    CHECK(events[0]["shown"] == 5.25);
}

TEST_CASE("frames that staff cover, and those that were not drawn, are not counted for staff") {
    ReportedFrames told;
    told.frame({.began = 1, .shown = 1.002});
    told.frame({.began = 2, .shown = 2.5, .overlaid = true});
    told.frame({.began = 3, .shown = 3.5, .drawn = false});
    told.frame({.began = 4, .shown = 4.003});
    const Vitals& counted = told.reports.counted();
    CHECK(counted.drawn == 2);
    CHECK(counted.frames[0] == Approx(2));
    CHECK(counted.frames[1] == Approx(3));
    CHECK(counted.frames[2] == 0);
}
