/// A computer's voice, with a real speech-dispatcher, espeak-ng and a sound card that exists only in memory.
#include "engine/media/narrator.hpp"

#include "engine/base/clock.hpp"
#include "engine/media/ssip.hpp"
#include "tests/catch.hpp"
#include "tests/engine/media/scripted_server.hpp"
#include "tests/journeys/comes.hpp"
#include "tests/journeys/speech_server.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>
#include <unistd.h>

using namespace schacht;
using namespace schacht::media;
using tests::comes;
using Kind = NarratorReport::Kind;

namespace {

/// A narrator, and what it told.
class Told {
public:
    explicit Told(SpeechDispatcherOptions options)
        : narrator(createSpeechDispatcher(std::move(options), [this](const NarratorReport& report) {
              const std::lock_guard lock(mutex);
              reports.push_back(report);
          })) {}

    Narrator* operator->() { return narrator.get(); }
    [[nodiscard]] bool hears(Kind kind, SentenceId sentence = 0, base::Seconds patience = 20) {
        return comes([&] { return count(kind, sentence) > 0; }, patience);
    }
    [[nodiscard]] std::size_t count(Kind kind, SentenceId sentence = 0) {
        const std::lock_guard lock(mutex);
        return static_cast<std::size_t>(std::count_if(reports.begin(), reports.end(), [&](const auto& report) {
            return report.kind == kind && report.sentence == sentence;
        }));
    }
    [[nodiscard]] std::vector<std::pair<Kind, SentenceId>> all() {
        const std::lock_guard lock(mutex);
        std::vector<std::pair<Kind, SentenceId>> out;
        for (const auto& report : reports) {
            out.emplace_back(report.kind, report.sentence);
        }
        return out;
    }

private:
    std::mutex mutex;
    std::vector<NarratorReport> reports;
    std::unique_ptr<Narrator> narrator; // last: it reports until it is gone
};

const char* const longWords = "This is one rather long sentence, which goes on and on about the mines of Limburg, the "
                              "people who came from afar to work in them, and the churches that they built.";

} // namespace

TEST_CASE("sentences are said one after another, each reported as it begins and ends", "[sound]") {
    tests::SpeechServer server;
    REQUIRE(server.start());
    Told narrator({.socket = server.socket()});
    REQUIRE(narrator.hears(Kind::available));
    server.listen();
    narrator->say({{1, "Goedendag.", "nl"}, {2, ".Good morning.", "en"}, {3, "Günaydın.\nBonjour", "tr-TR"}});
    REQUIRE(narrator.hears(Kind::ended, 3, 30));
    CHECK(narrator.all() == std::vector<std::pair<Kind, SentenceId>>{{Kind::available, 0},
                                                                     {Kind::began, 1},
                                                                     {Kind::ended, 1},
                                                                     {Kind::began, 2},
                                                                     {Kind::ended, 2},
                                                                     {Kind::began, 3},
                                                                     {Kind::ended, 3}});
    CHECK(server.loudness(60) > 0.05);
}

TEST_CASE("what is stopped is silent, and a new sentence is said at once instead of it", "[sound]") {
    tests::SpeechServer server;
    REQUIRE(server.start());
    Told narrator({.socket = server.socket()});
    REQUIRE(narrator.hears(Kind::available));
    server.listen();
    narrator->say({{1, longWords, "en"}, {2, "Two.", "en"}});
    REQUIRE(narrator.hears(Kind::began, 1));
    CHECK(comes([&] { return server.loudness(0.4) > 0.05; }));
    narrator->say({{3, "Three.", "en"}});
    REQUIRE(narrator.hears(Kind::ended, 3));
    narrator->say({{4, longWords, "en"}});
    REQUIRE(narrator.hears(Kind::began, 4));
    CHECK(comes([&] { return server.loudness(0.4) > 0.05; }));
    narrator->stop();
    CHECK(comes([&] { return server.loudness(0.5) < 0.01; }));
    std::this_thread::sleep_for(std::chrono::milliseconds(500)); // so long nothing is said
    CHECK(server.loudness(0.5) < 0.01);
    CHECK(narrator.count(Kind::ended, 1) == 0);
    CHECK(narrator.count(Kind::began, 2) == 0);
    CHECK(narrator.count(Kind::ended, 4) == 0);
}

