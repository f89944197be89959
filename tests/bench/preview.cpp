/// How soon a curator sees what was saved: from the end of the save to the frame with it; and what a thousand saves
/// leave in memory.
///
///     ninja -C build/release schacht bench_preview && build/release/bench_preview build/release/schacht
///     content/limburg zwartberg-1966
#include "tests/bench/running_kiosk.hpp"
#include "tests/temporary_folder.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

using namespace schacht;
using namespace schacht::bench;
using namespace schacht::tests;
namespace fs = std::filesystem;

constexpr int timed = 200;
constexpr int many = 1000;

/// Every heading of a story gets a few words more.
std::string withWords(std::string text, int number) {
    const std::string key = "\"heading\": {";
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
        const auto words = text.find(": \"", at + key.size()) + 3;
        text.insert(words, "Save " + std::to_string(number) + " ");
    }
    return text;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "bench_preview PROGRAM PACK STORY\n");
        return 2;
    }
    const TemporaryFolder folder;
    const fs::path pack = folder / "pack";
    fs::copy(argv[2], pack, fs::copy_options::recursive);
    const fs::path story = pack / "stories" / (std::string(argv[3]) + ".json");
    const std::string good = readFile(story);
    auto screen = screenOrEnd(1920, 1080);
    auto run = Program::run(screen, argv[1], {"preview", pack.string(), "--item", argv[3]});
    if (!run || !run->trace().next("first-frame", 60)) {
        std::fprintf(stderr, "the preview did not start\n");
        return 1;
    }
    pause(2);
    run->trace().skip();
    std::vector<double> seen;
    std::vector<double> reading;
    for (int i = 0; i < timed; ++i) {
        std::ofstream(story) << withWords(good, i);
        const double saved = run->age();
        const auto read = run->trace().next("reread", 10);
        if (!read) {
            std::fprintf(stderr, "save %d was not seen\n", i);
            return 1;
        }
        seen.push_back(((*read)["shown"].get<double>() - saved) * 1000);
        reading.push_back((*read)["ms"].get<double>());
        pause(0.3);
    }
    std::sort(seen.begin(), seen.end());
    std::sort(reading.begin(), reading.end());
    const auto share = [](const std::vector<double>& sorted, double part) {
        return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
    };
    std::printf("save to picture: p50 %.0f ms, p99 %.0f ms (%d saves, goal 200); of it reading p50 %.0f ms, p99 %.0f "
                "ms\n",
                share(seen, .5), share(seen, .99), timed, share(reading, .5), share(reading, .99));
    const auto before = static_cast<double>(run->ownBytes());
    const auto counted = run->trace().count("reread");
    for (int i = 0; i < many; ++i) {
        std::ofstream(story) << withWords(good, timed + i);
        run->trace().skip();
        if (!run->trace().next("reread", 10)) {
            std::fprintf(stderr, "save %d was not seen\n", i);
            return 1;
        }
    }
    pause(2);
    const auto after = static_cast<double>(run->ownBytes());
    std::printf("own memory after %zu readings: %.1f MB, %.1f MB before (%+.1f %%)\n",
                run->trace().count("reread") - counted, after / 1e6, before / 1e6, (after / before - 1) * 100);
    return 0;
}
