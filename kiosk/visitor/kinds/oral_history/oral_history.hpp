#pragma once
#include "kiosk/visitor/core/kind_answers.hpp"
#include "kiosk/visitor/kit/sketch.hpp"

/// Oral histories: a voice, and its words as they are said. Their answers to the questions of frame/kinds.hpp.
namespace schacht::visitor {

[[nodiscard]] Manner mannerOf(const content::OralHistory& voice, const OralHistoryState& state);
void arrive(const KindUpdate& update, const content::OralHistory& voice, OralHistoryState& state);
void read(const KindUpdate& update, const content::OralHistory& voice, OralHistoryState& state);
[[nodiscard]] Step hear(const KindUpdate& update, const content::OralHistory& voice, OralHistoryState& state,
                        const Intent& meaning);
void leave(OralHistoryState& state);
void fit(const content::OralHistory& voice, OralHistoryState& state);
[[nodiscard]] Leaf leafOf(const OralHistoryState& state);
[[nodiscard]] bool measuredAlready(const OralHistoryState& state);
[[nodiscard]] bool settled(const OralHistoryState& state, base::Seconds now);
[[nodiscard]] Wakes wakesOf(const State& state, const World& world, const content::OralHistory& voice,
                            const OralHistoryState& own, base::Seconds now);
[[nodiscard]] std::optional<Intent> measure(Sketch& trial, const content::Item& item, const content::OralHistory& voice,
                                            const OralHistoryState& state);
[[nodiscard]] scene::Node screenOf(Sketch& sketch, const content::Item& item, const content::OralHistory& voice,
                                   const OralHistoryState& state);
[[nodiscard]] Surround surroundOf(const Sketch& sketch, const content::OralHistory& voice);
[[nodiscard]] Ending endOf(const content::OralHistory& voice);
[[nodiscard]] std::vector<TourStop> tourOf(const content::Item& item, const content::OralHistory& voice);

} // namespace schacht::visitor
