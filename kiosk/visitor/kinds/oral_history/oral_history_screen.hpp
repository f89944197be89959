#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// A voice, and its words as they are said.
[[nodiscard]] scene::Node oralHistoryScreen(Sketch& sketch, const content::Item& item, const content::OralHistory& body,
                                            const OralHistoryState& state);

} // namespace schacht::visitor
