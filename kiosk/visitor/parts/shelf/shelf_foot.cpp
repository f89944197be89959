#include "kiosk/visitor/parts/shelf/shelf_foot.hpp"

#include "kiosk/visitor/parts/shelf/subjects.hpp"

#include <algorithm>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float shelfRow = 26; // a row of the foot
constexpr float actionsApart = 12;
constexpr float footRowsApart = 6;

} // namespace

bool hasShelfFoot(const Sketch& sketch) {
    return sketch.low() || sketch.leftHanded();
}

ShelfFoot shelfFoot(Sketch& sketch, std::vector<Node> actions, Node arrows, const content::Item* item) {
    const base::Size stage = sketch.aboveBar();
    const float width = stage.width - 2 * layout::margin;
    ShelfFoot out{group("shelf:foot", {0, 0, stage.width, stage.height}), sketch.portrait() ? 12.0F : 9.0F};
    const float wide = rowWidth(actions, actionsApart);
    const bool beside = wide + arrows.box.width + actionsApart <= width;
    arrows.box.x = sketch.atHand(arrows.box.width);
    arrows.box.y = stage.height - out.top - (shelfRow + arrows.box.height) / 2;
    if (!beside && arrows.box.width > 0) {
        out.top += shelfRow + footRowsApart;
    }
    float x = sketch.leftHanded() && beside ? stage.width - layout::margin - wide : layout::margin;
    for (Node& one : actions) {
        one.box.x = x;
        one.box.y = stage.height - out.top - (shelfRow + one.box.height) / 2;
        x += one.box.width + actionsApart;
        out.node.children.push_back(std::move(one));
    }
    if (!out.node.children.empty() || arrows.box.width > 0) {
        out.top += shelfRow + footRowsApart;
    }
    if (item != nullptr) {
        const float room = sketch.portrait() ? 68 : 42; // for their title and two lines, or one
        Node lamps = subjectLamps(sketch, *item, width, room);
        if (lamps.box.height > 0) {
            lamps.box.x = layout::margin;
            lamps.box.y = stage.height - out.top - lamps.box.height;
            out.top += lamps.box.height + footRowsApart;
            out.node.children.push_back(std::move(lamps));
        }
    }
    constexpr float more = 3; // words of a card end near its bottom
    out.top += more;
    out.node.children.push_back(std::move(arrows)); // which change while the shelf moves: they are painted last
    return out;
}

Node againAction(Sketch& sketch, const std::string& id, float size, Sketch::Look look, Intent meaning, float most) {
    return sketch.action(id + ":again", "replay", size, look, sketch.say("end.again"), "action", std::move(meaning),
                         most);
}

Node takeAction(Sketch& sketch, const std::string& id, float size, float most) {
    return sketch.action(id + ":take", "qr", size, Sketch::Look::quiet, sketch.say("end.takeHome"), "action",
                         TakeHome{}, most);
}

} // namespace schacht::visitor
