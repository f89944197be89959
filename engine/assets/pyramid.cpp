#include "engine/assets/pyramid.hpp"

#include "engine/assets/drawing.hpp"
#include "engine/assets/raster.hpp"
#include "engine/assets/sniff.hpp"
#include "engine/assets/vips_image.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <new>
#include <utility>

namespace schacht::assets {

namespace {

constexpr int quality = 92; // of JPEG in the tiles: colours are kept at full size from 90 on

PixelSize drawnSize(double width, double height) {
    const double scale = drawingSide / std::max(width, height);
    const auto side = [scale](double length) {
        return std::clamp(static_cast<int>(std::lround(length * scale)), 1, drawingSide);
    };
    return {side(width), side(height)};
}

auto unwritten() {
    vips_error_clear();
    return base::refuse("tiles-unwritten", "The picture's tiles cannot be kept: the picture is broken or cut off, or "
                                           "the disk is full. It stays soft when it is looked at closely.");
}

/// seeThrough: it has alpha that says something, and is kept without loss.
base::Result<void> save(Image image, bool seeThrough, const std::filesystem::path& file) {
    if (image && !seeThrough) {
        VipsImage* opaque = nullptr;
        const bool failed = vips_extract_band(image.get(), &opaque, 0, "n", 3, nullptr) != 0;
        image.reset(failed ? nullptr : opaque);
    }
    if (!image || vips_tiffsave(image.get(), file.c_str(), "tile", TRUE, "tile_width", tileSide, "tile_height",
                                tileSide, "pyramid", TRUE, "compression",
                                seeThrough ? VIPS_FOREIGN_TIFF_COMPRESSION_DEFLATE : VIPS_FOREIGN_TIFF_COMPRESSION_JPEG,
                                "Q", quality, nullptr) != 0) {
        return unwritten();
    }
    return {};
}

base::Result<void> cutDrawing(std::span<const std::uint8_t> bytes, const std::filesystem::path& file,
                              const std::stop_token& stop) {
    const auto drawing = Drawing::create(bytes);
    if (!drawing) {
        return tl::unexpected(drawing.error());
    }
    const auto bitmap = drawing->render(drawnSize(drawing->width(), drawing->height()));
    if (!bitmap) {
        return tl::unexpected(bitmap.error());
    }
    if (stop.stop_requested()) {
        return refuseStopped();
    }
    VipsImage* const pixels = vips_image_new_from_memory(bitmap->rgba.data(), bitmap->bytes(), bitmap->width,
                                                         bitmap->height, 4, VIPS_FORMAT_UCHAR);
    Image image(pixels);
    if (image) {
        image->Type = VIPS_INTERPRETATION_sRGB;
    }
    return save(std::move(image), true, file);
}

base::Result<void> cutPixels(std::span<const std::uint8_t> bytes, PictureFormat format,
                             const std::filesystem::path& file, const std::stop_token& stop) {
    const auto info = admitRaster(bytes, format);
    if (!info) {
        return tl::unexpected(info.error());
    }
    auto opened = openRaster(bytes, *info, 1);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    Image image = std::move(*opened);
    const KilledByStop killed(image.get(), stop);
    const bool seeThrough = vips_image_hasalpha(image.get()) != 0;
    image = understood(std::move(image));
    if (image) {
        image = inSrgb(std::move(image));
    }
    image = turned(std::move(image), info->orientation);
    auto saved = save(std::move(image), seeThrough, file);
    if (stop.stop_requested()) {
        return refuseStopped();
    }
    return saved;
}

auto unreadable() {
    vips_error_clear();
    return base::refuse("tiles-unreadable", "The picture's tiles in the cache cannot be read; they are made again.");
}

} // namespace

PixelSize sizeInTiles(const PictureInfo& info) {
    return info.format == PictureFormat::svg ? drawnSize(info.displayWidth, info.displayHeight)
                                             : PixelSize{info.displayWidth, info.displayHeight};
}

base::Result<void> cutIntoTiles(std::span<const std::uint8_t> bytes, const std::filesystem::path& file,
                                const std::stop_token& stop) {
    try {
        if (auto started = startPictures(); !started) {
            return started;
        }
        const auto format = sniffPicture(bytes);
        if (!format) {
            return base::refuse("picture-format", "This is no picture that can be shown.");
        }
        return *format == PictureFormat::svg ? cutDrawing(bytes, file, stop) : cutPixels(bytes, *format, file, stop);
    } catch (const std::bad_alloc&) {
        return base::refuse("picture-too-large", "The picture does not fit into this computer's memory: save it "
                                                 "smaller.");
    }
}

base::Result<base::Bitmap> readTile(const std::filesystem::path& file, Tile tile) {
    if (auto started = startPictures(); !started) {
        return tl::unexpected(started.error());
    }
    VipsImage* opened = nullptr;
    const bool failed = tile.level < 0 || tile.column < 0 || tile.row < 0 ||
                        vips_tiffload(file.c_str(), &opened, "page", tile.level, "access", VIPS_ACCESS_RANDOM,
                                      "fail_on", VIPS_FAIL_ON_ERROR, nullptr) != 0;
    Image image(opened);
    const int left = tile.column * tileSide;
    const int top = tile.row * tileSide;
    if (failed || left >= vips_image_get_width(image.get()) || top >= vips_image_get_height(image.get())) {
        return unreadable();
    }
    const int width = std::min(tileSide, vips_image_get_width(image.get()) - left);
    const int height = std::min(tileSide, vips_image_get_height(image.get()) - top);
    VipsImage* cropped = nullptr;
    const bool uncropped = vips_crop(image.get(), &cropped, left, top, width, height, nullptr) != 0;
    image.reset(uncropped ? nullptr : cropped);
    if (image) {
        image = inSrgb(std::move(image));
    }
    std::size_t size = 0;
    void* const pixels = image ? vips_image_write_to_memory(image.get(), &size) : nullptr;
    base::Bitmap bitmap{width, height, {}};
    const bool whole =
        pixels != nullptr && size == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    if (whole) {
        bitmap.rgba.resize(size);
        std::memcpy(bitmap.rgba.data(), pixels, size);
    }
    g_free(pixels);
    if (!whole) {
        return unreadable();
    }
    return bitmap;
}

} // namespace schacht::assets
