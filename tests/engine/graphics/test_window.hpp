#pragma once
#include "engine/graphics/canvas.hpp"
#include "tests/catch.hpp"
#include "tests/journeys/touchscreen.hpp"

#include <SFML/Graphics/Image.hpp>
#include <cstdlib>
#include <map>

namespace schacht::tests {

/// A window on a screen of its own, which this renderer draws in; one for all tests, since both take their time.
inline graphics::Canvas& canvasOf(graphics::Renderer renderer) {
    static std::map<graphics::Renderer, std::unique_ptr<Touchscreen>> screens;
    static std::map<graphics::Renderer, std::unique_ptr<graphics::Canvas>> canvases;
    auto& screen = screens[renderer];
    auto& window = canvases[renderer];
    if (window == nullptr) {
        auto started = Touchscreen::start(640, 480);
        REQUIRE(started);
        screen = std::make_unique<Touchscreen>(std::move(*started));
        setenv("DISPLAY", screen->display().c_str(), 1);
        auto opened = graphics::Canvas::open({.width = 640, .height = 480, .title = "test", .renderer = renderer});
        REQUIRE(opened);
        window = std::move(*opened);
    }
    setenv("DISPLAY", screen->display().c_str(), 1);
    return *window;
}

/// The one that is tested now.
inline graphics::Canvas*& canvasNow() {
    static graphics::Canvas* now = nullptr;
    return now;
}
inline graphics::Canvas& canvas() {
    REQUIRE(canvasNow() != nullptr);
    return *canvasNow();
}

/// What stands below is tested with this renderer.
inline void drawWith(graphics::Renderer renderer) {
    canvasNow() = &canvasOf(renderer);
    canvas().drawOn(nullptr);
}

/// What stands below is tested with each renderer.
#define WITH_EACH_RENDERER                                                                                             \
    const auto renderer = GENERATE(schacht::graphics::Renderer::opengl, schacht::graphics::Renderer::processor);       \
    schacht::tests::drawWith(renderer);                                                                                \
    INFO("drawn by " << schacht::tests::canvas().renderer())

/// What is on it.
inline sf::Image windowPicture() {
    const base::Bitmap pixels = canvas().pixels();
    sf::Image image;
    image.create(640, 480, pixels.rgba.data());
    return image;
}

} // namespace schacht::tests
