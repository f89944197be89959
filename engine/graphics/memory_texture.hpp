#pragma once
#include "engine/base/bitmap.hpp"
#include "engine/base/cairo_owned.hpp"
#include "engine/graphics/texture.hpp"

#include <memory>
#include <vector>

namespace schacht::graphics {

/// Pixels in the program's own memory. The window's thread.
class MemoryTexture : public Texture {
public:
    /// key: of all textures, only this one has it. None where the bitmap is empty or too large for Cairo.
    [[nodiscard]] static std::unique_ptr<MemoryTexture> from(const base::Bitmap& bitmap, std::uint64_t key);
    [[nodiscard]] static std::unique_ptr<MemoryTexture> coverage(const base::Bitmap& bitmap, std::uint64_t key);

    [[nodiscard]] std::uint64_t key() const override { return number; }
    /// It has an alpha and nothing else.
    [[nodiscard]] bool isCoverage() const { return !mixed; }
    /// What Cairo draws. solid: nothing shines through it, so that what is opaque may be copied instead of mixed.
    [[nodiscard]] cairo_surface_t* cairo(bool solid) const {
        return isCoverage() ? alone.get() : solid && opaque ? opaque.get() : mixed.get();
    }
    /// Blue, green, red and alpha, premultiplied, of a pixel (within) that is no coverage's.
    [[nodiscard]] const std::uint8_t* pixel(int x, int y) const {
        return data.data() + std::ptrdiff_t{y} * stride + std::ptrdiff_t{4} * x;
    }

private:
    using Pixels = std::unique_ptr<cairo_surface_t, base::ReleaseCairo>;
    MemoryTexture(const base::Bitmap& bitmap, std::size_t pixelBytes, std::uint64_t key);
    [[nodiscard]] Pixels view(cairo_format_t format);

    std::uint64_t number;
    std::vector<std::uint8_t> data;
    int stride = 0; // bytes
    Pixels alone;   // a coverage
    Pixels mixed;   // with its alpha
    Pixels opaque;  // the same pixels without, where all are
};

} // namespace schacht::graphics
