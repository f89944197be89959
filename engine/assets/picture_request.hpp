#pragma once
#include "engine/assets/tile.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace schacht::assets {

/// A picture at a size, or a part of one that is looked at closely: the same request twice is the same work.
struct PictureRequest {
    enum class Part {
        whole,
        size, ///< of what tiles are cut from (sizeInTiles): what comes has a width and a height, and no pixels
        cut,  ///< into tiles, ready to be asked for: what comes has no pixels
        tile
    };
    std::string file; ///< path in the pack
    int width = 0;    ///< pixels to cover; of the whole
    int height = 0;   ///< pixels to cover; of the whole
    Part part = Part::whole;
    Tile tile{};
    bool operator==(const PictureRequest&) const = default;
};

struct PictureRequestHash {
    [[nodiscard]] std::size_t operator()(const PictureRequest& request) const {
        const auto box = static_cast<std::size_t>(request.width) << 16 ^ static_cast<std::size_t>(request.height);
        const auto place =
            static_cast<std::size_t>(request.part) << 48 ^ static_cast<std::size_t>(request.tile.level) << 40 ^
            static_cast<std::size_t>(request.tile.column) << 20 ^ static_cast<std::size_t>(request.tile.row);
        return std::hash<std::string>{}(request.file) ^ (box ^ place) * 0x9E3779B97F4A7C15U;
    }
};

/// The request with both sides rounded up to the next of a few steps, so that boxes of nearly one size share one
/// decode, in memory and in the disk cache. The steps hold the sides of the usual screens (1920 x 1080 stays as it is,
/// so a picture over the whole screen is decoded at exactly that), and lie at most a half apart, a quarter above 256.
/// Rounding twice changes nothing. Sides outside 1..16384 become the nearest step.
/// Parts stay as they are.
[[nodiscard]] PictureRequest quantised(PictureRequest request);

} // namespace schacht::assets
