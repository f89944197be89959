#include "tests/journeys/child_process.hpp"
#include "tests/journeys/kiosk.hpp"

#include <csignal>
#include <fstream>

using namespace schacht;
using namespace schacht::tests;

namespace {

constexpr float languageButton = .79F; // share of a landscape screen's width, with or without the sound beside it

const std::vector<std::string> story{"--start", "first-ice-then-coal"};

bool plainBar(const Kiosk& kiosk) {
    return kiosk.screen.picture().getPixel(960, 1060) == sf::Color(0, 0, 0);
}

} // namespace

TEST_CASE("a visitor walks up, opens a theme and a story, and comes back by Back", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {});
    kiosk.screen.tap(kiosk.at(.5F, .3F));
    kiosk.arrives("home");
    kiosk.screen.tap(kiosk.at(.1F, .6F));
    kiosk.arrives("theme");
    kiosk.screen.tap(kiosk.at(.15F, .6F));
    kiosk.arrives("story");
    kiosk.screen.tap(kiosk.at(.12F, .965F));
    kiosk.arrives("theme");
    CHECK(kiosk.program.running());
}

TEST_CASE("a story is read by swipe, by arrow and by keyboard to its end", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, story);
    kiosk.screen.drag(kiosk.at(.7F, .4F), kiosk.at(.3F, .4F), 0.2);
    kiosk.turnsTo(1);
    kiosk.screen.tap(kiosk.at(.96F, .87F));
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
    pause(0.6);
    kiosk.screen.tap(kiosk.at(.92F, .91F));
    kiosk.turnsTo(2);
}

TEST_CASE("the language changes at once and the page stays", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, story);
    kiosk.screen.tap(kiosk.at(languageButton, .97F));
    pause(1);
    kiosk.screen.tap(kiosk.at(.45F, .44F)); // English
    const auto changed = kiosk.program.trace().next(eventWith("screen", "language", "en"), patience);
    REQUIRE(changed);
    CHECK((*changed)["name"] == "story");
    CHECK((*changed)["item"] == "first-ice-then-coal");
}

TEST_CASE("who walks away is asked, and then forgotten", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home", "--idle", "2", "--answer", "2"});
    kiosk.screen.tap(kiosk.at(.1F, .6F));
    kiosk.arrives("theme");
    kiosk.arrives("still-there");
    kiosk.arrives("attract");
    kiosk.screen.tap(kiosk.at(.5F, .3F));
    kiosk.arrives("home");
    kiosk.screen.key("esc"); // nothing of the visit before is left to go back to
    pause(0.5);
    CHECK((*kiosk.program.trace().last("screen"))["name"] == "home");
}

TEST_CASE("who is asked and touches goes on", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines", "--idle", "8", "--answer", "10"});
    kiosk.arrives("still-there");
    pause(0.7);
    kiosk.screen.tap(kiosk.at(.43F, .69F));
    kiosk.arrives("theme");
}

TEST_CASE("two people at once: one holds the shelf, the other opens the languages", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    kiosk.screen.down(0, kiosk.at(.5F, .6F));
    for (int step = 1; step <= 10; ++step) {
        kiosk.screen.move(0, kiosk.at(.5F - .02F * static_cast<float>(step), .6F));
        pause(0.02);
    }
    kiosk.program.trace().skip();
    kiosk.screen.down(1, kiosk.at(languageButton, .97F));
    pause(0.1);
    kiosk.screen.up(1);
    CHECK(kiosk.program.trace().next(eventWith("intent", "name", "ToggleLanguages"), patience));
    kiosk.screen.up(0);
    pause(1);
    CHECK(kiosk.program.running());
}

TEST_CASE("a touchscreen that is unplugged and plugged in is heard again", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    kiosk.screen.down(0, kiosk.at(.1F, .6F));
    pause(0.2);
    kiosk.screen.unplug();
    pause(0.5);
    CHECK(kiosk.program.trace().count("screen") == 0); // the finger that vanished opened nothing
    kiosk.screen.plug();
    pause(0.5);
    kiosk.screen.tap(kiosk.at(.1F, .6F));
    kiosk.arrives("theme");
}

TEST_CASE("a finger that never lifts stops nobody else", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    kiosk.screen.down(0, kiosk.at(.5F, .02F));
    pause(3);
    kiosk.screen.down(1, kiosk.at(.1F, .6F));
    pause(0.1);
    kiosk.screen.up(1);
    kiosk.arrives("theme");
}

TEST_CASE("a screen that stands still draws no frame", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    pause(1);
    const auto frames = kiosk.program.trace().count("frame");
    pause(3);
    CHECK(kiosk.program.trace().count("frame") == frames);
}

