#pragma once
#include "tests/journeys/program.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>
#include <vector>

namespace schacht::bench {

inline void pause(double seconds) {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

/// The first frame is complete when this returns. Where it does not come, the bench ends: nothing can be measured.
inline tests::Program start(const tests::Touchscreen& screen, const std::string& program,
                            std::vector<std::string> arguments, double patience = 60) {
    arguments.insert(arguments.begin(), "run");
    auto run = tests::Program::run(screen, program, std::move(arguments));
    if (!run || !run->trace().next("first-frame", patience)) {
        std::cerr << "the kiosk did not start\n" << (run ? run->output() : run.error().message) << "\n";
        std::exit(1);
    }
    return std::move(*run);
}

inline tests::Touchscreen screenOrEnd(int width, int height) {
    auto screen = tests::Touchscreen::start(width, height);
    if (!screen) {
        std::cerr << screen.error().message << "\n";
        std::exit(1);
    }
    return std::move(*screen);
}

/// Milliseconds of each frame that was drawn since the trace's event `from`, sorted.
inline std::vector<double> frameTimes(tests::Program& kiosk, std::size_t from) {
    std::vector<double> ms;
    const auto& events = kiosk.trace().events();
    for (std::size_t i = from; i < events.size(); ++i) {
        if (events[i]["event"] == "frame") {
            ms.push_back(events[i]["ms"].get<double>());
        }
    }
    std::sort(ms.begin(), ms.end());
    return ms;
}

} // namespace schacht::bench
