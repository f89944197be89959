#pragma once
#include "engine/content/timed_text/timed_text.hpp"

namespace schacht::content {

/// Fills the spans and classes of a SubRip cue from its text, and its settings from its place: <b>, <i>, <u> and
/// <font color>, whose colour becomes a class ("yellow", "#ff8800"); {\i1} and the like; {\an1} to {\an9}, of which the
/// first counts; character references with a semicolon. What looks like another tag is words.
void parseSrtText(Cue& cue);

} // namespace schacht::content
