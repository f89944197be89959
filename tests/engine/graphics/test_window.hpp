#pragma once
#include "engine/graphics/canvas.hpp"
#include "tests/catch.hpp"
#include "tests/journeys/touchscreen.hpp"

#include <cstdlib>

namespace schacht::tests {

/// A window on a screen of its own; one for all tests, since both take their time.
inline graphics::Canvas& canvas() {
    static auto screen = Touchscreen::start(640, 480);
    REQUIRE(screen);
    setenv("DISPLAY", screen->display().c_str(), 1);
    static auto opened = graphics::Canvas::open({640, 480, "test"});
    REQUIRE(opened);
    return **opened;
}

/// What is on it.
inline sf::Image windowPicture() {
    sf::Texture copy;
    copy.create(640, 480);
    copy.update(canvas().window());
    return copy.copyToImage();
}

} // namespace schacht::tests
