/// Sound and film on the real program: played, sought, left and come back to, with libvlc and real files.
#include "tests/journeys/kiosk.hpp"
#include "tests/journeys/sound_card.hpp"

#include <cmath>
#include <fstream>

using namespace schacht;
using namespace schacht::tests;

namespace {

Kiosk startAt(const std::string& item, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"--start", item});
    return Kiosk::start(1920, 1080, more);
}

constexpr const char* play = "voice:play";
constexpr float lastSeconds = .84F; // of the screen's width: in the waveform of "The lamp"

} // namespace

TEST_CASE("a voice plays by the clock, and each line is told when it is said", "[display][timed]") {
    auto kiosk = startAt("the-lamp", {"--play"});
    kiosk.playsTo(10);
    double begun = 0;
    constexpr double slower = addressSanitizer ? 10 : 1;
    std::vector<double> late;
    std::size_t positions = 0;
    for (const auto& event : kiosk.program.trace().events()) {
        if (event["event"] == "media" && event["phase"] == "playing" && event["position"].get<double>() > 0.5) {
            const double starts = event["t"].get<double>() - event["position"].get<double>();
            begun = positions++ == 0 ? starts : begun;
            INFO(event.dump());
            CHECK(std::abs(starts - begun) < 0.1 * slower);
        } else if (event["event"] == "cue") {
            late.push_back(event["shown"].get<double>() - event["due"].get<double>());
        }
    }
    CHECK(positions >= 3);
    REQUIRE(late.size() >= 2);
    std::sort(late.begin(), late.end());
    CHECK(late[late.size() / 2] < 0.15 * slower);
    CHECK(late.front() > -0.02);
}

TEST_CASE("a voice waits until it is asked for, pauses and goes on where it was", "[display][timed]") {
    auto kiosk = startAt("the-lamp");
    REQUIRE(kiosk.program.trace().count("media") > 0);
    CHECK((*kiosk.program.trace().last("media"))["phase"] == "paused");
    kiosk.tap(play);
    kiosk.playsTo(1);
    kiosk.tap(play);
    const double stopped = kiosk.media("paused")["position"].get<double>();
    CHECK(stopped > 1);
    pause(1.5); // so long it stands still
    kiosk.tap(play);
    CHECK(std::abs(kiosk.media("playing")["position"].get<double>() - stopped) < 0.3);
}

TEST_CASE("a touch on the waveform goes there, and ten back goes ten seconds back", "[display]") {
    auto kiosk = startAt("the-lamp", {"--play"});
    kiosk.media("playing");
    kiosk.tap("track"); // its middle
    const auto reached = [](double from, double to) {
        return [from, to](const nlohmann::json& event) {
            return event["event"] == "media" && event["phase"] == "playing" &&
                   event["position"].get<double>() >= from && event["position"].get<double>() <= to;
        };
    };
    const auto there = kiosk.program.trace().next(reached(25, 80), patience);
    REQUIRE(there);
    const double before = kiosk.playsTo((*there)["position"].get<double>() + 1)["position"].get<double>();
    kiosk.tap("voice:back");
    CHECK(kiosk.program.trace().next(reached(before - 11, before - 5), patience));
}

TEST_CASE("the language changes in the middle of a voice, which goes on", "[display]") {
    auto kiosk = startAt("the-lamp", {"--play"});
    const auto before = kiosk.playsTo(1)["position"].get<double>();
    kiosk.tap("bar:language");
    kiosk.tap("language:en");
    REQUIRE(kiosk.program.trace().next(eventWith("screen", "language", "en"), patience));
    const auto playing = kiosk.media("playing");
    CHECK(playing["open"] == 1);
    CHECK(playing["position"].get<double>() > before);
    CHECK(kiosk.program.trace().next("cue", patience));
}

TEST_CASE("nothing sounds after leaving, and coming back goes on from there", "[display]") {
    auto kiosk = startAt("the-lamp", {"--play"});
    kiosk.playsTo(3);
    kiosk.screen.key("home");
    kiosk.arrives("home");
    kiosk.settles(); // what faded out is out
    const auto bytes = kiosk.soundBytes();
    CHECK(bytes > 100'000);
    pause(1); // so long nothing sounds
    CHECK(kiosk.soundBytes() == bytes);
    kiosk.program.trace().skip();
    kiosk.screen.key("esc");
    kiosk.arrives("oral-history");
    CHECK(kiosk.media("paused")["position"].get<double>() > 2);
}

TEST_CASE("what plays holds the idle clock, and what waits does not", "[display]") {
    auto kiosk = startAt("the-lamp", {"--play", "--idle", "3", "--answer", "3"});
    kiosk.playsTo(5); // longer than who waits is left alone
    CHECK(kiosk.program.trace().count("screen") == 0);
    kiosk.tap(play);
    kiosk.media("paused");
    kiosk.arrives("still-there");
    kiosk.arrives("attract");
}

TEST_CASE("signs and the described version begin where the film was, and so does the film again", "[display]") {
    auto kiosk = startAt("going-down", {"--play", "--language", "nl"});
    double position = kiosk.media("playing")["position"].get<double>();
    int open = 1;
    for (const std::string lamp : {"film:signs", "film:signs", "film:described", "film:described"}) {
        const double seen = kiosk.playsTo(position + 2.5)["position"].get<double>();
        kiosk.tap("film:glass"); // the controls come, or stay
        kiosk.tap(lamp);
        const auto again = kiosk.program.trace().next(eventWith("media", "open", ++open), patience);
        REQUIRE(again);
        const double left = (*again)["position"].get<double>();
        position = kiosk.media("playing")["position"].get<double>();
        INFO("open " << open << ": left at " << left << ", begun at " << position);
        CHECK(left > seen);
        CHECK(position > left - 1);
        CHECK(position < left + 3); // a busy machine tells of it late
    }
}

TEST_CASE("captions that are switched off are not shown, and are there again when they are switched on", "[display]") {
    auto kiosk = startAt("going-down", {"--play", "--language", "nl"});
    kiosk.media("playing");
    REQUIRE(kiosk.program.trace().next("cue", patience));
    const auto switchCaptions = [&] {
        kiosk.tap("film:glass");
        kiosk.tap("film:captions");
        kiosk.intends("ToggleCaptions");
        kiosk.program.trace().skip();
    };
    switchCaptions();
    CHECK_FALSE(kiosk.program.trace().next("cue", 9));
    switchCaptions();
    CHECK(kiosk.program.trace().next("cue", patience));
}

TEST_CASE("a voice that a sound server plays comes to its end, and then asks what is next", "[display]") {
    TemporaryFolder folder;
    SoundCard card(folder.path());
    card.plug();
    REQUIRE(comes([&] { return card.isReady(); }));
    auto kiosk = Kiosk::startSounding(1920, 1080, {"--start", "the-lamp", "--play"});
    kiosk.media("playing");
    card.listen();
    REQUIRE(comes([&] { return card.loudness(0.3) > 0.01; }));
    const base::Point middle = kiosk.where("track");
    kiosk.screen.tap({kiosk.at(lastSeconds, 0).x, middle.y});
    const auto over = [](const nlohmann::json& event) {
        return event["event"] == "media" && (event["phase"] == "ended" || event["phase"] == "failed");
    };
    const auto end = kiosk.program.trace().next(over, patience);
    REQUIRE(end);
    CHECK((*end)["phase"] == "ended");
    kiosk.tap("voice:next");
    kiosk.arrives("end");
}
