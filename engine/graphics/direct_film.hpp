#pragma once
#include "engine/base/film_frame.hpp"
#include "engine/graphics/film_cover.hpp"

#include <SFML/Window/WindowHandle.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>

struct xcb_connection_t;

namespace schacht::graphics {

/// Puts a film's pictures into the window past OpenGL, from memory that the X server shares (MIT-SHM 1.2). Where the
/// processor draws, that spares the copies into a texture and into the window's back: a third of what showing costs.
/// It has an X connection of its own. The window's thread.
class DirectFilm {
public:
    /// None where the X server is on another machine, or has its pixels otherwise than blue, green, red in 32 bits.
    [[nodiscard]] static std::unique_ptr<DirectFilm> open(sf::WindowHandle window);
    ~DirectFilm();
    DirectFilm(const DirectFilm&) = delete;
    DirectFilm& operator=(const DirectFilm&) = delete;

    /// Shows the picture, pixel for pixel, its corner at (x, y) of the window, with `cover` over it, which is as large;
    /// null: nothing is. False where it cannot: the window is as it was. The frame may change afterwards.
    [[nodiscard]] bool show(const base::FilmFrame& frame, const FilmCover* cover, int x, int y);
    /// Returns when what was shown last is in the window. Call before OpenGL shows something.
    void finish();

private:
    DirectFilm() = default;
    /// Memory for so many bytes, shared. False where there is none.
    [[nodiscard]] bool makeRoom(std::size_t wanted);
    void giveBack();

    xcb_connection_t* connection = nullptr;
    std::uint32_t window = 0;
    std::uint32_t context = 0; // of drawing, as X names it
    std::uint8_t depth = 0;    // bits
    std::uint32_t segment = 0;
    std::uint8_t* memory = nullptr;
    std::size_t bytes = 0;
    bool underWay = false; // the server may still read what was put last
};

} // namespace schacht::graphics
