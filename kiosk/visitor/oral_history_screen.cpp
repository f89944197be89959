#include "kiosk/visitor/view.hpp"

namespace schacht::visitor {

using scene::Node;

Node oralHistoryScreen(Sketch& sketch, const World&, base::Seconds) {
    const base::Size stage = sketch.stage();
    Node node = group("screen:item:" + sketch.state.here.id, {0, 0, stage.width, stage.height});
    return node;
}

} // namespace schacht::visitor
