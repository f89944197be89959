#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// The page of a story that is read, and those beside it while they move.
[[nodiscard]] scene::Node storyScreen(Sketch& sketch, base::Seconds now);

} // namespace schacht::visitor
