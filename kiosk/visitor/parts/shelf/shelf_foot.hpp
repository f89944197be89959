#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// Whether all that is touched beside a shelf stands under it: in low reach, and for a left hand, since words stand
/// where it would have its arrows.
[[nodiscard]] bool hasShelfFoot(const Sketch& sketch);

/// What stands under a shelf, in the stage.
struct ShelfFoot {
    scene::Node node;
    float top = 0; ///< millimetres from the stage's bottom up; there the shelf ends
};

/// actions: side by side in this order, all or none of them are touched; arrows: the shelf's; both in one row where
/// there is room for that, the arrows at hand. item: whose people and places stand in lines above them; may be null.
[[nodiscard]] ShelfFoot shelfFoot(Sketch& sketch, std::vector<scene::Node> actions, scene::Node arrows,
                                  const content::Item* item);

/// What an item that is over offers, as lamps of `size`: the same once more, and its address. id: "end", "film". most:
/// as Sketch::action() says.
[[nodiscard]] scene::Node againAction(Sketch& sketch, const std::string& id, float size, Sketch::Look look,
                                      Intent meaning, float most = 0);
[[nodiscard]] scene::Node takeAction(Sketch& sketch, const std::string& id, float size, float most = 0);

} // namespace schacht::visitor
