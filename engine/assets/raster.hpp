#pragma once
#include "engine/assets/cover.hpp"
#include "engine/assets/decode.hpp"

#include <cstdint>
#include <span>
#include <stop_token>

namespace schacht::assets {

/// Pictures made of pixels, by libvips. format: what the bytes begin as, and not svg. Code: "picture-broken".
[[nodiscard]] base::Result<PictureInfo> lookAtRaster(std::span<const std::uint8_t> bytes, PictureFormat format);

/// Decodes to `size` as shown, shrinking while loading where the format can. info: of the same bytes.
/// Codes: "picture-broken", "stopped".
[[nodiscard]] base::Result<base::Bitmap> decodeRaster(std::span<const std::uint8_t> bytes, const PictureInfo& info,
                                                      PixelSize size, const std::stop_token& stop);

} // namespace schacht::assets
