#include "kiosk/visitor/kinds/story/page_parts.hpp"
#include "kiosk/visitor/kit/picture_nodes.hpp"

#include "engine/content/prose/prose.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

/// A number from 0 to 1 that is the same for the same pane: every pane of a page has its own crooked shape.
float crooked(std::size_t pane, std::size_t corner) {
    const auto hash = static_cast<std::uint32_t>((pane * 2654435761U) ^ (corner * 40503U) ^ (pane << 7U));
    return static_cast<float>((hash >> 8U) & 0xFFU) / 255.0F;
}

} // namespace

content::Page::Layout layoutShown(const State& state, const content::Item& item, Leaf leaf) {
    using Layout = content::Page::Layout;
    const content::Page& page = storyIn(item).pages[static_cast<std::size_t>(leaf.page)];
    if (leaf.part > 0 && page.layout != Layout::number) {
        return Layout::text;
    }
    const bool bare = state.visit.wordsOnly.contains(item.id);
    if (page.layout == Layout::full && accessOf(state).contrast && !bare) {
        return page.picture ? Layout::split : Layout::text;
    }
    if (bare && (page.layout == Layout::full || page.layout == Layout::split)) {
        return Layout::text;
    }
    // large words have no room beside a picture: they lie over its foot, as wide as the glass
    const bool over = page.layout == Layout::split && wordsAreLarge(accessOf(state)) && !accessOf(state).contrast;
    return over ? Layout::full : page.layout;
}

content::Page pageShown(const State& state, const content::Item& item, Leaf leaf) {
    content::Page page = storyIn(item).pages[static_cast<std::size_t>(leaf.page)];
    page.layout = layoutShown(state, item, leaf);
    const bool beside = page.layout == content::Page::Layout::split;
    if (leaf.part > 0 || state.visit.wordsOnly.contains(item.id) || (accessOf(state).contrast && !beside)) {
        page.picture.reset();
    }
    return page;
}

PageSketch::PageSketch(Sketch& on, const content::Item& of, Leaf leaf, const PageBreaks& broken)
    : sketch(on), item(of), page(pageShown(on.state, of, leaf)), number(leaf.page), part(leaf.part),
      id(of.id + ":" + std::to_string(number) + (part > 0 ? ":" + std::to_string(part) : "")),
      bare(on.theme.plain || on.state.visit.wordsOnly.contains(of.id)),
      paper(page.layout == content::Page::Layout::text && !on.theme.plain),
      colour(on.colourOf(on.catalogue.themeOf(of))), breaks(broken) {
    // with less movement a page that goes to its place at once is a new one, and fades in there
    const std::string cut = sketch.movement <= Movement::reduced ? ":" + std::to_string(sketch.state.visit.cuts) : "";
    node = group("page:" + id + cut, {});
    node.motion.enter.alpha = 1;
    text = group("page:" + id + cut + ":text", {0, 0, sketch.aboveBar().width, sketch.aboveBar().height});
    switch (sketch.state.visit.arrival) {
    case Arrival::opened:
        text.motion.enter.delay = 0.120;
        text.motion.enter.offset = {0, 8};
        text.motion.enter.duration = text.motion.enter.fade = 0.220;
        break;
    case Arrival::back:
        break;
    case Arrival::byHand:
        text.motion.enter.alpha = 1;
        break;
    case Arrival::byArrow: // a page is composed once where the processor draws, and comes with its words
        text.motion.enter.alpha = sketch.movement == Movement::calm ? 1 : 0;
        text.motion.enter.delay = 0.080;
        break;
    }
}

content::Prose PageSketch::proseHere(std::string_view markdown) const {
    const auto& all = breaks.parts;
    const auto at = static_cast<std::size_t>(number);
    if (at < all.size() && static_cast<std::size_t>(part) < all[at].size()) {
        return all[at][static_cast<std::size_t>(part)];
    }
    return content::parseProse(markdown);
}

Node PageSketch::heading(std::string_view rank, float width, int lines) {
    return sketch.poster(sketch.packWords(page.heading),
                         {.rank = rank,
                          .colour = paper ? sketch.theme.colour.ink : sketch.theme.colour.chalk,
                          .width = width,
                          .lines = lines});
}

Node PageSketch::numberWords(const text::Phrase& unit, float width, float room) {
    // "workers" and then the sentence, as one paragraph that starts with what the number counts
    const auto found = page.body.find(sketch.language(), sketch.catalogue.pack().languages);
    Node out;
    out.role = scene::Role::text;
    std::vector<Node> stack;
    if (!unit.runs.front().words.empty()) {
        stack.push_back(sketch.text(unit, {.rank = "lead",
                                           .colour = sketch.theme.colour.chalk,
                                           .width = width,
                                           .weight = 700,
                                           .role = scene::Role::none})); // the number says it
    }
    if (!found.words.empty()) {
        const float left = stack.empty() ? room : room - stack.back().box.height;
        stack.push_back(prose("lead", width, sketch.theme.colour.chalk, 0, left));
    }
    float height = 0;
    for (const Node& one : stack) {
        height += one.box.height;
    }
    out.box = {0, 0, width, height};
    stackDown(out, std::move(stack), 0, 0, 0);
    return out;
}

Node PageSketch::fitted(const content::LanguageMap& words, Sketch::Set set, float height) {
    const auto said = sketch.packWords(words);
    const float full = set.size;
    for (const float share : {1.0F, .9F, .8F, .7F, .6F, .5F}) {
        set.size = full * share;
        Node out = sketch.text(said, set);
        if (out.box.height <= height) {
            return out;
        }
    }
    return sketch.text(said, set);
}

