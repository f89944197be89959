#include "engine/graphics/film_cover.hpp"

#include "tests/catch.hpp"
#include "tests/engine/graphics/test_window.hpp"

#include <array>
#include <cstdlib>
#include <random>
#include <vector>

using namespace schacht;
using namespace schacht::graphics;
using tests::canvas;

namespace {

using Pixel = std::array<std::uint8_t, 4>;

Pixel laid(Pixel over, Pixel below) {
    layOver(over.data(), below.data(), 1);
    return below;
}

} // namespace

TEST_CASE("every kind of instructions lays the same pixels over others, bit for bit, however many they are") {
    std::mt19937 random(1917);
    for (int round = 0; round < 300; ++round) {
        const auto count = static_cast<int>(random() % 23);
        std::vector<std::uint8_t> over(static_cast<std::size_t>(count) * 4);
        std::vector<std::uint8_t> below(over.size());
        std::ranges::generate(below, [&] { return static_cast<std::uint8_t>(random()); });
        for (std::size_t i = 0; i < over.size(); i += 4) {
            const unsigned alpha = round % 3 == 0 ? 0 : random() % 256;
            over[i + 3] = static_cast<std::uint8_t>(alpha);
            for (std::size_t c = i; c < i + 3; ++c) {
                over[c] = static_cast<std::uint8_t>(random() % (alpha + 1)); // premultiplied: never above its alpha
            }
        }
        auto expected = below;
        layOver(over.data(), expected.data(), count, FilmInstructions::scalar);
        layOver(over.data(), below.data(), count);
        REQUIRE(below == expected);
    }
}

TEST_CASE("a clear pixel changes nothing, an opaque one covers, and half a one mixes") {
    CHECK(laid({0, 0, 0, 0}, {10, 20, 30, 255}) == Pixel{10, 20, 30, 255});
    CHECK(laid({200, 100, 50, 255}, {10, 20, 30, 255}) == Pixel{200, 100, 50, 255});
    CHECK(laid({100, 0, 0, 128}, {0, 200, 255, 255}) == Pixel{100, 100, 127, 255});
}

TEST_CASE("what was drawn on a clear surface lies over pixels as if it had been drawn on them", "[display]") {
    WITH_EACH_RENDERER;
    const std::vector<GradientStop> fade{{0, {250, 120, 40, 230}}, {1, {20, 60, 200, 20}}};
    const auto paint = [&] {
        canvas().linear({4, 4, 40, 24}, 90, fade, 0.9F);
        canvas().disc({20, 10, 16, 16}, {28, 18}, {8, 8}, fade, 0.7F);
    };
    (void)canvas(); // its context first
    const auto ground = canvas().surface(64, 48);
    const auto clear = canvas().surface(64, 48);
    REQUIRE(ground);
    REQUIRE(clear);
    canvas().drawOn(ground.get());
    canvas().clear({90, 140, 60});
    paint();
    canvas().drawOn(clear.get());
    canvas().clear({0, 0, 0, 0});
    paint();
    canvas().drawOn(nullptr);

    std::vector<std::uint8_t> wanted(std::size_t{64} * 48 * 4);
    ground->read({0, 0, 64, 48}, wanted.data(), 64);
    FilmCover cover(64, 48);
    cover.read(*clear, {0, 0, 64, 48});
    int worst = 0;
    for (int y = 0; y < 48; ++y) {
        std::vector<std::uint8_t> row(std::size_t{64} * 4);
        for (std::size_t i = 0; i < row.size(); i += 4) {
            row[i] = 60, row[i + 1] = 140, row[i + 2] = 90;
        }
        cover.layRow(y, row.data());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto there = wanted[static_cast<std::size_t>(y) * row.size() + i];
            worst = i % 4 == 3 ? worst : std::max(worst, std::abs(row[i] - there));
        }
    }
    CHECK(worst <= 2);
}

TEST_CASE("a part that is read anew leaves the rest of a cover as it was", "[display]") {
    WITH_EACH_RENDERER;
    (void)canvas();
    const auto surface = canvas().surface(32, 16);
    REQUIRE(surface);
    const auto fill = [&](base::Colour colour) {
        canvas().drawOn(surface.get());
        canvas().clear(colour);
        canvas().drawOn(nullptr);
    };
    FilmCover cover(32, 16);
    fill({255, 0, 0});
    cover.read(*surface, {0, 0, 32, 16});
    fill({0, 0, 0, 0});
    cover.read(*surface, {16, 4, 16, 4});
    std::array<std::uint8_t, 128> row{};
    cover.layRow(5, row.data());
    CHECK(row[4 * 15 + 2] == 255);
    CHECK(row[4 * 16 + 2] == 0);
    row = {};
    cover.layRow(9, row.data());
    CHECK(row[4 * 31 + 2] == 255);
}
