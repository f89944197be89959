#pragma once
#include "kiosk/visitor/kit/sketch.hpp"
#include "kiosk/visitor/parts/playback/caption_places.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"

namespace schacht::visitor {

/// The words said at a position, on the film: each line on its black ground, placed by its cue's settings. What is
/// given stands in the same coordinates as `room`, its origin 0.
[[nodiscard]] scene::Node captionsOver(Sketch& sketch, const Said& said, base::Seconds position,
                                       const CaptionRoom& room);
/// The same as paragraphs under each other, for where there is room beside the film.
[[nodiscard]] scene::Node captionsBeside(Sketch& sketch, const Said& said, base::Seconds position, base::Rect room);

/// Who begins to speak with this cue, to be named before the words; "" where it is clear already.
[[nodiscard]] std::string speakerNamed(const stage::Transcript& words, std::size_t cue);

} // namespace schacht::visitor
