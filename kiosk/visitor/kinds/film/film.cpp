#include "kiosk/visitor/kinds/film/film.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/kinds/film/film_screen.hpp"
#include "kiosk/visitor/parts/playback/playing_update.hpp"

namespace schacht::visitor {

Manner mannerOf(const content::Film& /*film*/, const FilmState& /*state*/) {
    return {};
}

void arrive(const KindUpdate& update, const content::Film& /*film*/, FilmState& /*state*/) {
    PlayingUpdate{update.s, update.world.catalogue, update.effects}.wait(update.item);
}

void read(const KindUpdate& update, const content::Film& /*film*/, FilmState& /*state*/) {
    PlayingUpdate{update.s, update.world.catalogue, update.effects}.readWords(update.item);
}

/// All that happens to a film happens to what plays.
Step hear(const KindUpdate& /*update*/, const content::Film& /*film*/, FilmState& /*state*/,
          const Intent& /*meaning*/) {
    return Step::stay;
}

void leave(FilmState& /*state*/) {}

void fit(const content::Film& /*film*/, FilmState& /*state*/) {}

Leaf leafOf(const FilmState& /*state*/) {
    return {};
}

bool measuredAlready(const FilmState& /*state*/) {
    return true;
}

bool settled(const FilmState& /*state*/, base::Seconds /*now*/) {
    return true;
}

/// Its controls go when nobody touches it, and while they are shown their head moves on.
Wakes wakesOf(const State& state, const World& world, const content::Film& /*film*/, const FilmState& /*own*/,
              base::Seconds now) {
    Wakes wakes;
    const auto since = waitingSince(state); // a lamp breathes
    wakes.moves = since && now >= *since + patience && movementOf(state, world) == Movement::full;
    if (!state.visit.playing || state.visit.playing->report.phase != media::Phase::playing) {
        return wakes;
    }
    const base::Seconds go = state.visit.lastGlass + controlsStay;
    const bool shown = controlsShown(state);
    if (shown && state.device.now < go) {
        wakes.due = go;
    } else if (!shown && state.device.now < go + controlsFade) {
        wakes.due = go + controlsFade;
    }
    wakes.due = shown ? earlier(wakes.due, dueAfterStep(state, filmStep)) : wakes.due;
    return wakes;
}

std::optional<Intent> measure(Sketch& /*trial*/, const content::Item& /*item*/, const content::Film& /*film*/,
                              const FilmState& /*state*/) {
    return std::nullopt;
}

scene::Node screenOf(Sketch& sketch, const content::Item& item, const content::Film& film, const FilmState& /*state*/) {
    return filmScreen(sketch, item, film);
}

Surround surroundOf(const Sketch& sketch, const content::Film& /*film*/) {
    return {.barOver = true, .bare = filmAlone(sketch)};
}

Ending endOf(const content::Film& film) {
    return {"end.read", someOf(film.chapters.size()), true};
}

std::vector<TourStop> tourOf(const content::Item& item, const content::Film& film) {
    return {{"film-" + item.id, arrivalOf(film)}};
}

} // namespace schacht::visitor
