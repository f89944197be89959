#include "engine/assets/drawing.hpp"

#include <cmath>
#include <librsvg/rsvg.h>
#include <optional>
#include <utility>

namespace schacht::assets {

struct Drawing::Handle {
    RsvgHandle* rsvg;

    explicit Handle(RsvgHandle* taken) : rsvg(taken) {}
    ~Handle() { g_object_unref(rsvg); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

namespace {

constexpr double dotsPerInch = 96; // CSS Values and Units, "absolute lengths"

struct NaturalSize {
    double width;
    double height;
};

bool usable(double length) {
    return std::isfinite(length) && length > 0;
}

/// CSS Images 3, "default sizing": width and height where both are lengths, else the viewBox, else what is drawn.
std::optional<NaturalSize> naturalSize(RsvgHandle* rsvg) {
    double width = 0;
    double height = 0;
    if (rsvg_handle_get_intrinsic_size_in_pixels(rsvg, &width, &height) != 0) {
        return usable(width) && usable(height) ? std::optional(NaturalSize{width, height}) : std::nullopt;
    }
    gboolean hasWidth = 0;
    gboolean hasHeight = 0;
    gboolean hasBox = 0;
    RsvgLength ignored{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(rsvg, &hasWidth, &ignored, &hasHeight, &ignored, &hasBox, &box);
    if (hasBox == 0) {
        RsvgRectangle logical{};
        if (rsvg_handle_get_geometry_for_element(rsvg, nullptr, &box, &logical, nullptr) == 0) {
            return std::nullopt;
        }
    }
    return usable(box.width) && usable(box.height) ? std::optional(NaturalSize{box.width, box.height}) : std::nullopt;
}

base::Bitmap straightened(cairo_surface_t* surface, PixelSize size) {
    base::Bitmap bitmap{size.width, size.height, {}};
    bitmap.rgba.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
    const unsigned char* const pixels = cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    std::uint8_t* to = bitmap.rgba.data();
    for (std::size_t y = 0; y < static_cast<std::size_t>(size.height); ++y) {
        const auto* from = reinterpret_cast<const std::uint32_t*>(pixels + y * stride);
        for (int x = 0; x < size.width; ++x, ++from, to += 4) {
            const std::uint32_t alpha = *from >> 24;
            const auto straight = [alpha](std::uint32_t channel) {
                return alpha == 255 || alpha == 0 ? static_cast<std::uint8_t>(channel)
                                                  : static_cast<std::uint8_t>((channel * 255 + alpha / 2) / alpha);
            };
            to[0] = straight(*from >> 16 & 255);
            to[1] = straight(*from >> 8 & 255);
            to[2] = straight(*from & 255);
            to[3] = static_cast<std::uint8_t>(alpha);
        }
    }
    return bitmap;
}

auto broken() {
    return base::refuse("picture-broken", "The drawing is broken: it is not an SVG file that can be drawn. Save it "
                                          "again from the program that made it.");
}

} // namespace

Drawing::Drawing(std::shared_ptr<Handle> parsed, double width, double height)
    : handle(std::move(parsed)), naturalWidth(width), naturalHeight(height) {}

base::Result<Drawing> Drawing::create(std::span<const std::uint8_t> bytes) {
    RsvgHandle* rsvg = rsvg_handle_new_from_data(bytes.data(), bytes.size(), nullptr);
    if (rsvg == nullptr) {
        return broken();
    }
    auto handle = std::make_shared<Handle>(rsvg);
    rsvg_handle_set_dpi(rsvg, dotsPerInch);
    const auto size = naturalSize(rsvg);
    if (!size) {
        return broken();
    }
    return Drawing(std::move(handle), size->width, size->height);
}

base::Result<base::Bitmap> Drawing::render(PixelSize size) const {
    using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
    using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, size.width, size.height),
                          &cairo_surface_destroy);
    const Context context(cairo_create(surface.get()), &cairo_destroy);
    const RsvgRectangle viewport{0, 0, static_cast<double>(size.width), static_cast<double>(size.height)};
    if (rsvg_handle_render_document(handle->rsvg, context.get(), &viewport, nullptr) == 0 ||
        cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        return broken();
    }
    cairo_surface_flush(surface.get());
    return straightened(surface.get(), size);
}

} // namespace schacht::assets
