#include "kiosk/visitor/kinds/story/story_screen.hpp"
#include "kiosk/visitor/kinds/story/page_parts.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

/// A page that comes or goes is seen, but only the one that the visitor is on can be touched.
void onlySeen(Node& node) {
    if (node.touch) {
        node.touch->enabled = false;
    }
    for (Node& child : node.children) {
        onlySeen(child);
    }
}

} // namespace

Node storyScreen(Sketch& sketch, base::Seconds now) {
    const base::Size stage = sketch.stage();
    const State& s = sketch.state;
    Node node = group("screen:story:" + s.visit.here.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    const auto* item = sketch.catalogue.item(s.visit.here.id);
    if (item == nullptr) {
        return node;
    }
    node.name = sketch.inWords(item->title);
    Node pages = group("pages", {0, 0, stage.width, stage.height});
    pages.id = layout::pagesNode;
    pages.role = scene::Role::group;
    pages.surface = scene::Surface{input::Axes::horizontal, s.visit.pages.moving(now)};
    const float pitch = layout::pagePitch(sketch.screen.size);
    const float position = s.visit.pages.position(now);
    const Leaves leaves(*item, *sketch.breaks);
    constexpr float rounding = .01F; // millimetres: a neighbour that is just off the glass is not drawn
    for (int leaf = 0; leaf < leaves.count(); ++leaf) {
        const float x = pitch * static_cast<float>(leaf) - position;
        if (std::abs(x) < pitch - rounding) {
            Node one = storyPage(sketch, *item, leaves.at(leaf)).node;
            one.box.x = x;
            if (leaves.at(leaf) != Leaf{s.visit.here.page, s.visit.here.part}) {
                onlySeen(one);
            }
            pages.children.push_back(std::move(one));
        }
    }
    node.children.push_back(std::move(pages));
    node.children.push_back(storyFoot(sketch, *item, now));
    return node;
}

} // namespace schacht::visitor
