#include "engine/graphics/memory_texture.hpp"

#include <algorithm>

namespace schacht::graphics {

namespace {

constexpr std::uint8_t mostAlpha = 255;

std::uint8_t premultiplied(std::uint8_t colour, std::uint8_t alpha) {
    return alpha == mostAlpha ? colour : static_cast<std::uint8_t>((colour * alpha + mostAlpha / 2) / mostAlpha);
}

} // namespace

MemoryTexture::MemoryTexture(const base::Bitmap& bitmap, std::size_t pixelBytes, std::uint64_t key)
    : Texture(bitmap.width, bitmap.height, pixelBytes), number(key),
      stride(cairo_format_stride_for_width(pixelBytes == 1 ? CAIRO_FORMAT_A8 : CAIRO_FORMAT_ARGB32, bitmap.width)) {
    if (stride > 0 && bitmap.width > 0 && bitmap.height > 0) {
        data.resize(static_cast<std::size_t>(stride) * static_cast<std::size_t>(bitmap.height));
    }
}

MemoryTexture::Pixels MemoryTexture::view(cairo_format_t format) {
    Pixels made(cairo_image_surface_create_for_data(data.data(), format, width(), height(), stride));
    return cairo_surface_status(made.get()) == CAIRO_STATUS_SUCCESS ? std::move(made) : nullptr;
}

std::unique_ptr<MemoryTexture> MemoryTexture::from(const base::Bitmap& bitmap, std::uint64_t key) {
    std::unique_ptr<MemoryTexture> made(new MemoryTexture(bitmap, 4, key));
    if (made->data.empty()) {
        return nullptr;
    }
    bool opaque = true;
    for (std::size_t i = 0; i < made->data.size(); i += 4) {
        const std::uint8_t alpha = bitmap.rgba[i + 3];
        made->data[i] = premultiplied(bitmap.rgba[i + 2], alpha);
        made->data[i + 1] = premultiplied(bitmap.rgba[i + 1], alpha);
        made->data[i + 2] = premultiplied(bitmap.rgba[i], alpha);
        made->data[i + 3] = alpha;
        opaque = opaque && alpha == mostAlpha;
    }
    made->mixed = made->view(CAIRO_FORMAT_ARGB32);
    made->opaque = opaque ? made->view(CAIRO_FORMAT_RGB24) : nullptr;
    return made->mixed != nullptr ? std::move(made) : nullptr;
}

std::unique_ptr<MemoryTexture> MemoryTexture::coverage(const base::Bitmap& bitmap, std::uint64_t key) {
    std::unique_ptr<MemoryTexture> made(new MemoryTexture(bitmap, 1, key));
    if (made->data.empty()) {
        return nullptr;
    }
    for (int y = 0; y < bitmap.height; ++y) {
        const std::uint8_t* const from = bitmap.rgba.data() + std::ptrdiff_t{4} * y * bitmap.width;
        std::uint8_t* const to = made->data.data() + std::ptrdiff_t{y} * made->stride;
        for (int x = 0; x < bitmap.width; ++x) {
            to[x] = from[4 * x + 3];
        }
    }
    made->alone = made->view(CAIRO_FORMAT_A8);
    return made->alone != nullptr ? std::move(made) : nullptr;
}

} // namespace schacht::graphics