void PageSketch::addPicture(Node picture) {
    if (page.picture) { // else it is a recording's, and opens that
        picture.id = pictureNodeOn(item, *page.picture, static_cast<std::size_t>(number));
        picture.motion.travel = 0.340;
        picture.motion.curve = scene::Curve::swap;
        picture.motion.enter.alpha = 1; // where it does not travel it comes with its page
    }
    node.children.push_back(std::move(picture));
}

void PageSketch::addHead(Node title, base::Point leftBottom, float width, float gap) {
    constexpr float above = 20; // of the seam
    std::vector<Node> stack;
    stack.push_back(sketch.seam(colour));
    float room = leftBottom.y - above - stack.back().box.height - gap;
    if (!page.heading.empty()) {
        room -= title.box.height + gap;
        stack.push_back(std::move(title));
    }
    stack.push_back(prose("lead", width, sketch.theme.colour.chalk, 0, room));
    stackUp(text, std::move(stack), leftBottom.x, leftBottom.y, gap);
}

void PageSketch::opensAbove(float bottom) {
    constexpr float apart = 6;  // from the words
    constexpr float least = 20; // of a target
    if (page.picture && bottom - apart >= least) {
        opens = {0, 0, sketch.aboveBar().width, bottom - apart};
    }
}

void PageSketch::addCloserSign(base::Rect where) {
    if (opensFromFoot(sketch, item, {number, part})) {
        return;
    }
    constexpr float disc = 26;
    constexpr float margin = 16;
    constexpr float bottom = 9;
    Node face = sketch.face("whole", disc, Sketch::Look::quiet, false);
    face.box.x = where.right() - margin - disc;
    face.box.y = where.bottom() - bottom - disc;
    node.children.push_back(std::move(face));
}

void PageSketch::addGlow() {
    if (sketch.theme.plain) {
        return;
    }
    const base::Size stage = sketch.aboveBar();
    const float x = stage.width + (sketch.portrait() ? 80.0F : 120.0F) - 560;
    node.children.push_back(
        box({x, -50, 560, 480},
            scene::Radial{{.5F, .5F},
                          {.5F, .5F},
                          {{0, colour.withAlpha(.26F)}, {.6F, colour.withAlpha(.08F)}, {1, colour.withAlpha(0)}},
                          false,
                          false}));
}

void PageSketch::addPanes(content::PaneCount panes, base::Rect area) {
    const auto columns = static_cast<std::size_t>(std::clamp(page.number.panes->columns, 1, 12));
    const auto whole = static_cast<std::size_t>(panes.whole);
    const std::size_t count = whole + (panes.rest > 0 ? 1 : 0);
    const std::size_t rows = (count + columns - 1) / columns;
    const float gapX = columns > 7 ? 8 : 15;
    constexpr float gapY = 1;
    const float width = (area.width - gapX * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = (area.height - gapY * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    constexpr float seen = 1; // of the last one, at least; millimetres
    const float rest = std::max(static_cast<float>(panes.rest) * height, std::min(seen, height));
    const graphics::GradientStop light{0, mix(colour, {255, 255, 255}, .72F)};
    for (std::size_t i = 0; i < count; ++i) {
        // columns fill from the ground up, so that what is missing is missing at the top
        const std::size_t column = i % columns;
        const std::size_t row = rows - 1 - i / columns;
        const auto off = [&](std::size_t corner, float most) { return most * crooked(i + 1, corner); };
        const bool other = column % 2 == 1 && row % 2 == 1;
        std::vector<graphics::GradientStop> stops =
            other ? std::vector<graphics::GradientStop>{{0, mix(colour, {255, 255, 255}, .84F)},
                                                        {.45F, mix(colour, {255, 255, 255}, .15F)},
                                                        {1, mix(Sketch::deep(colour), {255, 255, 255}, .12F)}}
                  : std::vector<graphics::GradientStop>{light, {.38F, colour}, {1, Sketch::deep(colour)}};
        if (sketch.theme.plain) {
            stops = {{0, colour}, {1, colour}};
        }
        const std::array<base::Point, 4> corners{{{off(0, .07F), off(1, .07F)},
                                                  {1 - off(2, .07F), off(3, .07F)},
                                                  {1 - off(4, .07F), 1 - off(5, .07F)},
                                                  {off(6, .07F), 1 - off(7, .07F)}}};
        const float high = i < whole ? height : rest;
        node.children.push_back(box({area.x + static_cast<float>(column) * (width + gapX),
                                     area.y + static_cast<float>(row) * (height + gapY) + (height - high), width, high},
                                    scene::PanePaint{corners, other ? 205.0F : 155.0F, std::move(stops)}));
    }
}

Node PageSketch::paneKey(float width) {
    constexpr float sign = 9;
    const auto said = sketch.packWords(page.number.panes->key);
    Node key = group("pane-key:" + id, {0, 0, width, 0});
    if (said.runs.front().words.empty()) {
        return key;
    }
    Node words =
        sketch.text(said, {.rank = "label", .colour = sketch.theme.colour.ash, .width = width - sign - 4, .lines = 3});
    words.box.x = sign + 4;
    const int lines = std::max(std::get<scene::TextPaint>(words.paint).paragraph.lines(), 1);
    key.box.height = std::max(words.box.height, sign);
    key.children.push_back(
        box({0, (words.box.height / static_cast<float>(lines) - sign) / 2, sign, sign}, scene::Fill{colour, 0, {}, 0}));
    key.children.push_back(std::move(words));
    return key;
}

Node PageSketch::finish() {
    if (opens && !opensFromFoot(sketch, item, {number, part})) {
        node.children.push_back(pictureTarget(sketch, item, *page.picture, static_cast<std::size_t>(number), *opens));
    }
    node.children.push_back(std::move(text));
    return std::move(node);
}

} // namespace schacht::visitor
