#pragma once
#include "engine/graphics/canvas.hpp"
#include "tests/catch.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <array>

namespace schacht::tests {

/// What a visitor sees of a window: the X server's own pixels, whoever put them there.
class SeenPixels {
public:
    explicit SeenPixels(graphics::Canvas& canvas) : display(XOpenDisplay(nullptr)) {
        REQUIRE(display != nullptr);
        canvas.finish(); // the server serves this connection and the canvas's in whichever order it likes
        XWindowAttributes window{};
        REQUIRE(XGetWindowAttributes(display, canvas.window(), &window) != 0);
        image = XGetImage(display, canvas.window(), 0, 0, static_cast<unsigned>(window.width),
                          static_cast<unsigned>(window.height), AllPlanes, ZPixmap);
        REQUIRE(image != nullptr);
    }
    ~SeenPixels() {
        XDestroyImage(image);
        XCloseDisplay(display);
    }
    SeenPixels(const SeenPixels&) = delete;
    SeenPixels& operator=(const SeenPixels&) = delete;

    /// Red, green, blue.
    [[nodiscard]] std::array<int, 3> at(int x, int y) const {
        const unsigned long pixel = XGetPixel(image, x, y);
        return {static_cast<int>(pixel >> 16U & 255U), static_cast<int>(pixel >> 8U & 255U),
                static_cast<int>(pixel & 255U)};
    }

private:
    Display* display;
    XImage* image = nullptr;
};

} // namespace schacht::tests
