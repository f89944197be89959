#include "kiosk/visitor/view.hpp"

namespace schacht::visitor {

using scene::Node;

Node themeScreen(Sketch& sketch, base::Seconds now) {
    const base::Size stage = sketch.stage();
    const content::Theme* theme = sketch.catalogue.theme(sketch.state.here.id);
    Node node = group("screen:theme:" + sketch.state.here.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    if (theme == nullptr) {
        return node;
    }
    const bool upright = sketch.portrait();
    const auto& c = sketch.theme.colour;
    const auto& items = sketch.catalogue.itemsOf(theme->id);

    const base::Rect hero = upright ? base::Rect{0, 0, stage.width, 330} : base::Rect{260, 0, stage.width - 260, 250};
    Node picture = sketch.picture(theme->cover, hero);
    picture.id = scene::nodeId("cover:theme:" + theme->id);
    picture.motion.travel = 0.340;
    picture.motion.curve = scene::Curve::swap;
    node.children.push_back(std::move(picture));
    Node shade = group("theme:shade", hero);
    shade.role = scene::Role::none;
    if (upright) {
        shade.children.push_back(box({0, 0, hero.width, hero.height},
                                     scrim(sketch.theme, 0, {{0.03F, 1}, {0.28F, .88F}, {0.62F, .1F}, {1, .25F}})));
    } else {
        shade.children.push_back(
            box({0, 0, hero.width, hero.height}, scrim(sketch.theme, 0, {{0.06F, 1}, {0.26F, .82F}, {0.62F, 0}})));
        shade.children.push_back(box({0, 0, hero.width, hero.height},
                                     scrim(sketch.theme, 90, {{0, 1}, {0.22F, .72F}, {0.55F, .1F}, {1, .2F}})));
    }
    node.children.push_back(std::move(shade));

    Node head = group("theme:head", {layout::margin, upright ? 188.0F : 20.0F, upright ? stage.width - 32 : 340, 120});
    const float width = upright ? stage.width - 32 : 330;
    Node title = sketch.poster(sketch.packWords(theme->title),
                               {.rank = "poster-9", .colour = c.chalk, .width = width, .lines = 2});
    node.name = title.name;
    title.id = scene::nodeId("title:theme:" + theme->id);
    title.motion.travel = 0.340;
    title.motion.travelFades = true;
    title.motion.curve = scene::Curve::swap;
    constexpr float gap = 9;
    std::vector<Node> column;
    column.push_back(sketch.seam(sketch.colourOf(theme)));
    column.push_back(std::move(title));
    const float shelfTop = stage.height - (upright ? 278.0F : 210.0F);
    const float room = shelfTop - gap - (head.box.y + column[0].box.height + column[1].box.height + 2 * gap);
    column.push_back(
        sketch.text(sketch.packWords(theme->summary),
                    {.rank = "lead", .colour = c.chalk, .width = upright ? width : 290, .lines = 4, .height = room}));
    stackDown(head, std::move(column), 0, 0, gap);
    head.motion.enter.delay = sketch.state.arrival == Arrival::opened ? 0.120 : 0;
    node.children.push_back(std::move(head));

    Node arrows = shelfArrows(sketch, items.size(), 26, 6);
    const float bottom = upright ? 284 : 222;
    arrows.box.x = stage.width - layout::margin - arrows.box.width;
    arrows.box.y = stage.height - bottom - arrows.box.height;
    Node count = sketch.text(sketch.words.count(sketch.language(), "count.stories", static_cast<long>(items.size())),
                             {.rank = "label", .colour = c.chalk});
    count.box.x = arrows.box.x - 10 - count.box.width;
    count.box.y = arrows.box.y + (arrows.box.height - count.box.height) / 2;
    node.children.push_back(std::move(count));
    if (items.empty()) {
        Node nothing = sketch.text(sketch.say("nothing.here"), {.rank = "lead", .colour = c.chalk, .width = 400});
        nothing.box.x = layout::margin;
        nothing.box.y = stage.height - 140;
        node.children.push_back(std::move(nothing));
    }
    node.children.push_back(shelf(sketch, items, now));
    node.children.push_back(
        std::move(arrows)); // which dim while the shelf moves: all that stands still is painted before
    return node;
}

} // namespace schacht::visitor
