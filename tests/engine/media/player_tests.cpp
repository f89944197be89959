#include "tests/engine/media/played.hpp"
#include "tests/engine/media/test_clips.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace schacht;
using namespace schacht::media;

namespace {

/// Where a film is, read off its pictures: each is as bright as its number, plus 16.
std::filesystem::path brightnessClock(TestClips& clips) {
    return clips.make("clock.mp4",
                      "-f lavfi -i \"color=black:s=64x64:r=30:d=6,format=yuv420p,geq=lum='16+N':cb=128:cr=128\" "
                      "-c:v libx264 -qp 0 -preset ultrafast -g 60 -bf 2 -pix_fmt yuv420p");
}

int shownFrame(Played& player) {
    const base::FilmFrame* frame = player->frames().current();
    return frame != nullptr ? frame->y.pixels[frame->y.stride * 32 + 32] - 16 : -1;
}

} // namespace

TEST_CASE("a player opens, plays and ends a film in the order that its header promises", "[threads][timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 7, .file = clips.film(2)});
    CHECK(player.state().open == 7);
    CHECK(player.state().phase == Phase::opening);
    REQUIRE(player.reach(Phase::ended));
    std::vector<Phase> phases;
    for (const PlayerState& state : player.states) {
        if (phases.empty() || phases.back() != state.phase) {
            phases.push_back(state.phase);
        }
    }
    CHECK(phases == std::vector{Phase::closed, Phase::opening, Phase::playing, Phase::ended});
    CHECK(player.state().position == Approx(2).margin(0.05));
    CHECK(player.pictures > 40);
    CHECK(player.state().picture == base::Size{320, 180});
    REQUIRE(player.state().tracks.size() == 2);
    CHECK(player.state().tracks[0].kind == Track::Kind::film);
    CHECK(player.state().tracks[1].kind == Track::Kind::sound);
    CHECK_FALSE(player.state().problem);
}

TEST_CASE("a subscriber gets the present state at once and is not told what has not changed") {
    Played player;
    REQUIRE(player.states.size() == 1);
    CHECK(player.states[0].phase == Phase::closed);
    player.pass(0.5);
    const auto told = player.states.size();
    player.pass(0.3);
    CHECK(player.states.size() == told);
}

TEST_CASE("the position of a sound keeps within a tenth of a second of the wall clock", "[timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = clips.sound(6)});
    REQUIRE(player.reach(Phase::playing));
    player.pass(0.7);
    const Seconds start = base::now() - player.position();
    for (int i = 0; i < 20; ++i) {
        player.pass(0.1);
        CHECK(std::abs(base::now() - player.position() - start) < 0.1);
    }
}

TEST_CASE("a film shows the picture of its position", "[timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = brightnessClock(clips)});
    REQUIRE(player.reach(Phase::playing));
    player.pass(0.7);
    for (int i = 0; i < 20; ++i) {
        player.pass(0.1);
        CHECK(std::abs(player.state().positionAt(player.lastPicture) - shownFrame(player) / 30.0) < 0.1);
    }
}

TEST_CASE("a seek while playing goes to the picture that was asked for", "[threads][timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = brightnessClock(clips)});
    REQUIRE(player.reach(Phase::playing));
    player.pass(0.5);
    const int taken = player.pictures;
    player->seek(4.0);
    CHECK(player.state().position == 4.0);
    int first = -1;
    REQUIRE(player.live([&] {
        if (player.pictures > taken && shownFrame(player) > 100) {
            first = shownFrame(player);
        }
        return first >= 0;
    }));
    CHECK(first >= 119);
    CHECK(first <= 122);
    player.pass(0.3);
    CHECK(std::abs(player.state().positionAt(player.lastPicture) - shownFrame(player) / 30.0) < 0.1);
}

TEST_CASE("a film that is opened paused shows its first picture and waits", "[timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = brightnessClock(clips), .from = 2, .paused = true});
    REQUIRE(player.reach(Phase::paused));
    CHECK(std::ranges::none_of(player.states, [](const PlayerState& s) { return s.phase == Phase::playing; }));
    CHECK(player.state().position == 2);
    REQUIRE(player.live([&] { return player.pictures > 0; }, 5));
    player.pass(0.5);
    const int taken = player.pictures;
    CHECK(std::abs(shownFrame(player) - 60) <= 1);
    player.pass(0.5);
    CHECK(player.pictures == taken);
    player->play();
    REQUIRE(player.reach(Phase::playing));
    player.pass(0.5);
    CHECK(player.pictures > taken + 5);
    CHECK(std::abs(player.state().positionAt(player.lastPicture) - shownFrame(player) / 30.0) < 0.1);
}

