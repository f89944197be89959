/// How long a pack of 10,000 items takes to read, and how much memory it takes. Goal: under 1 s and 100 MB.
///
///     ninja -C build/release bench_load_pack && build/release/bench_load_pack [items]
///
/// Each item is a story of two pages in two languages, as a collection's importer would write it, about 2 KB.
#include "engine/content/pack/read_pack.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

constexpr const char* pack = R"({
  "format": 1, "id": "bench", "title": {"nl": "Collectie", "en": "Collection"}, "languages": ["nl", "en"],
  "themes": [{"id": "mines", "title": {"nl": "De mijnen", "en": "The mines"}, "cover": {"file": "media/cover.svg", "decorative": true}}]
}
)";

constexpr const char* body =
    "The cage goes down three times as fast as a lift in a tall house, and it takes a hundred men at once. In the "
    "morning *nobody* speaks; on the way up, at two in the afternoon, everyone does, and somebody sings.";

void write(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::string item(int number) {
    const std::string n = std::to_string(number);
    const std::string words = "{\"nl\": \"" + std::string(body) + "\", \"en\": \"" + std::string(body) + "\"}";
    return R"({
  "kind": "story",
  "title": {"nl": "Voorwerp )" +
           n + R"(", "en": "Object )" + n + R"("},
  "summary": {"nl": "Een voorwerp uit de collectie.", "en": "An object of the collection."},
  "cover": {"file": "media/cover.svg", "alt": {"nl": "Een lamp", "en": "A lamp"}, "focus": [0.5, 0.4]},
  "themes": ["mines"],
  "date": "19)" +
           std::to_string(10 + number % 90) + R"(",
  "related": ["object-)" +
           std::to_string(number / 2) + R"("],
  "sources": [{"title": "Inventory )" +
           n + R"(", "address": "https://example.org/objects/)" + n + R"(", "seen": "2026-11-24"}],
  "pages": [
    {"layout": "full", "picture": {"file": "media/cover.svg", "alt": {"nl": "Een lamp", "en": "A lamp"}}, "heading": {"nl": "De lamp", "en": "The lamp"}, "body": )" +
           words + R"(},
    {"layout": "text", "heading": {"nl": "De kooi", "en": "The cage"}, "body": )" +
           words + R"(}
  ]
}
)";
}

std::string generate(int items) {
    const fs::path root = fs::temp_directory_path() / ("schacht-bench-" + std::to_string(getpid()));
    fs::create_directories(root / "stories");
    fs::create_directories(root / "media");
    write(root / "pack.json", pack);
    write(root / "media/cover.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    write(root / "media/credits.json",
          R"({"media/": {"maker": "us", "how": "drawn", "rights": "https://creativecommons.org/licenses/by/4.0/"}})");
    for (int i = 0; i < items; ++i) {
        write(root / "stories" / ("object-" + std::to_string(i) + ".json"), item(i));
    }
    return root;
}

double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0; // Linux counts in KiB
}

} // namespace

int main(int count, char** words) {
    const fs::path root = generate(count > 1 ? std::atoi(words[1]) : 10'000);
    const double before = peakMegabytes();
    const double worked = processorSeconds();
    const auto start = std::chrono::steady_clock::now();
    const auto reading = schacht::content::readPack(root, {.today = "2026-11-24", .lookAtMedia = true});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const double work = processorSeconds() - worked;
    const double after = peakMegabytes();
    fs::remove_all(root);
    if (!reading) {
        std::cerr << reading.error().message << '\n';
        return 1;
    }
    std::printf("%zu items, %zu problems: %.3f s (%.3f s of processor), %.1f MB\n", reading->pack.items.size(),
                reading->problems.size(), took.count(), work, after - before);
    return 0;
}
