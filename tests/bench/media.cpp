/// What voices and films cost the running kiosk, on the Limburg pack: from a touch on a film's lamp to its first
/// picture, memory while it plays and after it was left, and an oral history with its words following.
///
///     ninja -C build/release schacht bench_media && build/release/bench_media build/release/schacht content/limburg
///
/// Run it on an idle machine; prepare the pack first (`schacht prepare content/limburg`).
#include "tests/bench/running_kiosk.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace {

using namespace schacht;
using namespace schacht::bench;
using namespace schacht::tests;

const char* const film = "going-down";
constexpr base::Point lamp{120, 880}; ///< on a film's poster, at 1920 x 1080
constexpr base::Seconds patience = 30;

double megabytes(const Program& kiosk) {
    return static_cast<double>(kiosk.proportionalBytes()) / 1e6;
}

/// From the finger's lift to the first picture on the glass, in milliseconds; none where it did not play.
std::optional<double> tapToPicture(Touchscreen& screen, Program& kiosk) {
    kiosk.trace().skip();
    (void)screen.tap(lamp);
    const auto lifted = kiosk.trace().next(eventWith("contact", "phase", "ended"), patience);
    const auto plays = kiosk.trace().next(eventWith("media", "phase", "playing"), patience);
    const auto drawn = kiosk.trace().next("frame", patience);
    if (!lifted || !plays || !drawn) {
        return std::nullopt;
    }
    return ((*drawn)["t"].get<double>() - (*lifted)["t"].get<double>()) * 1000;
}

void tap(Touchscreen& screen, const std::string& program, const std::string& pack) {
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        auto kiosk = start(screen, program, {pack, "--start", film});
        pause(3);
        if (const auto time = tapToPicture(screen, kiosk)) {
            times.push_back(*time);
        }
    }
    std::sort(times.begin(), times.end());
    if (times.size() == 5) {
        std::printf("touch to a film's first picture: median of 5 %.0f ms, longest %.0f ms (goal: under 150)\n",
                    times[2], times[4]);
    } else {
        std::printf("a film did not play\n");
    }
}

/// At home, after a film's screen was looked at.
double withoutPlaying(Touchscreen& screen, const std::string& program, const std::string& pack) {
    auto kiosk = start(screen, program, {pack, "--start", film});
    pause(3);
    (void)screen.key("home");
    pause(8);
    return megabytes(kiosk);
}

void memory(Touchscreen& screen, const std::string& program, const std::string& pack) {
    const double before = withoutPlaying(screen, program, pack);
    auto playing = start(screen, program, {pack, "--start", film});
    pause(3);
    (void)tapToPicture(screen, playing);
    pause(8);
    const double during = megabytes(playing);
    (void)screen.key("home");
    pause(30);
    const double after = megabytes(playing);
    std::printf("memory (PSS): a film playing %.0f MB (goal: under 260); 30 s after leaving it %+.1f MB from a visit "
                "without (%.0f MB; goal: within 5)\n",
                during, after - before, before);
}

void voice(Touchscreen& screen, const std::string& program, const std::string& pack) {
    auto kiosk = start(screen, program, {pack, "--start", "the-lamp", "--play"});
    (void)kiosk.trace().next(eventWith("media", "phase", "playing"), patience);
    pause(4);
    const double before = kiosk.processorSeconds();
    pause(20);
    std::printf("an oral history with its words following: %.3f of a core (goal: under 0.05)\n",
                (kiosk.processorSeconds() - before) / 20);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "bench_media PROGRAM PACK\n";
        return 2;
    }
    auto screen = screenOrEnd(1920, 1080);
    tap(screen, argv[1], argv[2]);
    memory(screen, argv[1], argv[2]);
    voice(screen, argv[1], argv[2]);
    return 0;
}
