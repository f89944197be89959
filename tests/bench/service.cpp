/// What the service menu costs: the program's own memory with and without a PIN, while the menu is open and after it;
/// and frames over 10 s of a still screen with a PIN.
///
///     ninja -C build/release schacht bench_service && build/release/bench_service build/release/schacht
///     content/limburg
#include "kiosk/configuration/pin.hpp"
#include "tests/bench/running_kiosk.hpp"
#include "tests/temporary_folder.hpp"

#include <cstdio>
#include <fstream>

namespace {

using namespace schacht;
using namespace schacht::bench;
using namespace schacht::tests;

constexpr double megabyte = 1e6;

double own(const Program& program) {
    return static_cast<double>(program.ownBytes()) / megabyte;
}

std::optional<Program> atHome(const Touchscreen& screen, const char* program, std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--start", "home"});
    auto run = Program::run(screen, program, std::move(arguments));
    if (!run || !run->trace().next("first-frame", 60)) {
        std::fprintf(stderr, "the kiosk did not start\n");
        return std::nullopt;
    }
    pause(4);
    return std::move(*run);
}

} // namespace

int main(int argc, char** argv) {
    const auto kept = kiosk::keptPin("2718");
    if (argc < 3 || !kept) {
        std::fprintf(stderr, "bench_service PROGRAM PACK\n");
        return 2;
    }
    const TemporaryFolder folder;
    const auto file = folder / "kiosk.json";
    std::ofstream(file) << R"({"pin": ")" << *kept << "\"}";
    auto screen = screenOrEnd(1920, 1080);
    {
        auto plain = atHome(screen, argv[1], {"run", argv[2]});
        if (!plain) {
            return 1;
        }
        std::printf("own memory at home, no PIN: %.1f MB\n", own(*plain));
    }
    auto run = atHome(screen, argv[1], {"run", argv[2], "--config", file.string()});
    if (!run) {
        return 1;
    }
    const auto frames = run->trace().count("frame");
    const double used = run->processorSeconds();
    pause(10);
    std::printf("10 s of a still screen with a PIN: %zu frames, %.3f s of processor time\n",
                run->trace().count("frame") - frames, run->processorSeconds() - used);
    std::printf("own memory at home, with a PIN: %.1f MB\n", own(*run));
    constexpr int times = 20;
    for (int i = 0; i < times; ++i) {
        screen.hold("ctrl");
        screen.hold("shift");
        screen.key("s");
        screen.release("shift");
        screen.release("ctrl");
        pause(.3);
        for (const char* key : {"2", "7", "1", "8", "enter"}) {
            screen.key(key);
        }
        if (!run->trace().next(eventWith("service", "page", "menu"), 20)) {
            std::fprintf(stderr, "the menu did not open\n");
            return 1;
        }
        pause(.5);
        if (i == 0) {
            std::printf("while the menu is open: %.1f MB\n", own(*run));
        }
        screen.key("esc");
        if (!run->trace().next(eventWith("service", "page", "closed"), 20)) {
            std::fprintf(stderr, "the menu did not close\n");
            return 1;
        }
        pause(i == 0 || i == times - 1 ? 3 : .3);
        if (i == 0 || i == times - 1) {
            std::printf("after it was open %d times: %.1f MB\n", i + 1, own(*run));
        }
    }
    return 0;
}
