#pragma once
#include "kiosk/visitor/core/world.hpp"
#include "kiosk/visitor/kit/sketch.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"

#include <functional>

namespace schacht::visitor {

/// Something that is said in a recording, and what stands with it.
struct SpokenLine {
    std::string id; ///< the same as long as the words are
    base::Seconds start = 0;
    text::Phrase label; ///< who speaks, where that changes; no runs: nobody new
    text::Phrase words;
    text::Phrase note;    ///< below it; no runs: none
    std::string besideId; ///< "": nothing in the second language
    text::Phrase beside;  ///< the same in the second language
    base::Seconds besideAt = 0;
};

/// The lines of a recording in the order of time; each is made when it is asked for, since few are on the screen.
/// Must not outlive what it was made from.
struct SpokenLines {
    std::size_t count = 0;
    bool together = false; ///< a second language stands below them
    std::function<SpokenLine(std::size_t)> line;
    /// The line that is said at a time, or was said last; none before the first.
    std::function<std::optional<std::size_t>(base::Seconds)> at;
};

/// from, until: the passage, seconds; until 0: to the end.
[[nodiscard]] SpokenLines transcriptLines(const Sketch& sketch, const content::Item& item, const Said& said,
                                          const Said& beside, base::Seconds from = 0, base::Seconds until = 0);
/// The chapters of a recording that nobody wrote out.
[[nodiscard]] SpokenLines chapterLines(const Sketch& sketch, const content::Item& item);

/// How lines stand in their box, millimetres from its left upper corner.
struct LinesLook {
    std::string prefix;                          ///< of the ids
    base::Rect box;                              ///< lines that a finger drew away are seen in it
    float top = 0;                               ///< at rest, lines stand between these two, whole
    float bottom = 0;                            ///<
    float steady = 0;                            ///< the bottom of the line that is said
    float indent = 13;                           ///< of the words; the lamp bar stands at the left
    const scene::AnimatedValue* drawn = nullptr; ///< how far a finger has drawn them; null: no finger can
    std::function<Intent(base::Seconds)> hear;   ///< what touching a line means
};

/// A column of lines around the one that is said: `anchor` stands at its place, `now` is lit, `again` is said once
/// more. Both are lines.
[[nodiscard]] scene::Node linesColumn(Sketch& sketch, const SpokenLines& lines, const LinesLook& look,
                                      std::optional<std::size_t> anchor, std::optional<std::size_t> now, bool again,
                                      base::Seconds at);

} // namespace schacht::visitor
