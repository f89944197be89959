#pragma once
#include "engine/base/units.hpp"

#include <cstdint>

namespace schacht::graphics {

/// A picture that is drawn on and shown later, of one canvas (Canvas::surface). Its pixels lie as those of the window
/// do: blue first, upper row first. The window's thread.
class Surface {
public:
    virtual ~Surface() = default;
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    [[nodiscard]] unsigned width() const { return across; }
    [[nodiscard]] unsigned height() const { return down; }
    /// Takes all its pixels from `picture`: blue, green, red, alpha; the upper row first.
    virtual void write(const std::uint8_t* picture) = 0;
    /// Its pixels in `part` (whole ones, within) to where they belong in a picture whose rows have `rowPixels` pixels:
    /// blue, green, red, alpha, each colour times its alpha where it was drawn on from clear.
    virtual void read(base::Rect part, std::uint8_t* picture, int rowPixels) const = 0;

protected:
    Surface(unsigned width, unsigned height) : across(width), down(height) {}

private:
    unsigned across; // pixels
    unsigned down;
};

} // namespace schacht::graphics
