#include "engine/assets/cache_entry.hpp"

#include "engine/assets/cover.hpp"
#include "engine/base/unfinished_file.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <fcntl.h>
#include <librsvg/rsvg.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vips/vips.h>
#include <zlib.h>

namespace schacht::assets {

namespace {

constexpr std::uint32_t magic = 0x53434850;
constexpr std::uint32_t layout = 1; ///< raise when what is kept, or how pictures are made, changes

struct Header {
    std::uint32_t magic;
    std::uint32_t maker;
    std::uint32_t width;
    std::uint32_t height;
    std::uint32_t channels; ///< 3: opaque, 4: with alpha
    std::uint32_t checksum; ///< of the fields above and the pixels
};

/// Differs where another version of this program, of libvips or of librsvg made the picture.
std::uint32_t makerHere() {
    const std::array<std::uint32_t, 7> versions{layout,
                                                static_cast<std::uint32_t>(vips_version(0)),
                                                static_cast<std::uint32_t>(vips_version(1)),
                                                static_cast<std::uint32_t>(vips_version(2)),
                                                rsvg_major_version,
                                                rsvg_minor_version,
                                                rsvg_micro_version};
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(versions.data()), sizeof(std::uint32_t) * versions.size()));
}

std::uint32_t checksumOf(const Header& header, const std::uint8_t* pixels, std::size_t bytes) {
    const auto start = crc32_z(0, reinterpret_cast<const Bytef*>(&header), offsetof(Header, checksum));
    return static_cast<std::uint32_t>(crc32_z(start, pixels, bytes));
}

class File {
public:
    File(const std::filesystem::path& path, int flags) : descriptor(open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (descriptor >= 0) {
            close(descriptor);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] bool isOpen() const { return descriptor >= 0; }

    [[nodiscard]] std::uintmax_t size() const {
        struct stat status{};
        return fstat(descriptor, &status) == 0 ? static_cast<std::uintmax_t>(status.st_size) : 0;
    }

    [[nodiscard]] bool read(void* to, std::size_t bytes) const {
        auto* at = static_cast<std::uint8_t*>(to);
        while (bytes > 0) {
            const ssize_t got = ::read(descriptor, at, bytes);
            if (got <= 0) {
                return false;
            }
            at += got;
            bytes -= static_cast<std::size_t>(got);
        }
        return true;
    }

    [[nodiscard]] bool write(const void* from, std::size_t bytes) const {
        const auto* at = static_cast<const std::uint8_t*>(from);
        while (bytes > 0) {
            const ssize_t put = ::write(descriptor, at, bytes);
            if (put <= 0) {
                return false;
            }
            at += put;
            bytes -= static_cast<std::size_t>(put);
        }
        return true;
    }

    void touch() const { futimens(descriptor, nullptr); }

private:
    int descriptor;
};

bool isOpaque(const base::Bitmap& bitmap) {
    for (std::size_t i = 3; i < bitmap.rgba.size(); i += 4) {
        if (bitmap.rgba[i] != 255) {
            return false;
        }
    }
    return true;
}

std::vector<std::uint8_t> withoutAlpha(const base::Bitmap& bitmap) {
    std::vector<std::uint8_t> rgb(bitmap.rgba.size() / 4 * 3);
    const std::uint8_t* from = bitmap.rgba.data();
    for (std::size_t i = 0; i < rgb.size(); i += 3, from += 4) {
        rgb[i] = from[0];
        rgb[i + 1] = from[1];
        rgb[i + 2] = from[2];
    }
    return rgb;
}

/// Three bytes a pixel, standing at the end of the room for four, spread to four: reading keeps ahead of writing.
void spread(std::vector<std::uint8_t>& rgba) {
    std::uint8_t* to = rgba.data();
    const std::uint8_t* from = rgba.data() + rgba.size() / 4;
    for (const std::uint8_t* const end = rgba.data() + rgba.size(); from != end; from += 3, to += 4) {
        const std::array<std::uint8_t, 3> pixel{from[0], from[1], from[2]};
        to[0] = pixel[0];
        to[1] = pixel[1];
        to[2] = pixel[2];
        to[3] = 255;
    }
}

std::optional<base::Bitmap> readWhole(const File& file) {
    Header header{};
    if (!file.read(&header, sizeof header) || header.magic != magic || header.maker != makerHere()) {
        return std::nullopt;
    }
    const bool sane = header.width >= 1 && header.width <= longestSide && header.height >= 1 &&
                      header.height <= longestSide && (header.channels == 3 || header.channels == 4);
    const std::uintmax_t pixels = std::uintmax_t{header.width} * header.height;
    if (!sane || file.size() != sizeof header + pixels * header.channels) {
        return std::nullopt;
    }
    base::Bitmap bitmap{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    bitmap.rgba.resize(pixels * 4);
    std::uint8_t* const stored = bitmap.rgba.data() + pixels * (4 - header.channels);
    const std::size_t bytes = pixels * header.channels;
    if (!file.read(stored, bytes) || checksumOf(header, stored, bytes) != header.checksum) {
        return std::nullopt;
    }
    if (header.channels == 3) {
        spread(bitmap.rgba);
    }
    return bitmap;
}

} // namespace

std::optional<base::Bitmap> readEntry(const std::filesystem::path& path, bool& damaged) {
    damaged = false;
    const File file(path, O_RDONLY | O_NONBLOCK);
    if (!file.isOpen()) {
        return std::nullopt;
    }
    auto bitmap = readWhole(file);
    damaged = !bitmap;
    if (bitmap) {
        file.touch();
    }
    return bitmap;
}

std::uintmax_t writeEntry(const std::filesystem::path& path, const base::Bitmap& bitmap) {
    const bool opaque = isOpaque(bitmap);
    const auto rgb = opaque ? withoutAlpha(bitmap) : std::vector<std::uint8_t>();
    const auto& pixels = opaque ? rgb : bitmap.rgba;
    Header header{magic,
                  makerHere(),
                  static_cast<std::uint32_t>(bitmap.width),
                  static_cast<std::uint32_t>(bitmap.height),
                  opaque ? 3U : 4U,
                  0};
    header.checksum = checksumOf(header, pixels.data(), pixels.size());

    const auto unfinished = base::unfinishedBeside(path);
    const auto written = [&] {
        const File file(unfinished, O_WRONLY | O_CREAT | O_EXCL);
        return file.isOpen() && file.write(&header, sizeof header) && file.write(pixels.data(), pixels.size());
    };
    if (!written() || std::rename(unfinished.c_str(), path.c_str()) != 0) {
        unlink(unfinished.c_str());
        return 0;
    }
    return sizeof header + pixels.size();
}

} // namespace schacht::assets
