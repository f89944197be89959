#pragma once
#include "engine/base/film_frame.hpp"
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/film_cover.hpp"
#include "engine/graphics/shared_pixels.hpp"

#include <memory>

namespace schacht::graphics {

/// Puts a film's pictures into the window past its canvas, from memory that the X server shares (MIT-SHM 1.2). Where
/// the processor draws, that spares the copies into a surface and onto the canvas: a third of what showing costs.
/// It has an X connection of its own, and the server serves two in whichever order it likes: what the canvas displayed
/// before is waited for. The window's thread.
class DirectFilm {
public:
    /// None where the X server is on another machine, or has its pixels otherwise than blue, green, red in 32 bits.
    /// canvas: outlives it.
    [[nodiscard]] static std::unique_ptr<DirectFilm> open(Canvas& canvas);
    ~DirectFilm();
    DirectFilm(const DirectFilm&) = delete;
    DirectFilm& operator=(const DirectFilm&) = delete;

    /// Shows the picture, pixel for pixel, its corner at (x, y) of the window, with `cover` over it, which is as large;
    /// null: nothing is. False where it cannot: the window is as it was. The frame may change afterwards.
    [[nodiscard]] bool show(const base::FilmFrame& frame, const FilmCover* cover, int x, int y);
    /// Returns when what was shown last is in the window. Call before the canvas shows something.
    void finish();

private:
    explicit DirectFilm(Canvas& below) : canvas(below) {}

    Canvas& canvas;
    xcb_connection_t* connection = nullptr;
    std::unique_ptr<SharedPixels> shared;
};

} // namespace schacht::graphics
