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
    CHECK_THAT(readFile(report), ContainsSubstring("\"pack\":\"limburg\""));

    auto screen = Touchscreen::start(1920, 1080);
    REQUIRE(screen);
    auto again = runRecorded(*screen, {"run", journeysPack, "--log", log.string()});
    REQUIRE(again);
    REQUIRE(again->trace().next("first-frame", 60));
    CHECK_THAT(readFile(log),
               ContainsSubstring(" error crash The kiosk crashed. What happened last is in " + report.string()));
    again->signal(SIGTERM);
    CHECK(again->exitStatus(20) == 0);
    CHECK_THAT(readFile(log), ContainsSubstring(" info stop The kiosk was closed after "));

    auto replayed = ChildProcess::start({SCHACHT_PROGRAM, "replay", report.string(), journeysPack},
                                        {{}, folder / "replay.txt", -1});
    REQUIRE(replayed);
    CHECK(replayed->wait(60) == 0);
    const std::string told = readFile(folder / "replay.txt");
    INFO(told);
    CHECK_THAT(told, ContainsSubstring("OpenItem  ->  story:first-ice-then-coal, page 1"));
    CHECK_THAT(told, ContainsSubstring("Then it ended with signal 11."));
    CHECK_THAT(told, ContainsSubstring(" events, the same as far as they were written."));
}

TEST_CASE("a recording is held against its pack, and against every line of it", "[display]") {
    const TemporaryFolder folder;
    const fs::path pack = folder / "museum";
    const fs::path recording = folder / "visit.recording";
    fs::copy(journeysPack, pack, fs::copy_options::recursive);
    {
        auto screen = Touchscreen::start(1280, 720);
        REQUIRE(screen);
        auto kiosk = runRecorded(*screen, {"run", pack.string(), "--start", "home", "--record", recording.string()});
        REQUIRE(kiosk);
        REQUIRE(kiosk->trace().next("first-frame", 60));
        screen->key("enter");
        REQUIRE(kiosk->trace().next(eventWith("intent", "name", "KeyUsed"), patience));
    }
    const auto replay = [&](const fs::path& on) {
        auto replayed = ChildProcess::start({SCHACHT_PROGRAM, "replay", recording.string(), on.string()},
                                            {{}, folder / "replay.txt", -1});
        REQUIRE(replayed);
        return replayed->wait(60).value_or(-1);
    };
    CHECK(replay(journeysPack) == 0); // a copy
    CHECK_THAT(readFile(folder / "replay.txt"), ContainsSubstring(" events, the same to the end."));
    CHECK(replay(SCHACHT_SOURCE_FOLDER "/content/village") == 2);
    CHECK_THAT(readFile(folder / "replay.txt"),
               ContainsSubstring("This is a recording of the pack \"limburg\", not of \"village\"."));
    fs::remove(pack / "media/terril.svg");
    CHECK(replay(pack) == 2);
    CHECK_THAT(readFile(folder / "replay.txt"),
               ContainsSubstring("The recording cannot be run again: the pack has changed since."));
    std::string changed = readFile(recording);
    const auto at = changed.find("\"home\"");
    REQUIRE(at != std::string::npos);
    writeFile(recording, changed.replace(at, 6, "\"attract\""));
    CHECK(replay(journeysPack) == 1);
    CHECK_THAT(readFile(folder / "replay.txt"), ContainsSubstring("the state after it is another: attract:, page 1."));
}

TEST_CASE("a kiosk whose recording cannot be written runs, and tells staff", "[display]") {
    const TemporaryFolder folder;
    auto screen = Touchscreen::start(640, 480);
    REQUIRE(screen);
    const std::string nowhere = (folder / "no-folder/visit").string();
    auto kiosk = Program::run(*screen, SCHACHT_PROGRAM,
                              {"run", journeysPack, "--record", nowhere, "--log", (folder / "kiosk.log").string()});
    REQUIRE(kiosk);
    REQUIRE(kiosk->trace().next("first-frame", 60));
    CHECK_THAT(readFile(folder / "kiosk.log"),
               ContainsSubstring("The recording " + nowhere +
                                 " cannot be written. Look whether its folder is there and "
                                 "the kiosk's user may write in it. The kiosk runs without it."));
    CHECK_THAT(kiosk->output(), ContainsSubstring("The recording " + nowhere + " cannot be written."));
}
