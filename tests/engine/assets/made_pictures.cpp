#include "tests/engine/assets/made_pictures.hpp"

#include "engine/assets/decode.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>
#include <vips/vips.h>
#include <zlib.h>

namespace schacht::assets::test {

namespace {

using Image = std::unique_ptr<VipsImage, decltype(&g_object_unref)>;

struct Colour {
    int r, g, b;
};
constexpr std::array<Colour, 4> quarterColours{{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}}};

Bytes pixelsOf(const Quarters& q) {
    Bytes pixels;
    for (int y = 0; y < q.height; ++y) {
        for (int x = 0; x < q.width; ++x) {
            const auto& c = quarterColours[static_cast<std::size_t>((y >= q.height / 2 ? 2 : 0) + (x >= q.width / 2))];
            pixels.insert(pixels.end(), {static_cast<std::uint8_t>(c.r), static_cast<std::uint8_t>(c.g),
                                         static_cast<std::uint8_t>(c.b)});
            if (q.alpha) {
                pixels.push_back(x < q.width / 2 ? 0 : 255);
            }
        }
    }
    return pixels;
}

VipsImage* shaped(VipsImage* in, const Quarters& q) {
    VipsImage* out = nullptr;
    if (q.grey) {
        vips_colourspace(in, &out, VIPS_INTERPRETATION_B_W, nullptr);
    } else if (q.sixteenBits) {
        VipsImage* wide = nullptr;
        vips_colourspace(in, &wide, VIPS_INTERPRETATION_RGB16, nullptr);
        VipsImage* half = nullptr;
        vips_linear1(wide, &half, 0.5, 0, nullptr);
        vips_cast(half, &out, VIPS_FORMAT_USHORT, nullptr);
        g_object_unref(half);
        g_object_unref(wide);
    } else if (!q.profile.empty()) {
        vips_icc_transform(in, &out, q.profile.c_str(), "input_profile", "srgb", nullptr);
    } else {
        vips_copy(in, &out, nullptr);
    }
    return out;
}

/// A PNG with an eXIf chunk behind its header chunk.
Bytes tagged(Bytes png, int orientation) {
    Bytes chunk{0, 0, 0, 26, 'e',  'X',  'I', 'f', 'M', 'M', 0, 42, 0, 0,
                0, 8, 0, 1,  0x01, 0x12, 0,   3,   0,   0,   0, 1,  0, static_cast<std::uint8_t>(orientation),
                0, 0, 0, 0,  0,    0};
    const auto checksum = crc32_z(0, chunk.data() + 4, chunk.size() - 4);
    for (const int shift : {24, 16, 8, 0}) {
        chunk.push_back(static_cast<std::uint8_t>(checksum >> shift));
    }
    constexpr std::ptrdiff_t afterHeader = 8 + 12 + 13;
    png.insert(png.begin() + afterHeader, chunk.begin(), chunk.end());
    return png;
}

char nameOf(const std::uint8_t* pixel) {
    const auto high = [](int value) { return value > 190; };
    const auto low = [](int value) { return value < 65; };
    const int r = pixel[0];
    const int g = pixel[1];
    const int b = pixel[2];
    if (pixel[3] < 30) {
        return '.';
    }
    if (high(r) && high(g) && high(b)) {
        return 'w';
    }
    if (low(r) && low(g) && low(b)) {
        return 'k';
    }
    return high(r) && low(g) && low(b)   ? 'r'
           : low(r) && high(g) && low(b) ? 'g'
           : low(r) && low(g) && high(b) ? 'b'
                                         : '?';
}

} // namespace

Bytes saved(const Quarters& q, const std::string& suffix) {
    if (!startPictures()) {
        throw std::runtime_error("libvips does not start");
    }
    auto pixels = pixelsOf(q);
    const Image plain(vips_image_new_from_memory_copy(pixels.data(), pixels.size(), q.width, q.height, q.alpha ? 4 : 3,
                                                      VIPS_FORMAT_UCHAR),
                      &g_object_unref);
    plain->Type = VIPS_INTERPRETATION_sRGB;
    const Image image(shaped(plain.get(), q), &g_object_unref);
    const bool png = suffix.starts_with(".png");
    if (q.orientation != 0 && !png) {
        vips_image_set_int(image.get(), VIPS_META_ORIENTATION, q.orientation);
    }
    void* data = nullptr;
    std::size_t size = 0;
    if (vips_image_write_to_buffer(image.get(), suffix.c_str(), &data, &size, nullptr) != 0) {
        throw std::runtime_error(vips_error_buffer());
    }
    const auto* const begin = static_cast<const std::uint8_t*>(data);
    Bytes bytes(begin, begin + size);
    g_free(data);
    return q.orientation != 0 && png ? tagged(std::move(bytes), q.orientation) : bytes;
}

Bytes contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const Bytes& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void write(const std::filesystem::path& file, std::string_view text) {
    write(file, bytesOf(text));
}

Bytes bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

std::filesystem::path picture(const std::string& name) {
    return std::filesystem::path(SCHACHT_TEST_FOLDER) / "pictures" / name;
}

std::string quartersOf(const base::Bitmap& bitmap) {
    std::string names;
    for (const int y : {bitmap.height / 4, bitmap.height * 3 / 4}) {
        for (const int x : {bitmap.width / 4, bitmap.width * 3 / 4}) {
            names += nameOf(bitmap.rgba.data() + (static_cast<std::ptrdiff_t>(y) * bitmap.width + x) * 4);
        }
    }
    return names;
}

} // namespace schacht::assets::test
