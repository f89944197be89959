#pragma once
#include "engine/graphics/canvas.hpp"

#include <deque>
#include <memory>
#include <xcb/xcb.h>

namespace schacht::graphics {

/// A window that nothing draws in yet, on an X connection of its own: SFML 2.5 has none without OpenGL. The window's
/// thread.
class X11Window {
public:
    /// None where the X server does not answer. It is on the screen when this returns.
    [[nodiscard]] static std::unique_ptr<X11Window> open(const WindowOptions& options);
    ~X11Window();
    X11Window(const X11Window&) = delete;
    X11Window& operator=(const X11Window&) = delete;

    [[nodiscard]] xcb_connection_t* connection() const { return server; }
    [[nodiscard]] xcb_window_t id() const { return window; }
    [[nodiscard]] base::Size size() const { return pixels; }
    [[nodiscard]] WindowNews collect();
    /// An answer of the server brought news with it, which is no longer on the connection.
    [[nodiscard]] bool pending();

private:
    explicit X11Window(xcb_connection_t* connection) : server(connection) {}
    void create(const WindowOptions& options);
    void describe(const WindowOptions& options);
    void show();
    void hidePointer();
    void hear(const xcb_generic_event_t& event, WindowNews& news);
    [[nodiscard]] xcb_atom_t atom(const char* name);
    void set(xcb_atom_t property, xcb_atom_t type, std::initializer_list<std::uint32_t> values);
    [[nodiscard]] bool managed();

    xcb_connection_t* server;
    const xcb_screen_t* screen = nullptr;
    xcb_window_t window = 0;
    xcb_atom_t protocols = 0;
    xcb_atom_t close = 0;
    base::Size pixels;
    bool mapped = false;
    std::deque<xcb_generic_event_t*> read; // ours to free
};

} // namespace schacht::graphics
