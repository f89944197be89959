#include "engine/graphics/canvas.hpp"

#include "engine/graphics/film_blit.hpp"
#include "engine/graphics/gl_canvas.hpp"
#include "engine/graphics/memory_canvas.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Window/VideoMode.hpp>
#include <X11/Xlib.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>

namespace schacht::graphics {

namespace {

bool displayThere() {
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr) {
        return false;
    }
    XCloseDisplay(display);
    return true;
}

/// A driver that draws has a node of its own. Asking OpenGL would load what draws in software: 50 MB and a tenth of a
/// second.
bool graphicsCardThere() {
    std::error_code none;
    if (std::filesystem::exists("/dev/nvidiactl", none)) {
        return true;
    }
    const std::filesystem::directory_iterator nodes("/dev/dri", none);
    return std::any_of(begin(nodes), end(nodes),
                       [](const auto& node) { return node.path().filename().string().starts_with("renderD"); });
}

std::unique_ptr<Canvas> openCanvas(const WindowOptions& options) {
    const bool fitting = options.renderer == Renderer::fitting;
    if (options.renderer == Renderer::opengl || (fitting && graphicsCardThere())) {
        auto canvas = GlCanvas::open(options);
        if (canvas != nullptr && !(fitting && canvas->software())) {
            return canvas;
        }
    }
    std::unique_ptr<Canvas> canvas = MemoryCanvas::open(options);
    return canvas != nullptr ? std::move(canvas) : GlCanvas::open(options);
}

} // namespace

std::optional<base::Size> screenSize() {
    if (!displayThere()) {
        return std::nullopt;
    }
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    return base::Size{static_cast<float>(desktop.width), static_cast<float>(desktop.height)};
}

base::Result<std::unique_ptr<Canvas>> Canvas::open(const WindowOptions& options) {
    if (!displayThere()) {
        const char* const named = std::getenv("DISPLAY");
        return base::refuse("no-display", "There is no screen to show the kiosk on: no X server answers at DISPLAY=" +
                                              std::string(named != nullptr ? named : "") + ".");
    }
    auto canvas = openCanvas(options);
    if (canvas == nullptr) {
        return base::refuse("no-graphics", "The kiosk's window cannot be opened: this X server has neither OpenGL nor "
                                           "shared memory (MIT-SHM).");
    }
    return canvas;
}

std::unique_ptr<FilmTexture> Canvas::film(FilmWay way) {
    return way == FilmWay::convert ? FilmBlit::create(*this) : nullptr;
}

bool Canvas::resized(int newWidth, int newHeight) {
    const base::Size size{static_cast<float>(newWidth), static_cast<float>(newHeight)};
    if (size == windowPixels) {
        return false;
    }
    windowPixels = size;
    turned = turnFor(orientation, size);
    if (!fit() && turned != Turn::none) {
        turned = Turn::none;
        (void)fit();
    }
    drawOn(nullptr);
    return true;
}

void Canvas::drawOn(Surface* next) {
    onto = next != nullptr ? next : page();
    aim();
    clip({});
}

void Canvas::clip(base::Rect box) {
    limits = box.empty() ? base::Rect{}
                         : base::Rect{std::floor(box.x), std::floor(box.y), std::ceil(box.right()) - std::floor(box.x),
                                      std::ceil(box.bottom()) - std::floor(box.y)};
    limit();
}

bool Canvas::save(const std::string& file) {
    const base::Bitmap bitmap = pixels();
    if (bitmap.rgba.empty()) {
        return false;
    }
    sf::Image image;
    image.create(static_cast<unsigned>(bitmap.width), static_cast<unsigned>(bitmap.height), bitmap.rgba.data());
    return image.saveToFile(file);
}

} // namespace schacht::graphics
