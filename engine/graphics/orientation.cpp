#include "engine/graphics/orientation.hpp"

#include <algorithm>

namespace schacht::graphics {

std::optional<Orientation> orientationNamed(std::string_view name) {
    const auto* const found = std::find(orientationNames.begin(), orientationNames.end(), name);
    if (found == orientationNames.end()) {
        return std::nullopt;
    }
    return static_cast<Orientation>(found - orientationNames.begin() + 1);
}

Turn turnFor(Orientation wanted, base::Size window) {
    if (wanted == Orientation::asGiven) {
        return Turn::none;
    }
    const bool upright = wanted == Orientation::portrait || wanted == Orientation::portraitFlipped;
    const bool flipped = wanted == Orientation::landscapeFlipped || wanted == Orientation::portraitFlipped;
    if (upright == (window.height > window.width)) {
        return flipped ? Turn::half : Turn::none;
    }
    return flipped ? Turn::right : Turn::left;
}

base::Point onWindow(base::Point picture, Turn turn, base::Size page) {
    switch (turn) {
    case Turn::left:
        return {picture.y, page.width - picture.x};
    case Turn::half:
        return {page.width - picture.x, page.height - picture.y};
    case Turn::right:
        return {page.height - picture.y, picture.x};
    case Turn::none:
        break;
    }
    return picture;
}

base::Point onPage(base::Point window, Turn turn, base::Size page) {
    if (!quarter(turn)) {
        return onWindow(window, turn, page); // its own reverse
    }
    return onWindow(window, turn == Turn::left ? Turn::right : Turn::left, {page.height, page.width});
}

} // namespace schacht::graphics
