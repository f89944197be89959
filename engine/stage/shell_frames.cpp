/// The shell's frames, and how long they take.
#include "engine/base/clock.hpp"
#include "engine/stage/shell.hpp"

#include <malloc.h>

namespace schacht::stage {

namespace {

constexpr int forAWhile = 15; // pictures of a film

} // namespace

Vitals Shell::vitals() const {
    Vitals all = counted;
    all.pictures = textures->bytes();
    all.surfaces = painter->bytes();
    all.budget = options.budget;
    all.diagonal = diagonal;
    return all;
}

void Shell::prepareFilm() {
    const bool first = !filmWay;
    const graphics::FilmTiming timing = first ? graphics::chooseFilmWay(*canvas) : graphics::FilmTiming{};
    filmWay = first ? timing.way : *filmWay;
    if (film == nullptr) {
        film = canvas->film(*filmWay);
        // a graphics card swaps the window's back and front: what is put past it would come and go
        const bool past =
            canvas->software() && filmWay == graphics::FilmWay::convert && canvas->turn() == graphics::Turn::none;
        direct = past ? graphics::DirectFilm::open(*canvas) : nullptr;
    }
    if (first) {
        trace.write(base::now(),
                    {"film-way",
                     {{"way", std::string(timing.way == graphics::FilmWay::convert ? "convert" : "shader")},
                      {"convertMs", timing.convertMs},
                      {"shaderMs", timing.shaderMs},
                      {"direct", std::string(direct != nullptr ? "yes" : "no")}}});
    }
    if (film != nullptr && playback->film() != nullptr) {
        painter->showFilm({film.get(), direct.get(), playback->film(), ++filmCount, playback->filmSize()});
    }
}

void Shell::dropFilm() {
    painter->showFilm({});
    film.reset();
    direct.reset();
}

void Shell::reportFrame(base::Seconds began, bool drawn) {
    const base::Seconds now = base::now();
    TraceLine report{"frame", {{"ms", (now - began) * 1000}, {"contacts", static_cast<double>(contactsToAnswer)}}};
    if (contactsToAnswer > 0) {
        report.fields.emplace_back("latency", (now - firstContact) * 1000);
    }
    if (drawn) {
        if (!covered) { // staff ask how it is for visitors
            counted.frames[counted.drawn++ % counted.frames.size()] = static_cast<float>((now - began) * 1000);
        }
        trace.write(now, report);
    }
    if (firstFrame && textures->complete()) {
        firstFrame = false;
        trace.write(now, {"first-frame", {}});
    }
    contactsToAnswer = 0;
    for (TraceLine& late : std::exchange(afterFrame, {})) {
        late.fields.emplace_back("shown", now);
        trace.write(now, late);
    }
}

void Shell::present(Performance& performance, base::Seconds now) {
    perform(performance.measure(glass, typesetter, now));
    animator.show(performance.show(glass, typesetter, now), now);
    changed = false;
    stale = true;
    if (const std::string here = performance.place(); here != place) {
        place = here;
        seen.reset();
        typesetter.forgetUnused();
        feel(performance, gestures.screenChanged([](input::TargetId) { return false; }, now));
    }
}

void Shell::frame(Performance& performance, base::Seconds now) {
    const base::Seconds began = base::now();
    if (performance.moving(now)) {
        tell(performance, Tick{now});
    }
    if (changed) {
        present(performance, now);
    }
    animated = animator.moving(now);
    shown = animator.placed(now);
    Overlay* const over = performance.overlay();
    const bool covers = over != nullptr && over->shown();
    if (covers || covered) {
        painter->lost(); // what the overlay was drawn on is no longer the picture alone
    }
    covered = covers;
    const Painted painted = painter->paint(shown, glass.pixelsPerMillimetre, options.ground);
    if (covers) {
        over->draw(*canvas, glass, vitals(), now);
    }
    if (painted == Painted::drawn) {
        canvas->display(painter->fresh());
    }
    filmAlone = painted == Painted::drawn ? 0 : filmAlone + (painted == Painted::shown ? 1 : 0);
    if (filmAlone == forAWhile) {
        painter->restFilm();
        malloc_trim(0);
    }
    seen = seen ? seen : base::now();
    lastFrame = began;
    stale = false;
    settled = false;
    reportFrame(began, painted != Painted::unchanged);
    const bool moves = animated || !onGlass.empty() || performance.moving(now);
    trace.targets(now, shown, moves, glass.pixelsPerMillimetre);
}

} // namespace schacht::stage
