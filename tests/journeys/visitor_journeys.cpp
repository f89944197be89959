#include "tests/journeys/child_process.hpp"
#include "tests/journeys/kiosk.hpp"

#include <csignal>
#include <fstream>

using namespace schacht;
using namespace schacht::tests;

namespace {

const std::vector<std::string> story{"--start", "first-ice-then-coal"};
constexpr const char* next = "next:first-ice-then-coal"; // its arrow

bool plainBar(const Kiosk& kiosk) {
    return kiosk.screen.picture().getPixel(960, 1060) == sf::Color(0, 0, 0);
}

} // namespace

TEST_CASE("a visitor walks up, opens a theme and a story, and comes back by Back", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {});
    kiosk.tap("screen:attract");
    kiosk.arrives("home");
    kiosk.tap("column:mines");
    kiosk.arrives("theme");
    kiosk.tap("card:first-ice-then-coal");
    kiosk.arrives("story");
    kiosk.tap("bar:back");
    kiosk.arrives("theme");
    CHECK(kiosk.program.running());
}

TEST_CASE("a story is read by swipe, by arrow and by keyboard to its end", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, story);
    kiosk.screen.drag(kiosk.at(.7F, .4F), kiosk.at(.3F, .4F), 0.2);
    kiosk.turnsTo(1);
    kiosk.tap(next);
    kiosk.turnsTo(2);
    kiosk.screen.key("right");
    kiosk.turnsTo(3);
    kiosk.screen.key("left");
    kiosk.turnsTo(2);
    for (int page = 3; page <= 5; ++page) {
        kiosk.screen.key("right");
        kiosk.turnsTo(page);
    }
    kiosk.screen.key("right");
    kiosk.arrives("end");
}

TEST_CASE("a story is read upright", "[display]") {
    auto kiosk = Kiosk::start(1080, 1920, story);
    CHECK(kiosk.program.trace().count("problem") > 0); // the pack's language gaps are told, and stop nothing
    kiosk.screen.drag(kiosk.at(.8F, .3F), kiosk.at(.2F, .3F), 0.2);
    REQUIRE(kiosk.program.trace().next(eventWith("screen", "orientation", "portrait"), patience));
    kiosk.tap(next);
    kiosk.turnsTo(2);
}

TEST_CASE("the language changes at once and the page stays", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, story);
    kiosk.tap("bar:language");
    kiosk.tap("language:en");
    const auto changed = kiosk.program.trace().next(eventWith("screen", "language", "en"), patience);
    REQUIRE(changed);
    CHECK((*changed)["name"] == "story");
    CHECK((*changed)["item"] == "first-ice-then-coal");
}

TEST_CASE("who walks away is asked, and then forgotten", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home", "--idle", "2", "--answer", "2"});
    kiosk.tap("column:mines");
    kiosk.arrives("theme");
    kiosk.arrives("still-there");
    kiosk.arrives("attract");
    kiosk.tap("screen:attract");
    kiosk.arrives("home");
    kiosk.screen.key("esc"); // nothing of the visit before is left to go back to
    kiosk.tap("column:mines");
    CHECK((*kiosk.program.trace().next("screen", patience))["name"] == "theme");
}

TEST_CASE("who is asked and touches goes on", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines", "--idle", "8", "--answer", "10"});
    kiosk.arrives("still-there");
    kiosk.tap("still:yes");
    kiosk.arrives("theme");
}

TEST_CASE("two people at once: one holds the shelf, the other chooses a language", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    const base::Point languages = kiosk.where("bar:language");
    kiosk.screen.down(0, kiosk.at(.5F, .6F));
    kiosk.screen.glide(0, kiosk.at(.5F, .6F), kiosk.at(.3F, .6F), 0.2);
    kiosk.intends("DragMoved");
    kiosk.screen.tap(languages, 0.1, 1);
    kiosk.intends("ToggleLanguages");
    kiosk.intends("DragDone"); // a menu over the shelf takes it out of the hand
    kiosk.screen.tap(kiosk.where("language:en"), 0.1, 1);
    kiosk.screen.up(0);
    const auto chosen = kiosk.program.trace().next("screen", patience);
    REQUIRE(chosen);
    CHECK((*chosen)["language"] == "en");
    CHECK((*chosen)["name"] == "theme"); // the finger that lifted opened no card
}

