#include "kiosk/visitor/kinds/story/page_parts.hpp"
#include "kiosk/visitor/kit/picture_nodes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float footHeight = 26;
constexpr float toolsApart = 9;             // its arrows, and what stands beside them
constexpr base::Seconds paneLights = 0.240; // motion.md, "a pane lights"

/// The three shapes of a page's pane, over and over (tokens: pane).
constexpr std::array<std::array<base::Point, 4>, 3> paneShapes{{{{{0, .12F}, {1, 0}, {.96F, 1}, {.04F, .88F}}},
                                                                {{{.04F, 0}, {.96F, .14F}, {1, .86F}, {0, 1}}},
                                                                {{{0, 0}, {.98F, .08F}, {1, 1}, {.03F, .92F}}}}};
constexpr std::array<float, 3> paneWidths{20, 15, 24};
constexpr std::array<float, 3> paneWidthsUpright{14, 11, 17};

/// Where a visitor is among the leaves: on one, and by a finger's share on its way to a neighbour.
struct Way {
    int leaf = 0;
    int next = 0;
    float share = 0;
    bool held = false; ///< in a finger's hand: what shows it follows at once

    [[nodiscard]] float on(int which) const { return which == leaf ? 1 : which == next ? share : 0; }
};

Way wayOf(const StoryState& state, float pitch, const Leaves& leaves, base::Seconds now) {
    Way way;
    way.leaf = way.next = leaves.indexOf(state.leaf);
    way.held = state.pages.held();
    const float off = way.held ? state.pages.position(now) / pitch - static_cast<float>(way.leaf) : 0;
    const bool there = off > 0 ? way.leaf + 1 < leaves.count() : way.leaf > 0;
    if (off != 0 && there) {
        way.next = off > 0 ? way.leaf + 1 : way.leaf - 1;
        way.share = std::min(std::abs(off), 1.0F);
    }
    return way;
}

void light(Node& node, float alpha, bool held) {
    node.alpha = alpha;
    node.motion.duration = held ? 0 : paneLights;
    node.motion.enter.fade = paneLights;
}

/// The foot as it stands on some pages of the story.
struct Foot {
    Sketch& sketch;
    const content::Item& item;
    const std::vector<content::Page>& pages;
    Leaves leaves;
    Way way;
    base::Colour colour;

    [[nodiscard]] std::string pageHere() const { return std::to_string(leaves.at(way.leaf).page + 1); }
    [[nodiscard]] FootLook lookOf(int leaf) const {
        FootLook look = footLook(layoutShown(sketch.state, item, leaves.at(leaf)), sketch.portrait());
        look.paper = look.paper && !sketch.theme.plain;
        return look;
    }
    /// How much of a kind of foot shows now.
    [[nodiscard]] float weight(const auto& kind) const {
        const bool here = kind(lookOf(way.leaf));
        const bool there = kind(lookOf(way.next));
        return here == there ? (here ? 1.0F : 0.0F) : here ? 1 - way.share : way.share;
    }

    enum class Glass { dark, lit, lamp };
    [[nodiscard]] std::vector<graphics::GradientStop> glass(bool paper, Glass which) const {
        const auto& c = sketch.theme.colour;
        if (paper) {
            const base::Colour pale = mix({0xCF, 0xC6, 0xB6}, colour, .34F);
            return which == Glass::lamp ? std::vector<graphics::GradientStop>{{0, {0x3A, 0x35, 0x2F}}, {1, c.coal}}
                   : which == Glass::lit
                       ? std::vector<graphics::GradientStop>{{0, colour}, {1, mix(colour, {0, 0, 0}, .38F)}}
                       : std::vector<graphics::GradientStop>{{0, pale}, {1, pale}};
        }
        return which == Glass::lamp  ? sketch.theme.paneHere()
               : which == Glass::lit ? sketch.theme.paneLit(colour)
                                     : sketch.theme.paneUnlit(colour);
    }

