#include "engine/stage/close_look.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::stage {

base::Rect shownPart(base::Size whole, base::Rect box, base::Point focus, float zoom) {
    const float shrink = std::min(whole.width / box.width, whole.height / box.height) / zoom;
    const float width = box.width * shrink;
    const float height = box.height * shrink;
    return {std::clamp(focus.x * whole.width - width / 2, 0.0F, whole.width - width),
            std::clamp(focus.y * whole.height - height / 2, 0.0F, whole.height - height), width, height};
}

assets::PixelSize wholeWanted(base::Size whole, base::Size screen) {
    const base::Size fits = base::fitting(whole, screen);
    const auto pixels = [](float side) { return std::max(1, static_cast<int>(std::ceil(side))); };
    return {pixels(fits.width), pixels(fits.height)};
}

bool wantsTiles(base::Size whole, assets::PixelSize wanted, base::Rect part, base::Rect box) {
    const float drawn = static_cast<float>(wanted.width) / whole.width; // its pixels to one of the picture
    return drawn < 1 && drawn * part.width / box.width < sharpEnough;
}

std::vector<TilePlace> tilesShown(base::Size whole, base::Rect part, base::Rect box, base::Rect clip) {
    std::vector<TilePlace> out;
    const base::Rect seen = box.intersected(clip);
    if (seen.empty() || box.empty() || part.empty()) {
        return out;
    }
    const float across = part.width / box.width; // the picture's pixels to one of the screen
    const float down = part.height / box.height;
    const auto smallest = static_cast<int>(std::log2(std::max(std::max(whole.width, whole.height), 1.0F)));
    const int level =
        std::clamp(static_cast<int>(std::floor(std::log2(std::max(across / sharpEnough, 1.0F)))), 0, smallest);
    const auto size = [level](float length) { return std::max(static_cast<int>(length) >> level, 1); };
    const int columns = (size(whole.width) + assets::tileSide - 1) / assets::tileSide;
    const int rows = (size(whole.height) + assets::tileSide - 1) / assets::tileSide;
    const auto side = static_cast<float>(assets::tileSide << level); // of a tile, in the whole picture's pixels
    const auto first = [side](float from) { return std::max(static_cast<int>(std::floor(from / side)), 0); };
    const auto last = [side](float to, int count) {
        return std::min(static_cast<int>(std::ceil(to / side)), count) - 1;
    };
    const base::Point from{part.x + (seen.x - box.x) * across, part.y + (seen.y - box.y) * down};
    const base::Point to{from.x + seen.width * across, from.y + seen.height * down};
    const auto x = [&](float at) { return std::round(box.x + (at - part.x) / across); };
    const auto y = [&](float at) { return std::round(box.y + (at - part.y) / down); };
    for (int row = first(from.y); row <= last(to.y, rows); ++row) {
        for (int column = first(from.x); column <= last(to.x, columns); ++column) {
            // halving drops an odd row or column: the last tile reaches to the edge
            const float left = x(side * static_cast<float>(column));
            const float top = y(side * static_cast<float>(row));
            const float right = column + 1 == columns ? x(whole.width) : x(side * static_cast<float>(column + 1));
            const float bottom = row + 1 == rows ? y(whole.height) : y(side * static_cast<float>(row + 1));
            if (right > left && bottom > top) {
                out.push_back({{level, column, row}, {left, top, right - left, bottom - top}});
            }
        }
    }
    return out;
}

} // namespace schacht::stage
