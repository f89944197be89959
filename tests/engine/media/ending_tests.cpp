/// The last seconds of every kind of file, with a sound server, which plays what libvlc gave it to the end.
#include "engine/media/probe.hpp"
#include "tests/engine/media/played.hpp"
#include "tests/engine/media/test_clips.hpp"
#include "tests/journeys/sound_card.hpp"

#include <deque>
#include <set>
#include <utility>

using namespace schacht;
using namespace schacht::media;
using tests::SoundCard;

namespace {

constexpr Seconds clipLength = 8;
constexpr Seconds lastSeconds = 5;

/// What is to be played to its end, and what was seen of that.
struct Ending {
    std::string name;
    std::filesystem::path file;
    Seconds from = clipLength - lastSeconds;
    Seconds length = clipLength;
    bool exact = true;   ///< libvlc can begin where it is sent, to a tenth of a second or so
    bool sought = false; ///< it plays from its beginning, and goes to `from` at once
    std::unique_ptr<Played> player = {};
    Seconds furthest = 0;
    Seconds backwards = 0; ///< how far the position ran back
    bool begun = false;
    Seconds since = 0; ///< on the clock of base::now()

    [[nodiscard]] bool over() const {
        return player->state().phase == Phase::ended || player->state().phase == Phase::failed;
    }
    void begin(OpenId open) {
        player = std::make_unique<Played>(PlayerOptions{.sound = {"/nowhere"}});
        (*player)->open({.open = open, .file = file, .from = sought ? 0 : from});
    }
    void look() {
        player->turn(1);
        if (player->state().phase == Phase::playing && !std::exchange(begun, true)) {
            since = player->state().at - (player->state().position - (sought ? 0 : from));
            if (sought) {
                (*player)->seek(from);
            }
        }
        const Seconds now = player->position();
        backwards = std::max(backwards, furthest - now);
        furthest = std::max(furthest, now);
    }
    [[nodiscard]] Seconds lasted() const { return player->state().at - since; }
    /// Where it was, by what it said last before the end, when the end came.
    [[nodiscard]] Seconds cameTo() const {
        const auto& states = player->states;
        const auto last = std::ranges::find(states.rbegin(), states.rend(), Phase::playing, &PlayerState::phase);
        return last == states.rend() ? 0 : last->positionAt(states.back().at);
    }
};

/// Plays them all at the same time, on a sound card.
void playToTheEnd(std::deque<Ending>& endings) {
    for (OpenId open = 1; Ending & ending : endings) {
        ending.begin(open++);
    }
    constexpr Seconds most = 120; // a busy machine is late, not wrong
    const Seconds until = base::now() + most;
    while (base::now() < until && !std::ranges::all_of(endings, &Ending::over)) {
        for (Ending& ending : endings) {
            ending.look();
        }
    }
    for (const Ending& ending : endings) {
        const PlayerState& state = ending.player->state();
        INFO(ending.name << (state.problem ? ": " + state.problem->message : ""));
        CHECK(state.phase == Phase::ended);
        CHECK_FALSE(state.silent);
        CHECK(ending.backwards == 0);
        if (ending.exact) {
            CHECK(ending.lasted() > ending.length - ending.from - 1);
            CHECK(ending.cameTo() == Approx(ending.length).margin(0.5));
        }
        CHECK(state.position > ending.length - 0.5);
    }
}

/// A voice, as it were: what is pressed badly shows how a file is sought.
const std::string voice = "-f lavfi -i anoisesrc=a=0.1:c=pink:r=48000:d=8 ";
/// What begins with silence is taken for longer than it is, where only the size of its first part tells how long.
const std::string lateVoice = "-f lavfi -i \"aevalsrc='(random(0)-0.5)*gte(t,2)':s=48000:d=8\" ";
const std::string picture = "-f lavfi -i testsrc2=s=160x90:r=25:d=8 ";

/// Every format that `check` accepts, and what is usual in each.
std::deque<Ending> everyFormat(TestClips& clips) {
    const std::vector<std::pair<std::string, std::string>> made{
        {"opus.opus", voice + "-c:a libopus"},
        {"vorbis.ogg", voice + "-c:a libvorbis"},
        {"flac.oga", voice + "-c:a flac -f ogg"},
        {"theora.ogv", picture + voice + "-c:v libtheora -c:a libvorbis"},
        {"constant.mp3", voice + "-c:a libmp3lame -b:a 64k"},
        {"variable.mp3", voice + "-c:a libmp3lame -q:a 5"},
        {"guessed.mp3", lateVoice + "-c:a libmp3lame -q:a 2 -write_xing 0"},
        {"samples.wav", voice},
        {"free.flac", voice + "-c:a flac"},
        {"stream.aac", voice + "-c:a aac"},
        {"sound.m4a", voice + "-c:a aac"},
        {"film.mp4", picture + voice + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac"},
        {"silent.mp4", picture + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p"},
        {"film.mov", picture + voice + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac"},
        {"film.mkv", picture + voice + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a flac"},
        {"sound.mka", voice + "-c:a libvorbis"},
        {"film.webm", picture + voice + "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus"},
        {"sound.webm", voice + "-c:a libopus"},
    };
    std::deque<Ending> endings;
    for (const auto& [name, words] : made) {
        endings.push_back({name, clips.make(name, words)});
        endings.back().exact = name != "guessed.mp3"; // whose bytes tell only about where a moment is
        if (words.starts_with(voice)) {               // a sound
            endings.push_back({name + ", sought", endings.back().file});
            endings.back().sought = true;
        }
    }
    return endings;
}

void plugIn(SoundCard& card) {
    card.plug();
    Played waiting;
    REQUIRE(waiting.live([&] { return card.isReady(); }));
}

} // namespace

TEST_CASE("every format that check accepts plays to its end, and its position never runs back", "[sound]") {
    TestClips clips;
    SoundCard card(clips.path());
    plugIn(card);
    auto endings = everyFormat(clips);
    const Probe probe(std::filesystem::path(SCHACHT_PROGRAM).parent_path() / "schacht-probe");
    std::set<std::string> formats;
    for (const Ending& ending : endings) {
        INFO(ending.name);
        const auto medium = probe.look(ending.file);
        REQUIRE(medium);
        formats.insert(medium->format);
    }
    CHECK(formats == std::set<std::string>{"aac", "flac", "matroska", "mp3", "mp4", "ogg", "wav", "webm"});
    playToTheEnd(endings);
}

TEST_CASE("a chained Ogg plays from one part into the next to its end, and lasts as long as both", "[sound]") {
    TestClips clips;
    SoundCard card(clips.path());
    plugIn(card);
    std::deque<Ending> endings;
    for (const std::string kind : {"libopus", "libvorbis"}) {
        const auto part = [&](const std::string& length) {
            return clips.make(kind + length + ".ogg",
                              "-f lavfi -i anoisesrc=a=0.1:r=48000:d=" + length + " -c:a " + kind);
        };
        endings.push_back({kind, clips.chain(kind + ".ogg", part("2"), part("3")), 0, 5});
    }
    // libvlc seeks in a chain of Opus to about there, in one of Vorbis to its end
    for (const std::size_t whole : {0U, 1U}) {
        endings.push_back({endings[whole].name + " from its second part on", endings[whole].file, 2.5, 5, false});
    }
    playToTheEnd(endings);
    for (const Ending& ending : endings) {
        INFO(ending.name);
        CHECK(ending.player->state().length == Approx(5).margin(0.1));
    }
}