    [[nodiscard]] scene::Paint pane(const std::array<base::Point, 4>& shape, bool paper, Glass which) const {
        const auto& c = sketch.theme.colour;
        if (sketch.theme.plain) {
            return sketch.theme.plainPane(which == Glass::lamp ? c.lamp : which == Glass::lit ? c.chalk : c.coal);
        }
        return scene::PanePaint{shape, 115, glass(paper, which)};
    }

    [[nodiscard]] Node panes(const std::string& id, const FootLook& look) const {
        constexpr float height = 10;
        constexpr float gap = 1.6F;
        const auto& widths = sketch.portrait() ? paneWidthsUpright : paneWidths;
        const float many = pages.size() > 10 ? 10.0F / static_cast<float>(pages.size()) : 1;
        const auto seen = sketch.state.visit.seen.find(item.id);
        Node row = group(id + ":panes", {});
        row.role = scene::Role::progress;
        row.name = sketch.say("progress.name", {{"page", pageHere()}, {"pages", std::to_string(pages.size())}});
        float x = 0;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const auto kind = i % paneShapes.size();
            const base::Rect where{x, 0, widths[kind] * look.paneScale * many, height};
            const bool read = seen != sketch.state.visit.seen.end() && seen->second.contains(static_cast<int>(i));
            row.children.push_back(box(where, pane(paneShapes[kind], look.paper, Glass::dark)));
            const auto add = [&](const std::string& name, base::Rect at, Glass which, float shows) {
                Node over = group(name, at);
                over.role = scene::Role::none;
                over.paint = pane(paneShapes[kind], look.paper, which);
                light(over, shows, way.held);
                row.children.push_back(std::move(over));
            };
            add(id + ":lit:" + std::to_string(i), where, Glass::lit, read ? 1.0F : 0.0F);
            const int parts =
                leaves.parts(static_cast<int>(i)); // of a page that breaks, each has its piece of the pane
            for (int part = 0; part < parts; ++part) {
                const float piece = where.width / static_cast<float>(parts);
                add(id + ":lamp:" + std::to_string(i) + (part > 0 ? ":" + std::to_string(part) : ""),
                    {where.x + piece * static_cast<float>(part), 0, piece, height}, Glass::lamp,
                    way.on(leaves.indexOf({static_cast<int>(i), part})));
            }
            x += where.width + gap;
        }
        row.box = {look.left, (footHeight - height) / 2, x - gap, height};
        if (sketch.leftHanded()) {
            row.box.x = sketch.aboveBar().width - layout::margin - row.box.width;
        }
        return row;
    }

    /// Panes and count of one look; a story has at most three.
    [[nodiscard]] Node progress(const FootLook& look) const {
        const std::string id =
            "foot:" + item.id + (look.paper ? ":paper" : ":dark") + (look.paneScale < 1 ? ":half" : "");
        Node node = group(id, {0, 0, sketch.aboveBar().width, footHeight});
        light(node, weight([&](const FootLook& other) { return other == look; }), way.held);
        Node row = panes(id, look);
        const float right = row.box.right();
        if (node.alpha < .5F) {
            row.role = scene::Role::none;
        }
        node.children.push_back(std::move(row));
        if (!sketch.portrait() && look.paneScale >= 1) {
            const auto& c = sketch.theme.colour;
            Node count = group(id + ":count:" + pageHere(), {right + 9, 0, 120, footHeight});
            count.role = scene::Role::none;
            count.motion.enter.fade = paneLights;
            Node words =
                sketch.text(sketch.say("story.page", {{"page", pageHere()}, {"pages", std::to_string(pages.size())}}),
                            {.rank = "label", .colour = look.paper ? c.ink2 : c.chalk, .role = scene::Role::none});
            words.box.y = (footHeight - words.box.height) / 2;
            count.box.width = words.box.width;
            if (sketch.leftHanded()) {
                count.box.x = node.children.front().box.x - 9 - words.box.width;
            }
            count.children.push_back(std::move(words));
            node.children.push_back(std::move(count));
        }
        return node;
    }

    using Look = Sketch::Look;
    [[nodiscard]] Node arrow(const std::string& id, const std::string& sign, std::pair<Look, Look> looks,
                             const std::string& name, TurnPage meaning, float x) const {
        Node node = group(id + ":" + item.id, {x, 0, footHeight, footHeight});
        node.motion.enter.fade = paneLights;
        const bool down = sketch.pressed(node.id);
        press(node, down);
        const float paper = weight([](const FootLook& look) { return look.paper; });
        for (const auto& [look, shows] : {std::pair{looks.first, 1 - paper}, std::pair{looks.second, paper}}) {
            Node face = sketch.face(sign, footHeight, look, down);
            face.id = scene::nodeId(id + (look == looks.first ? ":dark" : ":paper"));
            light(face, shows, way.held);
            node.children.push_back(std::move(face));
        }
        sketch.touchable(node, name, meaning);
        node.touch->repeatable = true;
        return node;
    }

    /// Its lamp and, where there is room from `left` on, its word; its end stands at `right`.
    [[nodiscard]] Node readAloud(float left, float right) const {
        constexpr float lamp = 22;
        constexpr float gap = 5;
        const auto& c = sketch.theme.colour;
        const bool on = sketch.state.visit.narration.on;
        Node node = group("read:" + item.id, {0, (footHeight - lamp) / 2, lamp, lamp});
        node.motion.enter.fade = paneLights;
        const bool down = sketch.pressed(node.id);
        const std::string name = sketch.say("story.readAloud");
        const float paper = weight([](const FootLook& look) { return look.paper; });
        for (const bool onPaper : {false, true}) {
            const float shows = onPaper ? paper : 1 - paper;
            Node face = sketch.face(
                "read", lamp, onPaper ? (on ? Look::paperLit : Look::paper) : (on ? Look::lit : Look::quiet), down);
            face.id = scene::nodeId(onPaper ? "read:paper" : "read:dark");
            press(face, down);
            light(face, shows, way.held);
            Node word = sketch.text(name, {.rank = "action",
                                           .colour = onPaper ? c.ink : c.chalk,
                                           .weight = 600,
                                           .line = 1.1F,
                                           .role = scene::Role::none});
            word.id = scene::nodeId(onPaper ? "read:word:paper" : "read:word:dark");
            word.box.x = lamp + gap;
            word.box.y = (lamp - word.box.height) / 2;
            light(word, shows, way.held);
            node.children.push_back(std::move(face));
            if (right - left >= lamp + gap + word.box.width) {
                node.box.width = lamp + gap + word.box.width;
                node.children.push_back(std::move(word));
            }
        }
        node.box.x = right - node.box.width;
        sketch.touchable(node, name, ToggleReading{});
        node.touch->setting = on ? scene::Setting::on : scene::Setting::off;
        return node;
    }

    /// From where to where panes and count stand, in the widest of the story's looks.
    [[nodiscard]] static std::pair<float, float> reachOf(const std::vector<Node>& progress, float width) {
        std::pair<float, float> reach{width, 0};
        for (const Node& one : progress) {
            for (const Node& part : one.children) {
                reach = {std::min(reach.first, part.box.x), std::max(reach.second, part.box.right())};
            }
        }
        return reach;
    }
    /// Opens the page's picture, which stands too high.
    [[nodiscard]] Node closer(float x) const {
        const Leaf leaf = leaves.at(way.leaf);
        const content::Page page = pageShown(sketch.state, item, leaf);
        Node node = pictureTarget(sketch, item, *page.picture, static_cast<std::size_t>(leaf.page),
                                  {x, 0, footHeight, footHeight});
        node.motion.enter.fade = paneLights;
        const bool down = sketch.pressed(node.id);
        press(node, down);
        node.children.push_back(sketch.face("whole", footHeight, Look::quiet, down));
        return node;
    }

    /// The looks that the story's pages have, in the order in which they come.
    [[nodiscard]] std::vector<FootLook> looks() const {
        std::vector<FootLook> all;
        for (int leaf = 0; leaf < leaves.count(); ++leaf) {
            if (std::find(all.begin(), all.end(), lookOf(leaf)) == all.end()) {
                all.push_back(lookOf(leaf));
            }
        }
        return all;
    }
    /// To the page before, at `previous`, and to the next, at `next`. On the first page the former is off, and on paper
    /// it is not there.
    void addArrows(Node& node, float previous, float next) const {
        if (way.leaf > 0) {
            node.children.push_back(arrow("previous", "arrow-left", {Look::quiet, Look::paper},
                                          sketch.say("story.previous"), TurnPage{-1}, previous));
        } else if (!lookOf(0).paper) {
            Node off = sketch.face("arrow-left", footHeight, Look::off, false);
            off.id = scene::nodeId("previous:off:" + item.id);
            off.box.x = previous;
            off.motion.enter.fade = paneLights;
            node.children.push_back(std::move(off));
        }
        node.children.push_back(
            arrow("next", "arrow-right", {Look::lit, Look::paperLit}, sketch.say("story.next"), TurnPage{1}, next));
    }
    /// Away from the arrows, from `on` towards the panes, which reach from `panes.first` to `panes.second`: the page's
    /// picture, and what reads it aloud.
    void addTools(Node& node, std::pair<float, float> panes, float on) const {
        if (opensFromFoot(sketch, item, leaves.at(way.leaf))) {
            node.children.push_back(closer(sketch.leftHanded() ? on : on - footHeight));
            on += sketch.leftHanded() ? footHeight + toolsApart : -footHeight - toolsApart;
        }
        if (sketch.state.device.voice && sketch.leftHanded()) {
            Node read = readAloud(on, panes.first - toolsApart);
            read.box.x = on;
            node.children.push_back(std::move(read));
        } else if (sketch.state.device.voice) {
            node.children.push_back(readAloud(panes.second + toolsApart, on));
        }
    }
};

} // namespace

