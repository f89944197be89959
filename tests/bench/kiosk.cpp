/// What the running kiosk costs, on a private touchscreen: time to the first complete frame (beside Chromium's to a
/// coloured page, where it is installed), a still screen, a dragged shelf, and memory after every screen of the pack.
///
///     ninja -C build/release schacht bench_kiosk && build/release/bench_kiosk build/release/schacht content/limburg
///
/// A third word, `start`, `still`, `drag` or `memory`, measures only that. Run it on an idle machine; prepare the pack
/// first (`schacht prepare content/limburg`).
#include "kiosk/commands/screens.hpp"
#include "kiosk/production/production.hpp"
#include "tests/bench/running_kiosk.hpp"
#include "tests/bench/walk.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>

namespace {

using namespace schacht;
using namespace schacht::bench;
using namespace schacht::tests;

double firstFrame(const Touchscreen& screen, const std::string& program, const std::string& pack) {
    std::vector<double> seconds;
    for (int i = 0; i < 5; ++i) {
        auto kiosk = start(screen, program, {pack});
        seconds.push_back((*kiosk.trace().last("first-frame"))["t"].get<double>());
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[2];
}

/// Until a screenshot shows the page's colour in its middle; 0 where there is no Chromium.
double chromiumFirstPaint(const Touchscreen& screen) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "page.html") << "<body style='margin:0;background:#00ff00'><h1>Schacht</h1>";
    std::vector<double> seconds;
    for (int i = 0; i < 3; ++i) {
        const auto began = std::chrono::steady_clock::now();
        const auto profile = folder.path() / ("profile" + std::to_string(i));
        ChildProcess::Options options;
        options.environment = {{"DISPLAY", screen.display()}};
        auto run =
            ChildProcess::start({"chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--disable-gpu",
                                 "--disable-background-networking", "--disable-component-update", "--disable-sync",
                                 "--window-size=1920,1080", "--user-data-dir=" + profile.string(),
                                 "file://" + (folder.path() / "page.html").string()},
                                options);
        if (!run) {
            return 0;
        }
        while (std::chrono::steady_clock::now() - began < std::chrono::seconds(30)) {
            if (screen.picture().getPixel(960, 800) == sf::Color(0, 255, 0)) {
                seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
                break;
            }
            pause(0.02);
        }
        run->signal(9);
        (void)run->wait(5);
        pause(0.5);
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds.empty() ? 0 : seconds[seconds.size() / 2];
}

void firstFrames(const Touchscreen& screen, const std::string& program, const std::string& pack) {
    const double own = firstFrame(screen, program, pack);
    const double chromium = chromiumFirstPaint(screen);
    std::printf("first complete frame: %.3f s", own);
    if (chromium > 0) {
        std::printf("; Chromium, one coloured page: %.3f s; ratio %.2f (goal: under 0.5)", chromium, own / chromium);
    }
    std::printf("\n");
}

void still(const Touchscreen& screen, const std::string& program, const std::string& pack) {
    auto kiosk = start(screen, program, {pack, "--start", "home"});
    pause(2);
    const auto frames = kiosk.trace().count("frame");
    const double cpu = kiosk.processorSeconds();
    pause(10);
    std::printf("still screen, 10 s: %zu frames, %.2f s of processor (goal: 0, under 0.01)\n",
                kiosk.trace().count("frame") - frames, kiosk.processorSeconds() - cpu);
}

/// The processor's drawing is what a machine without a graphics card takes; OpenGL's is what it would cost there.
void drag(Touchscreen& screen, const std::string& program, const std::string& pack, const std::string& renderer) {
    auto kiosk = start(screen, program, {pack, "--start", "mines", "--renderer", renderer});
    pause(2);
    screen.drag({1500, 600}, {400, 600}, 1); // once to warm up: every card has its texture then
    pause(1);
    const auto from = kiosk.trace().events().size();
    screen.drag({400, 600}, {1500, 600}, 2);
    screen.drag({1500, 600}, {400, 600}, 2);
    pause(0.5);
    const auto ms = frameTimes(kiosk, from);
    if (!ms.empty()) {
        std::printf("dragged shelf, drawn by %s, %zu frames: p50 %.1f ms, p99 %.1f ms (goal: p99 under 16.7)\n",
                    renderer.c_str(), ms.size(), ms[ms.size() / 2], ms[ms.size() * 99 / 100]);
    }
}

void memory(Touchscreen& screen, const std::string& program, const std::string& pack) {
    kiosk::RunOptions options;
    options.pack = pack;
    const auto material = kiosk::Material::read(options);
    if (!material) {
        std::printf("memory: %s\n", material.error().message.c_str());
        return;
    }
    auto kiosk = start(screen, program, {pack, "--start", "home", "--idle", Walk::idle, "--answer", Walk::answer});
    pause(2);
    Walk walk(screen, kiosk, material->catalogue());
    walk.everything();
    const auto screens = kiosk::everyScreen(material->catalogue());
    std::string missed;
    for (const kiosk::Screenful& one : screens) {
        missed += walk.screens().contains(one.name) ? "" : " " + one.name;
    }
    std::printf("memory after %zu screens, all of the pack%s%s: PSS %.1f MB (goal: under 120), at most %.1f MB on the "
                "way\n",
                walk.screens().size(), missed.empty() ? "" : " except", missed.c_str(),
                static_cast<double>(kiosk.proportionalBytes()) / 1e6, static_cast<double>(walk.mostBytes()) / 1e6);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "bench_kiosk PROGRAM PACK [start|still|drag|memory]\n";
        return 2;
    }
    const std::string only = argc > 3 ? argv[3] : "";
    const auto wanted = [&](const char* part) { return only.empty() || only == part; };
    auto screen = screenOrEnd(1920, 1080);
    if (wanted("start")) {
        firstFrames(screen, argv[1], argv[2]);
    }
    if (wanted("still")) {
        still(screen, argv[1], argv[2]);
    }
    if (wanted("drag")) {
        drag(screen, argv[1], argv[2], "processor");
        drag(screen, argv[1], argv[2], "opengl");
    }
    if (wanted("memory")) {
        memory(screen, argv[1], argv[2]);
    }
    return 0;
}
