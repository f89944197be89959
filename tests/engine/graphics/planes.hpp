#pragma once
#include "engine/base/film_frame.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace schacht::tests {

/// A film's picture of noise, which owns its pixels.
struct Planes {
    std::vector<std::uint8_t> y, u, v;
    base::FilmFrame frame;

    Planes(int width, int height, std::size_t gap, std::mt19937& random) {
        frame.width = width;
        frame.height = height;
        const auto fill = [&](std::vector<std::uint8_t>& plane, int w, int h) {
            const std::size_t stride = static_cast<std::size_t>(w) + gap;
            plane.resize(stride * static_cast<std::size_t>(h));
            std::ranges::generate(plane, [&] { return static_cast<std::uint8_t>(random()); });
            return base::FilmFrame::Plane{plane.data(), stride};
        };
        frame.y = fill(y, width, height);
        frame.u = fill(u, frame.chromaWidth(), frame.chromaHeight());
        frame.v = fill(v, frame.chromaWidth(), frame.chromaHeight());
    }
};

} // namespace schacht::tests