TEST_CASE("a seek while paused goes to the picture that was asked for and stays paused") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = brightnessClock(clips)});
    REQUIRE(player.reach(Phase::playing));
    player.pass(0.3);
    player->pause();
    REQUIRE(player.reach(Phase::paused));
    const auto told = player.states.size();
    player->seek(3.5);
    REQUIRE(player.live([&] { return shownFrame(player) > 100; }));
    player.pass(0.5);
    CHECK(std::abs(shownFrame(player) - 105) <= 1);
    CHECK(player.state().position == 3.5);
    for (std::size_t i = told; i < player.states.size(); ++i) {
        CHECK(player.states[i].phase == Phase::paused);
    }
}

TEST_CASE("a pause holds the position and the picture, and playing goes on from there", "[timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = clips.film(6)});
    REQUIRE(player.reach(Phase::playing));
    player.pass(1);
    player->pause();
    REQUIRE(player.reach(Phase::paused));
    const Seconds at = player.position();
    player.pass(0.4);
    const int taken = player.pictures;
    player.pass(0.6);
    CHECK(player.position() == at);
    CHECK(player.pictures == taken);
    player->play();
    REQUIRE(player.reach(Phase::playing));
    player.pass(1);
    CHECK(player.position() == Approx(at + 1).margin(0.15));
}

TEST_CASE("a passage ends where it should, and plays again from its beginning", "[timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = clips.sound(6), .from = 2, .until = 3});
    REQUIRE(player.reach(Phase::playing));
    const Seconds began = base::now() - (player.position() - 2);
    REQUIRE(player.reach(Phase::ended));
    CHECK(base::now() - began == Approx(1).margin(0.15));
    CHECK(player.state().position == 3);
    player->play();
    REQUIRE(player.reach(Phase::playing));
    CHECK(player.position() == Approx(2).margin(0.2));
}

TEST_CASE("a seek after the end plays on from there", "[timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = clips.film(2)});
    REQUIRE(player.reach(Phase::ended));
    player->seek(0.5);
    REQUIRE(player.reach(Phase::playing));
    CHECK(player.position() == Approx(0.5).margin(0.2));
}

TEST_CASE("half the rate takes twice the time", "[timed]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = clips.sound(6), .rate = 0.5});
    REQUIRE(player.reach(Phase::playing));
    player.pass(1);
    const Seconds first = player.position();
    player.pass(2);
    CHECK(player.position() - first == Approx(1).margin(0.1));
    player->setRate(1.5);
    player.pass(1);
    const Seconds second = player.position();
    player.pass(1);
    CHECK(player.position() - second == Approx(1.5).margin(0.15));
    player->setRate(9);
    player.pass(0.2);
    CHECK(player.state().rate == 1.5);
}

TEST_CASE("volume and muting hold for later opens") {
    TestClips clips;
    Played player;
    player->setVolume(0.5);
    player->setMuted(true);
    player->open({.open = 1, .file = clips.sound(2)});
    REQUIRE(player.reach(Phase::playing));
    CHECK(player.state().volume == 0.5);
    CHECK(player.state().muted);
    CHECK(player.state().silent);
}

TEST_CASE("closing shows at once, and the picture is gone", "[threads]") {
    TestClips clips;
    Played player;
    player->open({.open = 1, .file = clips.film(6)});
    REQUIRE(player.live([&] { return player.pictures > 3; }));
    player->close(0.3);
    CHECK(player.state().phase == Phase::closed);
    CHECK(player.state().open == 0);
    CHECK(player->frames().current() == nullptr);
    const int taken = player.pictures;
    player.pass(0.6);
    CHECK(player.pictures == taken);
    CHECK(player.state().phase == Phase::closed);
}

TEST_CASE("libvlc gives its memory back when it has rested, and plays again when it is wanted") {
    const auto loaded = [] {
        std::ifstream maps("/proc/self/maps");
        const std::string all((std::istreambuf_iterator<char>(maps)), std::istreambuf_iterator<char>());
        return all.find("libavcodec_plugin") != std::string::npos;
    };
    TestClips clips;
    PlayerOptions options = Played::silentOptions();
    options.stays = 0.2;
    Played player(options);
    player->open({.open = 1, .file = clips.film()});
    REQUIRE(player.reach(Phase::playing));
    player.pass(1);
    CHECK(loaded());
    player->close(0);
    player.pass(1);
    CHECK((addressSanitizer || player.live([&] { return !loaded(); }, 10)));
    player->open({.open = 2, .file = clips.film()});
    REQUIRE(player.reach(Phase::playing));
    CHECK(player.state().open == 2);
}
