#include "tests/as_nobody.hpp"
#include "tests/engine/media/played.hpp"
#include "tests/engine/media/test_clips.hpp"

#include <fstream>
#include <malloc.h>
#include <sys/stat.h>

using namespace schacht;
using namespace schacht::media;

namespace {

/// What the player says of a file.
base::Problem problemOf(const std::filesystem::path& file) {
    Played player;
    player->open({.open = 3, .file = file});
    REQUIRE(player.live([&] { return player.state().phase == Phase::failed || player.state().phase == Phase::ended; }));
    CHECK(player.state().phase == Phase::failed);
    CHECK(player.state().open == 3);
    REQUIRE(player.state().problem);
    CHECK(player.state().problem->location.file == file.string());
    return *player.state().problem;
}

/// Not the proportional share: that grows when another program that has the same libraries ends.
std::uint64_t privateKilobytes() {
    std::ifstream rollup("/proc/self/smaps_rollup");
    for (std::string word; rollup >> word;) {
        if (word == "Private_Dirty:") {
            std::uint64_t kilobytes = 0;
            rollup >> kilobytes;
            return kilobytes;
        }
    }
    return 0;
}

std::ptrdiff_t entries(const char* folder) {
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

} // namespace

TEST_CASE("a medium that is not there is a problem") {
    const auto problem = problemOf("/nowhere/film.mp4");
    CHECK(problem.code == "missing-file");
    CHECK(problem.message == "This file is not there, or was there and is gone.");
}

TEST_CASE("a folder or a pipe in place of a medium is a problem and is not waited for") {
    TestClips clips;
    CHECK(problemOf(clips.path()).message == "This is a folder or a device, not a file that can be played.");
    const auto pipe = clips.path() / "pipe.mp4";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(problemOf(pipe).code == "not-a-file");
}

TEST_CASE("a medium of no length is a problem") {
    TestClips clips;
    const auto problem = problemOf(clips.write("film.mp4", ""));
    CHECK(problem.code == "empty-file");
    CHECK(problem.message == "This file is empty. Copy it again.");
}

TEST_CASE("a medium that nobody may read is a problem") {
    TestClips clips;
    REQUIRE(chmod(clips.path().c_str(), 0755) == 0);
    const auto file = clips.write("film.mp4", "x");
    REQUIRE(chmod(file.c_str(), 0) == 0);
    const tests::AsNobody nobody;
    CHECK(problemOf(file).message == "This file cannot be read: the rights to read it are missing.");
}

TEST_CASE("a text, a playlist and noise by the name of a film are problems") {
    TestClips clips;
    const std::string said = "There is no sound or film in this file that can be played. It may be damaged, cut off "
                             "before its end, or something else than its name says.";
    CHECK(problemOf(clips.write("text.mp4", "Glück auf\n")).message == said);
    CHECK(problemOf(clips.write("list.mp4", "#EXTM3U\n" + clips.film(2).string() + "\n")).message == said);
    std::string noise;
    for (unsigned i = 1; noise.size() < 100000; i = i * 1664525U + 1013904223U) {
        noise += static_cast<char>(i >> 24);
    }
    CHECK(problemOf(clips.write("noise.mp4", noise)).code == "not-a-medium");
}

TEST_CASE("a sound in Speex is a problem, since libvlc's decoder ends the program where it begins elsewhere") {
    TestClips clips;
    const auto file = clips.make("voice.ogg", "-f lavfi -i sine=440:d=2 -c:a libspeex -ar 16000");
    CHECK(problemOf(file).message == "The sound in this file is packed with Speex, which the kiosk does not play. Save "
                                     "it as Opus, MP3 or FLAC.");
}

TEST_CASE("a film by the name of another kind plays") {
    TestClips clips;
    std::filesystem::copy_file(clips.film(2), clips.path() / "film.ogg");
    Played player;
    player->open({.open = 1, .file = clips.path() / "film.ogg"});
    CHECK(player.reach(Phase::ended));
}

TEST_CASE("a film that was cut off plays as far as it goes and is a problem") {
    TestClips clips;
    const auto problem = problemOf(clips.cut("cut.mp4", clips.film(6), 0.5));
    CHECK(problem.code == "cut-short");
    CHECK_THAT(problem.message, ContainsSubstring(" and says that it lasts 6.0 s. It was cut off, perhaps while it was "
                                                  "copied. Copy it again."));
}

TEST_CASE("a film whose index was cut off is a problem") {
    TestClips clips;
    const auto film = clips.make("index.mp4", "-f lavfi -i testsrc2=s=320x180:r=30:d=2 -c:v libx264 -preset ultrafast");
    CHECK(problemOf(clips.cut("cut.mp4", film, 0.8)).code == "not-a-medium");
}

TEST_CASE("a medium that vanishes while it plays plays on, and is a problem when it is opened again") {
    TestClips clips;
    const auto file = clips.film(2);
    Played player;
    player->open({.open = 1, .file = file});
    REQUIRE(player.reach(Phase::playing));
    std::filesystem::remove(file);
    CHECK(player.reach(Phase::ended));
    player->play();
    REQUIRE(player.reach(Phase::failed));
    CHECK(player.state().problem->code == "missing-file");
}

TEST_CASE("a failure is left by the next open") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = "/nowhere/film.mp4"});
    REQUIRE(player.reach(Phase::failed));
    player->open({.open = 2, .file = clips.film(2)});
    CHECK_FALSE(player.state().problem);
    CHECK(player.reach(Phase::ended));
}

