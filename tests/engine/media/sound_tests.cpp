#include "tests/engine/media/played.hpp"
#include "tests/engine/media/test_clips.hpp"
#include "tests/journeys/sound_card.hpp"

#include <utility>

using namespace schacht;
using namespace schacht::media;
using tests::SoundCard;

TEST_CASE("a sound device that is plugged in is taken up, and one that is pulled ends nothing", "[sound][timed]") {
    TestClips clips;
    SoundCard card(clips.path());
    Played player{PlayerOptions{.sound = {clips.path() / "snd"}}};
    player->open({.open = 1, .file = clips.sound(60)});
    REQUIRE(player.reach(Phase::playing));
    CHECK(player.state().silent);
    player.pass(1);
    card.plug();
    REQUIRE(player.live([&] { return !player.state().silent; }, 5));
    card.listen();
    REQUIRE(player.reach(Phase::playing));
    const Seconds before = player.position();
    REQUIRE(player.live([&] { return card.loudness(0.3) > 0.05; }, 10));
    CHECK(player.position() > before);
    card.unplug();
    REQUIRE(player.live([&] { return player.state().silent; }, 5));
    REQUIRE(player.reach(Phase::playing));
    const Seconds there = player.position();
    player.pass(1);
    CHECK(player.position() == Approx(there + 1).margin(0.2));
    CHECK(player.state().open == 1);
}

TEST_CASE("volume, rate and fading are heard, and nothing sounds after leaving", "[sound][timed]") {
    TestClips clips;
    SoundCard card(clips.path());
    card.plug();
    Played player{PlayerOptions{.sound = {clips.path() / "snd"}}};
    REQUIRE(player.live([&] { return card.isReady(); }));
    player.pass(0.3);
    card.listen();
    player->open({.open = 1, .file = clips.sound(60)});
    REQUIRE(player.reach(Phase::playing));
    CHECK_FALSE(player.state().silent);
    REQUIRE(player.live([&] { return card.loudness(0.3) > 0.05; }, 10));
    // a busy machine hears what was asked for later, and with gaps
    const auto hears = [&](auto condition) { return player.live(condition, 15); };
    const auto loud = [&](double wanted, double share) {
        const bool so = hears([&] { return card.level(0.3) == Approx(wanted).epsilon(share); });
        UNSCOPED_INFO("wanted " << wanted << ", heard " << card.level(0.3) << ", loudest " << card.loudness(0.3));
        return so;
    };
    const auto pitched = [&] { return hears([&] { return card.pitch(0.5) == Approx(440).margin(10); }); };
    double whole = 0;
    REQUIRE(hears([&] { // what fades in is in
        const double before = std::exchange(whole, card.level(0.3));
        player.pass(0.5);
        return whole > 0.05 && whole == Approx(before).epsilon(0.02);
    }));
    CHECK(pitched());
    player->setRate(0.75);
    player.pass(2);
    CHECK(pitched());
    player->setVolume(0.5);
    CHECK(loud(whole / 8, 0.3)); // the scale is cubic
    player->setMuted(true);
    CHECK(hears([&] { return card.loudness(0.3) < 0.001; }));
    player->setMuted(false);
    player->setVolume(1);
    CHECK(loud(whole, 0.1));
    player->close(0.3);
    player.pass(1.5);
    CHECK(card.loudness(0.5) < 0.001);
}
