#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/direct_film.hpp"
#include "engine/graphics/film_texture.hpp"
#include "engine/stage/painter.hpp"
#include "engine/stage/trace.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace schacht::stage {

/// Brings a film's pictures to the painter. Which way they take to the screen is measured at the first picture of the
/// first film, and holds from then on. The window's thread.
class Projector {
public:
    /// Both outlive this.
    Projector(graphics::Canvas& onto, Painter& by) : canvas(onto), painter(by) {}

    /// The film has a new picture. size: how large the film should be shown; only its shape counts. The frame stays
    /// valid until the next call of this, keep() or stop().
    void show(const base::FilmFrame& frame, base::Size size, Trace& trace);
    /// Another film will come: the picture stays on the screen until its first one does.
    void keep() { painter.keepFilm(); }
    /// The film is over: its picture goes.
    void stop();
    /// What became of a frame. Once the film's pictures alone have come to the window for a while, what only drawing
    /// them needs is let go. True: just now, so memory can be given back to the system.
    [[nodiscard]] bool painted(Painted frame);

private:
    /// Makes what the film is drawn with.
    void prepare();

    graphics::Canvas& canvas;
    Painter& painter;
    std::optional<graphics::FilmWay> way;           // none: no film has been shown yet
    std::unique_ptr<graphics::FilmTexture> texture; // while there is a film
    std::unique_ptr<graphics::DirectFilm> direct;   // beside it; null where that way is not open here
    std::uint64_t pictures = 0;
    int alone = 0; // how many of the last frames were its pictures alone
};

} // namespace schacht::stage
