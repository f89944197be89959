#pragma once
#include "engine/assets/cover.hpp"
#include "engine/assets/tile.hpp"
#include "engine/base/units.hpp"

#include <vector>

/// Which tiles of a large picture are seen, and where. Pure functions.
namespace schacht::stage {

/// Returns the part of a picture that can be seen in a box, in the picture's pixels. The picture covers the box, or at
/// a zoom above 1 is that much larger; its focus is as near to the box's middle as the picture's edges allow. whole:
/// the picture's size in pixels. focus: shares of the picture's width and height.
[[nodiscard]] base::Rect shownPart(base::Size whole, base::Rect box, base::Point focus, float zoom);

/// Returns the size, in pixels, in which the whole of a picture is asked for that is looked at closely: the size in
/// which it fits on the screen. It does not depend on the zoom, so the same decoded picture serves every zoom.
[[nodiscard]] assets::PixelSize wholeWanted(base::Size whole, base::Size screen);

/// Whether tiles are needed because the whole picture, decoded at most as large as `wanted`, looks coarse when `part`
/// of it covers `box`. wanted: as wholeWanted() returned it. part: as shownPart() returned it.
[[nodiscard]] bool wantsTiles(base::Size whole, assets::PixelSize wanted, base::Rect part, base::Rect box);

struct TilePlace {
    assets::Tile tile;
    base::Rect box; ///< pixels of the screen, whole ones, so that neighbours meet without a seam
};

/// Returns the tiles that can be seen when `part` of a picture covers `box`, as far as `clip`. They are of the level
/// whose pixels are about as large as the screen's: 0.84 to 1.68 of them fall on one of the screen. None where nothing
/// is seen. whole: the picture's size in pixels. part: in the same pixels. box, clip: pixels of the screen.
[[nodiscard]] std::vector<TilePlace> tilesShown(base::Size whole, base::Rect part, base::Rect box, base::Rect clip);

/// What is drawn looks sharp where at least so many of its own pixels fall on one of the screen, along a line.
constexpr float sharpEnough = 0.84F;

} // namespace schacht::stage
