#pragma once
#include "engine/media/narrator.hpp"
#include "engine/scene/reading_order.hpp"

#include <optional>
#include <string>
#include <vector>

namespace schacht::visitor {

/// What is read aloud to this visitor.
///
/// A screen is read when it comes while `on` holds. A touch silences the voice; that on which nothing is turned or
/// toggled ends `on` as well, unless everything is read. A visitor who uses keys, or headphones, has everything read.
struct Narration {
    bool all = false;         ///< the wish: every screen as it comes, and every control that the keys come to
    bool on = false;          ///< what is on the screen
    bool byKeys = false;      ///< this visitor has used a key
    bool hinted = false;      ///< and has heard how keys are used
    bool interrupted = false; ///< a touch ended `on`; what it meant is not known yet
    std::string screen;       ///< which screen was read, or has begun to be
    std::string control;      ///< which control was said last, as it was then
    bool asked = false;       ///< a touch or key came since: what has changed by itself, as time does, is not said

    std::vector<scene::Utterance> said; ///< last, for who wants it again
    bool brief = false;                 ///< it was a control: no screen is marked, and what plays goes on
    bool busy = false;                  ///< it is not over
    media::SentenceId first = 0;        ///< of the first of `said`; the others follow
    std::optional<std::size_t> now;     ///< which of them is being said
    base::Seconds sign = 0;             ///< when the narrator was last heard of
};

} // namespace schacht::visitor
