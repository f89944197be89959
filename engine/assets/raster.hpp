#pragma once
#include "engine/assets/cover.hpp"
#include "engine/assets/decode.hpp"
#include "engine/assets/vips_image.hpp"

#include <cstdint>
#include <span>
#include <stop_token>

namespace schacht::assets {

/// What a stop makes of any work on a picture.
[[nodiscard]] inline auto refuseStopped() {
    return base::refuse("stopped", "The picture is not wanted any more.");
}

/// Pictures made of pixels, by libvips. format: what the bytes begin as, and not svg. Code: "picture-broken".
[[nodiscard]] base::Result<PictureInfo> lookAtRaster(std::span<const std::uint8_t> bytes, PictureFormat format);

/// The same, of a picture that may be decoded. Code: also "picture-too-large" (more than 300 megapixels).
[[nodiscard]] base::Result<PictureInfo> admitRaster(std::span<const std::uint8_t> bytes, PictureFormat format);

/// The pipeline's source, as stored. info: of the same bytes, which outlive the image. shrink: as for loadImage().
[[nodiscard]] base::Result<Image> openRaster(std::span<const std::uint8_t> bytes, const PictureInfo& info,
                                             double shrink);

/// Decodes to `size` as shown, shrinking while loading where the format can. info: of the same bytes.
/// Codes: "picture-broken", "stopped".
[[nodiscard]] base::Result<base::Bitmap> decodeRaster(std::span<const std::uint8_t> bytes, const PictureInfo& info,
                                                      PixelSize size, const std::stop_token& stop);

} // namespace schacht::assets
