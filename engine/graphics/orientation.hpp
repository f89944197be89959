#pragma once
#include "engine/base/units.hpp"

#include <array>
#include <optional>
#include <string_view>

/// How the glass hangs, and the picture that is turned for it. Pure.
namespace schacht::graphics {

/// The names are those of the screen settings that staff know. A flipped one stands the other way up.
enum class Orientation { asGiven, landscape, portrait, landscapeFlipped, portraitFlipped };

/// What a configuration may name, in the order of the enumeration, without asGiven.
inline constexpr std::array<std::string_view, 4> orientationNames = {"landscape", "portrait", "landscape-flipped",
                                                                     "portrait-flipped"};

/// None where no orientation has that name.
[[nodiscard]] std::optional<Orientation> orientationNamed(std::string_view name);

/// Where the picture's upper edge lies in the window.
enum class Turn { none, left, half, right };

/// What a window of that shape has to do to look as wanted: nothing where it does already; a flipped one is turned by
/// half then. Portrait in a wide window is for a screen that hangs a quarter turn clockwise.
[[nodiscard]] Turn turnFor(Orientation wanted, base::Size window);

[[nodiscard]] constexpr bool quarter(Turn turn) {
    return turn == Turn::left || turn == Turn::right;
}

/// A point of the window as one of the picture. page: the picture's size, in the points' unit.
[[nodiscard]] base::Point onPage(base::Point window, Turn turn, base::Size page);
/// The reverse.
[[nodiscard]] base::Point onWindow(base::Point picture, Turn turn, base::Size page);

} // namespace schacht::graphics
