#include "kiosk/visitor/parts/close_look/close_look_screen.hpp"
#include "kiosk/visitor/kit/credit_line.hpp"
#include "kiosk/visitor/kit/picture_nodes.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float toolSize = 26;
constexpr base::Seconds controlsLater = 0.200; // motion.md, "picture → gallery zoom"
constexpr base::Size thumbSize{42, 26};
constexpr float thumbPitch = thumbSize.width + 4;
constexpr float footBottom = 9;

/// What the parts of the screen are drawn from.
struct Closeup {
    Sketch& sketch;
    const content::Item& item;
    const std::vector<content::Exhibit>& all;
    const std::size_t number;
    const CloseLook& look;
    const bool goesOn; ///< after the last picture comes the end of the item
    const Lens lens;
    const Sight sight;

    [[nodiscard]] const content::Picture& picture() const { return *all[number].picture; }
    [[nodiscard]] bool mirrored() const { return text::directionOf(sketch.language()) == text::Direction::rightToLeft; }
    /// Pictures are not mirrored: a place within `width` that will be, so that it comes out as it is.
    [[nodiscard]] base::Rect unmirrored(base::Rect at, float width) const {
        at.x = mirrored() ? width - at.x - at.width : at.x;
        return at;
    }
    [[nodiscard]] base::Size pixels(const std::string& file) const {
        const auto found = sketch.state.device.library.sizes.find(file);
        return found != sketch.state.device.library.sizes.end() && found->second ? *found->second : base::Size{};
    }

    [[nodiscard]] Node main() const {
        Node frame = group("look", lens.frame);
        frame.clip = true;
        if (!sketch.low() || layout::reached(sketch.screen.size, lens.frame)) { // else the small map moves it
            sketch.owned(frame, {input::Axes::both, look.zoom.moving(sketch.now), true}, SurfaceOwner::closeLook);
        }
        Node node = sketch.picture(picture(), unmirrored(lens.place(sight), lens.frame.width));
        auto& paint = std::get<scene::PicturePaint>(node.paint);
        paint.pixels = pixels(picture().file);
        node.id = exhibitNode(item, all[number]);
        node.role = scene::Role::none;
        node.motion.travel = 0.320;
        node.motion.curve = scene::Curve::swap;
        comeFromThumb(node);
        frame.children.push_back(std::move(node));
        constexpr float apart = 3; // from the bar
        Node target = group("look:aside", {0, 0, lens.frame.width, lens.frame.height - apart});
        target.role = scene::Role::picture;
        target.name = sketch.say("picture.of", {{"alt", sketch.inWords(picture().alt)}});
        if (!sketch.low() || layout::reached(sketch.screen.size, target.box)) {
            sketch.touchable(target, target.name, ToggleAside{}, scene::Role::picture);
        }
        frame.children.push_back(std::move(target));
        return frame;
    }
    /// A picture whose thumbnail was touched grows out of it.
    void comeFromThumb(Node& node) const {
        const auto [first, shown] = thumbsShown();
        const bool there = number >= first && number < first + shown;
        if (sketch.state.visit.arrival == Arrival::byHand && there) {
            const float x = thumbsLeft() + thumbPitch * static_cast<float>(number - first);
            const float y = sketch.aboveBar().height - footBottom - toolSize;
            node.pivot = {mirrored() ? 1.0F : 0.0F, 0};
            node.motion.enter.scale = thumbSize.width / node.box.width;
            node.motion.enter.offset = {x - node.box.x, y - node.box.y};
            node.motion.enter.duration = 0.320;
            node.motion.enter.curve = scene::Curve::swap;
        }
    }

