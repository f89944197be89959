/// How soon a visitor hears something: from the finger that lifts off "read aloud", and from a key that moves to
/// another control, to the first word, as the speech server reports it.
///
///     ninja -C build/release schacht bench_reading && build/release/bench_reading build/release/schacht
///     content/limburg
#include "tests/bench/running_kiosk.hpp"
#include "tests/journeys/speech_server.hpp"
#include "tests/journeys/touchscreen.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace schacht;
using namespace schacht::bench;
using namespace schacht::tests;

constexpr int times = 15;
constexpr base::Point readLamp{1526, 945};

void print(const char* what, std::vector<double> seconds) {
    std::sort(seconds.begin(), seconds.end());
    if (seconds.empty()) {
        std::printf("%-36s nothing was heard\n", what);
        return;
    }
    std::printf("%-36s %5.0f ms (%.0f to %.0f, %zu times)\n", what, seconds[seconds.size() / 2] * 1000,
                seconds.front() * 1000, seconds.back() * 1000, seconds.size());
}

/// From the last event `cause` to the next sentence that begins; negative: none does.
double until(Program& kiosk, const Trace::Predicate& cause) {
    const auto from = kiosk.trace().next(cause, 10);
    const auto to = kiosk.trace().next(eventWith("read", "phase", "began"), 10);
    return from && to ? (*to)["t"].get<double>() - (*from)["t"].get<double>() : -1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "bench_reading PROGRAM PACK\n");
        return 2;
    }
    SpeechServer server;
    if (const auto started = server.start(); !started) {
        std::fprintf(stderr, "%s\n", started.error().message.c_str());
        return 1;
    }
    auto screen = screenOrEnd(1920, 1080);
    auto environment = server.environment();
    environment.erase("HOME");
    auto run = Program::run(screen, argv[1], {"run", argv[2], "--start", "first-ice-then-coal"}, environment);
    if (!run || !run->trace().next("first-frame", 60)) {
        std::fprintf(stderr, "the kiosk did not start\n");
        return 1;
    }
    Program& kiosk = *run;
    pause(2);
    std::vector<double> touches;
    std::vector<double> keys;
    for (int i = 0; i < times; ++i) {
        kiosk.trace().skip();
        screen.tap(readLamp);
        if (const double took = until(kiosk, eventWith("contact", "phase", "ended")); took >= 0) {
            touches.push_back(took);
        }
        pause(0.5);
        screen.tap(readLamp); // silence
        pause(0.5);
    }
    for (int i = 0; i < times; ++i) {
        kiosk.trace().skip();
        screen.key("tab");
        if (const double took = until(kiosk, eventWith("intent", "name", "FocusOn")); took >= 0) {
            keys.push_back(took);
        }
        pause(0.5);
    }
    print("from a touch to the spoken word", touches);
    print("from a key to the spoken word", keys);
    return 0;
}
