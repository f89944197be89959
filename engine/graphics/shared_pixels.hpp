#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <xcb/shm.h>
#include <xcb/xcb.h>

namespace schacht::graphics {

/// Pixels that the X server reads where they lie and copies into a window (MIT-SHM). The window's thread.
class SharedPixels {
public:
    /// None where the server shares no memory with this program, or the window's pixels are no blue, green and red
    /// bytes. The connection outlives this.
    [[nodiscard]] static std::unique_ptr<SharedPixels> of(xcb_connection_t* connection, xcb_window_t window);
    ~SharedPixels();
    SharedPixels(const SharedPixels&) = delete;
    SharedPixels& operator=(const SharedPixels&) = delete;

    /// Makes it so large, in pixels (> 0); what was in it is gone where it had another size. False: there is none now.
    [[nodiscard]] bool resize(int width, int height);
    /// Blue, green, red and a byte that says nothing; the upper row first, without gaps. Null: none.
    [[nodiscard]] std::uint8_t* pixels() const { return memory; }
    [[nodiscard]] int width() const { return across; }
    /// Asks the server to show the part at (fromX, fromY) with its corner at (x, y) in the window; it lies within.
    /// Until finish() it is being read. False where the server is gone.
    bool put(int fromX, int fromY, int width, int height, int x, int y);
    /// Waits until nothing of it is being read.
    void finish();

private:
    SharedPixels(xcb_connection_t* to, xcb_window_t of) : connection(to), window(of) {}
    void giveBack();

    xcb_connection_t* connection;
    xcb_window_t window;
    xcb_gcontext_t context = 0;
    std::uint8_t depth = 0; // bits
    xcb_shm_seg_t segment = 0;
    std::uint8_t* memory = nullptr;
    std::size_t bytes = 0;
    int across = 0; // pixels
    int down = 0;
    bool underWay = false; // the server has not yet said that it has read all
};

} // namespace schacht::graphics
