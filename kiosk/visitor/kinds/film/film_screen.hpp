#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// A film: its poster, then the film with its controls, then what is next.
[[nodiscard]] scene::Node filmScreen(Sketch& sketch, const content::Item& item, const content::Film& body);
/// Nobody has touched the film that plays for a while: it has the glass to itself, without controls and bar.
[[nodiscard]] bool filmAlone(const Sketch& sketch);

} // namespace schacht::visitor
