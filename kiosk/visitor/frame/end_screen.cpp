#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/parts/shelf/shelf.hpp"
#include "kiosk/visitor/parts/shelf/shelf_foot.hpp"
#include "kiosk/visitor/parts/shelf/subjects.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace schacht::visitor {

using scene::Node;

namespace {

struct Glass {
    float share;
    std::array<base::Point, 4> corners;
};
/// The panes of the design's end of a story, over and over.
const std::array<Glass, 6> endPanes{{{1.1F, {{{0, .08F}, {.98F, 0}, {1, .96F}, {.03F, 1}}}},
                                     {.8F, {{{.02F, 0}, {.96F, .10F}, {1, 1}, {0, .92F}}}},
                                     {1.35F, {{{0, .04F}, {1, 0}, {.95F, 1}, {.04F, .94F}}}},
                                     {1, {{{.04F, 0}, {1, .06F}, {.97F, .94F}, {0, 1}}}},
                                     {.7F, {{{0, 0}, {.97F, .04F}, {1, .92F}, {.05F, 1}}}},
                                     {1.2F, {{{.03F, .06F}, {1, 0}, {.96F, 1}, {0, .96F}}}}}};

Node window(Sketch& sketch, std::size_t panes, base::Colour colour, base::Rect where) {
    constexpr float gap = 2.4F;
    Node node = group("end:window", where);
    float shares = 0;
    for (std::size_t i = 0; i < panes; ++i) {
        shares += endPanes[i % endPanes.size()].share;
    }
    const float unit = (where.width - gap * static_cast<float>(panes - 1)) / shares;
    float x = 0;
    for (std::size_t i = 0; i < panes; ++i) {
        const Glass& pane = endPanes[i % endPanes.size()];
        const bool last = i + 1 == panes;
        std::vector<graphics::GradientStop> stops = {
            {0, mix(colour, {255, 255, 255}, .78F)}, {.4F, colour}, {1, Sketch::deep(colour)}};
        Node lit = group("end:pane:" + std::to_string(i), {x, 0, unit * pane.share, where.height});
        lit.role = scene::Role::none;
        lit.paint = scene::PanePaint{pane.corners, 130, last ? sketch.theme.paneHere() : stops};
        if (sketch.theme.plain) {
            lit.paint = sketch.theme.plainPane(last ? sketch.theme.colour.lamp : colour);
        }
        lit.motion.enter.delay = 0.024 * static_cast<double>(i);
        lit.motion.enter.fade = 0.240;
        node.children.push_back(std::move(lit));
        x += unit * pane.share + gap;
    }
    return node;
}

/// A glow of the theme's colour over the window.
Node glow(base::Colour colour) {
    return box({4, -50, 700, 160},
               scene::Radial{{.5F, .5F},
                             {.5F, .5F},
                             {{0, colour.withAlpha(.32F)}, {.6F, colour.withAlpha(.10F)}, {1, colour.withAlpha(0)}},
                             false,
                             false});
}

/// In the largest words, across, the window is low and the question smaller, so that what was read has room under it.
bool isTight(const Sketch& sketch) {
    return !sketch.portrait() && accessOf(sketch.state).textSize == textSizes;
}

/// "And now?", and what has been read or heard.
Node headOf(Sketch& sketch, const content::Item& item, float room) {
    const bool upright = sketch.portrait();
    const auto& c = sketch.theme.colour;
    const bool tight = isTight(sketch);
    Node head =
        group("end:head", {layout::margin, tight ? 28.0F : 62, sketch.aboveBar().width - 2 * layout::margin, 80});
    Node title = sketch.snug(Sketch::As::poster, sketch.ownWords(sketch.say("end.question")),
                             {.rank = "poster-9",
                              .colour = c.chalk,
                              .width = upright ? sketch.aboveBar().width - 32 : 400,
                              .lines = 1,
                              .size = sketch.theme.style("poster-9").size * (tight ? .88F : 1)});
    head.name = title.name;
    const std::string itemTitle = sketch.inWords(item.title);
    constexpr float gap = 6;
    const float shelfTop = sketch.aboveBar().height - 210; // of a landscape screen
    const float titleEnd = head.box.y + title.box.height + gap;
    Node read = sketch.text(sketch.say(endOf(item.body).words, {{"title", itemTitle}}),
                            {.rank = "lead",
                             .colour = c.chalk,
                             .width = room,
                             .lines = 2,
                             .height = upright ? 0 : shelfTop - gap - titleEnd});
    std::vector<Node> column;
    column.push_back(std::move(title));
    column.push_back(std::move(read));
    stackDown(head, std::move(column), 0, 0, gap);
    head.box.height = head.children.back().box.bottom();
    return head;
}

constexpr float endLamp = 24; // of "again" and "take it home"

/// Arrows of the shelf, "again" and "take it home", in this order.
std::vector<Node> actionsOf(Sketch& sketch, const content::Item& item, std::size_t cards) {
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    const float bottom = upright ? 304 : 222;
    std::vector<Node> out;
    Node arrows = shelfArrows(sketch, cards, 26, 8);
    arrows.box.x = stage.width - layout::margin - arrows.box.width;
    arrows.box.y = stage.height - bottom - arrows.box.height;
    Node again = againAction(sketch, "end", endLamp, Sketch::Look::quiet, ReadAgain{});
    again.box.x = upright ? layout::margin : arrows.box.x - (arrows.box.width > 0 ? 12.0F : 0.0F) - again.box.width;
    again.box.y = arrows.box.y + (arrows.box.height - again.box.height) / 2;
    const float arrowsLeft = arrows.box.x;
    out.push_back(std::move(arrows));
    if (!item.readMore.empty()) {
        Node take = takeAction(sketch, "end", endLamp);
        constexpr float apart = 9;
        const float room = arrowsLeft - layout::margin - 2 * apart;
        if (const float both = take.box.width + again.box.width; upright && both > room) { // large words give way
            const base::Point corner{again.box.x, again.box.y};
            take = takeAction(sketch, "end", endLamp, take.box.width * room / both);
            again =
                againAction(sketch, "end", endLamp, Sketch::Look::quiet, ReadAgain{}, again.box.width * room / both);
            again.box.x = corner.x;
            again.box.y = corner.y;
        }
        take.box.y = again.box.y;
        take.box.x = upright ? again.box.x : again.box.x - 12 - take.box.width;
        again.box.x = upright ? take.box.right() + apart : again.box.x;
        out.push_back(std::move(again));
        out.push_back(std::move(take));
    } else {
        out.push_back(std::move(again));
    }
    return out;
}

/// Head, lamps, actions, shelf and arrows, under the window.
void addAll(Sketch& sketch, const content::Item& item, Node& node, float windowBottom, base::Seconds now) {
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    const auto related = shelvedAt(sketch.state.visit.here, sketch.catalogue);
    std::vector<Node> actions = actionsOf(sketch, item, related.size());
    const float actionsTop = actions.front().box.y;
    constexpr float apart = 6;
    const float room =
        upright ? stage.width - 2 * layout::margin : std::min(400.0F, actions.back().box.x - apart - layout::margin);
    Node head = headOf(sketch, item, room);
    node.name = head.name;
    const float left = upright ? layout::margin : layout::margin + head.children.front().box.width + 28;
    const bool tight = isTight(sketch);
    const float top = upright ? windowBottom + 18 + head.box.height + 14 : windowBottom + (tight ? 0 : 8);
    const float lampsBottom = tight ? head.box.y + head.children.front().box.height : actionsTop - 8;
    Node lamps = subjectLamps(sketch, item, stage.width - layout::margin - left, lampsBottom - top);
    lamps.box.x = left;
    if (upright) { // they stand over the lamps of the shelf, as low as they can
        lamps.box.y = actionsTop - 16 - lamps.box.height;
        head.box.y = std::min(176.0F, lamps.box.y - (lamps.box.height > 0 ? 16.0F : 0) - head.box.height);
    } else { // one line of them stands beside the question, more of them begin above it
        const float middle = head.box.y + head.children.front().box.height * .44F; // of its letters
        lamps.box.y = std::max(top, middle + subjectLamp / 2 - lamps.box.height);
    }
    node.children.push_back(std::move(head));
    node.children.push_back(std::move(lamps));
    Node arrows = std::move(actions.front());
    std::move(actions.begin() + 1, actions.end(), std::back_inserter(node.children));
    Node cards = shelf(sketch, related, now);
    if (upright) {
        cards.box.y = stage.height - 20 - cards.box.height;
    }
    node.children.push_back(std::move(cards));
    node.children.push_back(std::move(arrows));
}

/// The same with a foot under the shelf.
void addOverFoot(Sketch& sketch, const content::Item& item, Node& node, base::Seconds now) {
    const base::Size stage = sketch.aboveBar();
    const auto related = shelvedAt(sketch.state.visit.here, sketch.catalogue);
    std::vector<Node> actions;
    if (!item.readMore.empty()) {
        actions.push_back(takeAction(sketch, "end", endLamp));
    }
    actions.push_back(againAction(sketch, "end", endLamp, Sketch::Look::quiet, ReadAgain{}));
    auto foot = shelfFoot(sketch, std::move(actions), shelfArrows(sketch, related.size(), 26, 8), &item);
    Node cards = shelf(sketch, related, now);
    cards.box.y = stage.height - foot.top - cards.box.height;
    Node head = headOf(sketch, item, std::min(stage.width - 2 * layout::margin, 560.0F));
    node.name = head.name;
    const float over = cards.box.y - head.box.height;
    head.box.y = sketch.portrait() ? over - 24 : std::min(head.box.y, over - 12);
    node.children.push_back(std::move(head));
    node.children.push_back(std::move(cards));
    node.children.push_back(std::move(foot.node));
}

} // namespace

Node endScreen(Sketch& sketch, base::Seconds now) {
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    Node node = group("screen:end:" + sketch.state.visit.here.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    const auto* item = sketch.catalogue.item(sketch.state.visit.here.id);
    if (item == nullptr) {
        return node;
    }
    const base::Colour colour = sketch.colourOf(sketch.catalogue.themeOf(*item));
    if (!sketch.theme.plain) {
        node.children.push_back(glow(colour));
    }
    const bool tight = isTight(sketch);
    const base::Rect glass{layout::margin,
                           upright ? 40.0F
                           : tight ? 8
                                   : 20,
                           stage.width - 2 * layout::margin,
                           upright ? 34.0F
                           : tight ? 12
                                   : 22};
    node.children.push_back(window(sketch, endOf(item->body).panes, colour, glass));
    if (hasShelfFoot(sketch)) {
        addOverFoot(sketch, *item, node, now);
    } else {
        addAll(sketch, *item, node, glass.bottom(), now);
    }
    return node;
}

} // namespace schacht::visitor
