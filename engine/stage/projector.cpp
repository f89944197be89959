#include "engine/stage/projector.hpp"

#include "engine/base/clock.hpp"

#include <string>

namespace schacht::stage {

namespace {

constexpr int forAWhile = 15; // pictures of a film

} // namespace

void Projector::prepare() {
    texture = canvas.film(*way);
    // a graphics card swaps the window's back and front: what is put past it would come and go
    const bool past = canvas.software() && way == graphics::FilmWay::convert && canvas.turn() == graphics::Turn::none;
    direct = past ? graphics::DirectFilm::open(canvas) : nullptr;
}

void Projector::show(const base::FilmFrame& frame, base::Size size, Trace& trace) {
    const bool first = !way;
    const graphics::FilmTiming timing = first ? graphics::chooseFilmWay(canvas) : graphics::FilmTiming{};
    way = first ? timing.way : *way;
    if (texture == nullptr) {
        prepare();
    }
    if (first) {
        trace.write(base::now(),
                    {"film-way",
                     {{"way", std::string(timing.way == graphics::FilmWay::convert ? "convert" : "shader")},
                      {"convertMs", timing.convertMs},
                      {"shaderMs", timing.shaderMs},
                      {"direct", std::string(direct != nullptr ? "yes" : "no")}}});
    }
    if (texture != nullptr) {
        painter.showFilm({texture.get(), direct.get(), &frame, ++pictures, size});
    }
}

void Projector::stop() {
    painter.showFilm({});
    texture.reset();
    direct.reset();
}

bool Projector::painted(Painted frame) {
    if (frame == Painted::drawn) {
        alone = 0;
    }
    if (frame != Painted::shown || ++alone != forAWhile) {
        return false;
    }
    painter.restFilm();
    return true;
}

} // namespace schacht::stage
