#include "kiosk/visitor/shelf_foot.hpp"
#include "kiosk/visitor/view.hpp"

#include <algorithm>

namespace schacht::visitor {

using scene::Node;

namespace {

/// A picture that sinks into the dark under the words.
void addHero(const Sketch& sketch, const ShelfScreen& shown, Node& node) {
    const base::Size stage = sketch.stage();
    const bool upright = sketch.portrait();
    const float high = hasShelfFoot(sketch) ? 420 : 330; // down to where the words begin
    const base::Rect hero = upright ? base::Rect{0, 0, stage.width, high} : base::Rect{260, 0, stage.width - 260, 250};
    Node picture = sketch.picture(*shown.picture, hero);
    picture.id = scene::nodeId("cover:" + shown.id);
    picture.motion.travel = 0.340;
    picture.motion.curve = scene::Curve::swap;
    node.children.push_back(std::move(picture));
    Node shade = group("shade:" + shown.id, hero);
    shade.role = scene::Role::none;
    const base::Rect whole{0, 0, hero.width, hero.height};
    if (upright) {
        shade.children.push_back(
            box(whole, scrim(sketch.theme, 0, {{0.03F, 1}, {0.28F, .88F}, {0.62F, .1F}, {1, .25F}})));
    } else {
        shade.children.push_back(box(whole, scrim(sketch.theme, 0, {{0.06F, 1}, {0.26F, .82F}, {0.62F, 0}})));
        const auto side = wordsAreLarge(sketch.state.access) // and reach further over it
                              ? scrim(sketch.theme, 90, {{0, 1}, {0.5F, .84F}, {0.8F, .3F}, {1, .2F}})
                              : scrim(sketch.theme, 90, {{0, 1}, {0.22F, .72F}, {0.55F, .1F}, {1, .2F}});
        shade.children.push_back(box(whole, side));
    }
    node.children.push_back(std::move(shade));
}

constexpr float arrowSize = 26;

float arrowsTop(const Sketch& sketch) {
    return sketch.stage().height - (sketch.portrait() ? 284.0F : 222.0F) - arrowSize;
}

/// Crest, title and summary, as large as there is room for above `bottom`: of the arrows, or of the shelf.
Node headOf(Sketch& sketch, ShelfScreen shown, float bottom) {
    const base::Size stage = sketch.stage();
    const bool upright = sketch.portrait();
    const auto& c = sketch.theme.colour;
    constexpr float highest = 150;                         // of an upright screen: over it the picture is all there is
    const float alone = shown.summary.empty() ? 226 : 188; // a title alone stands where its summary would
    const float usual = hasShelfFoot(sketch) ? 280 : alone;
    Node head =
        group("head:" + shown.id, {layout::margin, upright ? highest : 20, upright ? stage.width - 32 : 340, 120});
    const bool large = wordsAreLarge(sketch.state.access);
    const float width = upright ? stage.width - 32 : large ? 520 : 330;
    Node title = sketch.poster(shown.title, {.rank = "poster-9", .colour = c.chalk, .width = width, .lines = 2});
    head.name = title.name;
    title.id = scene::nodeId("title:" + shown.id);
    title.motion.travel = 0.340;
    title.motion.travelFades = true;
    title.motion.curve = scene::Curve::swap;
    constexpr float gap = 9;
    std::vector<Node> column;
    column.push_back(std::move(shown.crest));
    column.push_back(std::move(title));
    if (!shown.summary.empty()) {
        const float room = bottom - gap - (head.box.y + column[0].box.height + column[1].box.height + 2 * gap);
        column.push_back(sketch.text(sketch.packWords(shown.summary), {.rank = "lead",
                                                                       .colour = c.chalk,
                                                                       .width = upright || large ? width : 290,
                                                                       .lines = 4,
                                                                       .height = std::max(room, 1.0F)}));
    }
    stackDown(head, std::move(column), 0, 0, gap);
    if (upright) {
        head.box.y = std::clamp(bottom - gap - head.children.back().box.bottom(), highest, usual);
    }
    head.motion.enter.delay = sketch.state.arrival == Arrival::opened ? 0.120 : 0;
    return head;
}

} // namespace

Node shelfScreen(Sketch& sketch, ShelfScreen shown, base::Seconds now) {
    const base::Size stage = sketch.stage();
    const auto& c = sketch.theme.colour;
    const auto items = shelvedAt(sketch.state.here, sketch.catalogue);
    Node node = group("screen:" + shown.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    if (shown.picture != nullptr) {
        addHero(sketch, shown, node);
    }
    Node arrows = shelfArrows(sketch, items.size(), arrowSize, 6);
    Node count = sketch.text(sketch.words.count(sketch.language(), "count.stories", static_cast<long>(items.size())),
                             {.rank = "label", .colour = c.chalk});
    Node cards = shelf(sketch, items, now);
    Node foot = group("shelf:foot", {0, 0, stage.width, stage.height});
    float headBottom = sketch.portrait() ? arrowsTop(sketch) : stage.height - 210;
    if (hasShelfFoot(sketch)) {
        std::vector<Node> beside;
        beside.push_back(std::move(count));
        auto low = shelfFoot(sketch, std::move(beside), std::move(arrows), nullptr);
        cards.box.y = stage.height - low.top - cards.box.height;
        headBottom = cards.box.y;
        foot = std::move(low.node);
    } else {
        arrows.box.x = stage.width - layout::margin - arrows.box.width;
        arrows.box.y = arrowsTop(sketch);
        count.box.x = arrows.box.x - (arrows.box.width > 0 ? 10.0F : 0.0F) - count.box.width;
        count.box.y = arrows.box.y + (arrows.box.height - count.box.height) / 2;
        foot.children.push_back(std::move(count));
        foot.children.push_back(std::move(arrows));
    }
    Node head = headOf(sketch, std::move(shown), headBottom);
    node.name = head.name;
    head.name.clear();
    node.children.push_back(std::move(head));

    if (items.empty()) {
        Node nothing = sketch.text(sketch.say("nothing.here"), {.rank = "lead", .colour = c.chalk, .width = 400});
        nothing.box.x = layout::margin;
        nothing.box.y = stage.height - 140;
        node.children.push_back(std::move(nothing));
    }
    node.children.push_back(std::move(cards));
    node.children.push_back(std::move(foot)); // arrows dim while the shelf moves: what stands still is painted before
    return node;
}

} // namespace schacht::visitor
