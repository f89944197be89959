#pragma once
#include "kiosk/visitor/core/world.hpp"
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// Where in a recording or film the visitor is, as the screen shows it; held at the finger while one slides.
struct Course {
    base::Seconds position = 0;
    base::Seconds length = 0; ///< 0 while nobody knows
    [[nodiscard]] float share() const;
};
/// In quarters of a second, so that what shows it is the same until it moves by a pixel or so.
[[nodiscard]] Course courseOf(const State& state, const content::Item& item, const catalogue::Catalogue& catalogue,
                              const Library& library, base::Seconds now);
/// "1:58", "1:02:07".
[[nodiscard]] std::string clockTime(base::Seconds time);
/// The one that a time lies in: an index; none before the first.
[[nodiscard]] std::optional<std::size_t> chapterAt(const std::vector<content::Chapter>& chapters,
                                                   base::Seconds position);

constexpr float playheadHeight = 53; ///< mm, from the top of the chapters' lines to the foot of the times
constexpr float playheadMiddle = 29; ///< mm, of the waveform, below that top

/// The waveform of a recording, or a plain track where nobody measured it, with its chapters over it, the head, and the
/// times below; `width` wide and playheadHeight high. Time runs from left to right in every language.
[[nodiscard]] scene::Node playhead(Sketch& sketch, const content::Item& item, const Course& course, float width);

/// The slider of what plays: its head.
[[nodiscard]] Slide headSlide(const State& state);

constexpr float playSize = 42; ///< mm, across
/// The lit disc of a recording: plays, pauses, or plays it anew. playing: null where it does not.
[[nodiscard]] scene::Node playDisc(Sketch& sketch, std::string_view id, const Playing* playing, Intent meaning);

} // namespace schacht::visitor
