#pragma once
#include "kiosk/visitor/core/kind_answers.hpp"
#include "kiosk/visitor/kit/sketch.hpp"

/// Galleries: pictures that are looked at closely, one after the other. Their answers to the questions of
/// frame/kinds.hpp.
namespace schacht::visitor {

[[nodiscard]] Manner mannerOf(const content::Gallery& gallery, const GalleryState& state);
void arrive(const KindUpdate& update, const content::Gallery& gallery, GalleryState& state);
void read(const KindUpdate& update, const content::Gallery& gallery, GalleryState& state);
[[nodiscard]] Step hear(const KindUpdate& update, const content::Gallery& gallery, GalleryState& state,
                        const Intent& meaning);
void leave(GalleryState& state);
void fit(const content::Gallery& gallery, GalleryState& state);
[[nodiscard]] Leaf leafOf(const GalleryState& state);
[[nodiscard]] bool measuredAlready(const GalleryState& state);
[[nodiscard]] bool settled(const GalleryState& state, base::Seconds now);
[[nodiscard]] Wakes wakesOf(const State& state, const World& world, const content::Gallery& gallery,
                            const GalleryState& own, base::Seconds now);
[[nodiscard]] std::optional<Intent> measure(Sketch& trial, const content::Item& item, const content::Gallery& gallery,
                                            const GalleryState& state);
[[nodiscard]] scene::Node screenOf(Sketch& sketch, const content::Item& item, const content::Gallery& gallery,
                                   const GalleryState& state);
[[nodiscard]] Surround surroundOf(const Sketch& sketch, const content::Gallery& gallery);
[[nodiscard]] Ending endOf(const content::Gallery& gallery);
[[nodiscard]] std::vector<TourStop> tourOf(const content::Item& item, const content::Gallery& gallery);

} // namespace schacht::visitor
