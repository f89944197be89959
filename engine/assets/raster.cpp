#include "engine/assets/raster.hpp"

#include "engine/assets/png_orientation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

namespace schacht::assets {

namespace {

constexpr std::int64_t mostPixels = 300'000'000;

/// Where the stored pixel (x, y) goes in the shown picture: origin + x * right + y * down, counted in pixels.
struct Turning {
    std::ptrdiff_t origin;
    std::ptrdiff_t right;
    std::ptrdiff_t down;
};

/// EXIF 2.32, "Orientation". width, height: as stored.
Turning turning(int orientation, std::ptrdiff_t width, std::ptrdiff_t height) {
    switch (orientation) {
    case 2:
        return {width - 1, -1, width};
    case 3:
        return {width * height - 1, -1, -width};
    case 4:
        return {(height - 1) * width, 1, -width};
    case 5:
        return {0, height, 1};
    case 6:
        return {height - 1, height, -1};
    case 7:
        return {width * height - 1, -height, -1};
    case 8:
        return {(width - 1) * height, -height, 1};
    default:
        return {0, 1, width};
    }
}

struct Canvas {
    std::uint8_t* pixels;
    Turning turning;
};

/// vips_sink_disc calls this for one strip after the other, from one thread at a time.
int paintStrip(VipsRegion* region, VipsRect* area, void* context) {
    const auto& [pixels, turn] = *static_cast<const Canvas*>(context);
    for (int y = area->top; y < area->top + area->height; ++y) {
        const std::uint8_t* from = VIPS_REGION_ADDR(region, area->left, y);
        std::uint8_t* to = pixels + (turn.origin + area->left * turn.right + y * turn.down) * 4;
        if (turn.right == 1) {
            std::memcpy(to, from, static_cast<std::size_t>(area->width) * 4);
            continue;
        }
        for (int x = 0; x < area->width; ++x, from += 4, to += turn.right * 4) {
            std::memcpy(to, from, 4);
        }
    }
    return 0;
}

/// Whether a progressive JPEG has so many scans that decoding it would take far longer than its size says. A marker's
/// two bytes cannot stand in the compressed data (ITU T.81, B.1.1.5); a few in metadata do no harm.
bool hasEndlessScans(std::span<const std::uint8_t> bytes, std::int64_t pixels) {
    constexpr std::array<std::uint8_t, 2> startOfScan{0xFF, 0xDA};
    constexpr std::int64_t mostDecoded = 4'000'000'000;
    constexpr std::int64_t usualScans = 12;
    std::int64_t scans = 0;
    auto at = bytes.begin();
    while ((at = std::search(at, bytes.end(), startOfScan.begin(), startOfScan.end())) != bytes.end()) {
        ++scans;
        ++at;
    }
    return scans > usualScans && scans * pixels > mostDecoded;
}

auto broken() {
    vips_error_clear();
    return base::refuse("picture-broken", "The picture is broken or cut off: it cannot be decoded to its end. Save it "
                                          "again from the original.");
}

/// HEIF and AVIF are turned by their decoder.
int orientationOf(std::span<const std::uint8_t> bytes, PictureFormat format, VipsImage* image) {
    switch (format) {
    case PictureFormat::png:
        return pngOrientation(bytes);
    case PictureFormat::heif:
    case PictureFormat::avif:
        return 1;
    default:
        return vips_image_get_orientation(image);
    }
}

} // namespace

base::Result<PictureInfo> lookAtRaster(std::span<const std::uint8_t> bytes, PictureFormat format) {
    const Image image = loadImage(bytes, format, 1);
    if (!image) {
        return broken();
    }
    PictureInfo info;
    info.format = format;
    info.width = vips_image_get_width(image.get());
    info.height = vips_image_get_height(image.get());
    info.orientation = orientationOf(bytes, format, image.get());
    const bool lies = info.orientation >= 5;
    info.displayWidth = lies ? info.height : info.width;
    info.displayHeight = lies ? info.width : info.height;
    return info;
}

base::Result<PictureInfo> admitRaster(std::span<const std::uint8_t> bytes, PictureFormat format) {
    auto info = lookAtRaster(bytes, format);
    if (info && static_cast<std::int64_t>(info->width) * info->height > mostPixels) {
        return base::refuse("picture-too-large", "The picture is " + std::to_string(info->width) + " x " +
                                                     std::to_string(info->height) +
                                                     " pixels. The most that can be shown is 300 million pixels: save "
                                                     "it smaller.");
    }
    return info;
}

base::Result<Image> openRaster(std::span<const std::uint8_t> bytes, const PictureInfo& info, double shrink) {
    const bool endless = info.format == PictureFormat::jpeg &&
                         hasEndlessScans(bytes, static_cast<std::int64_t>(info.width) * info.height);
    Image image = endless ? nullptr : loadImage(bytes, info.format, shrink);
    if (!image) {
        return broken();
    }
    return image;
}

base::Result<base::Bitmap> decodeRaster(std::span<const std::uint8_t> bytes, const PictureInfo& info, PixelSize size,
                                        const std::stop_token& stop) {
    const bool lies = info.orientation >= 5;
    const PixelSize stored = lies ? PixelSize{size.height, size.width} : size;
    const double shrink =
        std::min(static_cast<double>(info.width) / stored.width, static_cast<double>(info.height) / stored.height);
    auto opened = openRaster(bytes, info, std::max(1.0, shrink));
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    Image image = std::move(*opened);
    const KilledByStop killed(image.get(), stop);
    image = understood(std::move(image));
    if (image) {
        image = resized(std::move(image), stored.width, stored.height);
    }
    if (image) {
        image = inSrgb(std::move(image));
    }
    base::Bitmap bitmap{size.width, size.height, {}};
    const bool fits = image && vips_image_get_width(image.get()) == stored.width &&
                      vips_image_get_height(image.get()) == stored.height;
    bool painted = false;
    if (fits) {
        bitmap.rgba.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
        Canvas canvas{bitmap.rgba.data(), turning(info.orientation, stored.width, stored.height)};
        painted = vips_sink_disc(image.get(), &paintStrip, &canvas) == 0;
    }
    if (stop.stop_requested()) {
        vips_error_clear();
        return refuseStopped();
    }
    if (!painted) {
        return broken();
    }
    return bitmap;
}

} // namespace schacht::assets
