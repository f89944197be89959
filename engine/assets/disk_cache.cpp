#include "engine/assets/disk_cache.hpp"

#include "engine/assets/cache_entry.hpp"
#include "engine/assets/picture_file.hpp"
#include "engine/base/unfinished_file.hpp"
#include "engine/base/user_folder.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace schacht::assets {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t shareBetweenLooks = 16; ///< a sixteenth of the limit may be written between two looks
constexpr auto unfinishedFor = std::chrono::hours(1);
constexpr auto betweenUses = std::chrono::hours(1); ///< that are written down: a look asks for dozens of tiles

fs::path entryFile(const fs::path& folder, std::uint64_t content, int width, int height) {
    std::array<char, 64> name{};
    std::snprintf(name.data(), name.size(), "%016llx-%dx%d.pixels", static_cast<unsigned long long>(content), width,
                  height);
    return folder / name.data();
}

/// The number is raised when how tiles are cut changes.
fs::path tilesFile(const fs::path& folder, std::uint64_t content) {
    std::array<char, 64> name{};
    std::snprintf(name.data(), name.size(), "%016llx-1.tif", static_cast<unsigned long long>(content));
    return folder / name.data();
}

struct Entry {
    fs::file_time_type used;
    std::uintmax_t bytes;
    fs::path file;
};

std::vector<Entry> entriesOf(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        const Entry entry{it->last_write_time(ignored), it->file_size(ignored), it->path()};
        if (ignored) {
            continue;
        }
        const bool abandoned = entry.file.extension() == base::unfinishedEnding &&
                               fs::file_time_type::clock::now() - entry.used > unfinishedFor;
        if (abandoned) {
            fs::remove(entry.file, ignored);
        } else if (entry.file.extension() == ".pixels" || entry.file.extension() == ".tif") {
            entries.push_back(entry);
        }
    }
    return entries;
}

} // namespace

DiskCache::DiskCache(fs::path cacheFolder, std::uintmax_t most) : folder(std::move(cacheFolder)), limit(most) {
    folder /= "pictures";
}

std::optional<base::Bitmap> DiskCache::find(std::uint64_t content, int width, int height) const {
    const auto file = entryFile(folder, content, width, height);
    bool damaged = false;
    auto bitmap = readEntry(file, damaged);
    if (damaged) {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
    return bitmap;
}

void DiskCache::keep(std::uint64_t content, int width, int height, const base::Bitmap& bitmap) const {
    if (bitmap.bytes() > limit) {
        return;
    }
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return;
    }
    account(writeEntry(entryFile(folder, content, width, height), bitmap));
}

std::optional<fs::path> DiskCache::findTiles(std::uint64_t content) const {
    const auto file = tilesFile(folder, content);
    std::error_code error;
    const auto used = fs::last_write_time(file, error);
    if (error) {
        return std::nullopt;
    }
    if (const auto now = fs::file_time_type::clock::now(); now - used > betweenUses) {
        fs::last_write_time(file, now, error);
    }
    return file;
}

base::Result<void> DiskCache::keepTiles(std::uint64_t content,
                                        const std::function<base::Result<void>(const fs::path&)>& cut) const {
    std::error_code error;
    fs::create_directories(folder, error);
    const auto file = tilesFile(folder, content);
    const auto unfinished = base::unfinishedBeside(file);
    auto done = cut(unfinished);
    if (done) {
        const auto bytes = fs::file_size(unfinished, error);
        fs::rename(unfinished, file, error);
        if (error) {
            done = base::refuse("tiles-unwritten", "The folder " + folder.string() +
                                                       " cannot be written, so a large picture stays soft when it is "
                                                       "looked at closely. See who owns it, and whether the disk is "
                                                       "full.");
        } else {
            account(bytes);
        }
    }
    fs::remove(unfinished, error);
    return done;
}

void DiskCache::dropTiles(std::uint64_t content) const {
    std::error_code ignored;
    fs::remove(tilesFile(folder, content), ignored);
}

void DiskCache::account(std::uintmax_t written) const {
    auto left = untilTrimming.load();
    while (!untilTrimming.compare_exchange_weak(left, left - std::min(left, written))) {
    }
    if (written >= left) {
        trim();
    }
}

void DiskCache::trim() const {
    auto entries = entriesOf(folder);
    std::uintmax_t total = 0;
    for (const auto& entry : entries) {
        total += entry.bytes;
    }
    std::ranges::sort(entries, {}, &Entry::used);
    const std::uintmax_t goal = limit - limit / shareBetweenLooks;
    for (auto oldest = entries.begin(); total > goal && oldest != entries.end(); ++oldest) {
        std::error_code ignored;
        fs::remove(oldest->file, ignored);
        total -= oldest->bytes;
    }
    untilTrimming = limit - total;
}

std::uint64_t DiskCache::fingerprint(std::span<const std::uint8_t> bytes) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const std::uint8_t byte : bytes) {
        hash = (hash ^ byte) * 0x100000001B3;
    }
    return hash == 0 ? 1 : hash;
}

std::uint64_t DiskCache::fingerprint(const fs::path& file) {
    const auto bytes = readPictureFile(file);
    return bytes ? fingerprint(std::span(*bytes)) : 0;
}

fs::path DiskCache::defaultFolder() {
    return base::userFolder("XDG_CACHE_HOME", ".cache");
}

} // namespace schacht::assets
