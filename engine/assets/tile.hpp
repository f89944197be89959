#pragma once

namespace schacht::assets {

/// A square of a picture at one of its sizes: each level is half as large as the one before, 0 is the largest.
struct Tile {
    int level = 0;
    int column = 0;
    int row = 0;
    bool operator==(const Tile&) const = default;
};

inline constexpr int tileSide = 512; ///< pixels; the last of a row or column may be smaller

} // namespace schacht::assets
