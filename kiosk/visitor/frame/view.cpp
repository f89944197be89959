#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/parts/close_look/close_look_screen.hpp"

#include "kiosk/visitor/core/timing.hpp"

#include <algorithm>

namespace schacht::visitor {

using scene::Node;

namespace {

Node screenNow(Sketch& sketch, base::Seconds now) {
    const auto* item = sketch.catalogue.item(sketch.state.visit.here.id);
    switch (sketch.state.visit.here.kind) {
    case ScreenKind::attract:
        return attractScreen(sketch);
    case ScreenKind::home:
        return homeScreen(sketch);
    case ScreenKind::theme:
        return themeScreen(sketch, now);
    case ScreenKind::item:
        return item != nullptr ? itemScreen(sketch, *item, item->body, sketch.state.visit.here.own)
                               : homeScreen(sketch);
    case ScreenKind::picture:
        return item != nullptr ? closeLookScreen(sketch, *item, std::get<CloseLook>(sketch.state.visit.here.own), false)
                               : homeScreen(sketch);
    case ScreenKind::end:
        return endScreen(sketch, now);
    case ScreenKind::notice:
        return noticeScreen(sketch);
    case ScreenKind::takeHome:
        return takeHomeScreen(sketch);
    case ScreenKind::place:
    case ScreenKind::person:
        return subjectScreen(sketch, now);
    }
    return homeScreen(sketch);
}

/// The visible focus of a keyboard: a ring of lamp around the node (tokens: 1.6 mm thick, 1.4 mm off).
void addFocus(Sketch& sketch, Node& root) {
    constexpr float thick = 1.6F;
    constexpr float off = 1.4F;
    const auto found = sketch.state.visit.focus != 0 ? nodeAt(root, sketch.state.visit.focus) : std::nullopt;
    if (found) {
        const auto* fill = std::get_if<scene::Fill>(&found->node->paint);
        const bool round = fill != nullptr && fill->radius >= found->box.width / 2;
        const base::Rect screen{0, 0, root.box.width, root.box.height};
        const base::Rect ring = found->box.grown(off + thick).intersected(screen);
        Node focus = group("focus", ring);
        focus.role = scene::Role::none;
        focus.paint = scene::Fill{{0, 0, 0, 0}, round ? ring.width / 2 : 1.5F, sketch.theme.colour.lamp, thick};
        focus.motion.duration = 0.160;
        root.children.push_back(std::move(focus));
    }
}

/// What lies under an open menu that covers a part of the screen cannot be touched.
void giveWay(Node& node, base::Point origin, base::Rect menu) {
    const base::Rect here = node.box.moved(origin.x, origin.y);
    const bool around = here.intersected(menu) == menu;
    constexpr float apart = 3; // between two targets
    if (node.touch && !around && !here.grown(node.touch->reach).intersected(menu.grown(apart)).empty()) {
        node.touch->enabled = false;
    }
    for (Node& child : node.children) {
        giveWay(child, {here.x, here.y}, menu);
    }
}

/// What the screen wants of the bar.
Surround surroundNow(const Sketch& sketch) {
    const Stop& here = sketch.state.visit.here;
    const auto* item = here.kind == ScreenKind::item ? sketch.catalogue.item(here.id) : nullptr;
    return item != nullptr ? surroundAt(sketch, item->body)
                           : Surround{.barOver = false, .bare = here.kind == ScreenKind::attract};
}

/// The screen, with the bar under or over it and the volume over both. What can be dragged is painted last, so that all
/// that stands still can be composed once.
void addStage(Sketch& sketch, Node& root, Node stage) {
    const Surround around = surroundNow(sketch);
    std::optional<Node> volume;
    if (sketch.state.visit.menu == Menu::sound) {
        volume = soundMenu(sketch);
        giveWay(stage, {}, volume->box);
    }
    if (!around.bare && !around.barOver) {
        root.children.push_back(bar(sketch, around));
    }
    root.children.push_back(std::move(stage));
    if (!around.bare && around.barOver) {
        root.children.push_back(bar(sketch, around));
    }
    if (volume) {
        root.children.push_back(std::move(*volume));
    }
}

/// What lies over the screen: the light that a visit begins with, a menu, the question whether someone is there.
void addOverStage(Sketch& sketch, Node& root, const World& world, base::Seconds now) {
    const Visit& visit = sketch.state.visit;
    if (visit.begun && now < *visit.begun + lampGrows && sketch.movement >= Movement::calm) {
        root.children.push_back(lampLight(sketch));
    }
    if (visit.menu == Menu::language) {
        root.children.push_back(languageMenu(sketch));
    }
    if (visit.menu == Menu::access) {
        root.children.push_back(accessMenu(sketch));
    }
    if (visit.asking) {
        root.children.push_back(stillThere(sketch, world, now));
    }
}

/// What the whole scene is, besides its nodes.
void describeScene(const Sketch& sketch, scene::Scene& scene) {
    constexpr base::Seconds idleOver = 0.800; // motion.md
    scene.throughDark = sketch.state.visit.here.kind == ScreenKind::attract ? idleOver : 0;
    scene.reduced = sketch.movement == Movement::reduced;
    scene.size = sketch.screen.size;
    const Access& access = accessOf(sketch.state);
    scene.dress = std::to_string(access.textSize) + (access.contrast ? " contrast" : "") +
                  (access.lowReach ? " low" : "") + (access.leftHand ? " left" : "");
    scene.language = sketch.language();
}

} // namespace

View view(Sketch& sketch, const World& world, base::Seconds now) {
    const base::Size size = sketch.screen.size;
    View out;
    sketch.now = now;
    Node root = group("screen", {0, 0, size.width, size.height});
    root.clip = true;
    root.paint = scene::Fill{sketch.theme.colour.coal, 0, {}, 0};
    Node stage = screenNow(sketch, now);
    out.scene.title = stage.name;
    addStage(sketch, root, std::move(stage));
    addOverStage(sketch, root, world, now);
    addFocus(sketch, root);
    if (text::directionOf(sketch.language()) == text::Direction::rightToLeft) {
        mirror(root);
    }
    describeScene(sketch, out.scene);
    out.scene.root = std::move(root);
    if (const Narration& narration = sketch.state.visit.narration; narration.now && !narration.brief) {
        scene::markUtterance(out.scene, narration.said[*narration.now], sketch.theme.colour.lamp,
                             sketch.screen.pixelsPerMillimetre);
    }
    out.meanings = std::move(sketch.meanings);
    out.owners = std::move(sketch.owners);
    out.slides = std::move(sketch.sliders);
    out.drawn = sketch.drawn;
    return out;
}

} // namespace schacht::visitor
