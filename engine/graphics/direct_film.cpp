#include "engine/graphics/direct_film.hpp"

#include "engine/graphics/film_conversion.hpp"

#include <algorithm>

namespace schacht::graphics {

namespace {

constexpr int band = 8; // rows that are converted and covered while they are near the processor

/// `count` rows of the picture from the even row `from` on.
base::FilmFrame rowsOf(const base::FilmFrame& frame, int from, int count) {
    base::FilmFrame rows = frame;
    rows.height = count;
    const auto luma = static_cast<std::size_t>(from);
    rows.y.pixels += luma * frame.y.stride;
    rows.u.pixels += luma / 2 * frame.u.stride;
    rows.v.pixels += luma / 2 * frame.v.stride;
    return rows;
}

} // namespace

std::unique_ptr<DirectFilm> DirectFilm::open(Canvas& canvas) {
    std::unique_ptr<DirectFilm> made(new DirectFilm(canvas));
    made->connection = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(made->connection) != 0) {
        return nullptr;
    }
    made->shared = SharedPixels::of(made->connection, static_cast<xcb_window_t>(canvas.window()));
    return made->shared != nullptr ? std::move(made) : nullptr;
}

DirectFilm::~DirectFilm() {
    shared.reset();
    xcb_disconnect(connection); // also what has failed
}

bool DirectFilm::show(const base::FilmFrame& frame, const FilmCover* cover, int x, int y) {
    if (frame.width <= 0 || frame.height <= 0 || !shared->resize(frame.width, frame.height)) {
        return false;
    }
    finish(); // the server reads while this would write
    const auto line = std::size_t{4} * static_cast<std::size_t>(frame.width);
    for (int from = 0; from < frame.height; from += band) {
        const int rows = std::min(band, frame.height - from);
        std::uint8_t* const out = shared->pixels() + line * static_cast<std::size_t>(from);
        convertToBgra(rowsOf(frame, from, rows), out, static_cast<std::ptrdiff_t>(line));
        for (int row = 0; cover != nullptr && row < rows; ++row) {
            cover->layRow(from + row, out + line * static_cast<std::size_t>(row));
        }
    }
    canvas.finish();
    return shared->put(0, 0, frame.width, frame.height, x, y);
}

void DirectFilm::finish() {
    shared->finish();
}

} // namespace schacht::graphics
