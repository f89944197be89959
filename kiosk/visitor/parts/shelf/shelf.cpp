#include "kiosk/visitor/parts/shelf/shelf.hpp"
#include "kiosk/visitor/kit/kind_looks.hpp"
#include "kiosk/visitor/parts/shelf/shelf_foot.hpp"
#include "kiosk/visitor/parts/shelf/subjects.hpp"

#include <iterator>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float discSize = 22;
constexpr float cutCorner = 1.5F; // of what is matter (look_and_feel.md)

struct CardSizes {
    float height, picture, title;
    float bottom; ///< from the stage's bottom up
    float spare;  ///< words may reach so far below it
    float gives;  ///< so much of the picture's height is the largest words'
};
constexpr CardSizes landscapeCard{196, 136, 14.4F, 14, 10, 36};
constexpr CardSizes portraitCard{262, 182, 16.5F, 16, 12, 20};
constexpr CardSizes footLandscapeCard{128, 60, 14.4F, 44, 4, 24}; // over a foot
constexpr CardSizes footPortraitCard{202, 108, 16.5F, 50, 4, 14};

CardSizes cardSizes(const Sketch& sketch) {
    CardSizes sizes = hasShelfFoot(sketch) ? sketch.portrait() ? footPortraitCard : footLandscapeCard
                      : sketch.portrait()  ? portraitCard
                                           : landscapeCard;
    sizes.picture -= accessOf(sketch.state).textSize == textSizes ? sizes.gives : 0;
    return sizes;
}

/// The title from `top` on, and under it why the card stands here, where there is room for both.
std::vector<Node> wordsUnder(Sketch& sketch, const Shelved& shelved, const CardSizes& size, base::Rect where,
                             float top) {
    const auto& c = sketch.theme.colour;
    const float room = where.height + size.spare - top - 2;
    const std::string told = whyWords(sketch, shelved.why);
    Sketch::Set set{.rank = "card",
                    .colour = c.chalk,
                    .width = where.width - 4,
                    .lines = 3,
                    .height = room,
                    .size = size.title,
                    .role = scene::Role::none};
    std::optional<Node> why;
    constexpr float gap = 2.5F;
    if (!told.empty()) {
        why = sketch.text(told, {.rank = "label",
                                 .colour = c.ash,
                                 .width = where.width - 4,
                                 .lines = 2,
                                 .weight = 500,
                                 .line = 1.1F,
                                 .role = scene::Role::none});
        set.height = room - gap - why->box.height;
    }
    std::vector<Node> out;
    out.push_back(sketch.text(sketch.packWords(shelved.item->title), set));
    out.front().box.y = top;
    if (why && out.front().box.height <= set.height && !std::get<scene::TextPaint>(why->paint).paragraph.cutOff()) {
        why->box.y = out.front().box.bottom() + gap;
        out.push_back(std::move(*why));
    }
    return out;
}

/// The theme's colour along the foot of a card's picture, which ends at `bottom`; cut where the picture is.
Node themeEdge(base::Colour colour, float width, float bottom) {
    constexpr float high = 2.4F;
    constexpr float whole = 3 * cutCorner; // only its lower corners are seen
    Node edge = box({0, bottom - high, width, high}, {});
    edge.clip = true;
    edge.children.push_back(
        box({0, high - whole, width, whole}, scene::Linear{0, {{0, colour}, {1, colour}}, cutCorner}));
    return edge;
}