TEST_CASE("a card can be touched as soon as the shelf rests", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    kiosk.screen.drag(kiosk.at(.6F, .6F), kiosk.at(.4F, .6F), 0.3);
    pause(2.5);
    kiosk.screen.tap(kiosk.at(.55F, .6F));
    const auto opened = kiosk.program.trace().next("screen", patience); // a story, a voice or a film
    REQUIRE(opened);
    CHECK((*opened)["name"] != "theme");
}

TEST_CASE("five fast touches on the arrow go five pages on", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, story);
    for (int touch = 0; touch < 5; ++touch) {
        kiosk.screen.tap(kiosk.at(.96F, .87F), 0.04);
        pause(0.08); // sooner it would be a finger that the panel had lost for a moment
    }
    REQUIRE(kiosk.program.trace().next(eventWith("screen", "page", 5), patience));
    pause(0.6);
    CHECK((*kiosk.program.trace().last("screen"))["page"] == 5);
    CHECK((*kiosk.program.trace().last("screen"))["name"] == "story");
}

TEST_CASE("two touches on an arrow are two steps, however long the program stood still meanwhile", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    kiosk.screen.tap(kiosk.at(.96F, .34F));
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "StepShelf"), patience));
    kiosk.program.signal(SIGSTOP);
    for (int touch = 0; touch < 2; ++touch) {
        kiosk.screen.tap(kiosk.at(.96F, .34F));
        pause(0.1);
    }
    pause(1.3);
    kiosk.program.signal(SIGCONT);
    CHECK(kiosk.program.trace().next(eventWith("intent", "name", "StepShelf"), patience));
    CHECK(kiosk.program.trace().next(eventWith("intent", "name", "StepShelf"), patience));
}

TEST_CASE("with less movement a story is read as well", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "first-ice-then-coal", "--reduced-motion"});
    kiosk.screen.tap(kiosk.at(.96F, .87F));
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
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "mines"});
    const auto step = [&] { // once more where a touch came while the machine was too busy to see its two ends apart
        for (int attempt = 0; attempt < 3; ++attempt) {
            pause(1);
            kiosk.screen.tap(kiosk.at(.96F, .34F));
            if (kiosk.program.trace().next(eventWith("intent", "name", "StepShelf"), 10)) {
                return true;
            }
        }
        return false;
    };
    for (int card = 1; card <= 6; ++card) { // the seventh then stands first
        REQUIRE(step());
    }
    pause(2); // a shelf that moves is caught, and opens nothing
    kiosk.screen.tap(kiosk.at(.1F, .6F));
    kiosk.arrives("notice");
    kiosk.screen.key("esc");
    kiosk.arrives("theme");
    pause(1);
    kiosk.screen.tap(kiosk.at(.1F, .6F));
    kiosk.arrives("notice");
    kiosk.screen.tap(kiosk.at(.27F, .77F)); // only the words
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
        const bool upright = height > width;
        kiosk.screen.tap(upright ? kiosk.at(.08F, .505F) : kiosk.at(.63F, .343F));
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
        kiosk.screen.tap(upright ? kiosk.at(.5F, .9F) : kiosk.at(.06F, .875F)); // done
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
        pause(0.6);
    };
    const base::Point next = kiosk.at(.96F, .87F);
    kiosk.screen.tap(next);
    turnsToPart(1, 0);
    kiosk.screen.tap(next);
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
    kiosk.screen.tap(kiosk.at(.875F, .965F));
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ToggleAccess"), patience));
    pause(0.6);
    kiosk.screen.tap(kiosk.at(.31F, .46F)); // the largest
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    kiosk.screen.tap(kiosk.at(.42F, .54F)); // high contrast
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    CHECK(comes([&] { return plainBar(kiosk); }));
    kiosk.arrives("attract");
    kiosk.screen.tap(kiosk.at(.5F, .3F));
    kiosk.arrives("home");
    CHECK(comes([&] { return !plainBar(kiosk); }));
}

TEST_CASE("the same by keys alone", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    const auto tabs = [&](int count) {
        for (int i = 0; i < count; ++i) {
            kiosk.screen.key("tab");
            pause(0.1);
        }
    };
    tabs(3); // home, language, text
    kiosk.screen.key("enter");
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ToggleAccess"), patience));
    pause(0.5);
    tabs(7); // four sizes, low reach, left hand, contrast
    kiosk.screen.key("enter");
    REQUIRE(kiosk.program.trace().next(eventWith("intent", "name", "ChooseAccess"), patience));
    CHECK(comes([&] { return plainBar(kiosk); }));
    kiosk.screen.key("esc");
    pause(0.5);
    CHECK(kiosk.program.running());
}
