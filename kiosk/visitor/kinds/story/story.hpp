#pragma once
#include "kiosk/visitor/core/kind_answers.hpp"
#include "kiosk/visitor/kit/sketch.hpp"

/// Stories: pages that lie side by side and are turned. Their answers to the questions of frame/kinds.hpp.
namespace schacht::visitor {

[[nodiscard]] Manner mannerOf(const content::Story& story, const StoryState& state);
void arrive(const KindUpdate& update, const content::Story& story, StoryState& state);
void read(const KindUpdate& update, const content::Story& story, StoryState& state);
[[nodiscard]] Step hear(const KindUpdate& update, const content::Story& story, StoryState& state,
                        const Intent& meaning);
void leave(StoryState& state);
void fit(const content::Story& story, StoryState& state);
[[nodiscard]] Leaf leafOf(const StoryState& state);
[[nodiscard]] bool measuredAlready(const StoryState& state);
[[nodiscard]] bool settled(const StoryState& state, base::Seconds now);
[[nodiscard]] Wakes wakesOf(const State& state, const World& world, const content::Story& story, const StoryState& own,
                            base::Seconds now);
[[nodiscard]] std::optional<Intent> measure(Sketch& trial, const content::Item& item, const content::Story& story,
                                            const StoryState& state);
[[nodiscard]] scene::Node screenOf(Sketch& sketch, const content::Item& item, const content::Story& story,
                                   const StoryState& state);
[[nodiscard]] Surround surroundOf(const Sketch& sketch, const content::Story& story);
[[nodiscard]] Ending endOf(const content::Story& story);
[[nodiscard]] std::vector<TourStop> tourOf(const content::Item& item, const content::Story& story);

} // namespace schacht::visitor
