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

Node storyScreen(Sketch& sketch, const content::Item& item, const content::Story& story, const StoryState& state) {
    const base::Size stage = sketch.aboveBar();
    Node node = group("screen:story:" + item.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    node.name = sketch.inWords(item.title);
    Node pages = group("pages", {0, 0, stage.width, stage.height});
    pages.role = scene::Role::group;
    sketch.owned(pages, {input::Axes::horizontal, state.pages.moving(sketch.now)}, SurfaceOwner::kind);
    const float pitch = layout::pagePitch(sketch.screen.size);
    const float position = state.pages.position(sketch.now);
    const Leaves leaves(story, state.breaks);
    constexpr float rounding = .01F; // millimetres: a neighbour that is just off the glass is not drawn
    for (int leaf = 0; leaf < leaves.count(); ++leaf) {
        const float x = pitch * static_cast<float>(leaf) - position;
        if (std::abs(x) < pitch - rounding) {
            Node one = storyPage(sketch, item, leaves.at(leaf), state.breaks).node;
            one.box.x = x;
            if (leaves.at(leaf) != state.leaf) {
                onlySeen(one);
            }
            pages.children.push_back(std::move(one));
        }
    }
    node.children.push_back(std::move(pages));
    node.children.push_back(storyFoot(sketch, item, state));
    return node;
}

} // namespace schacht::visitor
