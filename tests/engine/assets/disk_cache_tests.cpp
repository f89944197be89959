#include "engine/assets/disk_cache.hpp"

#include "tests/catch.hpp"
#include "tests/engine/assets/made_pictures.hpp"

#include <chrono>
#include <cstdlib>
#include <sys/stat.h>
#include <thread>

using namespace schacht;
using namespace schacht::assets;
using namespace schacht::assets::test;
namespace fs = std::filesystem;

namespace {

base::Bitmap noise(int width, int height, bool opaque = true) {
    base::Bitmap bitmap{width, height, {}};
    unsigned seed = 1;
    for (int i = 0; i < width * height * 4; ++i) {
        seed = seed * 1103515245 + 12345;
        bitmap.rgba.push_back(opaque && i % 4 == 3 ? 255 : static_cast<std::uint8_t>(seed >> 16));
    }
    return bitmap;
}

std::vector<fs::path> entriesOf(const Folder& folder) {
    std::vector<fs::path> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder / "pictures", none)) {
        files.push_back(entry.path());
    }
    return files;
}

std::uintmax_t bytesIn(const Folder& folder) {
    std::uintmax_t sum = 0;
    for (const auto& file : entriesOf(folder)) {
        sum += fs::file_size(file);
    }
    return sum;
}

void age(const fs::path& file, std::chrono::hours by) {
    fs::last_write_time(file, fs::file_time_type::clock::now() - by);
}

} // namespace

TEST_CASE("the disk cache gives back the pixels that it was given") {
    const Folder folder;
    const bool opaque = GENERATE(true, false);
    const auto bitmap = noise(37, 23, opaque);
    DiskCache(folder.path(), 1'000'000).keep(42, 40, 20, bitmap);
    const auto found = DiskCache(folder.path(), 1'000'000).find(42, 40, 20);
    REQUIRE(found);
    CHECK(found->width == 37);
    CHECK(found->height == 23);
    CHECK(found->rgba == bitmap.rgba);
}

TEST_CASE("the disk cache tells contents and sizes apart") {
    const Folder folder;
    const DiskCache cache(folder.path(), 1'000'000);
    cache.keep(42, 40, 20, noise(40, 20));
    CHECK_FALSE(cache.find(43, 40, 20));
    CHECK_FALSE(cache.find(42, 20, 40));
    CHECK_FALSE(cache.find(42, 41, 20));
}

TEST_CASE("an opaque picture takes three bytes a pixel on disk") {
    const Folder folder;
    DiskCache(folder.path(), 1'000'000).keep(1, 100, 100, noise(100, 100));
    CHECK(bytesIn(folder) == 100 * 100 * 3 + 24);
}

TEST_CASE("a damaged entry is a miss and is deleted") {
    const Folder folder;
    const DiskCache cache(folder.path(), 1'000'000);
    cache.keep(42, 40, 20, noise(40, 20));
    const auto file = entriesOf(folder).at(0);
    auto bytes = contentOf(file);
    const auto isMissAndGone = [&] {
        write(file, bytes);
        return !cache.find(42, 40, 20) && !fs::exists(file);
    };
    SECTION("one bit of a pixel") {
        bytes[500] ^= 1;
        CHECK(isMissAndGone());
    }
    SECTION("the width") {
        bytes[8] ^= 1;
        CHECK(isMissAndGone());
    }
    SECTION("the version of what made it") {
        bytes[4] ^= 1;
        CHECK(isMissAndGone());
    }
    SECTION("the end") {
        bytes.pop_back();
        CHECK(isMissAndGone());
    }
    SECTION("something behind the end") {
        bytes.push_back(0);
        CHECK(isMissAndGone());
    }
    SECTION("everything") {
        bytes.clear();
        CHECK(isMissAndGone());
    }
}

