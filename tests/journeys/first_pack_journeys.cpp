#include "tests/journeys/kiosk.hpp"
#include "tests/readme.hpp"

using namespace schacht;
using namespace schacht::tests;

TEST_CASE("the first pack of the README runs, and shows the story that was added", "[display]") {
    const TemporaryFolder folder;
    const Follower follower = firstPackOfReadme(folder.path());
    REQUIRE(follower.complaints() == "");
    REQUIRE(follower.shown == std::vector<std::string>{"build/release/schacht run my-pack"});
    auto kiosk = Kiosk::run(1920, 1080, {"run", (folder / "my-pack").string()});
    kiosk.tap("screen:attract");
    kiosk.arrives("home");
    kiosk.tap("column:work");
    kiosk.arrives("theme");
    kiosk.tap("card:the-tower");
    kiosk.arrives("story");
    CHECK((*kiosk.program.trace().last("screen"))["item"] == "the-tower");
    CHECK(kiosk.program.trace().count("problem") == 0);
}
