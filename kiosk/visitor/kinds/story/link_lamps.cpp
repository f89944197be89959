#include "kiosk/visitor/kinds/story/page_parts.hpp"

#include <algorithm>

namespace schacht::visitor {

using scene::Node;

namespace {

/// A lamp with the sign of what it opens, and its title.
Node linkLamp(PageSketch& page, const content::Item& to, float width) {
    constexpr float lamp = 22;
    constexpr float gap = 5;
    Sketch& sketch = page.sketch;
    const auto& c = sketch.theme.colour;
    Node node = group("linked:" + page.id + ":" + to.id, {0, 0, 0, lamp});
    const bool down = sketch.pressed(node.id);
    Node face = sketch.face(to.kind, lamp, page.paper ? Sketch::Look::paper : Sketch::Look::quiet, down);
    press(face, down);
    Node title = sketch.text(sketch.packWords(to.title), {.rank = "label",
                                                          .colour = page.paper ? c.ink : c.chalk,
                                                          .width = width - lamp - gap,
                                                          .lines = 2,
                                                          .weight = 600,
                                                          .line = 1.1F,
                                                          .role = scene::Role::none});
    const std::string name = title.name;
    title.box.x = lamp + gap;
    title.box.y = (lamp - title.box.height) / 2;
    node.box.width = title.box.right();
    node.children.push_back(std::move(face));
    node.children.push_back(std::move(title));
    sketch.touchable(node, name, OpenItem{to.id});
    return node;
}

} // namespace

std::vector<Node> PageSketch::lampsForHighLinks(Node& prose, float width) {
    std::vector<std::string> high;
    for (Node& words : prose.children) {
        for (Node& link : words.children) {
            const base::Rect where = link.box.moved(prose.box.x + words.box.x, prose.box.y + words.box.y);
            const float reach = link.touch ? link.touch->reach : 0;
            if (!sketch.low() || !link.touch || layout::reached(sketch.screen.size, where.grown(reach))) {
                continue;
            }
            link.touch->enabled = false;
            const auto* to = std::get_if<OpenItem>(&sketch.meanings.at(link.id));
            if (to != nullptr && std::find(high.begin(), high.end(), to->id) == high.end()) {
                high.push_back(to->id);
            }
        }
    }
    std::vector<Node> lamps;
    lamps.reserve(high.size());
    for (const std::string& linked : high) {
        lamps.push_back(linkLamp(*this, *sketch.catalogue.item(linked), width));
    }
    return lamps;
}

} // namespace schacht::visitor
