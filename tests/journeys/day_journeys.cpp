/// Days that begin while the kiosk runs.
#include "tests/journeys/kiosk.hpp"
#include "tests/wall_clock.hpp"

using namespace schacht;
using namespace schacht::tests;
namespace fs = std::filesystem;

namespace {

/// A kiosk with a clock of its own. Of the first theme the first card is the-market until 30 November and the-fair from
/// 1 December; of the second it is a voice whose consent ends on 30 November, and then a film.
struct Exhibition {
    WallClock clock;
    TemporaryFolder folder;
    fs::path pack = folder / "village";
    fs::path log = folder / "kiosk.log";
    std::optional<Kiosk> kiosk;

    Exhibition() {
        fs::copy(SCHACHT_SOURCE_FOLDER "/content/village", pack, fs::copy_options::recursive);
        for (const char* const item : {"the-market", "the-fair"}) {
            fs::copy_file(pack / "stories/the-bakery.json", pack / "stories" / (std::string(item) + ".json"));
        }
        change("stories/the-market.json", "\"kind\"", R"("until": "2026-11-30", "kind")");
        change("stories/the-fair.json", "\"kind\"", R"("from": "2026-12-01", "kind")");
        change("voices/who-speaks-here.json", "\"kind\"",
               R"("consent": {"given": "2026-11-01", "until": "2026-11-30"}, "kind")");
        change("pack.json", R"(["the-bakery", "who-speaks-here"])", R"(["the-market", "the-fair"])");
        change("pack.json", R"(["five-o-clock", "look-around"])", R"(["who-speaks-here", "five-o-clock"])");
    }
    void change(const std::string& file, const std::string& from, const std::string& to) const {
        std::string text = readFile(pack / file);
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
        writeFile(pack / file, text);
    }
    void start(const std::string& moment, const std::vector<std::string>& more = {}) {
        clock.shows(moment);
        auto screen = Touchscreen::start(1280, 720);
        REQUIRE(screen);
        TemporaryFolder sounds;
        std::vector<std::string> arguments{"run",   pack.string(), "--language",     "en",
                                           "--log", log.string(),  "--record-sound", (sounds / "sound.wav").string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        auto program = runRecorded(*screen, std::move(arguments));
        REQUIRE(program);
        kiosk.emplace(std::move(sounds), std::move(*screen), std::move(*program));
        REQUIRE(kiosk->program.trace().next("first-frame", 60));
    }
    Kiosk* operator->() { return &*kiosk; }

    void begin() {
        kiosk->tap("screen:attract");
        kiosk->arrives("home");
    }
    /// From home, a theme in which an item stands, and another does not; then the item.
    void opens(const std::string& theme, const std::string& item, const std::string& away) {
        INFO(item);
        kiosk->tap("column:" + theme);
        kiosk->arrives("theme");
        const base::Point card = kiosk->where("card:" + item);
        CHECK_FALSE(kiosk->shows("card:" + away));
        kiosk->screen.tap(card);
        REQUIRE(kiosk->program.trace().next(eventWith("screen", "item", item), patience));
        kiosk->rests();
    }
    void opensWhatIsOfDecember() {
        begin();
        opens("work", "the-fair", "the-market");
        goHome();
        opens("street", "five-o-clock", "who-speaks-here");
    }
    void goHome() {
        kiosk->screen.key("esc");
        kiosk->arrives("theme");
        kiosk->screen.key("esc");
        kiosk->arrives("home");
    }
    /// Waits until the kiosk has looked which day it is.
    void turnsTo(const std::string& day) {
        INFO(day);
        CHECK(kiosk->program.trace().next(eventWith("day", "day", day), patience));
    }
    [[nodiscard]] std::string logged() const { return readFile(log); }
};

constexpr const char* news =
    " info day Today is 2026-12-01: the-fair is shown from now on; the-market is no longer shown, its last day was "
    "2026-11-30; who-speaks-here is no longer shown, its consent ended on 2026-11-30.\n";

} // namespace

TEST_CASE("at midnight, while nobody is there, what is over goes and what begins comes", "[display]") {
    Exhibition museum;
    museum.start("2026-11-30 23:00:00");
    museum.clock.shows("2026-11-30 23:59:58");
    museum.turnsTo("2026-12-01"); // by itself, two seconds later
    CHECK_THAT(museum.logged(), ContainsSubstring(news));
    museum.opensWhatIsOfDecember();
}

TEST_CASE("who is there at midnight goes on undisturbed, and the next visitor finds the new day", "[display][sound]") {
    Exhibition museum;
    museum.start("2026-11-30 23:00:00", {"--idle", "10", "--answer", "1"});
    museum.begin();
    museum.opens("street", "who-speaks-here", "the-fair");
    museum->tap("voice:play");
    museum->media("playing");
    museum.clock.shows("2026-12-01 00:00:00");
    const auto goesOn = [](const nlohmann::json& event) {
        return event["event"] == "media" && event["phase"] == "playing" && event["position"].get<double>() > 2;
    };
    CHECK(museum->program.trace().next(goesOn, patience)); // a voice whose consent is over, for who began to hear it
    museum.goHome();
    museum.opens("work", "the-market", "the-fair");
    CHECK_THAT(museum.logged(), !ContainsSubstring(" info day "));
    museum.turnsTo("2026-12-01"); // nobody touches it any more
    CHECK((*museum->program.trace().last("screen"))["name"] == "attract");
    CHECK_THAT(museum.logged(), ContainsSubstring(news));
    museum.opensWhatIsOfDecember();
}

TEST_CASE("a clock that is wrong at the start and set later brings what was away", "[display]") {
    Exhibition museum;
    museum.start("1970-01-01 12:00:00");
    CHECK(museum.logged().starts_with("1970-01-01T12:00:0"));
    museum.clock.shows("2026-12-01 10:00:00");
    museum.turnsTo("2026-12-01");
    CHECK_THAT(museum.logged(), ContainsSubstring(news));
    museum.opensWhatIsOfDecember();
}

TEST_CASE("a day is begun without the disk: who no longer agrees is not heard, and what is shown stays", "[display]") {
    Exhibition museum;
    museum.start("2026-11-30 12:00:00");
    fs::rename(museum.pack, museum.folder / "elsewhere");
    museum.clock.shows("2026-12-01 00:00:00");
    museum.turnsTo("2026-12-01");
    museum.opensWhatIsOfDecember();
    fs::rename(museum.folder / "elsewhere", museum.pack); // it is run again on it
}
