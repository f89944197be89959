#include "kiosk/visitor/view.hpp"

#include <algorithm>

namespace schacht::visitor {

using scene::Node;

namespace {

Node screenOf(Sketch& sketch, const World& world, base::Seconds now) {
    switch (sketch.state.here.kind) {
    case ScreenKind::attract:
        return attractScreen(sketch, world);
    case ScreenKind::home:
        return homeScreen(sketch);
    case ScreenKind::theme:
        return themeScreen(sketch, now);
    case ScreenKind::story:
        return storyScreen(sketch, now);
    case ScreenKind::end:
        return endScreen(sketch, now);
    }
    return homeScreen(sketch);
}

/// Where a node stands on the screen as laid out; none where it is not there.
std::optional<base::Rect> findBox(const Node& node, scene::NodeId id, base::Point origin, bool& round) {
    const base::Rect here = node.box.moved(origin.x, origin.y);
    if (node.id == id) {
        const auto* fill = std::get_if<scene::Fill>(&node.paint);
        round = fill != nullptr && fill->radius >= node.box.width / 2;
        return here;
    }
    for (const Node& child : node.children) {
        if (const auto found = findBox(child, id, {here.x, here.y}, round)) {
            return found;
        }
    }
    return std::nullopt;
}

/// The visible focus of a keyboard: a ring of lamp around the node (tokens: 1.6 mm thick, 1.4 mm off).
void addFocus(Sketch& sketch, Node& root) {
    constexpr float thick = 1.6F;
    constexpr float off = 1.4F;
    bool round = false;
    if (const auto where = findBox(root, sketch.state.focus, {}, round); sketch.state.focus != 0 && where) {
        const base::Rect screen{0, 0, root.box.width, root.box.height};
        const base::Rect ring = where->grown(off + thick).intersected(screen);
        Node focus = group("focus", ring);
        focus.role = scene::Role::none;
        focus.paint = scene::Fill{{0, 0, 0, 0}, round ? ring.width / 2 : 1.5F, sketch.theme.colour.lamp, thick};
        focus.motion.duration = 0.160;
        root.children.push_back(std::move(focus));
    }
}

} // namespace

scene::Linear scrim(const scene::Theme& theme, float degrees, std::initializer_list<std::pair<float, float>> stops) {
    scene::Linear out{degrees, {}, 0};
    for (const auto& [at, alpha] : stops) {
        out.stops.push_back({at, theme.colour.coal.withAlpha(alpha)});
    }
    return out;
}

View view(Sketch& sketch, const World& world, base::Seconds now) {
    const base::Size size = sketch.screen.size;
    View out;
    Node root = group("screen", {0, 0, size.width, size.height});
    root.clip = true;
    root.paint = scene::Fill{sketch.theme.colour.coal, 0, {}, 0};
    Node stage = screenOf(sketch, world, now);
    out.scene.title = stage.name;
    const bool attract = sketch.state.here.kind == ScreenKind::attract;
    // what can be dragged is painted last, so that all that stands still can be composed once
    if (!attract) {
        root.children.push_back(bar(sketch));
    }
    root.children.push_back(std::move(stage));
    if (sketch.state.menu == Menu::language) {
        root.children.push_back(languageMenu(sketch));
    }
    if (sketch.state.asking) {
        root.children.push_back(stillThere(sketch, world, now));
    }
    addFocus(sketch, root);
    if (text::directionOf(sketch.language()) == text::Direction::rightToLeft) {
        mirror(root);
    }
    out.scene.size = size;
    out.scene.language = sketch.language();
    out.scene.root = std::move(root);
    out.meanings = std::move(sketch.meanings);
    return out;
}

} // namespace schacht::visitor
