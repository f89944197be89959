#pragma once
#include "engine/base/units.hpp"

#include <optional>
#include <string>

namespace schacht::stage {

/// The glass, as the view lays out on it.
struct Screen {
    base::Size size;               ///< millimetres of layout
    float pixelsPerMillimetre = 1; ///< of layout
    [[nodiscard]] bool portrait() const { return size.height > size.width; }
};

/// The screen's diagonal in inches, as its EDID says (VESA E-EDID 1.4, first detailed timing); none where no monitor
/// says so.
[[nodiscard]] std::optional<float> diagonalFromEdid();

/// pixels: of the window, > 0. diagonal: inches of the glass.
/// A millimetre of layout is one on the glass where the long side has 700 to 900 of them (32 to 40 inch at 16:9); on
/// smaller glass everything shrinks so that it fits, on larger it grows so that it does not get lost.
[[nodiscard]] Screen screenFor(int widthPixels, int heightPixels, float diagonal);

/// What is taken where nobody says how large the glass is.
constexpr float usualDiagonal = 32;

} // namespace schacht::stage
