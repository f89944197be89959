#include "engine/media/container.hpp"

#include "engine/media/ogg_chain.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace schacht::media {

namespace {

constexpr const char* ffmpegFirst = "avformat,any";
constexpr std::size_t leastHead = 64;  // bytes
constexpr std::size_t mostHead = 4096; // the first pages of an Ogg

unsigned byteAt(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

/// Whether an MP3 tells in its first frame how many follow. `head` may begin a tag (ID3v2) that comes before it.
bool tellsFrames(std::ifstream& file, std::string_view head) {
    constexpr std::size_t tagHead = 10;
    constexpr std::size_t enough = 256; // bytes, of a frame
    std::size_t at = 0;
    if (head.starts_with("ID3")) { // its size has seven bits a byte
        at = tagHead + (byteAt(head, 6) << 21U | byteAt(head, 7) << 14U | byteAt(head, 8) << 7U | byteAt(head, 9));
    }
    std::string frame(enough, '\0');
    file.clear();
    file.seekg(static_cast<std::streamoff>(at));
    file.read(frame.data(), static_cast<std::streamsize>(frame.size()));
    return std::ranges::any_of(std::array{"Xing", "Info", "VBRI"},
                               [&](const char* mark) { return frame.find(mark) != std::string::npos; });
}

/// Whether a FLAC was written by what knew how many samples it would have (RFC 9639, 8.2: 36 bits).
bool tellsSamples(std::string_view head) {
    constexpr std::size_t count = 21;
    return (byteAt(head, count) & 0xFU) != 0 || head.substr(count + 1, 4) != std::string_view("\0\0\0\0", 4);
}

} // namespace

Container containerOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string head(mostHead, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (head.size() < leastHead) {
        return {};
    }
    if (head.starts_with("OggS")) {
        const auto chained = chainLength(path);
        return {chained ? "" : ffmpegFirst, false, chained, head.find("Speex   ") != std::string::npos};
    }
    if (head.starts_with("fLaC")) {
        return {ffmpegFirst, tellsSamples(head)};
    }
    const bool frame = byteAt(head, 0) == 0xFF && (byteAt(head, 1) & 0xE0U) == 0xE0; // of MP3 or AAC
    if (frame || head.starts_with("ID3")) {
        return {ffmpegFirst, tellsFrames(file, head)};
    }
    return {};
}

} // namespace schacht::media