// Not under ThreadSanitizer: two of six runs met a race wholly inside libvlccore, and to suppress that library would
// hide our own callbacks. What passes between our threads is in switchboard_tests.cpp.
TEST_CASE("a hundred quick opens end on the right one") {
    TestClips clips;
    const auto film = clips.film(6);
    const auto sound = clips.sound(6);
    Played player;
    for (OpenId open = 1; open <= 100; ++open) {
        player->open({.open = open, .file = open % 2 == 0 ? film : sound});
        if (open % 10 == 0) {
            player.pass(0.05);
        }
        CHECK(player.state().open == open);
    }
    REQUIRE(player.reach(Phase::playing));
    CHECK(player.state().open == 100);
    CHECK(player.state().tracks.size() == 2);
    OpenId newest = 0;
    for (const PlayerState& state : player.states) {
        CHECK(state.open >= newest);
        newest = state.open;
    }
}

TEST_CASE("no call on the window's thread waits", "[timed]") {
    TestClips clips;
    const auto film = clips.film(6);
    Played player;
    Seconds longest = 0;
    const auto timed = [&longest](const auto& call) {
        const Seconds began = base::now();
        call();
        longest = std::max(longest, base::now() - began);
    };
    for (OpenId open = 1; open <= 10; ++open) {
        timed([&] { player->open({.open = open, .file = film}); });
        REQUIRE(player.live([&] { return player.pictures > 0; }));
        timed([&] { player->seek(3); });
        timed([&] { player->pause(); });
        timed([&] { player->play(); });
        timed([&] { player->close(0); });
    }
    CHECK(longest < 0.02); // a hundredth of a stop, on a machine that does other things too
}

TEST_CASE("two hundred opens and closes leak no thread, no descriptor and no memory") {
    // as main() does: libvlc's threads come and go, and each would leave an arena of glibc's behind, half full
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024);
    TestClips clips;
    const auto film = clips.film(2);
    Played player;
    const auto round = [&](OpenId open) {
        player->open({.open = open, .file = film});
        REQUIRE(player.live([&] { return player.pictures > 0 && player.state().phase == Phase::playing; }));
        player->close(0);
        player.pictures = 0;
    };
    for (OpenId open = 1; open <= 20; ++open) {
        round(open);
    }
    player.pass(1);
    const auto threads = entries("/proc/self/task");
    const auto descriptors = entries("/proc/self/fd");
    const auto memory = privateKilobytes();
    for (OpenId open = 21; open <= 200; ++open) {
        round(open);
    }
    CHECK(player.live([&] { return entries("/proc/self/task") == threads; }));
    CHECK(player.live([&] { return entries("/proc/self/fd") == descriptors; }));
    CHECK((addressSanitizer || privateKilobytes() < memory + 5000));
}
