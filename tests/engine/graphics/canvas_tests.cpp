#include "engine/graphics/canvas.hpp"

#include "engine/graphics/gl_texture.hpp"
#include "engine/graphics/outline.hpp"

#include "tests/catch.hpp"
#include "tests/engine/graphics/test_window.hpp"

#include <cstdlib>
#include <limits>

using namespace schacht;
using namespace schacht::graphics;
using tests::canvas;
using tests::windowPicture;

TEST_CASE("a flat shape that is drawn after words came into memory is whole", "[display]") {
    WITH_EACH_RENDERER;
    const GradientStop white{0, {255, 255, 255}};
    base::Bitmap nothing; // all of it shines through
    nothing.width = nothing.height = 64;
    nothing.rgba.assign(std::size_t{64} * 64 * 4, 0);
    canvas().drawOn(nullptr);
    canvas().clear({0, 0, 255});
    canvas().linear({100, 0, 50, 50}, 0, {&white, 1}, 1); // SFML knows now that no texture is bound
    SECTION("as coverage") {
        const auto words = canvas().coverage(nothing);
        REQUIRE(words);
        canvas().linear({0, 0, 100, 100}, 0, {&white, 1}, 1);
        CHECK(windowPicture().getPixel(50, 50) == sf::Color::White);
    }
    SECTION("as a picture") {
        const auto picture = canvas().texture(nothing);
        REQUIRE(picture);
        canvas().linear({0, 0, 100, 100}, 0, {&white, 1}, 1);
        CHECK(windowPicture().getPixel(50, 50) == sf::Color::White);
    }
    SECTION("as a surface") {
        const auto surface = canvas().surface(64, 64);
        REQUIRE(surface);
        canvas().drawOn(nullptr);
        canvas().linear({0, 0, 100, 100}, 0, {&white, 1}, 1);
        CHECK(windowPicture().getPixel(50, 50) == sf::Color::White);
    }
}

TEST_CASE("a picture with a radius is cut at its corners, sharp along its sides and whole within", "[display]") {
    WITH_EACH_RENDERER;
    base::Bitmap red;
    red.width = red.height = 64;
    for (int pixel = 0; pixel < 64 * 64; ++pixel) {
        red.rgba.insert(red.rgba.end(), {255, 0, 0, 255});
    }
    const auto picture = canvas().texture(red);
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

TEST_CASE("what cannot be drawn keeps nothing else from being drawn", "[display]") {
    WITH_EACH_RENDERER;
    base::Bitmap white{8, 8, std::vector<std::uint8_t>(std::size_t{8} * 8 * 4, 255)};
    const auto picture = canvas().texture(white);
    const auto surface = canvas().surface(8, 8);
    REQUIRE(picture);
    REQUIRE(surface);
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    canvas().clear({0, 0, 255});
    for (const base::Rect box : {base::Rect{}, base::Rect{10, 10, 1e-30F, 20}, base::Rect{nan, 0, nan, 10},
                                 base::Rect{-1e30F, 10, 1e30F, 10}, base::Rect{10, 10, 1e-4F, 1e-4F}}) {
        canvas().picture(*picture, box, {0, 0, 8, 8}, {255, 255, 255}, 0);
        canvas().picture(*picture, box, {0, 0, 8, 8}, {255, 255, 255, 100}, 4);
        canvas().scaled(*surface, box, 0.5F);
        canvas().shape(roundedOutline(box, 3), {255, 255, 255});
        canvas().radial(box, box.centre(), {box.width, 0}, std::vector<GradientStop>{{0, {1, 2, 3}}, {1, {1, 2, 3}}}, 1,
                        true);
    }
    canvas().picture(*picture, {100, 100, 80, 80}, {0, 0, 0, 8}, {255, 255, 255});
    canvas().boxes(std::vector<base::Rect>{{100, 100, 80, 80}}, {255, 0, 0});
    canvas().picture(*picture, {200, 100, 80, 80}, {0, 0, 8, 8}, {255, 255, 255});
    const auto shown = windowPicture();
    CHECK(shown.getPixel(140, 140) == sf::Color::Red);
    CHECK(shown.getPixel(240, 140) == sf::Color::White);
}

TEST_CASE("words without what is empty of them look as they do with it, at any size", "[display]") {
    WITH_EACH_RENDERER;
    canvas().drawOn(nullptr);
    base::Bitmap lines; // two of them, and a dot between that belongs to the second
    lines.width = 60;
    lines.height = 40;
    lines.rgba.assign(std::size_t{60} * 40 * 4, 0);
    const auto ink = [&](int x, int y, std::uint8_t alpha) {
        lines.rgba[4 * static_cast<std::size_t>(y * lines.width + x) + 3] = alpha;
    };
    for (int x = 3; x < 57; ++x) {
        for (int y : {0, 1, 5, 6, 27, 28, 39}) {
            ink(x, y, static_cast<std::uint8_t>(60 + 3 * x));
        }
    }
    ink(59, 25, 255);
    const auto words = canvas().coverage(lines);
    REQUIRE(words);
    if (const auto* const held = dynamic_cast<const GlTexture*>(words.get())) {
        CHECK(held->inked() == std::vector<base::Rect>{{2, 0, 56, 8}, {2, 24, 58, 6}, {2, 38, 56, 2}});
    }
    for (const base::Rect box : {base::Rect{20, 20, 60, 40}, base::Rect{20.5F, 30.25F, 100, 66.7F}}) {
        canvas().clear({0, 0, 60});
        canvas().words(*words, box, {255, 200, 100});
        const auto shown = windowPicture();
        canvas().clear({0, 0, 60});
        canvas().picture(*words, box, {0, 0, 60, 40}, {255, 200, 100});
        const auto whole = windowPicture();
        int differ = 0;
        for (unsigned y = 0; y < 120; ++y) {
            for (unsigned x = 0; x < 140; ++x) {
                const auto a = shown.getPixel(x, y);
                const auto b = whole.getPixel(x, y);
                differ += std::abs(a.r - b.r) > 1 || std::abs(a.g - b.g) > 1 || std::abs(a.b - b.b) > 1 ? 1 : 0;
            }
        }
        CHECK(differ == 0);
    }
}
