#include "engine/graphics/surface.hpp"
#include "engine/graphics/texture.hpp"

#include "tests/catch.hpp"
#include "tests/engine/graphics/test_window.hpp"

using namespace schacht;
using namespace schacht::graphics;
using tests::canvas;
using tests::windowPicture;

TEST_CASE("a flat shape that is drawn after words came into memory is whole", "[display]") {
    const Stop white{0, {255, 255, 255}};
    base::Bitmap nothing; // all of it shines through
    nothing.width = nothing.height = 64;
    nothing.rgba.assign(std::size_t{64} * 64 * 4, 0);
    canvas().drawOn(nullptr);
    canvas().clear({0, 0, 255});
    canvas().linear({100, 0, 50, 50}, 0, {&white, 1}, 1); // SFML knows now that no texture is bound
    SECTION("as coverage") {
        const auto words = Texture::coverage(nothing);
        REQUIRE(words);
        canvas().linear({0, 0, 100, 100}, 0, {&white, 1}, 1);
        CHECK(windowPicture().getPixel(50, 50) == sf::Color::White);
    }
    SECTION("as a picture") {
        const auto picture = Texture::from(nothing);
        REQUIRE(picture);
        canvas().linear({0, 0, 100, 100}, 0, {&white, 1}, 1);
        CHECK(windowPicture().getPixel(50, 50) == sf::Color::White);
    }
    SECTION("as a surface") {
        const auto surface = Surface::create(64, 64);
        REQUIRE(surface);
        canvas().drawOn(nullptr);
        canvas().linear({0, 0, 100, 100}, 0, {&white, 1}, 1);
        CHECK(windowPicture().getPixel(50, 50) == sf::Color::White);
    }
}

TEST_CASE("a picture with a radius is cut at its corners, sharp along its sides and whole within", "[display]") {
    canvas().drawOn(nullptr); // opens the window, without which there are no textures
    base::Bitmap red;
    red.width = red.height = 64;
    for (int pixel = 0; pixel < 64 * 64; ++pixel) {
        red.rgba.insert(red.rgba.end(), {255, 0, 0, 255});
    }
    const auto picture = Texture::from(red);
    REQUIRE(picture);
    canvas().clear({0, 0, 255});
    canvas().picture(*picture, {20, 20, 64, 64}, {0, 0, 64, 64}, {255, 255, 255}, 12);
    const auto shown = windowPicture();
    CHECK(shown.getPixel(21, 21) == sf::Color::Blue);
    CHECK(shown.getPixel(82, 82) == sf::Color::Blue);
    CHECK(shown.getPixel(20, 50) == sf::Color::Red);
    CHECK(shown.getPixel(83, 50) == sf::Color::Red);
    CHECK(shown.getPixel(19, 50) == sf::Color::Blue);
    CHECK(shown.getPixel(50, 50) == sf::Color::Red);
}
