#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// A voice, and its words as they are said.
[[nodiscard]] scene::Node oralHistoryScreen(Sketch& sketch, base::Seconds now);

} // namespace schacht::visitor
