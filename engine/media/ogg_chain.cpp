#include "engine/media/ogg_chain.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::media {

namespace {

using base::Seconds;

constexpr std::string_view pageMark = "OggS";
constexpr std::size_t pageHead = 27;      // bytes, before the lengths of its segments
constexpr std::size_t mostSegments = 255; // of as many bytes at most
constexpr std::size_t firstPacket = 64;   // bytes, enough to tell what a stream is
constexpr std::size_t longestPage = pageHead + mostSegments + mostSegments * 255;

std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i) {
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return number;
}

/// A page (RFC 3533, 6) and the first bytes of what it holds.
struct OggPage {
    bool begins = false; ///< a stream
    std::int64_t granule = -1;
    std::uint64_t serial = 0; ///< of its stream
    std::uintmax_t bytes = 0; ///< all of it
    std::string packet;
};

/// Nothing where no page begins at `at`.
std::optional<OggPage> pageAt(std::ifstream& file, std::uintmax_t at) {
    std::string bytes(pageHead + mostSegments + firstPacket, '\0');
    file.clear();
    file.seekg(static_cast<std::streamoff>(at));
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (bytes.size() < pageHead || !bytes.starts_with(pageMark)) {
        return std::nullopt;
    }
    constexpr unsigned beginsStream = 2;
    OggPage page;
    page.begins = (numberAt(bytes, 5, 1) & beginsStream) != 0;
    page.granule = static_cast<std::int64_t>(numberAt(bytes, 6, 8));
    page.serial = numberAt(bytes, 14, 4);
    const auto segments = static_cast<std::size_t>(numberAt(bytes, pageHead - 1, 1));
    page.bytes = pageHead + segments;
    for (std::size_t i = 0; i < segments; ++i) {
        page.bytes += numberAt(bytes, pageHead + i, 1);
    }
    page.packet = bytes.substr(std::min(bytes.size(), pageHead + segments));
    return page;
}

/// A stream of sound in one part.
struct OggSound {
    std::uint64_t serial = 0;
    Seconds unit = 0;         ///< of its granules
    std::int64_t skipped = 0; ///< granules, at its beginning
    std::int64_t granule = 0; ///< of the last page so far
    [[nodiscard]] Seconds length() const {
        return static_cast<Seconds>(std::max<std::int64_t>(0, granule - skipped)) * unit;
    }
};

/// Nothing where the page begins no stream of a sound that is known here.
std::optional<OggSound> soundOf(const OggPage& page) {
    const std::string_view packet = page.packet;
    std::uint64_t rate = 0;
    std::int64_t skipped = 0;
    if (packet.starts_with("OpusHead")) { // RFC 7845, 5.1
        constexpr std::uint64_t opusRate = 48000;
        rate = opusRate;
        skipped = static_cast<std::int64_t>(numberAt(packet, 10, 2));
    } else if (packet.starts_with("\x01vorbis")) { // Vorbis I, 4.2.2
        rate = numberAt(packet, 12, 4);
    }
    return rate == 0 ? std::nullopt : std::optional(OggSound{page.serial, 1 / static_cast<Seconds>(rate), skipped, 0});
}

/// Whether the file's last page belongs to a stream that is not among those that it begins with.
bool isChained(std::ifstream& file, std::uintmax_t size) {
    std::vector<std::uint64_t> begun;
    std::uintmax_t at = 0;
    for (auto page = pageAt(file, at); page && page->begins; page = pageAt(file, at)) {
        begun.push_back(page->serial);
        at += page->bytes;
    }
    const std::uintmax_t from = size - std::min<std::uintmax_t>(size, longestPage);
    std::string tail(static_cast<std::size_t>(size - from), '\0');
    file.clear();
    file.seekg(static_cast<std::streamoff>(from));
    file.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    const auto mark = tail.rfind(pageMark);
    const auto last = mark == std::string::npos ? std::nullopt : pageAt(file, from + mark);
    return last && std::ranges::find(begun, last->serial) == begun.end();
}

Seconds longestOf(const std::vector<OggSound>& part) {
    Seconds longest = 0;
    for (const OggSound& sound : part) {
        longest = std::max(longest, sound.length());
    }
    return longest;
}

} // namespace

std::optional<Seconds> chainLength(const std::filesystem::path& ogg) {
    std::error_code gone;
    const std::uintmax_t size = std::filesystem::file_size(ogg, gone);
    std::ifstream file(ogg, std::ios::binary);
    if (gone || !file || !isChained(file, size)) {
        return std::nullopt;
    }
    Seconds length = 0;
    bool beginning = false; // of a part: the pages that begin its streams
    std::vector<OggSound> part;
    std::uintmax_t at = 0;
    for (auto page = pageAt(file, at); page; page = pageAt(file, at)) {
        at += page->bytes;
        if (page->begins && !beginning) {
            length += longestOf(part);
            part.clear();
        }
        beginning = page->begins;
        if (const auto sound = beginning ? soundOf(*page) : std::nullopt) {
            part.push_back(*sound);
        }
        const auto of = std::ranges::find(part, page->serial, &OggSound::serial);
        if (of != part.end()) {
            of->granule = std::max(of->granule, page->granule);
        }
    }
    return length + longestOf(part);
}

} // namespace schacht::media
