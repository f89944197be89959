#include "engine/assets/decode.hpp"

#include "engine/assets/cover.hpp"
#include "engine/assets/drawing.hpp"
#include "engine/assets/picture_file.hpp"
#include "engine/assets/raster.hpp"
#include "engine/assets/sniff.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <new>
#include <string>
#include <vips/vips.h>

namespace schacht::assets {

namespace {

/// Of the loaders that libvips has, those that are used here, by the names of their base classes.
constexpr const char* wantedLoaders[] = {"VipsForeignLoadJpeg", "VipsForeignLoadPng",  "VipsForeignLoadTiff",
                                         "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadNsgif"};

bool initialiseVips() {
    if (VIPS_INIT("schacht") != 0) {
        vips_error_clear();
        return false;
    }
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char* loader : wantedLoaders) {
        vips_operation_block_set(loader, FALSE);
    }
    const auto quiet = [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {};
    g_log_set_handler("VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION),
                      quiet, nullptr);
    return true;
}

int pixels(double length) {
    return static_cast<int>(std::clamp(std::round(length), 1.0, double{std::numeric_limits<int>::max()}));
}

PictureInfo infoOf(const Drawing& drawing) {
    PictureInfo info;
    info.format = PictureFormat::svg;
    info.width = info.displayWidth = pixels(drawing.width());
    info.height = info.displayHeight = pixels(drawing.height());
    return info;
}

base::Result<PictureFormat> formatOf(std::span<const std::uint8_t> bytes) {
    if (auto started = startPictures(); !started) {
        return tl::unexpected(started.error());
    }
    if (const auto format = sniffPicture(bytes)) {
        return *format;
    }
    return base::refuse("picture-format", "This is no picture that can be shown. Save it as JPEG, PNG, WebP, TIFF, "
                                          "HEIF, AVIF, GIF or SVG.");
}

base::Result<base::Bitmap> decodeDrawing(std::span<const std::uint8_t> bytes, PixelSize box,
                                         const std::stop_token& stop) {
    const auto drawing = Drawing::create(bytes);
    if (!drawing) {
        return tl::unexpected(drawing.error());
    }
    if (stop.stop_requested()) {
        return refuseStopped();
    }
    return drawing->render(covering(drawing->width(), drawing->height(), box, true));
}

base::Result<base::Bitmap> decodePixels(std::span<const std::uint8_t> bytes, PictureFormat format, PixelSize box,
                                        const std::stop_token& stop) {
    const auto info = admitRaster(bytes, format);
    if (!info) {
        return tl::unexpected(info.error());
    }
    return decodeRaster(bytes, *info, covering(info->displayWidth, info->displayHeight, box, false), stop);
}

template <class Value>
base::Result<Value> at(const std::filesystem::path& file, base::Result<Value> result) {
    return std::move(result).map_error([&](base::Problem problem) {
        problem.location.file = file.string();
        return problem;
    });
}

} // namespace

base::Result<void> startPictures() {
    static std::once_flag once;
    static bool started = false;
    std::call_once(once, [] { started = initialiseVips(); });
    if (!started) {
        return base::refuse("pictures-unavailable", "The library that reads pictures (libvips) does not start on this "
                                                    "computer: install Schacht's packages again.");
    }
    return {};
}

std::string_view toString(PictureFormat format) {
    constexpr std::string_view names[] = {"jpeg", "png", "tiff", "webp", "heif", "avif", "gif", "svg"};
    return names[static_cast<std::size_t>(format)];
}

base::Result<PictureInfo> lookAtPicture(std::span<const std::uint8_t> bytes) {
    const auto format = formatOf(bytes);
    if (!format) {
        return tl::unexpected(format.error());
    }
    if (*format == PictureFormat::svg) {
        return Drawing::create(bytes).map(infoOf);
    }
    return lookAtRaster(bytes, *format);
}

base::Result<PictureInfo> lookAtPicture(const std::filesystem::path& file) {
    return at(file, readPictureFile(file).and_then([](const auto& bytes) { return lookAtPicture(std::span(bytes)); }));
}

base::Result<base::Bitmap> decodePicture(std::span<const std::uint8_t> bytes, int width, int height,
                                         const std::stop_token& stop) {
    try {
        const auto format = formatOf(bytes);
        if (!format) {
            return tl::unexpected(format.error());
        }
        if (stop.stop_requested()) {
            return refuseStopped();
        }
        const PixelSize box{std::clamp(width, 1, longestSide), std::clamp(height, 1, longestSide)};
        return *format == PictureFormat::svg ? decodeDrawing(bytes, box, stop)
                                             : decodePixels(bytes, *format, box, stop);
    } catch (const std::bad_alloc&) {
        return base::refuse("picture-too-large", "The picture does not fit into this computer's memory: save it "
                                                 "smaller.");
    }
}

base::Result<base::Bitmap> decodePicture(const std::filesystem::path& file, int width, int height,
                                         const std::stop_token& stop) {
    return at(file, readPictureFile(file).and_then(
                        [&](const auto& bytes) { return decodePicture(std::span(bytes), width, height, stop); }));
}

} // namespace schacht::assets