bool opensFromFoot(const Sketch& sketch, const content::Item& item, Leaf leaf) {
    using Layout = content::Page::Layout;
    if (!sketch.low()) {
        return false;
    }
    const content::Page page = pageShown(sketch.state, item, leaf);
    const bool high = page.layout == Layout::full || // else it is as high as the stage
                      (sketch.portrait() && (page.layout == Layout::split || page.layout == Layout::quote));
    return page.picture && high;
}

FootLook footLook(content::Page::Layout shown, bool portrait) {
    constexpr float half = 396; // where the words of a page with a picture beside them begin
    const bool split = shown == content::Page::Layout::split && !portrait;
    return {split ? half : layout::margin, split ? .6F : 1, shown == content::Page::Layout::text};
}

Node storyFoot(Sketch& sketch, const content::Item& item, const StoryState& state) {
    const auto& pages = storyIn(item).pages;
    const base::Size stage = sketch.aboveBar();
    const Leaves leaves(storyIn(item), state.breaks);
    const Foot foot{sketch,
                    item,
                    pages,
                    leaves,
                    wayOf(state, layout::pagePitch(sketch.screen.size), leaves, sketch.now),
                    sketch.colourOf(sketch.catalogue.themeOf(item))};
    const float bottom = sketch.portrait() ? 12 : 9;
    Node node = group("foot:" + item.id, {0, stage.height - bottom - footHeight, stage.width, footHeight});
    node.aside = true;
    for (const FootLook& look : foot.looks()) {
        node.children.push_back(foot.progress(look));
    }
    const auto panes = Foot::reachOf(node.children, stage.width);
    const float previous = sketch.atHand(2 * footHeight + toolsApart);
    const float next = previous + footHeight + toolsApart;
    foot.addArrows(node, previous, next);
    foot.addTools(node, panes, sketch.leftHanded() ? next + footHeight + toolsApart : previous - toolsApart);
    return node;
}

} // namespace schacht::visitor
