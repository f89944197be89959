#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// A picture of a gallery or a story, looked at closely.
[[nodiscard]] scene::Node galleryScreen(Sketch& sketch);

} // namespace schacht::visitor
