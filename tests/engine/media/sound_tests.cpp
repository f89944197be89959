#include "tests/engine/media/played.hpp"
#include "tests/engine/media/test_clips.hpp"
#include "tests/journeys/child_process.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

using namespace schacht;
using namespace schacht::media;

namespace {

constexpr double perSecond = 8000;

/// A sound card that exists only in memory, and what was heard from it: PulseAudio with a null sink.
class SoundCard {
public:
    explicit SoundCard(const std::filesystem::path& theFolder) : folder(theFolder) {
        setenv("PULSE_SERVER", ("unix:" + (folder / "native").string()).c_str(), 1);
        setenv("HOME", folder.c_str(), 1); // PulseAudio remembers volumes and cookies there
        setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
    }
    ~SoundCard() { unsetenv("PULSE_SERVER"); }
    SoundCard(const SoundCard&) = delete;
    SoundCard& operator=(const SoundCard&) = delete;

    [[nodiscard]] static bool possible() {
        return std::system("command -v pulseaudio >/dev/null && command -v parec >/dev/null") == 0;
    }
    void plug() {
        auto run = tests::ChildProcess::start(
            {"pulseaudio", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "-n", "-L",
             "module-native-protocol-unix auth-anonymous=1 socket=" + (folder / "native").string(), "-L",
             "module-null-sink sink_name=card"},
            {});
        REQUIRE(run);
        server.emplace(std::move(*run));
    }
    void unplug() { server.reset(); }
    void listen() {
        tests::ChildProcess::Options options;
        options.output = folder / "heard";
        auto run = tests::ChildProcess::start(
            {"parec", "--device=card.monitor", "--rate=8000", "--channels=1", "--format=s16le", "--latency-msec=20"},
            options);
        REQUIRE(run);
        ear.emplace(std::move(*run));
    }
    /// What was heard so far, -1..1.
    [[nodiscard]] std::vector<double> heard() const {
        std::ifstream in(folder / "heard", std::ios::binary);
        std::vector<double> samples;
        for (std::int16_t sample = 0; in.read(reinterpret_cast<char*>(&sample), sizeof sample);) {
            samples.push_back(sample / 32768.0);
        }
        return samples;
    }
    /// The loudest of the last `seconds`.
    [[nodiscard]] double loudness(double seconds) const {
        const auto samples = heard();
        const auto count = std::min(samples.size(), static_cast<std::size_t>(seconds * perSecond));
        double loudest = 0;
        std::for_each(samples.end() - static_cast<std::ptrdiff_t>(count), samples.end(),
                      [&](double sample) { loudest = std::max(loudest, std::abs(sample)); });
        return loudest;
    }
    /// Vibrations a second: the usual one of the last `seconds`, whatever gaps and clicks there are.
    [[nodiscard]] double pitch(double seconds) const {
        const double length = usual(vibrations(seconds), &Vibration::length);
        return length > 0 ? perSecond / length : 0;
    }
    /// How high the usual vibration of the last `seconds` is, whatever gaps and clicks there are.
    [[nodiscard]] double level(double seconds) const { return usual(vibrations(seconds), &Vibration::height); }

private:
    struct Vibration {
        double length; ///< samples
        double height;
    };
    [[nodiscard]] std::vector<Vibration> vibrations(double seconds) const {
        const auto samples = heard();
        const auto count = std::min(samples.size(), static_cast<std::size_t>(seconds * perSecond));
        std::vector<Vibration> all;
        std::optional<double> last;
        double height = 0;
        for (std::size_t i = samples.size() - count + 1; i < samples.size(); ++i) {
            height = std::max(height, samples[i]);
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                const double at = static_cast<double>(i) - samples[i] / (samples[i] - samples[i - 1]);
                if (last) {
                    all.push_back({at - *last, height});
                }
                last = at;
                height = 0;
            }
        }
        return all;
    }
    /// The one in the middle; 0 where nothing vibrates.
    [[nodiscard]] static double usual(std::vector<Vibration> all, double Vibration::* which) {
        std::ranges::sort(all, {}, which);
        return all.empty() ? 0 : all[all.size() / 2].*which;
    }

    const std::filesystem::path folder;
    std::optional<tests::ChildProcess> server;
    std::optional<tests::ChildProcess> ear;
};

} // namespace

TEST_CASE("a sound device that is plugged in is taken up, and one that is pulled ends nothing", "[sound]") {
    if (!SoundCard::possible()) {
        WARN("pulseaudio is not installed");
        return;
    }
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

TEST_CASE("volume, rate and fading are heard, and nothing sounds after leaving", "[sound]") {
    if (!SoundCard::possible()) {
        WARN("pulseaudio is not installed");
        return;
    }
    TestClips clips;
    SoundCard card(clips.path());
    card.plug();
    Played player{PlayerOptions{.sound = {clips.path() / "snd"}}};
    REQUIRE(player.live([&] { return std::filesystem::exists(clips.path() / "native"); }));
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
