#include "engine/graphics/memory_surface.hpp"

#include <algorithm>

namespace schacht::graphics {

namespace {

constexpr std::ptrdiff_t pixelBytes = 4;

} // namespace

MemorySurface::MemorySurface(cairo_surface_t* made, unsigned pixelsAcross, unsigned pixelsDown)
    : Surface(pixelsAcross, pixelsDown), surface(made), context(cairo_create(made)) {}

std::unique_ptr<MemorySurface> MemorySurface::create(unsigned width, unsigned height) {
    cairo_surface_t* const made =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height));
    std::unique_ptr<MemorySurface> surface(new MemorySurface(made, width, height));
    return cairo_surface_status(made) == CAIRO_STATUS_SUCCESS ? std::move(surface) : nullptr;
}

std::unique_ptr<MemorySurface> MemorySurface::over(std::uint8_t* pixels, unsigned width, unsigned height) {
    cairo_surface_t* const made =
        cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24, static_cast<int>(width),
                                            static_cast<int>(height), static_cast<int>(width) * int{pixelBytes});
    std::unique_ptr<MemorySurface> surface(new MemorySurface(made, width, height));
    return cairo_surface_status(made) == CAIRO_STATUS_SUCCESS ? std::move(surface) : nullptr;
}

cairo_t* MemorySurface::pen() {
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) {
        context.reset(cairo_create(surface.get()));
    }
    return context.get();
}

std::uint8_t* MemorySurface::row(int y) const {
    return cairo_image_surface_get_data(surface.get()) +
           std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface.get());
}

void MemorySurface::write(const std::uint8_t* picture) {
    cairo_surface_flush(surface.get());
    const std::ptrdiff_t line = pixelBytes * static_cast<std::ptrdiff_t>(width());
    for (int y = 0; y < static_cast<int>(height()); ++y) {
        std::copy_n(picture + y * line, line, row(y));
    }
    cairo_surface_mark_dirty(surface.get());
}

void MemorySurface::read(base::Rect part, std::uint8_t* picture, int rowPixels) const {
    cairo_surface_flush(surface.get());
    const auto left = pixelBytes * static_cast<std::ptrdiff_t>(part.x);
    const auto length = pixelBytes * static_cast<std::ptrdiff_t>(part.width);
    for (int y = static_cast<int>(part.y); y < static_cast<int>(part.bottom()); ++y) {
        std::copy_n(row(y) + left, length, picture + y * pixelBytes * rowPixels + left);
    }
}

} // namespace schacht::graphics
