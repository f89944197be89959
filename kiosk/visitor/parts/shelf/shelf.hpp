#pragma once
#include "kiosk/visitor/kit/sketch.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"

/// The part of shelves: cards that lie side by side, what stands under them, and why. It knows no kind of item but by
/// its sign and words, and no other part.
namespace schacht::visitor {

/// A row of cards that is moved sideways, in the stage; each tells why it stands there.
[[nodiscard]] scene::Node shelf(Sketch& sketch, const std::vector<Shelved>& items, base::Seconds now);
/// The arrows of a shelf, side by side; the right edge of the last is at the node's right.
[[nodiscard]] scene::Node shelfArrows(Sketch& sketch, std::size_t cards, float size, float gap);

} // namespace schacht::visitor
