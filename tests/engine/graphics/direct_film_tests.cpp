#include "engine/graphics/direct_film.hpp"

#include "engine/graphics/film_conversion.hpp"
#include "tests/catch.hpp"
#include "tests/engine/graphics/planes.hpp"
#include "tests/engine/graphics/seen_pixels.hpp"
#include "tests/engine/graphics/test_window.hpp"

#include <random>
#include <vector>

using namespace schacht;
using namespace schacht::graphics;
using tests::canvas;
using tests::Planes;
using tests::SeenPixels;

namespace {

/// Noise, and what it is in colours.
struct Noise {
    std::mt19937 random{1931};
    Planes planes;
    std::vector<std::uint8_t> colours;

    Noise(int width, int height)
        : planes(width, height, 5, random), colours(static_cast<std::size_t>(width * height) * 4) {
        convertToBgra(planes.frame, colours.data(), std::ptrdiff_t{4} * width);
    }
    [[nodiscard]] std::array<int, 3> at(int x, int row) const {
        const std::uint8_t* const pixel = &colours[static_cast<std::size_t>(row * planes.frame.width + x) * 4];
        return {pixel[2], pixel[1], pixel[0]};
    }
};

void ground() {
    canvas().drawOn(nullptr);
    canvas().clear({0, 0, 200});
    canvas().display();
}

} // namespace

TEST_CASE("a film's picture is put into the window pixel for pixel, and nothing beside it changes", "[display]") {
    WITH_EACH_RENDERER;
    ground();
    const auto direct = DirectFilm::open(canvas());
    REQUIRE(direct);
    for (const auto& [width, height] : std::vector<std::pair<int, int>>{{101, 45}, {640, 480}, {64, 8}}) {
        ground();
        const Noise picture(width, height);
        const int x = width == 640 ? 0 : 30;
        const int y = width == 640 ? 0 : 17;
        REQUIRE(direct->show(picture.planes.frame, nullptr, x, y));
        direct->finish();
        const SeenPixels seen(canvas());
        int wrong = 0;
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                wrong += seen.at(x + column, y + row) == picture.at(column, row) ? 0 : 1;
            }
        }
        CHECK(wrong == 0);
        if (width != 640) {
            CHECK(seen.at(x - 1, y) == std::array{0, 0, 200});
            CHECK(seen.at(x + width, y + height - 1) == std::array{0, 0, 200});
            CHECK(seen.at(x, y + height) == std::array{0, 0, 200});
        }
    }
}

TEST_CASE("what stands over a film is put into the window with it", "[display]") {
    WITH_EACH_RENDERER;
    ground();
    const auto direct = DirectFilm::open(canvas());
    REQUIRE(direct);
    const Noise picture(64, 48);
    const auto surface = canvas().surface(64, 48);
    REQUIRE(surface);
    canvas().drawOn(surface.get());
    canvas().clear({0, 0, 0, 0});
    const std::vector<GradientStop> stops{{0, {250, 180, 20}}, {1, {250, 180, 20}}};
    canvas().linear({10, 20, 30, 9}, 0, stops, 1);
    canvas().drawOn(nullptr);
    FilmCover cover(64, 48);
    cover.read(*surface, {0, 0, 64, 48});
    REQUIRE(direct->show(picture.planes.frame, &cover, 100, 50));
    direct->finish();
    const SeenPixels seen(canvas());
    CHECK(seen.at(110, 70) == std::array{250, 180, 20});
    CHECK(seen.at(139, 78) == std::array{250, 180, 20});
    CHECK(seen.at(109, 70) == picture.at(9, 20));
    CHECK(seen.at(110, 79) == picture.at(10, 29));
}
