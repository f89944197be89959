#include "engine/base/clock.hpp"
#include "tests/catch.hpp"
#include "tests/journeys/program.hpp"

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

using namespace schacht;
using namespace schacht::tests;

namespace {

/// Stands in for the kiosk: a shell script that is given `--trace FILE` as its last two arguments.
Program scripted(const Touchscreen& screen, const std::string& script) {
    auto program = Program::run(screen, "sh", {"-c", script, "script"});
    REQUIRE(program);
    return std::move(*program);
}

} // namespace

TEST_CASE("a program that ends well is run again from its recording, and one that does not is not", "[display]") {
    const TemporaryFolder folder;
    writeFile(folder / "program", "#!/bin/sh\n"
                                  "[ $1 = replay ] && { echo $3 differs; exit 1; }\n"
                                  "exit $3\n");
    std::filesystem::permissions(folder / "program", std::filesystem::perms::owner_all);
    auto screen = Touchscreen::start(640, 480);
    REQUIRE(screen);
    std::vector<Rerun> reruns;
    for (const char* const status : {"0", "1"}) {
        auto program = Program::run(*screen, (folder / "program").string(), {"run", "the-pack", status}, {},
                                    [&](const Rerun& rerun) { reruns.push_back(rerun); });
        REQUIRE(program);
        CHECK(program->exitStatus(20));
    }
    REQUIRE(reruns.size() == 1);
    CHECK(reruns[0].status == 1);
    CHECK(reruns[0].told == "the-pack differs\n");
}

TEST_CASE("a trace is read line by line while it is written") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "trace";
    Trace trace(file);
    CHECK(trace.events().empty());
    std::ofstream writer(file);
    writer << R"({"t": 0.1, "event": "screen", "name": "attract"})"
           << "\n"
           << R"({"t": 0.2, "event": "fra)";
    writer.flush();
    CHECK(trace.events().size() == 1);
    writer << R"(me", "ms": 4})"
           << "\n";
    writer.flush();
    CHECK(trace.events().size() == 2);
    CHECK(trace.count("frame") == 1);
    CHECK(trace.last("screen")->at("name") == "attract");
}

TEST_CASE("a trace finds each event once and skips none that it did not find") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "trace";
    std::ofstream(file) << R"({"event": "screen", "name": "home"})"
                        << "\n"
                        << R"({"event": "wake"})"
                        << "\n"
                        << R"({"event": "screen", "name": "theme"})"
                        << "\n";
    Trace trace(file);
    CHECK_FALSE(trace.next(eventWith("screen", "name", "item"), 0));
    CHECK(trace.next("screen", 0)->at("name") == "home");
    CHECK(trace.next(eventWith("screen", "name", "theme"), 0));
    CHECK_FALSE(trace.next("wake", 0));
}

TEST_CASE("a trace that is begun anew is read from its beginning, and what was read before is kept") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "trace";
    std::ofstream(file) << R"({"event": "screen", "name": "home"})"
                        << "\n"
                        << R"({"event": "wake"})"
                        << "\n";
    Trace trace(file);
    CHECK(trace.next("wake", 0));
    std::ofstream(file) << R"({"event": "wake"})"
                        << "\n";
    CHECK(trace.next("wake", 0));
    CHECK_FALSE(trace.next("wake", 0));
    CHECK(trace.count("screen") == 1);
}

TEST_CASE("a child process tells its exit status, and the signal that ended it") {
    auto child = ChildProcess::start({"sh", "-c", "exit 3"}, {});
    REQUIRE(child);
    CHECK(child->wait(5) == 3);
    auto sleeper = ChildProcess::start({"sleep", "60"}, {});
    REQUIRE(sleeper);
    CHECK_FALSE(sleeper->wait(0.05));
    sleeper->signal(SIGKILL);
    CHECK(sleeper->wait(5) == 128 + SIGKILL);
    auto nothing = ChildProcess::start({"/no/such/program"}, {});
    REQUIRE(nothing);
    CHECK(nothing->wait(5) == 127);
}

TEST_CASE("a program's trace, output and exit status reach the test", "[display]") {
    auto screen = Touchscreen::start(640, 480);
    REQUIRE(screen);
    auto program = scripted(*screen, R"(echo "$DISPLAY"; echo '{"event": "first-frame"}' > "$2"; exit 4)");
    CHECK(program.trace().next("first-frame", 5));
    CHECK(program.exitStatus(5) == 4);
    CHECK(program.output() == screen->display() + "\n");
}

TEST_CASE("a program's memory and processor time are measured while it runs", "[display]") {
    auto screen = Touchscreen::start(640, 480);
    REQUIRE(screen);
    auto program = scripted(*screen, "while :; do :; done");
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    CHECK(program.proportionalBytes() > 50'000);
    CHECK(program.processorSeconds() > 0.05);
    program.signal(SIGTERM);
    CHECK(program.exitStatus(5) == 128 + SIGTERM);
    CHECK(program.proportionalBytes() == 0);
}

TEST_CASE("two touchscreens run side by side, and a picture of one is written as PNG", "[display]") {
    auto one = Touchscreen::start(640, 480);
    auto other = Touchscreen::start(1080, 1920);
    REQUIRE(one);
    REQUIRE(other);
    CHECK(one->display() != other->display());
    const TemporaryFolder folder;
    REQUIRE(other->screenshot(folder.path() / "shot.png"));
    sf::Image image;
    REQUIRE(image.loadFromFile((folder.path() / "shot.png").string()));
    CHECK(image.getSize() == sf::Vector2u(1080, 1920));
}
