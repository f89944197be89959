#pragma once
#include <cstddef>
#include <functional>
#include <string>

namespace schacht::assets {

/// A picture at a size: the same request twice is the same work.
struct PictureRequest {
    std::string file; ///< path in the pack
    int width = 0;    ///< pixels to cover
    int height = 0;   ///< pixels to cover
    bool operator==(const PictureRequest&) const = default;
};

struct PictureRequestHash {
    [[nodiscard]] std::size_t operator()(const PictureRequest& request) const {
        const auto box = static_cast<std::size_t>(request.width) << 16 ^ static_cast<std::size_t>(request.height);
        return std::hash<std::string>{}(request.file) ^ box * 0x9E3779B97F4A7C15U;
    }
};

/// The request with both sides rounded up to the next of a few steps, so that boxes of nearly one size share one
/// decode, in memory and in the disk cache. The steps hold the sides of the usual screens (1920 x 1080 stays as it is,
/// so a picture over the whole screen is decoded at exactly that), and lie at most a half apart, a quarter above 256.
/// Rounding twice changes nothing. Sides outside 1..16384 become the nearest step.
[[nodiscard]] PictureRequest quantised(PictureRequest request);

} // namespace schacht::assets
