#pragma once
#include "kiosk/visitor/core/kind_answers.hpp"
#include "kiosk/visitor/kit/sketch.hpp"

/// Films: a poster, then the film with its controls, then what is next. Their answers to the questions of
/// frame/kinds.hpp.
namespace schacht::visitor {

[[nodiscard]] Manner mannerOf(const content::Film& film, const FilmState& state);
void arrive(const KindUpdate& update, const content::Film& film, FilmState& state);
void read(const KindUpdate& update, const content::Film& film, FilmState& state);
[[nodiscard]] Step hear(const KindUpdate& update, const content::Film& film, FilmState& state, const Intent& meaning);
void leave(FilmState& state);
void fit(const content::Film& film, FilmState& state);
[[nodiscard]] Leaf leafOf(const FilmState& state);
[[nodiscard]] bool measuredAlready(const FilmState& state);
[[nodiscard]] bool settled(const FilmState& state, base::Seconds now);
[[nodiscard]] Wakes wakesOf(const State& state, const World& world, const content::Film& film, const FilmState& own,
                            base::Seconds now);
[[nodiscard]] std::optional<Intent> measure(Sketch& trial, const content::Item& item, const content::Film& film,
                                            const FilmState& state);
[[nodiscard]] scene::Node screenOf(Sketch& sketch, const content::Item& item, const content::Film& film,
                                   const FilmState& state);
[[nodiscard]] Surround surroundOf(const Sketch& sketch, const content::Film& film);
[[nodiscard]] Ending endOf(const content::Film& film);
[[nodiscard]] std::vector<TourStop> tourOf(const content::Item& item, const content::Film& film);

} // namespace schacht::visitor
