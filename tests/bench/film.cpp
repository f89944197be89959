/// What ten seconds of a film of 1080p30 cost full screen, in seconds of processor, the X server's share counted: our
/// player and presenter in a bare window, mpv, Chromium, and decoding alone; ratios of one run on one clip.
///
///     ninja -C build/release bench_film && build/release/bench_film
///
/// Needs ffmpeg; mpv and Chromium are left out where they are not installed. Other work on the machine adds to every
/// number, so the ratios hold better than the numbers.
#include "engine/base/clock.hpp"
#include "engine/graphics/film_texture.hpp"
#include "engine/media/frames.hpp"
#include "engine/media/player.hpp"
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
#include <poll.h>
#include <set>
#include <sstream>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace schacht;
using namespace schacht::tests;
namespace fs = std::filesystem;

constexpr double warmUp = 2.5; // seconds
constexpr double measured = 10;

/// Our part: the film in a bare window, until it ends.
int present(const std::string& file) {
    auto canvas = graphics::Canvas::open({});
    if (!canvas) {
        return 1;
    }
    const auto timing = graphics::chooseFilmWay(**canvas);
    const auto film = graphics::FilmTexture::create(timing.way);
    const int event = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    const auto player = media::createVlcPlayer({}, [event] { eventfd_write(event, 1); });
    player->open({.open = 1, .file = file});
    while (player->state().phase != media::Phase::ended && player->state().phase != media::Phase::failed) {
        pollfd handle{event, POLLIN, 0};
        poll(&handle, 1, 1000);
        eventfd_t ignored = 0;
        eventfd_read(event, &ignored);
        player->deliver();
        if (player->frames().takeNewest()) {
            film->update(*player->frames().current());
            film->draw(**canvas,
                       {0, 0, static_cast<float>((*canvas)->width()), static_cast<float>((*canvas)->height())});
            (*canvas)->display();
        }
    }
    std::printf("  (%s: convert %.2f ms, shader %.2f ms; %llu pictures, %llu dropped)\n", (*canvas)->renderer().c_str(),
                timing.convertMs, timing.shaderMs, static_cast<unsigned long long>(player->state().newFrames),
                static_cast<unsigned long long>(player->state().droppedFrames));
    return player->state().phase == media::Phase::ended ? 0 : 1;
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
double cost(const std::vector<std::string>& command, const Touchscreen& screen, bool onScreen,
            const fs::path& output = "/dev/null") {
    ChildProcess::Options options;
    options.environment = {{"DISPLAY", screen.display()}};
    options.output = output;
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
    (void)run->wait(command[0] == "/proc/self/exe" ? 10 : 0); // ours ends by itself, and says what it dropped
    return after - before;
}

std::string wordsOf(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

void print(const char* name, double seconds, double own) {
    if (seconds > 0) {
        std::printf("%-28s %6.2f s of processor in 10 s; ours is %.2f of it\n", name, seconds, own / seconds);
    } else {
        std::printf("%-28s did not run\n", name);
    }
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::string(argv[1]) == "--present") {
        return present(argv[2]);
    }
    auto screen = Touchscreen::start(1920, 1080);
    if (!screen) {
        std::cerr << screen.error().message << "\n";
        return 1;
    }
    const TemporaryFolder folder;
    const std::string clip = (folder.path() / "film.mp4").string();
    const std::string make = "ffmpeg -nostdin -v error -f lavfi -i testsrc2=s=1920x1080:r=30:d=14 -f lavfi -i "
                             "sine=440:d=14 -c:v libx264 -preset veryfast -g 60 -bf 2 -pix_fmt yuv420p -c:a aac " +
                             clip;
    if (std::system(make.c_str()) != 0) {
        std::cerr << "ffmpeg did not make the film\n";
        return 1;
    }
    std::ofstream(folder.path() / "page.html")
        << "<body style='margin:0;background:#000'><video src='film.mp4' autoplay style='width:100vw;height:100vh'>";
    const double own = cost({"/proc/self/exe", "--present", clip}, *screen, true, folder.path() / "own");
    std::printf("%-28s %6.2f s of processor in 10 s\n%s", "Schacht's player, bare", own,
                wordsOf(folder.path() / "own").c_str());
    print("ffmpeg, decoding alone", cost({"ffmpeg", "-nostdin", "-re", "-i", clip, "-f", "null", "-"}, *screen, false),
          own);
    print("mpv --vo=x11 (goal: 0.75)",
          cost({"mpv", "--no-config", "--vo=x11", "--ao=null", "--fs", "--no-osc", "--really-quiet", clip}, *screen,
               true),
          own);
    print("Chromium (goal: 0.55)",
          cost({"chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--disable-gpu",
                "--autoplay-policy=no-user-gesture-required", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1920,1080",
                "--user-data-dir=" + (folder.path() / "profile").string(),
                "file://" + (folder.path() / "page.html").string()},
               *screen, true),
          own);
    return 0;
}
