#pragma once
#include "engine/base/units.hpp"
#include "engine/graphics/film_conversion.hpp"
#include "engine/graphics/surface.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace schacht::graphics {

/// Lays `count` pixels of `over` (blue, green, red, alpha; premultiplied) over those of `pixels` (blue, green, red,
/// anything), rounded to the nearest. All instructions give the same result, bit for bit. Any thread.
void layOver(const std::uint8_t* over, std::uint8_t* pixels, int count, FilmInstructions how = bestFilmInstructions());

/// What stands over a film's picture, as pixels in memory: words, controls and the shadow behind them. The window's
/// thread.
class FilmCover {
public:
    /// Clear everywhere. Pixels, > 0.
    FilmCover(int width, int height);

    [[nodiscard]] int width() const { return across; }
    [[nodiscard]] int height() const { return static_cast<int>(rows.size()); }
    /// Takes `part` of `surface` over (whole pixels, within), which was drawn on from clear and stands with its corner
    /// at (x, y).
    void read(const Surface& surface, base::Rect part, int x = 0, int y = 0);
    /// Lays its row `y` over a row of as many pixels: blue, green, red, anything.
    void layRow(int y, std::uint8_t* row) const;

private:
    struct Span {
        int from = 0;
        int to = 0; ///< not itself; as `from`: nothing is there
    };
    int across;
    /// Blue, green, red, alpha; premultiplied. What is never read takes no memory.
    std::unique_ptr<std::uint8_t, void (*)(void*)> pixels;
    std::vector<Span> rows; // outside of it a row is clear
};

} // namespace schacht::graphics