    /// Across, the words have what room the tools leave beside them.
    [[nodiscard]] Node about(const Node& tools) const {
        const auto& c = sketch.theme.colour;
        const bool upright = sketch.portrait();
        const base::Size stage = sketch.aboveBar();
        constexpr float usual = 380;
        constexpr float apart = 10;
        float from = stage.width;
        float until = 0;
        for (const Node& one : tools.children) {
            from = std::min(from, one.box.x);
            until = std::max(until, one.box.right());
        }
        const float whole = stage.width - 2 * layout::margin;
        const float width = upright ? whole : std::min(usual, whole - (until - from) - apart);
        std::vector<Node> column;
        column.push_back(sketch.seam(sketch.colourOf(sketch.catalogue.themeOf(item))));
        column.push_back(sketch.poster(sketch.packWords(*all[number].title),
                                       {.rank = "poster-5", .colour = c.chalk, .width = width, .lines = 2}));
        constexpr float gap = 5;
        const float bottom = stage.height - (upright ? 158 : 50);
        const std::string maker = creditLine(sketch, picture().file);
        Node line = sketch.text(maker, {.rank = "label", .colour = c.ash, .width = width, .lines = 2});
        float room = bottom - lens.clear - 4;
        for (const Node* part : {&column[0], &column[1], maker.empty() ? nullptr : &line}) {
            room -= part == nullptr ? 0 : part->box.height + gap;
        }
        if (!picture().caption.empty()) {
            column.push_back(sketch.text(
                sketch.packWords(picture().caption),
                {.rank = "body", .colour = c.chalk, .width = width, .lines = upright ? 6 : 5, .height = room}));
        }
        if (!maker.empty()) {
            column.push_back(std::move(line));
        }
        Node node = group("look:about:" + std::to_string(number), {0, 0, stage.width, stage.height});
        node.motion.enter.delay = controlsLater;
        const bool toolsFirst = sketch.leftHanded() && !upright; // they need its place
        stackUp(node, std::move(column), toolsFirst ? stage.width - layout::margin - width : layout::margin, bottom,
                gap);
        return node;
    }

    [[nodiscard]] Node tool(const std::string& name, const std::string& sign, Sketch::Look how, int steps) const {
        Node node =
            sketch.actionBelow("look:" + name, sign, toolSize, how, sketch.say("look." + name), 0, Magnify{steps});
        node.touch->repeatable = true;
        return node;
    }

    /// The whole picture, with what is seen of it lit.
    [[nodiscard]] Node map(base::Size room) const {
        const base::Size size = base::fitting(lens.whole, room);
        const base::Rect whole{0, 0, size.width, size.height};
        Node node = group("look:map", whole);
        node.clip = true;
        node.children.push_back(sketch.picture(picture(), whole));
        const auto& c = sketch.theme.colour;
        node.children.push_back(box(whole, scene::Fill{c.coal.withAlpha(.62F), 0, {}, 0}));
        const base::Rect seen = lens.seen(sight);
        const base::Rect lit = unmirrored(
            {seen.x * whole.width, seen.y * whole.height, seen.width * whole.width, seen.height * whole.height},
            whole.width);
        Node window = group("look:seen", lit);
        window.role = scene::Role::none;
        window.motion.enter.alpha = 1;
        window.clip = true;
        const base::Rect inside = base::Rect{-lit.x, -lit.y, whole.width, whole.height};
        window.children.push_back(sketch.picture(picture(), inside));
        window.children.push_back(
            box({0, 0, lit.width, lit.height}, scene::Fill{{0, 0, 0, 0}, 0, c.lamp, sketch.theme.plain ? 1.4F : .9F}));
        node.children.push_back(std::move(window));
        node.children.push_back(box(whole, scene::Fill{{0, 0, 0, 0}, 0, c.edge, sketch.theme.hairline}));
        for (Node& child : node.children) {
            child.role = scene::Role::none;
        }
        node.name = sketch.say("look.map");
        node.role = scene::Role::progress;
        node.touch = scene::Touch{};
        constexpr float least = 20; // of a target
        node.touch->reach = std::max(0.0F, (least - std::min(whole.width, whole.height)) / 2);
        constexpr float step = .25F; // of what is seen
        constexpr base::Point far{1, 1};
        sketch.slides(node, input::Axes::both,
                      {SurfaceOwner::closeLook,
                       sight.at,
                       {step / sight.scale, step / sight.scale},
                       lens.within({sight.scale, {0, 0}}).at,
                       lens.within({sight.scale, far}).at});
        return node;
    }