TEST_CASE("a touchscreen that is unplugged and plugged in is heard again", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    const base::Point mines = kiosk.where("column:mines");
    kiosk.screen.down(0, mines);
    REQUIRE(kiosk.program.trace().next(eventWith("contact", "phase", "began"), patience));
    kiosk.screen.unplug();
    REQUIRE(kiosk.program.trace().next(eventWith("contact", "phase", "cancelled"), patience));
    CHECK(kiosk.program.trace().count("screen") == 0); // the finger that vanished opened nothing
    kiosk.screen.plug();
    CHECK(comes([&] { // it takes a moment until the screen is heard
        kiosk.screen.tap(mines);
        return kiosk.program.trace().next(eventWith("screen", "name", "theme"), 1).has_value();
    }));
}

TEST_CASE("a finger that never lifts stops nobody else", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    const base::Point mines = kiosk.where("column:mines");
    kiosk.screen.down(0, kiosk.at(.5F, .02F));
    pause(3); // so long it lies there: longer than any gesture waits
    kiosk.screen.tap(mines, 0.1, 1);
    kiosk.arrives("theme");
}

TEST_CASE("a screen that stands still draws no frame", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    REQUIRE(kiosk.program.trace().next("memory", patience)); // told once all has come to rest
    const auto frames = kiosk.program.trace().count("frame");
    pause(3); // so long it stands still
    CHECK(kiosk.program.trace().count("frame") == frames);
}

TEST_CASE("a card can be touched as soon as the shelf rests", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    kiosk.rests();
    kiosk.program.trace().skip();
    kiosk.screen.drag(kiosk.at(.6F, .6F), kiosk.at(.4F, .6F), 0.3);
    REQUIRE(kiosk.program.trace().next("targets", patience));
    kiosk.tap("card:miners-day");
    kiosk.intends("OpenItem"); // a shelf that still moved would have been held by the touch
}

TEST_CASE("five fast touches on the arrow go five pages on", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, story);
    const base::Point arrow = kiosk.where(next);
    for (int touch = 0; touch < 5; ++touch) {
        kiosk.screen.tap(arrow, 0.04);
    }
    kiosk.turnsTo(5);
    CHECK((*kiosk.program.trace().last("screen"))["page"] == 5);
    CHECK((*kiosk.program.trace().last("screen"))["name"] == "story");
}

TEST_CASE("two touches on an arrow are two steps, however long the program stood still meanwhile", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    const base::Point on = kiosk.where("shelf:on");
    kiosk.screen.tap(on);
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "StepShelf"), patience));
    kiosk.program.signal(SIGSTOP);
    kiosk.screen.tap(on);
    kiosk.screen.tap(on);
    pause(1.3); // so long it stands still: more than the second that is forgiven
    kiosk.program.signal(SIGCONT);
    CHECK(kiosk.program.trace().next(eventWith("intent", "name", "StepShelf"), patience));
    CHECK(kiosk.program.trace().next(eventWith("intent", "name", "StepShelf"), patience));
}

TEST_CASE("with less movement a story is read as well", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "first-ice-then-coal", "--reduced-motion"});
    kiosk.tap(next);
    kiosk.turnsTo(1);
    kiosk.screen.drag(kiosk.at(.7F, .4F), kiosk.at(.3F, .4F), 0.3);
    kiosk.turnsTo(2);
    kiosk.screen.key("left");
    kiosk.turnsTo(1);
}

TEST_CASE("who is asked and only swipes goes on as well", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines", "--idle", "8", "--answer", "10"});
    kiosk.arrives("still-there");
    kiosk.screen.drag(kiosk.at(.7F, .3F), kiosk.at(.5F, .3F), 0.3);
    kiosk.arrives("theme");
}

