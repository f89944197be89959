#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

#include <initializer_list>
#include <utility>

namespace schacht::visitor {

/// A menu that rises from the bar over the soft copy of the screen, in the stage.
struct MenuFrame {
    /// dim: how dark the copy is, from its foot up (scrim()).
    MenuFrame(Sketch& sketch, const std::string& id, const std::string& name,
              std::initializer_list<std::pair<float, float>> dim);

    scene::Node node;
    scene::Node rise; ///< what the menu holds

    [[nodiscard]] scene::Node finish();
};

/// The place of one of many in a grid of `columns`, row by row: `room` is as wide as a row, `gap` lies between columns,
/// and 3 mm between rows.
[[nodiscard]] base::Rect gridPlace(std::size_t which, std::size_t columns, base::Rect room, float gap, float rowHigh);

} // namespace schacht::visitor
