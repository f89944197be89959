#pragma once
#include "engine/base/bitmap.hpp"
#include "engine/base/problem.hpp"

#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>

/// Decoding pictures with libvips. Every function here: any thread but the one that owns the window.
namespace schacht::assets {

/// Starts libvips for this process: no more than one of its own threads an operation, its operation cache off,
/// its untrusted loaders blocked, its warnings silent. Call once, before any other function here; cheap when repeated.
[[nodiscard]] base::Result<void> startPictures();

enum class PictureFormat { jpeg, png, tiff, webp, heif, avif, gif, svg };

[[nodiscard]] std::string_view toString(PictureFormat format);

/// What a picture file is, from its content; the pixels are not decoded.
struct PictureInfo {
    PictureFormat format = PictureFormat::jpeg;
    int width = 0;         ///< as stored
    int height = 0;        ///< as stored
    int orientation = 1;   ///< EXIF, 1..8; 1 for HEIF and AVIF
    int displayWidth = 0;  ///< as shown
    int displayHeight = 0; ///< as shown
};
[[nodiscard]] base::Result<PictureInfo> lookAtPicture(const std::filesystem::path& file);

/// Decodes a picture, turned as EXIF says, as sRGB, so that it covers width x height pixels without more: the smallest
/// size of the same shape with both sides at least that (never larger than stored, save vector drawings).
/// width, height: 1..16384. Codes: "picture-unreadable", "picture-broken", "picture-too-large", "picture-format".
/// A picture of more than 300 megapixels is refused without being decoded. A stop gives "stopped".
[[nodiscard]] base::Result<base::Bitmap> decodePicture(const std::filesystem::path& file, int width, int height,
                                                       const std::stop_token& stop = {});

} // namespace schacht::assets
