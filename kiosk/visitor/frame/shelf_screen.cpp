#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/parts/shelf/shelf.hpp"
#include "kiosk/visitor/parts/shelf/shelf_foot.hpp"

#include <algorithm>
#include <array>

namespace schacht::visitor {

using scene::Node;

namespace {

/// The dark around words that stand alone on a picture; it ends nowhere.
Node darkAround(const Sketch& sketch, base::Rect words) {
    const auto coal = [&](float alpha) { return sketch.theme.colour.coal.withAlpha(alpha); };
    return box(
        {words.x - 90, words.y - 70, words.width + 180, words.height + 140},
        scene::Radial{{.5F, .5F}, {.5F, .5F}, {{0, coal(.78F)}, {.3F, coal(.62F)}, {.62F, coal(.22F)}, {1, coal(0)}}});
}

/// A picture that sinks into the dark under the words, which reach to `words` from the left, and around the count.
void addHero(const Sketch& sketch, const ShelfScreen& shown, float words, base::Rect count, Node& node) {
    const base::Size stage = sketch.aboveBar();
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
        constexpr float usual = 360; // words seldom reach further over it
        shade.children.push_back(box(whole, scrim(sketch.theme, 0, {{0.06F, 1}, {0.26F, .82F}, {0.62F, 0}})));
        const auto side = words > usual ? scrim(sketch.theme, 90, {{0, 1}, {0.5F, .84F}, {0.8F, .3F}, {1, .2F}})
                                        : scrim(sketch.theme, 90, {{0, 1}, {0.22F, .72F}, {0.55F, .1F}, {1, .2F}});
        shade.children.push_back(box(whole, side));
        if (!hasShelfFoot(sketch)) { // in which it stands then
            shade.children.push_back(darkAround(sketch, count.moved(-hero.x, -hero.y)));
        }
    }
    node.children.push_back(std::move(shade));
}

/// In high contrast no words stand on a picture: upright it ends before them, at `bottom`; across there is no room.
void addHeroApart(const Sketch& sketch, const ShelfScreen& shown, float bottom, Node& node) {
    if (!sketch.portrait()) {
        return;
    }
    Node picture = sketch.picture(*shown.picture, {0, 0, sketch.aboveBar().width, bottom});
    picture.id = scene::nodeId("cover:" + shown.id);
    picture.motion.travel = 0.340;
    picture.motion.curve = scene::Curve::swap;
    node.children.push_back(std::move(picture));
    node.children.push_back(box({0, bottom, sketch.aboveBar().width, sketch.theme.hairline},
                                scene::Fill{sketch.theme.colour.edge, 0, {}, 0}));
}

constexpr float arrowSize = 26;

float arrowsTop(const Sketch& sketch) {
    return sketch.aboveBar().height - (sketch.portrait() ? 284.0F : 222.0F) - arrowSize;
}

constexpr float headApart = 9;

/// How title and summary of a shelf are set; millimetres, and the title's share of its size.
struct HeadSet {
    float title;
    int lines;
    float share;
    float summary;
};

/// Title and, unless there is none, summary; that as large as there is room for, or with a room of 0 in its whole size.
std::vector<Node> headWords(Sketch& sketch, const ShelfScreen& shown, const HeadSet& set, float room) {
    const auto& c = sketch.theme.colour;
    std::vector<Node> words;
    words.push_back(sketch.poster(shown.title, {.rank = "poster-9",
                                                .colour = c.chalk,
                                                .width = set.title,
                                                .lines = set.lines,
                                                .size = sketch.theme.style("poster-9").size * set.share}));
    if (!shown.summary.empty()) {
        const float left = std::max(room - words.front().box.height - headApart, 1.0F);
        words.push_back(sketch.text(
            sketch.packWords(shown.summary),
            {.rank = "lead", .colour = c.chalk, .width = set.summary, .lines = 4, .height = room > 0 ? left : 0}));
    }
    return words;
}

/// The same in the first way, from the design's on, in which all of it ends within `room`: the title gives way to large
/// words before they do. wide: as far as they may reach across.
std::vector<Node> fittedHead(Sketch& sketch, const ShelfScreen& shown, float room, float wide) {
    const std::array<HeadSet, 5> ways{
        {{330, 2, 1, 290}, {wide, 1, 1, 290}, {wide, 1, 1, wide}, {wide, 2, .76F, wide}, {wide, 2, .6F, wide}}};
    std::vector<Node> words;
    for (const float summaryRoom : {0.0F, room}) {
        for (HeadSet set : ways) {
            if (sketch.portrait()) {
                set.title = set.summary = sketch.aboveBar().width - 2 * layout::margin;
            } else if (wordsAreLarge(accessOf(sketch.state))) {
                set.title = set.summary = wide;
            }
            words = headWords(sketch, shown, set, summaryRoom);
            float high = -headApart;
            bool all = true;
            for (const Node& one : words) {
                high += headApart + one.box.height;
                all = all && !std::get<scene::TextPaint>(one.paint).paragraph.cutOff();
            }
            if (all && high <= room) {
                return words;
            }
        }
    }
    return words;
}

/// Crest, title and summary, as large as there is room for above `bottom`, of the arrows or of the shelf, and before
/// the count, which begins at `count`.
Node headOf(Sketch& sketch, ShelfScreen& shown, float bottom, float count) {
    const bool upright = sketch.portrait();
    constexpr float highest = 150;                         // of an upright screen: over it the picture is all there is
    const float alone = shown.summary.empty() ? 226 : 188; // a title alone stands where its summary would
    const float usual = hasShelfFoot(sketch) ? 280 : alone;
    Node head = group("head:" + shown.id, {layout::margin, upright ? highest : 20, 0, 120});
    constexpr float widest = 520;
    constexpr float countApart = 6;
    std::vector<Node> column =
        fittedHead(sketch, shown, bottom - headApart - head.box.y - shown.crest.box.height - headApart,
                   std::min(widest, count - countApart - layout::margin));
    Node& title = column.front();
    head.name = title.name;
    title.id = scene::nodeId("title:" + shown.id);
    title.motion.travel = 0.340;
    title.motion.travelFades = true;
    title.motion.curve = scene::Curve::swap;
    column.insert(column.begin(), std::move(shown.crest));
    for (const Node& one : column) {
        head.box.width = std::max(head.box.width, one.box.width);
    }
    stackDown(head, std::move(column), 0, 0, headApart);
    if (upright) {
        head.box.y = std::clamp(bottom - headApart - head.children.back().box.bottom(), highest, usual);
    }
    head.motion.enter.delay = sketch.state.visit.arrival == Arrival::opened ? 0.120 : 0;
    return head;
}

} // namespace

Node shelfScreen(Sketch& sketch, ShelfScreen shown, base::Seconds now) {
    const base::Size stage = sketch.aboveBar();
    const auto& c = sketch.theme.colour;
    const auto items = shelvedAt(sketch.state.visit.here, sketch.catalogue);
    Node node = group("screen:" + shown.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    Node arrows = shelfArrows(sketch, items.size(), arrowSize, 6);
    Node count = sketch.text(sketch.words.count(sketch.language(), "count.stories", static_cast<long>(items.size())),
                             {.rank = "label", .colour = c.chalk});
    base::Rect counted;
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
        counted = count.box;
        foot.children.push_back(std::move(count));
        foot.children.push_back(std::move(arrows));
    }
    Node head = headOf(sketch, shown, headBottom, hasShelfFoot(sketch) ? stage.width : counted.x);
    if (shown.picture != nullptr && sketch.theme.plain) {
        constexpr float apart = 14;
        addHeroApart(sketch, shown, head.box.y - apart, node);
    } else if (shown.picture != nullptr) {
        addHero(sketch, shown, head.box.right(), counted, node);
    }
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
