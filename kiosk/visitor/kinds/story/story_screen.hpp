#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// The page of a story that is read, and those beside it while they move.
[[nodiscard]] scene::Node storyScreen(Sketch& sketch, const content::Item& item, const content::Story& story,
                                      const StoryState& state);

} // namespace schacht::visitor
