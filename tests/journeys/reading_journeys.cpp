/// Read aloud, on the real program with a real speech-dispatcher: by keys alone, from a button, and without a voice.
#include "tests/journeys/kiosk.hpp"
#include "tests/journeys/speech_server.hpp"

#include <algorithm>
#include <fcntl.h>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace schacht;
using namespace schacht::tests;

namespace {

/// The kiosk and the server that it speaks by.
struct Speaking {
    SpeechServer server;
    std::optional<Kiosk> kiosk;

    void start(std::vector<std::string> more, int width = 1920, int height = 1080) {
        REQUIRE(server.start());
        auto environment = server.environment();
        environment.erase("HOME"); // its pictures are kept
        kiosk.emplace(Kiosk::start(width, height, more, environment));
        REQUIRE(comes([&] { return kiosk->program.trace().count("voice") > 0; }));
    }
    Kiosk* operator->() { return &*kiosk; }

    /// The next sentence that begins whose words hold `part`.
    nlohmann::json hears(const std::string& part) {
        INFO(part);
        const auto found = kiosk->program.trace().next(
            [&](const nlohmann::json& event) {
                return event["event"] == "read" && event["phase"] == "began" &&
                       event["words"].get<std::string>().find(part) != std::string::npos;
            },
            patience);
        REQUIRE(found);
        return *found;
    }
    /// How many pixels of the lamp there are where the words of a page are, which is what marks a sentence.
    [[nodiscard]] std::size_t marked() const {
        const sf::Image picture = kiosk->screen.picture();
        std::size_t count = 0;
        for (unsigned y = 0; y < picture.getSize().y * 4 / 5; ++y) {
            for (unsigned x = 0; x < picture.getSize().x; ++x) {
                count += picture.getPixel(x, y) == sf::Color(0xF2, 0xB1, 0x34) ? 1 : 0;
            }
        }
        return count;
    }
};

constexpr const char* readAloud = "read:first-ice-then-coal";

} // namespace

TEST_CASE("by keys alone and without a look a visitor comes to a story and hears its page", "[display][sound]") {
    Speaking visitor;
    visitor.start({"--language", "en"});
    visitor->screen.key("down");
    visitor->arrives("home");
    CHECK(visitor.hears("What would you like to see?")["language"] == "en");
    visitor.hears("Move with the arrow keys");
    visitor->screen.key("tab");
    visitor.hears("1 of 5");
    visitor->screen.key("tab");
    CHECK(visitor.hears("button, 2 of 5")["words"].get<std::string>().starts_with("Theme: "));
    visitor->screen.key("f1");
    visitor.hears("button, 2 of 5");
    visitor->screen.key("enter");
    visitor->arrives("theme");
    visitor->screen.key("tab");
    visitor.hears("Story");
    visitor->screen.key("enter");
    visitor->arrives("story");
    const auto first = visitor.hears("");
    CHECK(first["sentence"] == 1);
    CHECK(comes([&] { return visitor.marked() > 100; }));
    visitor->screen.key("right");
    visitor->turnsTo(1);
    CHECK(visitor.hears("")["words"] != first["words"]);
    visitor->screen.key("esc");
    visitor->arrives("theme");
    CHECK(visitor->program.running());
}

TEST_CASE("a page that goes on in the largest words is heard part by part", "[display][sound]") {
    Speaking visitor;
    visitor.start({"--language", "nl", "--text-size", "4", "--start", "fourteen-million-cars"});
    visitor->screen.key("right");
    visitor->turnsTo(1);
    visitor.hears("De fabriek draaide toen nog geen jaar.");
    visitor->screen.key("right");
    visitor->turnsTo(1);
    visitor.hears("In maart 1965 was auto nummer 100.000 klaar.");
    CHECK(visitor->program.running());
}

TEST_CASE("a story's page is read from its button with each sentence marked, until someone touches",
          "[display][sound]") {
    Speaking visitor;
    visitor.start({"--start", "first-ice-then-coal", "--language", "nl"});
    CHECK(visitor.marked() == 0);
    visitor->tap(readAloud);
    const auto heading = visitor.hears("");
    CHECK(heading["sentence"] == 1);
    CHECK(heading["language"] == "nl");
    CHECK(comes([&] { return visitor.marked() > 100; }));
    visitor.hears(""); // the next
    visitor->tap("next:first-ice-then-coal");
    visitor->turnsTo(1); // who turns the page has it read
    visitor.hears("");
    visitor.server.listen();
    CHECK(comes([&] { return visitor.server.loudness(0.5) > 0.05; }));
    visitor->screen.tap(visitor->at(.5F, .965F)); // where nothing is
    CHECK(comes([&] { return visitor.marked() == 0; }));
    CHECK(comes([&] { return visitor.server.loudness(0.5) < 0.01; }));
    visitor->program.trace().skip();
    visitor->tap("next:first-ice-then-coal");
    visitor->turnsTo(2);
    CHECK_FALSE(visitor->program.trace().next("say", 1.5));
}

TEST_CASE("where nothing can speak a story has no button for it, and keys work as ever", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "first-ice-then-coal"});
    REQUIRE(kiosk.program.trace().last("voice"));
    CHECK((*kiosk.program.trace().last("voice"))["phase"] == "unavailable");
    (void)kiosk.where("next:first-ice-then-coal");
    CHECK_FALSE(kiosk.shows(readAloud));
    kiosk.screen.key("right");
    kiosk.turnsTo(1);
    CHECK(kiosk.program.trace().count("say") == 0);
}

TEST_CASE("who plugs in headphones hears the screen, and pulls them out to be left alone", "[display][sound]") {
    Speaking visitor; // no machine here has a jack: what the kernel would write comes through a pipe
    const auto jack = visitor.server.folder() / "jack";
    REQUIRE(mkfifo(jack.c_str(), 0600) == 0);
    const int kernel = open(jack.c_str(), O_RDWR | O_CLOEXEC);
    const auto plug = [&](bool in) {
        input_event event{};
        event.type = EV_SW;
        event.code = SW_HEADPHONE_INSERT;
        event.value = in ? 1 : 0;
        REQUIRE(write(kernel, &event, sizeof event) == sizeof event);
    };
    visitor.start({"--start", "home", "--language", "fr", "--headphones", jack.string()});
    plug(true);
    CHECK(visitor.hears("")["language"] == "fr");
    plug(false);
    REQUIRE(visitor->program.trace().next(eventWith("intent", "name", "HeadphonesMoved"), patience));
    visitor->program.trace().skip();
    visitor->tap("column:mines");
    visitor->arrives("theme");
    CHECK_FALSE(visitor->program.trace().next("say", 1));
    close(kernel);
}

TEST_CASE("a speech server that dies while it reads takes only the button with it", "[display][sound]") {
    Speaking visitor;
    visitor.start({"--start", "first-ice-then-coal", "--language", "nl"});
    visitor->tap(readAloud);
    visitor.hears("");
    visitor.server.end();
    REQUIRE(visitor->program.trace().next(eventWith("voice", "phase", "unavailable"), patience));
    CHECK(comes([&] { return visitor.marked() == 0; }));
    visitor->screen.key("right");
    visitor->turnsTo(1);
    CHECK(visitor->program.running());
}
