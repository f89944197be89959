#pragma once
#include <cstdint>
#include <span>

namespace schacht::assets {

/// The EXIF orientation in a PNG's eXIf chunk (PNG 3, 11.3.4.5), which libvips 8.14 does not read; 1 where there is
/// none, or none in 1..8. Pure; any thread.
[[nodiscard]] int pngOrientation(std::span<const std::uint8_t> bytes);

} // namespace schacht::assets
