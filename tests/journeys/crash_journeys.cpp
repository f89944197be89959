#include "tests/journeys/kiosk.hpp"

#include <csignal>

using namespace schacht;
using namespace schacht::tests;
namespace fs = std::filesystem;

namespace {

/// The crash report beside a log; empty where there is none.
fs::path reportBeside(const fs::path& log) {
    for (const auto& each : fs::directory_iterator(log.parent_path())) {
        if (each.path().filename().string().starts_with("kiosk.log.crash-")) {
            return each.path();
        }
    }
    return {};
}

} // namespace

TEST_CASE("a kiosk that crashes leaves what happened last, says so when it is back, and it can be run again",
          "[display]") {
    const TemporaryFolder folder;
    const fs::path log = folder / "kiosk.log";
    {
        auto kiosk = Kiosk::start(1920, 1080, {"--start", "home", "--log", log.string()});
        kiosk.tap("column:mines");
        kiosk.arrives("theme");
        kiosk.tap("card:first-ice-then-coal");
        kiosk.arrives("story");
        CHECK_THAT(readFile(log), ContainsSubstring(" info start Schacht "));
        CHECK_THAT(readFile(log), ContainsSubstring("pack limburg ("));
        kiosk.program.signal(SIGSEGV);
        CHECK(kiosk.program.exitStatus(20) == 128 + SIGSEGV);
    }
    const fs::path report = reportBeside(log);
    REQUIRE_FALSE(report.empty());
    const std::string events = readFile(report);
    CHECK_THAT(events, ContainsSubstring("\"pack\":\"limburg\""));
    CHECK_THAT(events, ContainsSubstring("\"intent\":\"OpenTheme\""));
    CHECK_THAT(events, ContainsSubstring("{\"signal\":11}"));

    auto screen = Touchscreen::start(1920, 1080);
    REQUIRE(screen);
    auto again = Program::run(*screen, SCHACHT_PROGRAM, {"run", journeysPack, "--log", log.string()});
    REQUIRE(again);
    REQUIRE(again->trace().next("first-frame", 60));
    CHECK_THAT(readFile(log),
               ContainsSubstring(" error crash The kiosk crashed. What happened last is in " + report.string()));
    again->signal(SIGTERM);
    CHECK(again->exitStatus(20) == 0);
    CHECK_THAT(readFile(log), ContainsSubstring(" info stop The kiosk was closed after "));

    auto replayed = ChildProcess::start({SCHACHT_PROGRAM, "replay", report.string(), journeysPack},
                                        {{{"DISPLAY", ""}}, folder / "replay.txt", -1});
    REQUIRE(replayed);
    CHECK(replayed->wait(60) == 0);
    const std::string told = readFile(folder / "replay.txt");
    INFO(told);
    CHECK_THAT(told, ContainsSubstring("OpenTheme"));
    CHECK_THAT(told, ContainsSubstring("->  theme:"));
    CHECK_THAT(told, ContainsSubstring("Then it ended with signal 11."));
}

TEST_CASE("a visit that was recorded is the same when it is run again", "[display]") {
    const TemporaryFolder folder;
    const fs::path recording = folder / "visit.recording";
    {
        auto kiosk = Kiosk::start(1920, 1080, {"--start", "home", "--record", recording.string()});
        kiosk.tap("column:mines");
        kiosk.arrives("theme");
        kiosk.tap("card:first-ice-then-coal");
        kiosk.arrives("story");
        kiosk.program.signal(SIGTERM);
        CHECK(kiosk.program.exitStatus(20) == 0);
    }
    const auto replay = [&](const std::string& pack) {
        auto replayed = ChildProcess::start({SCHACHT_PROGRAM, "replay", recording.string(), pack},
                                            {{{"DISPLAY", ""}}, folder / "replay.txt", -1});
        REQUIRE(replayed);
        return replayed->wait(60).value_or(-1);
    };
    CHECK(replay(journeysPack) == 0);
    CHECK_THAT(readFile(folder / "replay.txt"), ContainsSubstring(" events, the same to the end."));
    CHECK(replay(SCHACHT_SOURCE_FOLDER "/content") == 2);
    std::string changed = readFile(recording);
    const auto at = changed.find("\"OpenTheme\",\"with\":[\"");
    REQUIRE(at != std::string::npos);
    changed.insert(at + 21, "no-such-");
    writeFile(recording, changed);
    CHECK(replay(journeysPack) == 1);
    CHECK_THAT(readFile(folder / "replay.txt"), ContainsSubstring("the state after it is another: home:"));
}
