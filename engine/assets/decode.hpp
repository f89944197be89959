#pragma once
#include "engine/base/bitmap.hpp"
#include "engine/base/problem.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

/// Decoding pictures: libvips for what is made of pixels, librsvg for drawings (libvips renders those in tiles, each
/// with the whole drawing's filters, and only within a thousandth of their own size). Every function here: any thread
/// but the one that owns the window.
namespace schacht::assets {

/// Starts libvips for this process: no more than one of its own threads an operation, its operation cache off, every
/// loader blocked but those of the formats below, its warnings silent. Call it before any other function here; cheap
/// when repeated. Code: "pictures-unavailable".
[[nodiscard]] base::Result<void> startPictures();

enum class PictureFormat { jpeg, png, tiff, webp, heif, avif, gif, svg };

/// "jpeg", "png" and so on.
[[nodiscard]] std::string_view toString(PictureFormat format);

/// What a picture file is, from its content; the pixels are not decoded. A drawing's size is the one it asks for, at
/// 96 dots an inch, or its viewBox.
struct PictureInfo {
    PictureFormat format = PictureFormat::jpeg;
    int width = 0;         ///< as stored
    int height = 0;        ///< as stored
    int orientation = 1;   ///< EXIF, 1..8; absent or out of range: 1; HEIF and AVIF: 1, their own turning is done
    int displayWidth = 0;  ///< as shown
    int displayHeight = 0; ///< as shown
};

/// Codes: "picture-missing", "picture-unreadable", "picture-too-large" (more than 512 MB), "picture-format" (nothing
/// that is shown here), "picture-broken" (the header cannot be read). The problem's place is the file.
[[nodiscard]] base::Result<PictureInfo> lookAtPicture(const std::filesystem::path& file);
/// The same of a file's bytes; the problem has no place.
[[nodiscard]] base::Result<PictureInfo> lookAtPicture(std::span<const std::uint8_t> bytes);

/// Decodes a picture, turned as EXIF says, as sRGB, so that it covers width x height pixels without more: the smallest
/// size of the same shape with both sides at least that (never larger than stored, save drawings, and never more than
/// 16384 a side). width, height: 1..16384. Of several pictures in a file, the first.
///
/// Codes: those above; "picture-broken" also where the pixels are cut off or damaged so that their decoder notices: a
/// picture is valid when it decodes to its end. A picture of more than 300 megapixels is refused as "picture-too-large"
/// without being decoded. A stop gives "stopped": soon for pixels, a drawing is finished first.
///
/// Nothing outside the file is read: a drawing's links to other files and to the network stay empty.
[[nodiscard]] base::Result<base::Bitmap> decodePicture(const std::filesystem::path& file, int width, int height,
                                                       const std::stop_token& stop = {});
/// The same of a file's bytes; the problem has no place.
[[nodiscard]] base::Result<base::Bitmap> decodePicture(std::span<const std::uint8_t> bytes, int width, int height,
                                                       const std::stop_token& stop = {});

} // namespace schacht::assets
