#include "engine/graphics/film_conversion.hpp"

#include "tests/catch.hpp"
#include "tests/engine/graphics/planes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

using namespace schacht;
using namespace schacht::graphics;
using tests::Planes;

namespace {

std::vector<std::uint8_t> converted(const base::FilmFrame& frame, FilmInstructions how) {
    std::vector<std::uint8_t> out(static_cast<std::size_t>(frame.width * frame.height) * 4, 77);
    convertToBgra(frame, out.data(), frame.width * 4, how);
    return out;
}

/// One pixel, as the recommendations write it down.
std::array<double, 3> exact(int y, int u, int v, base::ColourMatrix matrix, base::ColourRange range) {
    const bool limited = range == base::ColourRange::limited;
    const double luma = limited ? (y - 16) / 219.0 : y / 255.0;
    const double blueDifference = (u - 128) / (limited ? 224.0 : 255.0);
    const double redDifference = (v - 128) / (limited ? 224.0 : 255.0);
    const double kr = matrix == base::ColourMatrix::bt709 ? 0.2126 : 0.299;
    const double kb = matrix == base::ColourMatrix::bt709 ? 0.0722 : 0.114;
    const double red = luma + 2 * (1 - kr) * redDifference;
    const double blue = luma + 2 * (1 - kb) * blueDifference;
    const double green = (luma - kr * red - kb * blue) / (1 - kr - kb);
    const auto shown = [](double value) { return std::clamp(value, 0.0, 1.0) * 255; };
    return {shown(blue), shown(green), shown(red)};
}

constexpr std::array matrices{base::ColourMatrix::bt601, base::ColourMatrix::bt709};
constexpr std::array ranges{base::ColourRange::limited, base::ColourRange::full};

} // namespace

TEST_CASE("every kind of instructions gives the same pixels, bit for bit, at every size") {
    std::mt19937 random(1901);
    const FilmInstructions best = bestFilmInstructions();
    for (int round = 0; round < 200; ++round) {
        Planes planes(static_cast<int>(random() % 131) + 1, static_cast<int>(random() % 9) + 1, random() % 3 * 7,
                      random);
        planes.frame.matrix = matrices[random() % 2];
        planes.frame.range = ranges[random() % 2];
        const auto expected = converted(planes.frame, FilmInstructions::scalar);
        if (best != FilmInstructions::scalar) {
            REQUIRE(converted(planes.frame, FilmInstructions::sse2) == expected);
        }
        REQUIRE(converted(planes.frame, best) == expected);
    }
}

TEST_CASE("colours are within one step of the recommendations' own") {
    for (const auto matrix : matrices) {
        for (const auto range : ranges) {
            double worst = 0;
            for (int value = 0; value < 64 * 64 * 64; ++value) {
                const std::array<std::uint8_t, 3> yuv{static_cast<std::uint8_t>(value % 64 * 4 + 3),
                                                      static_cast<std::uint8_t>(value / 64 % 64 * 4 + 1),
                                                      static_cast<std::uint8_t>(value / 4096 * 4 + 2)};
                base::FilmFrame frame{1, 1, {&yuv[0], 1}, {&yuv[1], 1}, {&yuv[2], 1}, matrix, range};
                std::array<std::uint8_t, 4> pixel{};
                convertToBgra(frame, pixel.data(), 4);
                const auto wanted = exact(yuv[0], yuv[1], yuv[2], matrix, range);
                for (std::size_t i = 0; i < 3; ++i) {
                    worst = std::max(worst, std::abs(pixel[i] - wanted[i]));
                }
            }
            CHECK(worst < 1);
        }
    }
}

TEST_CASE("black, white and red of an HD film are black, white and red") {
    const auto shown = [](std::uint8_t y, std::uint8_t u, std::uint8_t v) {
        std::array<std::uint8_t, 4> pixel{};
        convertToBgra({1, 1, {&y, 1}, {&u, 1}, {&v, 1}}, pixel.data(), 4);
        return pixel;
    };
    CHECK(shown(16, 128, 128) == std::array<std::uint8_t, 4>{0, 0, 0, 255});
    CHECK(shown(235, 128, 128) == std::array<std::uint8_t, 4>{255, 255, 255, 255});
    const auto red = shown(63, 102, 240);
    CHECK(red[0] <= 1);
    CHECK(red[1] <= 1);
    CHECK(red[2] >= 254);
}

TEST_CASE("rows may be written bottom first") {
    std::mt19937 random(1974);
    const Planes planes(33, 4, 0, random);
    const auto downward = converted(planes.frame, bestFilmInstructions());
    std::vector<std::uint8_t> upward(downward.size());
    convertToBgra(planes.frame, upward.data() + 3 * 33 * 4, -33 * 4);
    for (std::ptrdiff_t row = 0; row < 4; ++row) {
        CHECK(std::equal(downward.begin() + row * 132, downward.begin() + (row + 1) * 132,
                         upward.begin() + (3 - row) * 132));
    }
}
