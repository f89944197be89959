#include "engine/media/waveform_cache.hpp"

#include "engine/base/unfinished_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <system_error>

namespace schacht::media {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t fnvBasis = 0xCBF29CE484222325;
constexpr std::uint64_t fnvPrime = 0x100000001B3;
constexpr std::uint32_t magic = 0x56574853;
constexpr std::uint32_t layout = 1; ///< raise when what is kept, or how it is measured, changes
constexpr const char* ending = ".waveform";

/// Before the levels. In this machine's byte order.
struct Header {
    std::uint32_t magic;
    std::uint32_t layout;
    std::uint64_t checksum; ///< of the seconds and the levels
    double seconds;
};
constexpr std::size_t entryBytes = sizeof(Header) + Waveform::bars;

std::uint64_t hashed(std::uint64_t hash, const char* bytes, std::size_t count) {
    for (std::size_t at = 0; at < count; at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at, std::min(sizeof word, count - at));
        hash = (hash ^ word) * fnvPrime;
    }
    return hash;
}

std::uint64_t checksumOf(const Waveform& waveform) {
    const auto first = hashed(fnvBasis, reinterpret_cast<const char*>(&waveform.seconds), sizeof waveform.seconds);
    return hashed(first, reinterpret_cast<const char*>(waveform.levels.data()), waveform.levels.size());
}

fs::path entryFile(const fs::path& folder, std::uint64_t content) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%016llx", static_cast<unsigned long long>(content));
    return folder / (name.data() + std::string(ending));
}

std::optional<Waveform> readEntry(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::array<char, entryBytes + 1> bytes{};
    stream.read(bytes.data(), bytes.size());
    if (stream.gcount() != static_cast<std::streamsize>(entryBytes)) {
        return std::nullopt;
    }
    Header header{};
    std::memcpy(&header, bytes.data(), sizeof header);
    const auto* const levels = reinterpret_cast<const std::uint8_t*>(bytes.data()) + sizeof header;
    Waveform waveform{header.seconds, {levels, levels + Waveform::bars}};
    const bool whole = header.magic == magic && header.layout == layout && std::isfinite(header.seconds) &&
                       header.checksum == checksumOf(waveform);
    return whole ? std::optional(std::move(waveform)) : std::nullopt;
}

} // namespace

WaveformCache::WaveformCache(fs::path cacheFolder, std::size_t most)
    : folder(std::move(cacheFolder) / "waveforms"), limit(most) {}

std::optional<Waveform> WaveformCache::find(std::uint64_t content) const {
    const fs::path file = entryFile(folder, content);
    std::error_code ignored;
    if (content == 0 || !fs::is_regular_file(file, ignored)) {
        return std::nullopt;
    }
    auto waveform = readEntry(file);
    if (waveform) {
        fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
    } else {
        fs::remove(file, ignored);
    }
    return waveform;
}

void WaveformCache::keep(std::uint64_t content, const Waveform& waveform) const {
    std::error_code error;
    if (content == 0 || waveform.levels.size() != Waveform::bars || (fs::create_directories(folder, error), error)) {
        return;
    }
    const fs::path file = entryFile(folder, content);
    const fs::path unfinished = base::unfinishedBeside(file);
    const Header header{magic, layout, checksumOf(waveform), waveform.seconds};
    std::ofstream stream(unfinished, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(&header), sizeof header);
    stream.write(reinterpret_cast<const char*>(waveform.levels.data()),
                 static_cast<std::streamsize>(waveform.levels.size()));
    stream.close();
    if (stream) {
        fs::rename(unfinished, file, error);
    }
    if (!stream || error) {
        fs::remove(unfinished, error);
        return;
    }
    trim();
}

void WaveformCache::trim() const {
    struct Entry {
        fs::file_time_type used;
        fs::path file;
    };
    std::vector<Entry> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        entries.push_back({it->last_write_time(ignored), it->path()});
    }
    if (entries.size() <= limit) {
        return;
    }
    std::ranges::sort(entries, {}, &Entry::used);
    entries.resize(entries.size() - limit);
    for (const Entry& oldest : entries) {
        fs::remove(oldest.file, error);
    }
}

std::uint64_t WaveformCache::fingerprint(const fs::path& file, const std::stop_token& stop) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<char> part(std::size_t{1} << 20U);
    std::uint64_t hash = fnvBasis;
    bool any = false;
    while (stream && !stop.stop_requested()) {
        stream.read(part.data(), static_cast<std::streamsize>(part.size()));
        const auto got = static_cast<std::size_t>(stream.gcount());
        hash = hashed(hash ^ got, part.data(), got);
        any = any || got > 0;
    }
    return !any || stop.stop_requested() ? 0 : std::max<std::uint64_t>(hash, 1);
}

} // namespace schacht::media