TEST_CASE("the disk cache stays within its bytes, and what was unused for longest goes first") {
    const Folder folder;
    const DiskCache cache(folder.path(), 20'000);
    for (std::uint64_t content = 1; content <= 6; ++content) {
        cache.keep(content, 32, 32, noise(32, 32)); // 3096 bytes each
        age(entriesOf(folder).at(0), std::chrono::hours(0));
    }
    for (const auto& file : entriesOf(folder)) {
        age(file, std::chrono::hours(file.filename().string()[15] - '0' + 1));
    }
    REQUIRE(cache.find(6, 32, 32)); // the oldest, now just used
    for (std::uint64_t content = 7; content <= 10; ++content) {
        cache.keep(content, 32, 32, noise(32, 32));
        CHECK(bytesIn(folder) <= 20'000);
    }
    CHECK(cache.find(6, 32, 32));
    CHECK_FALSE(cache.find(5, 32, 32));
    CHECK(cache.find(10, 32, 32));
}

TEST_CASE("a picture larger than the whole disk cache is not kept") {
    const Folder folder;
    DiskCache(folder.path(), 1000).keep(1, 32, 32, noise(32, 32));
    CHECK(entriesOf(folder).empty());
}

TEST_CASE("a disk cache that cannot write forgets, and says nothing") {
    const Folder folder;
    write(folder / "file", "in the way");
    const DiskCache cache(folder / "file", 1'000'000);
    cache.keep(1, 32, 32, noise(32, 32));
    CHECK_FALSE(cache.find(1, 32, 32));
}

TEST_CASE("what a crash left half written is cleared away") {
    const Folder folder;
    const DiskCache cache(folder.path(), 1'000'000);
    fs::create_directories(folder / "pictures");
    const auto old = folder / "pictures/0000000000000001-8x8.pixels.1.1.new";
    const auto fresh = folder / "pictures/0000000000000002-8x8.pixels.1.1.new";
    write(old, "half");
    write(fresh, "half");
    age(old, std::chrono::hours(2));
    cache.keep(1, 32, 32, noise(32, 32));
    CHECK_FALSE(fs::exists(old));
    CHECK(fs::exists(fresh));
}

TEST_CASE("a look at tiles is written down as a use once an hour") {
    const Folder folder;
    const DiskCache cache(folder.path(), 1'000'000);
    REQUIRE(cache.keepTiles(7, [](const fs::path& file) {
        write(file, "tiles");
        return base::Result<void>{};
    }));
    const auto tiles = cache.findTiles(7);
    REQUIRE(tiles);
    const auto lookAfter = [&](std::chrono::minutes unused) {
        fs::last_write_time(*tiles, fs::file_time_type::clock::now() - unused);
        const auto used = fs::last_write_time(*tiles);
        CHECK(cache.findTiles(7) == tiles);
        return fs::last_write_time(*tiles) > used;
    };
    CHECK_FALSE(lookAfter(std::chrono::minutes(50)));
    CHECK(lookAfter(std::chrono::minutes(70)));
}

TEST_CASE("threads may keep and find the same picture at once") {
    const Folder folder;
    const DiskCache cache(folder.path(), 1'000'000);
    const auto bitmap = noise(64, 64);
    std::vector<std::jthread> threads;
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 20; ++j) {
                cache.keep(7, 64, 64, bitmap);
                const auto found = cache.find(7, 64, 64);
                wrong += !found || found->rgba != bitmap.rgba ? 1 : 0;
            }
        });
    }
    threads.clear();
    CHECK(wrong == 0);
    CHECK(entriesOf(folder).size() == 1);
}

TEST_CASE("a fingerprint changes with the content and with nothing else") {
    const Folder folder;
    write(folder / "a", "headframe");
    write(folder / "b", "headframe");
    write(folder / "c", "headframes");
    CHECK(DiskCache::fingerprint(folder / "a") == DiskCache::fingerprint(folder / "b"));
    CHECK(DiskCache::fingerprint(folder / "a") != DiskCache::fingerprint(folder / "c"));
    CHECK(DiskCache::fingerprint(folder / "none") == 0);
    const auto letter = bytesOf("a");
    CHECK(DiskCache::fingerprint(std::span(letter)) == 0xAF63DC4C8601EC8C); // the published test vector of FNV-1a
}

TEST_CASE("the cache folder is where XDG says") {
    const auto saved = [](const char* name) {
        const char* value = std::getenv(name);
        return value == nullptr ? std::string() : std::string(value);
    };
    const auto cache = saved("XDG_CACHE_HOME");
    const auto home = saved("HOME");
    setenv("XDG_CACHE_HOME", "/var/cache/museum", 1);
    CHECK(DiskCache::defaultFolder() == "/var/cache/museum/schacht");
    setenv("XDG_CACHE_HOME", "relative", 1);
    setenv("HOME", "/home/kiosk", 1);
    CHECK(DiskCache::defaultFolder() == "/home/kiosk/.cache/schacht");
    unsetenv("HOME");
    CHECK(DiskCache::defaultFolder().parent_path() == "/tmp");
    setenv("HOME", home.c_str(), 1);
    cache.empty() ? unsetenv("XDG_CACHE_HOME") : setenv("XDG_CACHE_HOME", cache.c_str(), 1);
}
