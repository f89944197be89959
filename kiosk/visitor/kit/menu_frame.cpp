#include "kiosk/visitor/kit/menu_frame.hpp"

namespace schacht::visitor {

MenuFrame::MenuFrame(Sketch& sketch, const std::string& id, const std::string& name,
                     std::initializer_list<std::pair<float, float>> dim)
    : node(group(id, {0, 0, sketch.aboveBar().width, sketch.aboveBar().height})),
      rise(group(id + ":all", {0, 0, sketch.aboveBar().width, sketch.aboveBar().height})) {
    node.clip = true;
    node.name = name;
    node.motion.enter.fade = 0.240; // motion.md, "language, text menu"
    node.children.push_back(box(node.box, scene::Backdrop{{scrim(sketch.theme, 0, dim)}}));
    rise.motion.enter.offset = {0, 24};
    rise.motion.enter.duration = 0.240;
}

scene::Node MenuFrame::finish() {
    node.children.push_back(std::move(rise));
    return std::move(node);
}

base::Rect gridPlace(std::size_t which, std::size_t columns, base::Rect room, float gap, float rowHigh) {
    constexpr float apart = 3; // of two targets
    const float width = (room.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    return {room.x + static_cast<float>(which % columns) * (width + gap),
            room.y + static_cast<float>(which / columns) * rowHigh, width, rowHigh - apart};
}

} // namespace schacht::visitor
