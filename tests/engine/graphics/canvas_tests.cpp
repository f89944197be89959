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