TEST_CASE("a hard story is told of first and its words are read without its pictures", "[display]") {
    constexpr const char* hard = "card:zwartberg-1966";
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    for (int card = 1; card <= 6; ++card) { // the seventh then stands first
        kiosk.tap("shelf:on");
        REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "StepShelf"), patience));
        REQUIRE(kiosk.program.trace().next("targets", patience)); // a shelf that moves is caught, and opens nothing
    }
    kiosk.tap(hard);
    kiosk.arrives("notice");
    kiosk.screen.key("esc");
    kiosk.arrives("theme");
    kiosk.tap(hard);
    kiosk.arrives("notice");
    kiosk.tap("notice:words");
    kiosk.arrives("story");
    CHECK(comes([&] { // paper where a picture would be
        const auto seen = kiosk.screen.picture().getPixel(1800, 700);
        return seen.r > 230 && seen.g > 220;
    }));
    kiosk.screen.key("esc");
    kiosk.arrives("theme");
}

TEST_CASE("a telephone reads from the screen where a story goes on", "[display]") {
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        auto kiosk = Kiosk::start(width, height, story);
        for (int page = 1; page <= 5; ++page) {
            kiosk.screen.key("right");
            kiosk.turnsTo(page);
        }
        kiosk.screen.key("right");
        kiosk.arrives("end");
        kiosk.tap("end:take");
        kiosk.arrives("take-home");
        const auto file = (kiosk.folder / "screen.png").string();
        const auto read = kiosk.folder / "read.txt";
        const auto telephone = [&] {
            REQUIRE(kiosk.screen.picture().saveToFile(file));
            auto zbar = ChildProcess::start({"zbarimg", "--quiet", "--raw", "--nodbus", file}, {{}, read, -1});
            REQUIRE(zbar);
            std::string line;
            if (zbar->wait(patience) == 0) {
                std::ifstream address(read);
                std::getline(address, line);
            }
            return line == "https://www.cosimo.be/onsmijnverleden";
        };
        CHECK(comes(telephone));
        kiosk.tap("take:done");
        kiosk.arrives("end");
    }
}

TEST_CASE("in the largest words a full page goes on on another leaf, by arrow, finger and keys", "[display]") {
    auto kiosk =
        Kiosk::start(1920, 1080, {"--text-size", "4", "--start", "fourteen-million-cars"}); // its second page is full
    const auto turnsToPart = [&](int page, int part) {
        const auto found = kiosk.program.trace().next(eventWith("screen", "page", page), patience);
        REQUIRE(found);
        CHECK(found->value("part", 0) == part);
        kiosk.rests();
    };
    kiosk.tap("next:fourteen-million-cars");
    turnsToPart(1, 0);
    kiosk.tap("next:fourteen-million-cars");
    turnsToPart(1, 1);
    kiosk.screen.drag(kiosk.at(.3F, .4F), kiosk.at(.7F, .4F), 0.2);
    turnsToPart(1, 0);
    kiosk.screen.drag(kiosk.at(.7F, .4F), kiosk.at(.3F, .4F), 0.2);
    turnsToPart(1, 1);
    kiosk.screen.key("left");
    turnsToPart(1, 0);
    kiosk.screen.key("right");
    turnsToPart(1, 1);
    kiosk.screen.key("right");
    turnsToPart(2, 0);
}

TEST_CASE("words grow and colours turn plain at a touch, and who walks away leaves nothing of it", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home", "--idle", "8", "--answer", "2"});
    kiosk.tap("bar:text");
    kiosk.tap("access:size:4");
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    kiosk.tap("access:contrast");
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    CHECK(comes([&] { return plainBar(kiosk); }));
    kiosk.arrives("attract");
    kiosk.tap("screen:attract");
    kiosk.arrives("home");
    CHECK(comes([&] { return !plainBar(kiosk); }));
}

TEST_CASE("the same by keys alone", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    const auto tabs = [&](int count) {
        for (int i = 0; i < count; ++i) {
            kiosk.screen.key("tab");
        }
    };
    tabs(3); // home, language, text
    kiosk.screen.key("enter");
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ToggleAccess"), patience));
    (void)kiosk.where("access:contrast");
    tabs(7); // four sizes, low reach, left hand, contrast
    kiosk.screen.key("enter");
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    CHECK(comes([&] { return plainBar(kiosk); }));
    kiosk.screen.key("esc");
    (void)kiosk.where("column:mines");
    CHECK(kiosk.program.running());
}