    [[nodiscard]] Node tools() const {
        const base::Size stage = sketch.aboveBar();
        const bool upright = sketch.portrait();
        const float bottom = stage.height - (upright ? 58 : 62);
        Node node = group("look:tools", {0, 0, stage.width, stage.height});
        node.motion.enter.delay = controlsLater;
        Node small = map(upright ? base::Size{128, 72} : base::Size{96, 54});
        small.box.x = sketch.atHand(small.box.width);
        small.box.y = bottom - small.box.height;
        const float goal = look.zoom.moving(sketch.now) ? look.zoom.scale.goal() : sight.scale;
        using How = Sketch::Look;
        constexpr float least = 1.01F;
        const bool whole = goal < least;
        std::vector<Node> row;
        row.push_back(tool("smaller", "minus", whole ? How::off : How::quiet, -1));
        row.push_back(tool("larger", "plus", goal > Lens::nearest / least ? How::off : How::lit, 1));
        row.push_back(tool("whole", "whole", whole ? How::off : How::quiet, 0));
        constexpr float gap = 6;
        const float width = rowWidth(row, gap);
        constexpr float beside = 14;
        float x = layout::margin; // upright on the other side than the map
        if (sketch.leftHanded()) {
            x = upright ? stage.width - layout::margin - width : small.box.right() + beside;
        } else if (!upright) {
            x = small.box.x - beside - width;
        }
        for (Node& one : row) {
            one.box.x = x;
            one.box.y = bottom - one.box.height;
            x += one.box.width + gap;
            node.children.push_back(std::move(one));
        }
        node.children.push_back(std::move(small));
        return node;
    }

    /// The first thumbnail that there is room for, and how many.
    [[nodiscard]] std::pair<std::size_t, std::size_t> thumbsShown() const {
        constexpr float rest = 2 * toolSize + 3.6F + 52; // arrows and count
        const float room = sketch.aboveBar().width - 2 * layout::margin - rest;
        const auto most = static_cast<std::size_t>(std::max(room / thumbPitch, 1.0F));
        const std::size_t shown = std::min(most, all.size());
        const std::size_t first = number > shown / 2 ? number - shown / 2 : 0;
        return {std::min(first, all.size() - shown), shown};
    }

    [[nodiscard]] float thumbsLeft() const {
        const float width = thumbPitch * static_cast<float>(thumbsShown().second) - (thumbPitch - thumbSize.width);
        return sketch.leftHanded() ? sketch.aboveBar().width - layout::margin - width : layout::margin;
    }

    [[nodiscard]] Node oneThumb(std::size_t which) const {
        Node node =
            group("look:thumb:" + item.id + ":" + std::to_string(which), {0, 0, thumbSize.width, thumbSize.height});
        Node small = sketch.picture(*all[which].picture, node.box);
        small.role = scene::Role::none;
        small.alpha = which == number ? 1 : .8F;
        node.children.push_back(std::move(small));
        const auto& c = sketch.theme.colour;
        if (which == number) {
            constexpr float line = 1.2F;
            node.children.push_back(box(node.box.grown(line), scene::Fill{{0, 0, 0, 0}, line, c.coal, line}));
            node.children.push_back(box(node.box.grown(2 * line), scene::Fill{{0, 0, 0, 0}, 2 * line, c.lamp, line}));
        }
        sketch.touchable(node,
                         sketch.say("look.thumb", {{"title", sketch.inWords(*all[which].title)},
                                                   {"number", std::to_string(which + 1)},
                                                   {"count", std::to_string(all.size())}}),
                         OpenPicture{item.id, which});
        return node;
    }

