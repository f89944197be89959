#pragma once
#include "engine/assets/cover.hpp"
#include "engine/assets/tile.hpp"
#include "engine/base/units.hpp"

#include <vector>

/// Which tiles of a large picture are seen, and where: pure.
namespace schacht::stage {

/// What of a picture of `whole` shows when it covers `box` with its focus (shares of it) in sight; in the units of
/// `whole`. zoom: from 1, how much nearer than covering the box.
[[nodiscard]] base::Rect shownPart(base::Size whole, base::Rect box, base::Point focus, float zoom);

/// How large the whole of a picture that is looked at closely is asked for, in pixels: as it fits on the screen, so
/// that it is the same picture however near one looks.
[[nodiscard]] assets::PixelSize wholeWanted(base::Size whole, base::Size screen);

/// Whether the whole, which comes as large as `wanted` and never larger than the picture, is too coarse where `part` of
/// the picture covers `box`: not before one looks nearer, also while the whole has not come.
[[nodiscard]] bool wantsTiles(base::Size whole, assets::PixelSize wanted, base::Rect part, base::Rect box);

struct TilePlace {
    assets::Tile tile;
    base::Rect box; ///< pixels of the screen, whole ones: neighbours meet without a seam
};

/// The tiles that `clip` shows of a picture that covers `box` (both pixels of the screen), at the level whose pixels
/// are about as small as the screen's: from five sixths of them to one and two thirds. whole: the picture's pixels.
/// part: what of it covers the box, in those. None where nothing is seen.
[[nodiscard]] std::vector<TilePlace> tilesShown(base::Size whole, base::Rect part, base::Rect box, base::Rect clip);

/// How much smaller than a pixel of the screen the pixels of something may be and still look sharp.
constexpr float sharpEnough = 0.84F;

} // namespace schacht::stage
