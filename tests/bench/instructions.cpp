/// Instructions a frame while a finger drags a shelf at 1920x1080, counted by callgrind: unlike milliseconds they are
/// the same on a busy machine, and differ only where the code or the libraries below it do.
///
///     ninja -C build/release schacht bench_instructions
///     build/release/bench_instructions build/release/schacht content/limburg [FRAMES, 30]
///
/// Needs valgrind and takes a few minutes. The finger moves once a frame, as on a screen that keeps up with it. Counted
/// from the moment the finger drags: all that the window's own thread does, which is our code and Cairo, and
/// beside it what every thread does.
#include "tests/bench/running_kiosk.hpp"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>

namespace {

using namespace schacht;
using namespace schacht::bench;
using namespace schacht::tests;

constexpr base::Seconds patience = 600; // valgrind makes everything some forty times slower
constexpr base::Point from{1500, 600};
constexpr float reach = 1100;

/// The finger goes to and fro over the shelf, a step as soon as the frame before is there. Frames drawn meanwhile.
/// there: in how many frames it crosses the shelf.
std::size_t drag(Touchscreen& screen, Program& kiosk, int frames, int there) {
    const auto before = kiosk.trace().count("frame");
    for (int frame = 0; frame < frames; ++frame) {
        const int along = frame % (2 * there);
        const auto share = static_cast<float>(along < there ? along : 2 * there - along) / static_cast<float>(there);
        kiosk.trace().skip();
        screen.move(0, {from.x - reach * share - 1, from.y});
        if (!kiosk.trace().next("frame", patience)) {
            break;
        }
    }
    return kiosk.trace().count("frame") - before;
}

/// Instructions in a file of callgrind's: its line "totals: N".
double totalOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    double total = 0;
    for (std::string line; std::getline(in, line);) {
        if (constexpr std::string_view name = "totals: "; line.starts_with(name)) {
            std::from_chars(line.data() + name.size(), line.data() + line.size(), total);
        }
    }
    return total;
}

/// Through a pipe of valgrind's in `folder`, so that no other run is meant.
bool count(const char* onOrOff, const std::filesystem::path& folder) {
    ChildProcess::Options options;
    options.output = folder / "control";
    auto control = ChildProcess::start(
        {"callgrind_control", "--vgdb-prefix=" + (folder / "vgdb").string(), std::string("--instr=") + onOrOff},
        options);
    return control && control->wait(patience) == 0;
}

Program startUnderValgrind(const Touchscreen& screen, const std::filesystem::path& folder, const char* program,
                           const char* pack) {
    auto kiosk = Program::run(screen, "valgrind",
                              {"--tool=callgrind", "--instr-atstart=no", "--separate-threads=yes",
                               "--vgdb-prefix=" + (folder / "vgdb").string(),
                               "--callgrind-out-file=" + (folder / "counted").string(), program, "run", pack, "--start",
                               "mines", "--idle", "86400"},
                              // No optional formats for libvips: libjxl's timer is an instruction that valgrind lacks.
                              {{"VIPSHOME", folder.string()}});
    if (!kiosk || !kiosk->trace().next("first-frame", patience)) {
        std::cerr << "the kiosk did not start under valgrind\n" << (kiosk ? kiosk->output() : "") << "\n";
        std::exit(1);
    }
    (void)kiosk->trace().next("memory", patience); // it stands still
    return std::move(*kiosk);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "bench_instructions PROGRAM PACK [FRAMES]\n";
        return 2;
    }
    const int frames = argc > 3 ? std::max(1, std::atoi(argv[3])) : 30;
    auto screen = screenOrEnd(1920, 1080);
    const TemporaryFolder folder;
    auto kiosk = startUnderValgrind(screen, folder.path(), argv[1], argv[2]);
    screen.down(0, from);
    (void)drag(screen, kiosk, 10, 5); // once there and back: every card has its surface then
    if (!count("on", folder.path())) {
        std::cerr << "callgrind_control does not reach the kiosk\n";
        return 1;
    }
    const auto drawn = drag(screen, kiosk, frames, 30);
    (void)count("off", folder.path());
    screen.up(0);
    kiosk.signal(SIGTERM);
    (void)kiosk.exitStatus(patience);
    double all = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        all += file.path().filename().string().starts_with("counted-") ? totalOf(file) : 0; // a file a thread
    }
    const auto each = static_cast<double>(std::max<std::size_t>(drawn, 1)) * 1e6;
    std::printf("dragged shelf, %zu frames: %.1f million instructions a frame on the window's thread, %.1f on all\n",
                drawn, totalOf(folder.path() / "counted-01") / each, all / each);
    return 0;
}