    [[nodiscard]] Node foot() const {
        const base::Size stage = sketch.aboveBar();
        Node node = group("look:foot", {0, stage.height - footBottom - toolSize, stage.width, toolSize});
        node.motion.enter.delay = controlsLater;
        const auto [first, shown] = thumbsShown();
        for (std::size_t i = 0; i < shown; ++i) {
            Node small = oneThumb(first + i);
            small.box.x = thumbsLeft() + thumbPitch * static_cast<float>(i);
            node.children.push_back(std::move(small));
        }
        using How = Sketch::Look;
        constexpr float apart = 3.6F;
        const float left = sketch.atHand(2 * toolSize + apart);
        const auto arrow = [&](const std::string& id, const std::string& sign, bool there, int by, float x) {
            Node one = sketch.disc("look:" + id, sign, toolSize, there ? How::quiet : How::off,
                                   sketch.say("look." + id), TurnPage{by});
            one.box.x = x;
            if (one.touch) {
                one.touch->repeatable = true;
            }
            node.children.push_back(std::move(one));
        };
        arrow("next", "arrow-right", goesOn || number + 1 < all.size(), 1, left + toolSize + apart);
        arrow("previous", "arrow-left", number > 0, -1, left);
        Node count = sketch.text(
            sketch.say("story.page", {{"page", std::to_string(number + 1)}, {"pages", std::to_string(all.size())}}),
            {.rank = "label", .colour = sketch.theme.colour.chalk, .role = scene::Role::status});
        constexpr float beside = 5.6F;
        count.box.x = sketch.leftHanded() ? left + 2 * toolSize + apart + beside : left - beside - count.box.width;
        count.box.y = (toolSize - count.box.height) / 2;
        node.children.push_back(std::move(count));
        return node;
    }

    /// What brings the words back that have given way.
    [[nodiscard]] Node wordsBack() const {
        Node node =
            sketch.disc("look:back", "info", toolSize, Sketch::Look::quiet, sketch.say("look.words"), ToggleAside{});
        node.box.x = layout::margin;
        node.box.y = sketch.aboveBar().height - footBottom - toolSize;
        node.motion.enter.delay = controlsLater;
        return node;
    }

    /// What makes the lower part dark enough for words.
    [[nodiscard]] Node dark() const {
        const base::Size stage = sketch.aboveBar();
        const float usual = layout::closeup(sketch.screen.size, {}, false).clear; // where the design's words begin
        const float rise = (stage.height - lens.clear) / (stage.height - usual);
        const auto up = [rise](float share) { return std::min(share * rise, 1.0F); };
        Node node = box({0, 0, stage.width, stage.height},
                        sketch.portrait() ? scrim(sketch.theme, 0, {{0, .98F}, {up(.32F), .9F}, {up(.5F), 0}})
                                          : scrim(sketch.theme, 0, {{0, .97F}, {up(.22F), .88F}, {up(.48F), 0}}));
        node.id = scene::nodeId("look:dark");
        return node;
    }
};

} // namespace

Node closeLookScreen(Sketch& sketch, const content::Item& item, const CloseLook& look, bool goesOn) {
    const base::Size stage = sketch.aboveBar();
    Node node = group("screen:gallery:" + item.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    const auto& all = sketch.catalogue.exhibits(item);
    const auto number = static_cast<std::size_t>(std::max(look.number, 0));
    if (number >= all.size()) {
        return node;
    }
    const Lens lens = lensOf(sketch.state, look, all, sketch.screen.size);
    const Closeup closeup{sketch, item, all, number, look, goesOn, lens, sightOf(look, lens, sketch.now)};
    node.name = sketch.inWords(*all[number].title);
    node.children.push_back(closeup.main());
    if (look.aside) {
        node.children.push_back(closeup.wordsBack());
    } else {
        if (!sketch.theme.plain) {
            node.children.push_back(closeup.dark());
        }
        Node tools = closeup.tools();
        node.children.push_back(closeup.about(tools));
        node.children.push_back(std::move(tools));
        if (all.size() > 1 || goesOn) {
            node.children.push_back(closeup.foot());
        }
    }
    return node;
}

} // namespace schacht::visitor
