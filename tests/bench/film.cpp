/// What ten seconds of a film of 1080p30 cost full screen, in seconds of processor, the X server's share counted: the
/// kiosk with captions and controls shown and without, mpv, Chromium, and decoding alone; ratios of one run on one
/// clip.
///
///     ninja -C build/release schacht bench_film && build/release/bench_film build/release/schacht
///
/// Needs ffmpeg; mpv and Chromium are left out where they are not installed. Other work on the machine adds to every
/// number, so the ratios hold better than the numbers.
#include "tests/bench/running_kiosk.hpp"
#include "tests/journeys/child_process.hpp"
#include "tests/journeys/touchscreen.hpp"
#include "tests/temporary_folder.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace {

using namespace schacht;
using namespace schacht::tests;
namespace fs = std::filesystem;

constexpr double warmUp = 2.5; // seconds
constexpr double measured = 10;

/// A pack of the film, once with captions that never end and once without.
void writePack(const fs::path& folder) {
    writeFile(folder / "pack.json", R"({"format": 1, "id": "bench", "title": "Bench", "languages": ["en"],
 "themes": [{"id": "films", "title": "Films", "summary": "A film.", "colour": "#7CC9CF",
  "cover": {"file": "media/cover.png", "decorative": true}}]})");
    const std::string film = R"({"kind": "film", "title": "Film", "summary": "A film.", "themes": ["films"],
 "cover": {"file": "media/cover.png", "decorative": true}, "spoken": "en", "video": "media/film.mp4")";
    writeFile(folder / "films/plain.json", film + "}");
    writeFile(folder / "films/captioned.json", film + R"(, "captions": {"en": "media/words.vtt"}})");
    std::string words = "WEBVTT\n";
    for (int i = 0; i < 14; ++i) {
        const std::string at = (i < 10 ? "00:0" : "00:") + std::to_string(i);
        words += "\n" + at + ".000 --> " + at + ".990\nEach second has its words,\nin two lines, number " +
                 std::to_string(i) + ".\n";
    }
    writeFile(folder / "media/words.vtt", words);
    writeFile(
        folder / "media/credits.json",
        R"({"media/": {"maker": "Me", "how": "drawn", "rights": "https://creativecommons.org/licenses/by/4.0/"}})");
}

struct Process {
    int parent = 0;
    double seconds = 0; // of processor, its ended children's too
    std::string command;
};

std::optional<Process> look(int pid) {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    if (!std::getline(stat, line)) {
        return std::nullopt;
    }
    std::istringstream fields(line.substr(line.rfind(')') + 2));
    std::string skipped;
    Process process;
    fields >> skipped >> process.parent;
    for (int i = 5; i < 14; ++i) {
        fields >> skipped;
    }
    for (int i = 14; i <= 17; ++i) { // utime, stime, cutime, cstime (proc(5))
        double ticks = 0;
        fields >> ticks;
        process.seconds += ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
    }
    std::getline(std::ifstream("/proc/" + std::to_string(pid) + "/cmdline"), process.command);
    return process;
}

std::map<int, Process> everyProcess() {
    std::map<int, Process> found;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        if (const int pid = std::atoi(entry.path().filename().c_str()); pid > 0) {
            if (auto process = look(pid)) {
                found.emplace(pid, std::move(*process));
            }
        }
    }
    return found;
}

/// A process and all that it started, and the X server of `display` where it is not empty.
double processorSeconds(int root, const std::string& display) {
    const auto processes = everyProcess();
    double sum = 0;
    for (const auto& [pid, process] : processes) {
        int ancestor = pid;
        while (ancestor != root && ancestor > 1 && processes.contains(ancestor)) {
            ancestor = processes.at(ancestor).parent;
        }
        const bool server = !display.empty() && process.command.find("Xorg") != std::string::npos &&
                            process.command.find(display + '\0') != std::string::npos;
        if (ancestor == root || server) {
            sum += process.seconds;
        }
    }
    return sum;
}

