#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// A picture of an item, looked at closely. goesOn: after the last one comes the end of the item.
[[nodiscard]] scene::Node closeLookScreen(Sketch& sketch, const content::Item& item, const CloseLook& look,
                                          bool goesOn);

} // namespace schacht::visitor
