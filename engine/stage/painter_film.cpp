#include "engine/stage/painter.hpp"

#include <algorithm>

/// A film's picture, and what stands over it.
namespace schacht::stage {

FilmOnScreen Painter::filmOnScreen() const {
    const bool past = film.direct != nullptr && film.frame != nullptr;
    return {film.texture != nullptr, film.size, film.count,
            past ? base::Size{static_cast<float>(film.frame->width), static_cast<float>(film.frame->height)}
                 : base::Size{}};
}

void Painter::showFilm(const ShownFilm& shown) {
    const bool other = shown.texture != film.texture;
    film = shown;
    filmTaken = other ? 0 : filmTaken;
    if (film.direct == nullptr) {
        planner.coverLost();
        coverDraft.reset();
        cover.reset();
    }
}

void Painter::keepFilm() {
    if (film.texture != nullptr && film.frame != nullptr && filmTaken != film.count) {
        film.texture->update(*film.frame);
        filmTaken = film.count;
    }
    film.frame = nullptr;
}

void Painter::restFilm() {
    if (film.texture != nullptr && film.frame != nullptr) {
        film.texture->rest();
        filmTaken = 0;
    }
}

void Painter::drawFilm(const DrawStep& step) {
    const auto place = filmPlace(step, filmOnScreen());
    if (!place) {
        return;
    }
    if (film.frame != nullptr && filmTaken != film.count) {
        film.texture->update(*film.frame);
        filmTaken = film.count;
    }
    film.texture->draw(*place);
}

bool Painter::showFilmAlone(const FramePlan& plan) {
    const FilmPlan& wanted = *plan.film;
    const bool covered = wanted.above < plan.steps.size();
    if (covered) {
        readCover(plan);
    }
    if (covered && coverDraft == nullptr) {
        planner.coverLost();
        return false;
    }
    planner.coverRead(plan);
    return film.direct->show(*film.frame, covered ? &*cover : nullptr, static_cast<int>(wanted.place.x),
                             static_cast<int>(wanted.place.y));
}

void Painter::readCover(const FramePlan& plan) {
    const FilmPlan& wanted = *plan.film;
    if (wanted.coverAnew) {
        coverDraft = canvas.surface(static_cast<unsigned>(std::max(wanted.coverArea.width, 1.0F)),
                                    static_cast<unsigned>(std::max(wanted.coverArea.height, 1.0F)));
        cover.emplace(static_cast<int>(wanted.place.width), static_cast<int>(wanted.place.height));
    }
    if (coverDraft == nullptr || wanted.read.empty()) {
        return;
    }
    const base::Rect within = wanted.read.moved(-wanted.coverArea.x, -wanted.coverArea.y);
    canvas.drawOn(coverDraft.get());
    canvas.clip(within);
    canvas.clear({0, 0, 0, 0});
    origin = {wanted.coverArea.x, wanted.coverArea.y};
    for (const ClippedStep& one : stepsIn(plan, wanted.above, wanted.read)) {
        draw(plan.steps[one.step], one.clip);
    }
    origin = {};
    canvas.drawOn(nullptr);
    cover->read(*coverDraft, within, static_cast<int>(wanted.coverArea.x - wanted.place.x),
                static_cast<int>(wanted.coverArea.y - wanted.place.y));
}

} // namespace schacht::stage