/// Seconds of processor in ten seconds of the command; 0 where it does not run that long.
double cost(const std::vector<std::string>& command, const Touchscreen& screen, bool onScreen) {
    ChildProcess::Options options;
    options.environment = {{"DISPLAY", screen.display()}};
    auto run = ChildProcess::start(command, options);
    if (!run) {
        return 0;
    }
    const std::string display = onScreen ? screen.display() : "";
    std::this_thread::sleep_for(std::chrono::duration<double>(warmUp));
    const double before = processorSeconds(run->pid(), display);
    std::this_thread::sleep_for(std::chrono::duration<double>(measured));
    if (!run->running()) {
        return 0;
    }
    const double after = processorSeconds(run->pid(), display);
    return after - before;
}

/// The same of the kiosk. controls: they stay on the glass, as they do while the keyboard is in them.
double kioskCost(Touchscreen& screen, const std::string& program, const fs::path& pack, const char* film,
                 bool controls) {
    auto kiosk = bench::start(screen, program, {pack.string(), "--start", film, "--play"});
    if (!kiosk.trace().next(eventWith("media", "phase", "playing"), 30)) {
        return 0;
    }
    if (controls) {
        (void)screen.key("tab");
    }
    std::this_thread::sleep_for(std::chrono::duration<double>(warmUp));
    const std::size_t frames = kiosk.trace().count("frame");
    const double before = processorSeconds(kiosk.pid(), screen.display());
    std::this_thread::sleep_for(std::chrono::duration<double>(measured));
    const double seconds = processorSeconds(kiosk.pid(), screen.display()) - before;
    std::printf("%-28s %6.2f s of processor in 10 s, %zu frames\n",
                controls ? "Schacht, captions, controls" : "Schacht, the film alone", seconds,
                kiosk.trace().count("frame") - frames);
    return seconds;
}

void print(const char* name, double seconds, double plain, double dressed) {
    if (seconds > 0) {
        std::printf("%-28s %6.2f s of processor in 10 s; ours is %.2f of it, with captions and controls %.2f\n", name,
                    seconds, plain / seconds, dressed / seconds);
    } else {
        std::printf("%-28s did not run\n", name);
    }
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "bench_film PROGRAM\n";
        return 2;
    }
    auto screen = bench::screenOrEnd(1920, 1080);
    const TemporaryFolder folder;
    writePack(folder.path());
    const std::string clip = (folder / "media/film.mp4").string();
    const std::string make = "ffmpeg -nostdin -v error -f lavfi -i testsrc2=s=1920x1080:r=30:d=16 -f lavfi -i "
                             "sine=440:d=16 -c:v libx264 -preset veryfast -g 60 -bf 2 -pix_fmt yuv420p -c:a aac " +
                             clip + " && ffmpeg -nostdin -v error -i " + clip + " -frames:v 1 " +
                             (folder / "media/cover.png").string();
    if (std::system(make.c_str()) != 0) {
        std::cerr << "ffmpeg did not make the film\n";
        return 1;
    }
    writeFile(folder / "page.html", "<body style='margin:0;background:#000'><video src='media/film.mp4' autoplay "
                                    "style='width:100vw;height:100vh'>");
    const double plain = kioskCost(screen, argv[1], folder.path(), "plain", false);
    const double dressed = kioskCost(screen, argv[1], folder.path(), "captioned", true);
    print("ffmpeg, decoding alone", cost({"ffmpeg", "-nostdin", "-re", "-i", clip, "-f", "null", "-"}, screen, false),
          plain, dressed);
    print(
        "mpv (goals: 0.75, 0.85)",
        cost({"mpv", "--no-config", "--vo=x11", "--ao=null", "--fs", "--no-osc", "--really-quiet", clip}, screen, true),
        plain, dressed);
    print("Chromium (0.55, 0.65)",
          cost({"chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--disable-gpu",
                "--autoplay-policy=no-user-gesture-required", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1920,1080",
                "--user-data-dir=" + (folder / "profile").string(), "file://" + (folder / "page.html").string()},
               screen, true),
          plain, dressed);
    return 0;
}