TEST_CASE("a voice is as loud as is asked", "[sound]") {
    tests::SpeechServer server;
    REQUIRE(server.start());
    Told narrator({.socket = server.socket()});
    REQUIRE(narrator.hears(Kind::available));
    server.listen();
    narrator->say({{1, "As loud as it can be.", "en"}});
    REQUIRE(narrator.hears(Kind::ended, 1));
    const double loud = server.loudness(2);
    narrator->setVolume(0.25);
    narrator->say({{2, "As loud as it can be.", "en"}});
    REQUIRE(narrator.hears(Kind::ended, 2));
    CHECK(server.loudness(1) < loud * 0.6);
    CHECK(server.loudness(1) > 0.005);
}

TEST_CASE("where no speech server listens nothing is said, and one that comes later is found") {
    tests::SpeechServer server;
    Told narrator({.socket = server.socket(), .again = 0.2});
    REQUIRE(narrator.hears(Kind::unavailable));
    narrator->say({{1, "Nobody hears this.", "en"}});
    REQUIRE(server.start());
    REQUIRE(narrator.hears(Kind::available));
    narrator->say({{2, "Somebody hears this.", "en"}});
    REQUIRE(narrator.hears(Kind::ended, 2));
    CHECK(narrator.count(Kind::began, 1) == 0);
    CHECK(narrator.count(Kind::unavailable) == 1);
}

TEST_CASE("a server that dies while it speaks ends that sentence, and is found again", "[sound]") {
    tests::SpeechServer server;
    REQUIRE(server.start());
    Told narrator({.socket = server.socket(), .again = 0.2});
    REQUIRE(narrator.hears(Kind::available));
    narrator->say({{1, longWords, "en"}, {2, "Two.", "en"}});
    REQUIRE(narrator.hears(Kind::began, 1));
    server.end();
    REQUIRE(narrator.hears(Kind::failed, 1));
    REQUIRE(narrator.hears(Kind::unavailable));
    narrator->say({{3, "To nobody.", "en"}});
    REQUIRE(server.start());
    REQUIRE(comes([&] { return narrator.count(Kind::available) == 2; }));
    narrator->say({{4, "To somebody.", "en"}});
    CHECK(narrator.hears(Kind::ended, 4));
    CHECK(narrator.count(Kind::began, 3) == 0);
}

TEST_CASE("a server that takes the call and says nothing is given up, and keeps nobody waiting") {
    const tests::TemporaryFolder folder;
    const int mute = tests::listeningAt(folder / "socket");
    {
        Told narrator({.socket = folder / "socket", .patience = 0.3});
        CHECK(narrator.hears(Kind::unavailable));
    }
    const base::Seconds began = base::now();
    {
        Told narrator({.socket = folder / "socket", .patience = 60});
        std::this_thread::sleep_for(std::chrono::milliseconds(300)); // until it waits for an answer
        narrator->say({{1, "Hello?", "en"}});
    }
    CHECK(base::now() - began < 5);
    close(mute);
}

TEST_CASE("sentences, orders and reports pass between the window's thread and the voice's", "[threads]") {
    const tests::TemporaryFolder folder;
    tests::ScriptedServer server(folder / "socket", {}, {"held"});
    Told narrator({.socket = folder / "socket"});
    REQUIRE(narrator.hears(Kind::available));
    constexpr std::size_t lines = 500; // so many are taken while orders come
    SentenceId last = 0;
    for (const base::Seconds began = base::now(); server.heard().size() < lines && base::now() < began + 30;) {
        narrator->setVolume(last % 2 == 0 ? 0.5 : 1);
        narrator->say({{++last, "held", "en"}});
    }
    REQUIRE(server.heard().size() >= lines);
    narrator->say({{++last, "one", "en"}});
    CHECK(narrator.hears(Kind::ended, last));
    narrator->say({{last + 1, "held", "en"}});
    CHECK(narrator.hears(Kind::began, last + 1));
    narrator->stop();
    CHECK(comes([&] { return server.heard().back() == "CANCEL SELF"; }));
}

