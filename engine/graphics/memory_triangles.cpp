#include "engine/graphics/memory_triangles.hpp"

#include "engine/graphics/film_cover.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace schacht::graphics {

namespace {

/// Of a corner: its texel, then red, green, blue and alpha.
constexpr std::size_t values = 6;
using Values = std::array<float, values>;
constexpr float fullLight = 255;

Values valuesOf(const Canvas::Corner& corner) {
    const auto& tint = corner.tint;
    return {corner.texel.x,
            corner.texel.y,
            static_cast<float>(tint.r),
            static_cast<float>(tint.g),
            static_cast<float>(tint.b),
            static_cast<float>(tint.a)};
}

/// How they change along a triangle.
struct Slopes {
    Values start; // at the first corner
    Values across;
    Values down;
    [[nodiscard]] Values at(float x, float y) const {
        Values sum{};
        for (std::size_t i = 0; i < values; ++i) {
            sum[i] = start[i] + across[i] * x + down[i] * y;
        }
        return sum;
    }
};

/// None where the triangle has no area.
std::optional<Slopes> slopesOf(std::span<const Canvas::Corner, 3> corners) {
    const base::Point a = corners[0].at;
    const base::Point b{corners[1].at.x - a.x, corners[1].at.y - a.y};
    const base::Point c{corners[2].at.x - a.x, corners[2].at.y - a.y};
    const float area = b.x * c.y - c.x * b.y;
    if (std::abs(area) < 1e-6F) {
        return std::nullopt;
    }
    Slopes slopes{valuesOf(corners[0]), {}, {}};
    const Values second = valuesOf(corners[1]);
    const Values third = valuesOf(corners[2]);
    for (std::size_t i = 0; i < values; ++i) {
        const float toSecond = second[i] - slopes.start[i];
        const float toThird = third[i] - slopes.start[i];
        slopes.across[i] = (toSecond * c.y - toThird * b.y) / area;
        slopes.down[i] = (toThird * b.x - toSecond * c.x) / area;
    }
    return slopes;
}

/// The first pixel whose middle lies at or behind an edge.
int firstBehind(float edge) {
    return static_cast<int>(std::ceil(edge - 0.5F));
}

/// From where to where a line at height `y` lies in the triangle.
std::pair<float, float> spanAt(std::span<const Canvas::Corner, 3> corners, float y) {
    float left = 1e9F;
    float right = -1e9F;
    for (std::size_t i = 0; i < 3; ++i) {
        const base::Point a = corners[i].at;
        const base::Point b = corners[(i + 1) % 3].at;
        if ((a.y <= y) != (b.y <= y)) {
            const float x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
            left = std::min(left, x);
            right = std::max(right, x);
        }
    }
    return {left, right};
}

const std::uint8_t* inkAt(const MemoryTexture& texture, const Values& there) {
    const auto texel = [](float at, int size) { return std::clamp(static_cast<int>(at), 0, size - 1); };
    return texture.pixel(texel(there[0], texture.width()), texel(there[1], texture.height()));
}

/// Lays one pixel of the texture over another, tinted.
void lay(const MemoryTexture& texture, const Values& there, std::uint8_t* pixel) {
    const std::uint8_t* const ink = inkAt(texture, there);
    const float share = there[5] / fullLight;
    const float rest = 1 - static_cast<float>(ink[3]) / fullLight * share;
    for (int channel = 0; channel < 3; ++channel) { // the texture's come blue first, the tint's red first
        const float tint = there[static_cast<std::size_t>(4 - channel)] / fullLight;
        const float value = static_cast<float>(ink[channel]) * tint * share + static_cast<float>(pixel[channel]) * rest;
        pixel[channel] = static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, fullLight));
    }
}

/// One colour on one texel, as nearly all that is large in a menu.
bool flat(std::span<const Canvas::Corner, 3> corners) {
    return std::all_of(corners.begin() + 1, corners.end(), [&](const Canvas::Corner& other) {
        return other.tint == corners[0].tint && other.texel == corners[0].texel;
    });
}

/// A row of pixels that are all alike, to lay over others.
class FlatRow {
public:
    FlatRow(const MemoryTexture& texture, const Values& there) {
        const std::uint8_t* const ink = inkAt(texture, there);
        const float share = there[5] / fullLight;
        const auto byte = [](float value) {
            return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, fullLight));
        };
        std::array<std::uint8_t, 4> pixel{};
        for (std::size_t channel = 0; channel < 3; ++channel) {
            pixel[channel] = byte(static_cast<float>(ink[channel]) * there[4 - channel] / fullLight * share);
        }
        pixel[3] = byte(static_cast<float>(ink[3]) * share);
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = pixel[i % pixel.size()];
        }
    }
    void lay(std::uint8_t* pixels, int count) const {
        for (int done = 0; done < count; done += length) {
            layOver(row.data(), pixels + std::ptrdiff_t{4} * done, std::min(length, count - done));
        }
    }

private:
    static constexpr int length = 256; // pixels
    std::array<std::uint8_t, std::size_t{4} * length> row{};
};

void drawTriangle(const Raster& onto, std::span<const Canvas::Corner, 3> corners, const MemoryTexture& texture) {
    const auto slopes = slopesOf(corners);
    if (!slopes) {
        return;
    }
    const auto alike = flat(corners) ? std::optional(FlatRow(texture, slopes->start)) : std::nullopt;
    const auto [top, bottom] = std::minmax({corners[0].at.y, corners[1].at.y, corners[2].at.y});
    const int end = std::min(firstBehind(bottom), static_cast<int>(onto.within.bottom()));
    for (int y = std::max(firstBehind(top), static_cast<int>(onto.within.y)); y < end; ++y) {
        const float middle = static_cast<float>(y) + 0.5F;
        const auto [left, right] = spanAt(corners, middle);
        const int from = std::max(firstBehind(left), static_cast<int>(onto.within.x));
        const int to = std::min(firstBehind(right), static_cast<int>(onto.within.right()));
        if (alike && from < to) {
            alike->lay(onto.pixels + y * onto.stride + std::ptrdiff_t{4} * from, to - from);
            continue;
        }
        for (int x = from; x < to; ++x) {
            const Values there = slopes->at(static_cast<float>(x) + 0.5F - corners[0].at.x, middle - corners[0].at.y);
            lay(texture, there, onto.pixels + y * onto.stride + std::ptrdiff_t{4} * x);
        }
    }
}

} // namespace

void drawTriangles(const Raster& onto, std::span<const Canvas::Corner> corners, const MemoryTexture& texture) {
    for (std::size_t i = 0; i + 3 <= corners.size(); i += 3) {
        drawTriangle(onto, corners.subspan(i).first<3>(), texture);
    }
}

} // namespace schacht::graphics