Node card(Sketch& sketch, const Shelved& shelved, std::size_t place, std::size_t count, base::Rect where) {
    const content::Item& item = *shelved.item;
    const CardSizes size = cardSizes(sketch);
    constexpr float discOver = 13; // of the disc, over the picture's foot
    const float discTop = size.picture - discOver;
    const auto& c = sketch.theme.colour;
    const auto* theme = sketch.catalogue.themeOf(item);
    Node node = group("card:" + item.id, where);
    node.layer = true;
    node.paint = scene::Fill{c.coal, 0, {}, 0};
    Node picture = sketch.picture(item.cover, {0, 0, where.width, size.picture});
    picture.id = scene::nodeId("cover:" + item.id);
    std::get<scene::PicturePaint>(picture.paint).radius = cutCorner;
    picture.role = scene::Role::none;
    picture.motion.travel = 0.280; // Back
    picture.motion.curve = scene::Curve::swap;
    Node ring = box({6 - 1.6F, discTop - 1.6F, discSize + 3.2F, discSize + 3.2F},
                    scene::Fill{c.coal, discSize / 2 + 1.6F, {}, 0});
    Node disc = box({6, discTop, discSize, discSize}, scene::Fill{c.coal, discSize / 2, c.edge, sketch.theme.hairline});
    Node sign = sketch.icon(std::string(looksOf(item.body).icon), discSize * 0.56F,
                            sketch.pressed(node.id) ? c.lampHot : c.lamp);
    sign.box.x = 6 + discSize * 0.22F;
    sign.box.y = discTop + discSize * 0.22F;
    const std::string kind = sketch.kindAndMinutes(item);
    Node label =
        sketch.text(kind, {.rank = "label", .colour = c.ash, .width = where.width - 34, .lines = 1, .line = 1});
    label.box.x = 34;
    label.box.y = size.picture + 4;
    constexpr float usual = 17; // of the words below, under the picture; large ones begin lower
    std::vector<Node> words =
        wordsUnder(sketch, shelved, size, where, std::max(size.picture + usual, label.box.bottom() - 1));
    node.box.height = std::max(node.box.height, words.back().box.bottom() + 1); // a layer is cut where it ends
    const bool down = sketch.pressed(node.id);
    node.scale = down ? 1.015F : 1;
    node.motion.duration = 0;
    node.children.push_back(std::move(picture));
    node.children.push_back(themeEdge(sketch.colourOf(theme), where.width, size.picture));
    node.children.push_back(std::move(ring));
    node.children.push_back(std::move(disc));
    node.children.push_back(std::move(sign));
    node.children.push_back(std::move(label));
    const std::string why = whyWords(sketch, shelved.why);
    const std::string name = words.front().name + ", " + kind + (why.empty() ? "" : ", " + why);
    std::move(words.begin(), words.end(), std::back_inserter(node.children));
    sketch.touchable(node, name, OpenItem{item.id}, scene::Role::button);
    node.touch->place = place;
    node.touch->count = count;
    return node;
}

} // namespace

Node shelf(Sketch& sketch, const std::vector<Shelved>& items, base::Seconds now) {
    const base::Size stage = sketch.aboveBar();
    const CardSizes size = cardSizes(sketch);
    const float height = size.height;
    Node node = group("shelf", {0, stage.height - size.bottom - height, stage.width, height});
    node.role = scene::Role::list;
    node.clip = false;
    sketch.owned(node, {input::Axes::horizontal, sketch.state.visit.here.shelf.moving(now)}, SurfaceOwner::shelf);
    if (sketch.state.visit.arrival == Arrival::opened) {
        node.motion.enter.offset = {40, 0};
        node.motion.enter.duration = 0.340;
        node.motion.enter.curve = scene::Curve::swap;
    }
    const auto places = layout::shelf(items.size(), sketch.screen.size);
    const float moved = sketch.state.visit.here.shelf.position(now);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const base::Rect where{places.starts[i] - moved, 0, places.widths[i], height};
        if (where.right() > -stage.width && where.x < 2 * stage.width) {
            node.children.push_back(card(sketch, items[i], i + 1, items.size(), where));
        }
    }
    return node;
}

Node shelfArrows(Sketch& sketch, std::size_t cards, float size, float gap) {
    const auto places = layout::shelf(cards, sketch.screen.size);
    Node node = group("shelf:arrows", {0, 0, 0, size});
    node.aside = true;
    if (places.reach <= 0) {
        return node;
    }
    const float goal = sketch.state.visit.here.shelf.goal();
    const bool back = goal > 1;
    const bool on = goal < places.reach - 1;
    using Look = Sketch::Look;
    Node previous = sketch.disc("shelf:back", "arrow-left", size, back ? Look::quiet : Look::off,
                                sketch.say("shelf.previous"), StepShelf{-1});
    Node next = sketch.disc("shelf:on", "arrow-right", size, on ? Look::lit : Look::off, sketch.say("shelf.next"),
                            StepShelf{1});
    previous.touch->repeatable = next.touch->repeatable = true;
    next.box.x = size + gap;
    node.box.width = 2 * size + gap;
    node.children.push_back(std::move(previous));
    node.children.push_back(std::move(next));
    return node;
}

} // namespace schacht::visitor
