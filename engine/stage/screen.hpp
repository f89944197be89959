#pragma once
#include "engine/base/units.hpp"

#include <optional>
#include <string>

namespace schacht::stage {

/// The glass, as a view lays out on it.
struct Screen {
    base::Size size;               ///< millimetres of layout
    float pixelsPerMillimetre = 1; ///< pixels in a millimetre of layout
    [[nodiscard]] bool portrait() const { return size.height > size.width; }
};

/// Returns the screen's diagonal in inches, as its EDID says (VESA E-EDID 1.4, first detailed timing). None where no
/// monitor says so.
[[nodiscard]] std::optional<float> diagonalFromEdid();

/// Returns the layout's size on a window of so many pixels (> 0) on a glass of this diagonal (inches, > 0).
/// Where the glass's long side is 700 to 900 mm (32 to 40 inches at 16:9), a millimetre of layout is a millimetre of
/// glass. On smaller glass everything shrinks so that it fits; on larger glass it grows so that it does not get lost.
[[nodiscard]] Screen screenFor(int widthPixels, int heightPixels, float diagonal);

/// Inches, where neither the configuration nor the screen says how large the glass is.
constexpr float usualDiagonal = 32;

} // namespace schacht::stage