TEST_CASE("a sentence that the server does not take fails, when those before it are said") {
    const tests::TemporaryFolder folder;
    tests::ScriptedServer server(folder / "socket", {"two"});
    Told narrator({.socket = folder / "socket"});
    REQUIRE(narrator.hears(Kind::available));
    narrator->say({{1, "one", "en"}, {2, "two", "en"}, {3, "three", "en"}});
    REQUIRE(narrator.hears(Kind::failed, 2));
    narrator->say({{4, "two", "en"}});
    REQUIRE(narrator.hears(Kind::failed, 4));
    narrator->say({{5, "five", "en"}});
    REQUIRE(narrator.hears(Kind::ended, 5));
    CHECK(narrator.all() == std::vector<std::pair<Kind, SentenceId>>{{Kind::available, 0},
                                                                     {Kind::began, 1},
                                                                     {Kind::ended, 1},
                                                                     {Kind::failed, 2},
                                                                     {Kind::failed, 4},
                                                                     {Kind::began, 5},
                                                                     {Kind::ended, 5}});
}

TEST_CASE("who hangs up has the server be silent") {
    const tests::TemporaryFolder folder;
    tests::ScriptedServer server(folder / "socket", {}, {"held"});
    {
        Told narrator({.socket = folder / "socket"});
        narrator->say({{1, "held", "en"}});
        REQUIRE(narrator.hears(Kind::began, 1));
    }
    REQUIRE(comes([&] { return server.heard().back() == "gone"; }));
    const auto heard = server.heard();
    CHECK(heard[heard.size() - 2] == "CANCEL SELF");
}

TEST_CASE("a voice ends with the program that it speaks for", "[sound]") {
    tests::SpeechServer server;
    REQUIRE(server.start());
    server.listen();
    {
        Told narrator({.socket = server.socket()});
        REQUIRE(narrator.hears(Kind::available));
        narrator->say({{1, longWords, "en"}, {2, longWords, "en"}, {3, longWords, "en"}});
        REQUIRE(narrator.hears(Kind::began, 1));
        CHECK(comes([&] { return server.loudness(0.4) > 0.05; }));
    }
    CHECK(comes([&] { return server.loudness(0.5) < 0.01; }, 4));
}

TEST_CASE("where nobody named a server one is started, and where there is none to start it is silent", "[sound]") {
    tests::SpeechServer server;
    REQUIRE(server.startSound());
    for (const auto& [name, value] : server.environment()) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    unsetenv("SPEECHD_ADDRESS");
    {
        Told narrator({.program = "no-such-program"});
        CHECK(narrator.hears(Kind::unavailable));
    }
    {
        Told narrator({.starting = 30});
        REQUIRE(narrator.hears(Kind::available, 0, 40));
        narrator->say({{1, "Good morning.", "en"}});
        CHECK(narrator.hears(Kind::ended, 1));
    }
    std::ifstream pid(server.folder() / "speech-dispatcher/pid/speech-dispatcher.pid");
    int started = 0;
    REQUIRE(pid >> started);
    kill(started, SIGTERM);
    for (const char* name : {"PULSE_SERVER", "XDG_RUNTIME_DIR"}) {
        unsetenv(name);
    }
}

TEST_CASE("the server is looked for where its manual says") {
    setenv("SPEECHD_ADDRESS", "unix_socket:/run/voice", 1);
    CHECK(speechSocket() == "/run/voice");
    CHECK(speechSocketNamed());
    setenv("SPEECHD_ADDRESS", "inet_socket:localhost:6560", 1);
    CHECK(speechSocket().empty());
    unsetenv("SPEECHD_ADDRESS");
    setenv("XDG_RUNTIME_DIR", "/run/user/7", 1);
    CHECK(speechSocket() == "/run/user/7/speech-dispatcher/speechd.sock");
    CHECK_FALSE(speechSocketNamed());
    unsetenv("XDG_RUNTIME_DIR");
    setenv("HOME", "/home/kiosk", 1);
    unsetenv("XDG_CACHE_HOME");
    CHECK(speechSocket() == "/home/kiosk/.cache/speech-dispatcher/speechd.sock");
}
