#include "tests/journeys/kiosk.hpp"
#include "tests/readme.hpp"

using namespace schacht;
using namespace schacht::tests;

TEST_CASE("the first pack of the README runs, and shows the story that was added", "[display]") {
    const TemporaryFolder folder;
    const Follower follower = firstPackOfReadme(folder.path());
    REQUIRE(follower.complaints() == "");
    REQUIRE(follower.shown == std::vector<std::string>{"build/release/schacht run my-pack"});
    auto screen = Touchscreen::start(1920, 1080);
    REQUIRE(screen);
    auto program = Program::run(*screen, SCHACHT_PROGRAM, {"run", (folder / "my-pack").string()});
    REQUIRE(program);
    REQUIRE(program->trace().next("first-frame", 60));
    const auto goes = [&](float x, float y, const char* to) {
        INFO(to);
        screen->tap({x * 1920, y * 1080});
        REQUIRE(program->trace().next(eventWith("screen", "name", to), patience));
        pause(1);
    };
    goes(.5F, .3F, "home");
    goes(.2F, .5F, "theme");
    goes(.54F, .6F, "story"); // the third on the shelf
    CHECK(program->trace().count("problem") == 0);
    CHECK(program->running());
}
