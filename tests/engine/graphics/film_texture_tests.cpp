#include "engine/graphics/film_texture.hpp"

#include "engine/graphics/film_conversion.hpp"
#include "tests/catch.hpp"
#include "tests/engine/graphics/test_window.hpp"

#include <cmath>
#include <malloc.h>
#include <vector>

using namespace schacht;
using namespace schacht::graphics;
using tests::canvas;
using tests::drawWith;
using tests::windowPicture;

namespace {

/// 64 x 48: its left half dark grey, its right half light, its lower half reddish.
struct Picture {
    std::vector<std::uint8_t> y = std::vector<std::uint8_t>(64 * 48);
    std::vector<std::uint8_t> u = std::vector<std::uint8_t>(32 * 24, 128);
    std::vector<std::uint8_t> v = std::vector<std::uint8_t>(32 * 24, 128);
    base::FilmFrame frame;

    Picture() {
        for (std::size_t i = 0; i < y.size(); ++i) {
            y[i] = i % 64 < 32 ? 60 : 180;
        }
        std::fill(v.begin() + 32 * 12, v.end(), std::uint8_t{180});
        frame.width = 64;
        frame.height = 48;
        frame.y = {y.data(), 64};
        frame.u = {u.data(), 32};
        frame.v = {v.data(), 32};
    }
};

bool near(sf::Color a, sf::Color b) {
    return std::abs(a.r - b.r) <= 2 && std::abs(a.g - b.g) <= 2 && std::abs(a.b - b.b) <= 2;
}

sf::Color colourOf(std::uint8_t y, std::uint8_t v) {
    const std::uint8_t u = 128;
    std::uint8_t pixel[4];
    convertToBgra({1, 1, {&y, 1}, {&u, 1}, {&v, 1}}, pixel, 4);
    return {pixel[2], pixel[1], pixel[0]};
}

} // namespace

TEST_CASE("both ways put a film's picture where it belongs, its upper row up", "[display]") {
    const auto [renderer, way] = GENERATE(table<Renderer, FilmWay>({{Renderer::opengl, FilmWay::convert},
                                                                    {Renderer::opengl, FilmWay::shader},
                                                                    {Renderer::processor, FilmWay::convert}}));
    drawWith(renderer);
    const Picture picture;
    const auto film = canvas().film(way);
    REQUIRE(film);
    film->update(picture.frame);
    canvas().clear({0, 0, 255});
    film->draw({100, 50, 64, 48});
    film->draw({300, 200, 128, 96});
    const sf::Image seen = windowPicture();
    for (const auto& [x, y, scale] : {std::tuple{100U, 50U, 1U}, std::tuple{300U, 200U, 2U}}) {
        CHECK(near(seen.getPixel(x + 8 * scale, y + 8 * scale), colourOf(60, 128)));
        CHECK(near(seen.getPixel(x + 56 * scale, y + 8 * scale), colourOf(180, 128)));
        CHECK(near(seen.getPixel(x + 8 * scale, y + 40 * scale), colourOf(60, 180)));
        CHECK(near(seen.getPixel(x + 56 * scale, y + 40 * scale), colourOf(180, 180)));
        CHECK(seen.getPixel(x - 1, y + 4) == sf::Color::Blue);
        CHECK(seen.getPixel(x + 64 * scale, y + 4) == sf::Color::Blue);
        CHECK(seen.getPixel(x + 4, y - 1) == sf::Color::Blue);
        CHECK(seen.getPixel(x + 4, y + 48 * scale) == sf::Color::Blue);
    }
}

TEST_CASE("a film's picture keeps within the clip, on the window and on a surface", "[display]") {
    const auto [renderer, way] = GENERATE(table<Renderer, FilmWay>({{Renderer::opengl, FilmWay::convert},
                                                                    {Renderer::opengl, FilmWay::shader},
                                                                    {Renderer::processor, FilmWay::convert}}));
    drawWith(renderer);
    const bool onSurface = GENERATE(false, true);
    const Picture picture;
    const auto film = canvas().film(way);
    REQUIRE(film);
    film->update(picture.frame);
    const auto surface = canvas().surface(640, 480);
    REQUIRE(surface);
    canvas().drawOn(onSurface ? surface.get() : nullptr);
    canvas().clear({0, 0, 255});
    canvas().clip({110, 60, 20, 10});
    film->draw({100, 50, 64, 48});
    canvas().clip({});
    canvas().drawOn(nullptr);
    if (onSurface) {
        canvas().blit(*surface, 0, 0);
    }
    const sf::Image seen = windowPicture();
    CHECK(near(seen.getPixel(110, 60), colourOf(60, 128)));
    CHECK(near(seen.getPixel(129, 69), colourOf(60, 128)));
    CHECK(seen.getPixel(109, 60) == sf::Color::Blue);
    CHECK(seen.getPixel(110, 59) == sf::Color::Blue);
    CHECK(seen.getPixel(130, 60) == sf::Color::Blue);
    CHECK(seen.getPixel(110, 70) == sf::Color::Blue);
}

// Its built-in functions: 44,000 blocks, 7 MB of the heap.
TEST_CASE("the shader's compiler keeps nothing once the shader is built", "[display]") {
    drawWith(Renderer::opengl);
    (void)canvas();
    const auto before = mallinfo2().uordblks; // 0 where a sanitizer allocates
    const auto shader = canvas().film(FilmWay::shader);
    REQUIRE(shader);
    CHECK(mallinfo2().uordblks < before + 2'000'000);
}

TEST_CASE("what is drawn after a film looks as it does without one", "[display]") {
    const auto [renderer, way] = GENERATE(table<Renderer, FilmWay>({{Renderer::opengl, FilmWay::convert},
                                                                    {Renderer::opengl, FilmWay::shader},
                                                                    {Renderer::processor, FilmWay::convert}}));
    drawWith(renderer);
    const Picture picture;
    const auto film = canvas().film(way);
    REQUIRE(film);
    film->update(picture.frame);
    canvas().clear({0, 0, 255});
    film->draw({0, 0, 64, 48});
    canvas().linear({10, 10, 20, 20}, 0, std::vector<GradientStop>{{0, {200, 100, 0}}, {1, {200, 100, 0}}}, 1);
    CHECK(windowPicture().getPixel(20, 20) == sf::Color(200, 100, 0));
}

TEST_CASE("a machine without a graphics card converts by itself", "[display]") {
    WITH_EACH_RENDERER;
    const FilmTiming timing = chooseFilmWay(canvas());
    INFO("convert " << timing.convertMs << " ms, shader " << timing.shaderMs << " ms");
    CHECK(timing.convertMs > 0);
    CHECK((timing.shaderMs > 0) == (renderer == Renderer::opengl));
    if (canvas().software()) {
        CHECK(timing.way == FilmWay::convert);
    }
}
