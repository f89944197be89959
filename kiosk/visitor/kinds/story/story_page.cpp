#include "kiosk/visitor/kinds/story/page_parts.hpp"

#include <algorithm>
#include <numeric>

namespace schacht::visitor {

using scene::Node;

namespace {

using content::Page;

/// What dims a picture under the page's words; higher where they stand higher than in the design.
scene::Linear darkUnder(const PageSketch& p) {
    constexpr float usual = .56F; // of the stage, from the bottom up, are under words
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    const float high = 1 - p.text.children.front().box.y / stage.height;
    if (wordsAreLarge(accessOf(p.sketch.state))) { // over the picture's middle too
        return scrim(p.sketch.theme, 0,
                     {{0, .97F}, {std::min(high, .9F), .74F}, {std::min(high + .16F, 1.0F), high > .84F ? .5F : .1F}});
    }
    scene::Linear dark{0, upright ? p.sketch.theme.scrimPortrait : p.sketch.theme.scrimLandscape, 0};
    for (graphics::GradientStop& stop : dark.stops) {
        stop.at = std::min(stop.at * std::max(high / usual, 1.0F), 1.0F);
    }
    return dark;
}

void fullPage(PageSketch& p) {
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    if (p.page.picture) {
        const float shift = upright ? 0 : -0.09F * stage.height;
        Node picture = p.sketch.picture(*p.page.picture, {0, shift, stage.width, stage.height * (upright ? .68F : 1)});
        p.addPicture(std::move(picture));
    }
    const float whole = stage.width - 2 * layout::margin;
    const bool wide = upright || wordsAreLarge(accessOf(p.sketch.state));
    const float width = wide ? whole : 440;
    p.addHead(p.heading("poster-8", wide ? whole : 480, 2), {layout::margin, stage.height - (upright ? 60 : 50)}, width,
              7);
    p.node.children.push_back(box({0, 0, stage.width, stage.height}, darkUnder(p)));
    p.opensAbove(p.text.children.front().box.y);
}

void splitPage(PageSketch& p) {
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    if (p.page.picture) {
        const base::Rect where = upright ? base::Rect{0, 0, stage.width, 410} : base::Rect{0, 0, 372, stage.height};
        p.addPicture(p.sketch.picture(*p.page.picture, where));
        constexpr float apart = 3; // from the bar
        p.opens = {where.x, where.y, where.width, where.height - (upright ? 0 : apart)};
        p.addCloserSign(where);
        if (p.bare) {
            const float line = p.sketch.theme.hairline;
            p.node.children.push_back(box(upright ? base::Rect{0, where.height, where.width, line}
                                                  : base::Rect{where.width, 0, line, where.height},
                                          scene::Fill{p.sketch.theme.colour.edge, 0, {}, 0}));
        }
    }
    const float left = upright ? layout::margin : 396;
    const float width = stage.width - left - (upright ? 24 : 18);
    p.addHead(p.heading("poster-7", width, upright ? 2 : 3), {left, stage.height - (upright ? 56 : 60)}, width, 7);
}

/// The picture of a quote, if it has one, and the dark that the words stand in.
void quoteGround(PageSketch& p) {
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    const auto& theme = p.sketch.theme;
    if (p.page.picture) {
        const base::Rect where = upright ? base::Rect{0, 0, stage.width, stage.height * .62F}
                                         : base::Rect{stage.width * .3F, 0, stage.width * .9F, stage.height};
        p.addPicture(p.sketch.picture(*p.page.picture, where));
    }
    const base::Rect whole{0, 0, stage.width, stage.height};
    if (upright) {
        p.node.children.push_back(box(whole, scrim(theme, 0, {{0, 1}, {.44F, 1}, {.56F, .72F}, {.78F, 0}})));
    } else {
        p.node.children.push_back(box(whole, scrim(theme, 0, {{.08F, 1}, {.34F, 0}})));
        p.node.children.push_back(box(whole, scrim(theme, 90, {{.3F, 1}, {.52F, .84F}, {.8F, .2F}, {1, 0}})));
    }
}

/// Who said it, and whether that was written for the kiosk.
std::vector<Node> whoSaid(PageSketch& p, float width) {
    const auto& c = p.sketch.theme.colour;
    std::vector<Node> out;
    out.push_back(
        p.sketch.text(p.sketch.packWords(p.page.by), {.rank = "lead", .colour = c.chalk, .width = width, .lines = 2}));
    if (p.page.invented) {
        out.push_back(p.sketch.text(p.sketch.say("story.invented"),
                                    {.rank = "label", .colour = c.ash, .width = width, .lines = 2}));
    }
    return out;
}

void quotePage(PageSketch& p) {
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    const auto& theme = p.sketch.theme;
    quoteGround(p);
    constexpr float markHeight = 48;
    // the mark is of the language that the words are in, and stands where they begin
    const std::string spoken = p.sketch.packWords(p.page.quote).language;
    Node mark =
        p.sketch.text({{{p.sketch.words.get(spoken, "quote.open"), false, false, ""}}, spoken},
                      {.rank = "numeral", .colour = p.colour, .size = 110, .line = .8F, .role = scene::Role::none});
    // over a picture the words stay in its dark half
    const float width = upright ? stage.width - 32 : p.page.picture ? 420 : 560;
    const std::size_t first = p.text.children.size();
    stackUp(p.text, whoSaid(p, width), layout::margin, stage.height - (upright ? 62 : 56), 2.4F);
    Node seam = p.sketch.seam(p.colour);
    seam.box.x = layout::margin;
    seam.box.y = p.text.children[first].box.y - 7.4F;
    constexpr float apart = 12;                                     // of the quote and the seam, at least
    const float usual = stage.height - (upright ? 150.0F : 116.0F); // where the quote ends
    const float bottom = std::min(usual, seam.box.y - apart);
    const float room = upright ? stage.height - 330 : usual - markHeight - 20;
    Node quote = p.fitted(p.page.quote,
                          {.rank = "quote",
                           .colour = theme.colour.chalk,
                           .width = width,
                           .size = upright ? 36.0F : 37,
                           .role = scene::Role::text},
                          room - (usual - bottom));
    quote.box.x = layout::margin - 1;
    quote.box.y = bottom - quote.box.height;
    mark.box.x = text::directionOf(spoken) == text::directionOf(p.sketch.language())
                     ? layout::margin
                     : quote.box.right() - mark.box.width;
    mark.box.y = quote.box.y - markHeight;
    if (upright) {
        p.opensAbove(mark.box.y);
    } else if (p.page.picture) {
        constexpr float foot = 44; // and what is above it
        p.opens = {layout::margin + width + apart, 0, stage.width - layout::margin - width - apart,
                   stage.height - foot};
    }
    p.node.children.push_back(std::move(mark));
    p.text.children.push_back(std::move(quote));
    p.text.children.push_back(std::move(seam));
}

/// Seam and heading of a page of text; over its words, else beside them.
std::vector<Node> textHead(PageSketch& p, float width, bool over) {
    const bool upright = p.sketch.portrait();
    std::vector<Node> head;
    head.push_back(p.sketch.seam(p.colour));
    const auto* heard = p.part > 0 ? p.sketch.catalogue.item(p.page.item) : nullptr; // a page of a voice has its title
    const auto& heading = p.page.heading.empty() && heard != nullptr ? heard->title : p.page.heading;
    if (!heading.empty()) {
        head.push_back(p.sketch.poster(p.sketch.packWords(heading),
                                       {.rank = upright ? "poster-9" : "poster-7",
                                        .colour = p.paper ? p.sketch.theme.colour.ink : p.sketch.theme.colour.chalk,
                                        .width = width,
                                        .lines = upright ? 3
                                                 : over  ? 2
                                                         : 5}));
    }
    return head;
}

void textPage(PageSketch& p) {
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    const bool stacked = upright || wordsAreLarge(accessOf(p.sketch.state)); // the heading over the words, else beside
    const auto& c = p.sketch.theme.colour;
    const base::Colour words = p.paper ? c.ink : c.chalk;
    // where a page of few words goes on they stay as large as they were
    const bool goesOn =
        storyIn(p.item).pages[static_cast<std::size_t>(p.number)].layout != Page::Layout::text && p.part > 0;
    const std::string_view rank = goesOn ? "lead" : "reading";
    const float headWidth = stacked ? stage.width - 32 : 210;
    stackDown(p.text, textHead(p, headWidth, stacked), layout::margin, upright ? 110 : stacked ? 20 : 30, 7);
    constexpr float apart = 14; // of the heading and what stands under it
    const float bottom = upright ? 66 : 52;
    const float room = stage.height - bottom - apart - p.text.children.back().box.bottom();
    const float width = stacked ? stage.width - 36 : 448;
    Node body;
    std::vector<Node> lamps;
    float lampsHigh = 0;
    const auto addBody = [&] {
        const float usual = upright ? std::min(stage.height - 330, room) : stage.height - 79;
        const float most = wordsAreLarge(accessOf(p.sketch.state)) ? room : usual;
        body = p.prose(rank, width, words, upright ? 15.0F : 0, most - lampsHigh);
        body.box.x = stacked ? layout::margin : 236;
        body.box.y = upright   ? stage.height - bottom - lampsHigh - body.box.height
                     : stacked ? p.text.children.back().box.bottom() + apart
                               : 27;
        lamps = p.lampsForHighLinks(body, stacked ? width : headWidth);
    };
    constexpr float lampsApart = 4;
    const auto needed = [&] { // stacked they stand under the words, and what moves up may have more links too high
        return std::accumulate(lamps.begin(), lamps.end(), 0.0F,
                               [](float sum, const Node& lamp) { return sum + lamp.box.height + lampsApart; });
    };
    addBody();
    while (stacked && needed() > lampsHigh) {
        lampsHigh = needed();
        addBody();
    }
    p.text.children.push_back(std::move(body));
    stackUp(p.text, std::move(lamps), layout::margin, stage.height - (stacked ? bottom - 8 : 46), lampsApart);
}

/// The key's place over the foot, and the panes over it as high as there is room for.
void numberPanes(PageSketch& p, content::PaneCount panes, Node key, float keyBottom) {
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    const float top = upright ? 26 : 22;
    const float left = upright ? layout::margin : stage.width - layout::margin - key.box.width;
    key.box.x = left;
    key.box.y = upright ? keyBottom - key.box.height : std::min(stage.height - 66, keyBottom - key.box.height);
    p.addPanes(panes, {left, top, key.box.width, key.box.y - (upright ? 11.0F : 8.0F) - top});
    p.node.children.push_back(std::move(key));
}

/// The page's number as a language writes it.
std::string figuresOf(const PageSketch& p, std::string_view language) {
    const content::Number& number = p.page.number;
    return p.sketch.words.number(language, number.value.figures, !content::isYear(number));
}

/// The page's number in a size, or as much smaller as it takes to be no wider than `across`; millimetres.
Node numeralOf(PageSketch& p, float size, float across) {
    const std::string figures = figuresOf(p, p.sketch.language());
    const auto set = [&](float in) {
        return p.sketch.text(
            {{{figures, false, false, ""}}, "en"}, // the same figures in every language
            {.rank = "numeral", .colour = p.sketch.theme.colour.chalk, .size = in, .role = scene::Role::heading});
    };
    Node out = set(size);
    return out.box.width > across ? set(size * across / out.box.width) : out;
}

void numberPage(PageSketch& p) {
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    p.addGlow();
    const auto panes = content::panesOf(p.page.number);
    const bool large = wordsAreLarge(accessOf(p.sketch.state)); // number and panes give way to them
    const float across = upright ? stage.width - 24 : panes ? 394 : stage.width - 2 * layout::margin;
    constexpr float usual = 122;
    constexpr float small = 80;
    Node numeral = numeralOf(p, large && !upright ? small : usual, across);
    Node key = panes ? p.paneKey(upright ? stage.width - 32 : 262) : Node{};
    constexpr float numeralApart = 14; // from the words
    const float seamOver = upright ? 22 : 25;
    constexpr float keyApart = 19;
    const float wordsBottom = stage.height - (upright ? 66 : 56);
    const auto roomUpright = [&] { // under panes that are still seen
        const float least = large ? 136 : 236;
        const float over = panes ? least + 11 + key.box.height + keyApart : 100;
        return wordsBottom - over - seamOver - numeral.box.height - numeralApart;
    };
    // the unit goes on in the words below: "workers: …"
    text::Phrase unit = p.sketch.packWords(p.page.number.unit);
    const float width = upright ? stage.width - 32 : large ? across : panes ? 330 : 440;
    Node words = p.numberWords(unit, width, upright ? 0.0F : large ? 198 : 158);
    if (upright && words.box.height > roomUpright()) {
        numeral = numeralOf(p, large ? small : usual, across);
        words = p.numberWords(unit, width, roomUpright());
    }
    words.box.x = layout::margin;
    words.box.y = wordsBottom - words.box.height;
    const float lowest = stage.height - (upright ? 150 : 122); // the design's place; higher where there are more words
    numeral.box.x = layout::margin - 2;
    numeral.box.y = std::min(lowest, words.box.y - numeralApart) - numeral.box.height;
    Node seam = p.sketch.seam(p.colour);
    seam.box.x = layout::margin;
    seam.box.y = numeral.box.y - seamOver;
    if (panes) {
        constexpr float foot = 40; // and what is above it
        numberPanes(p, *panes, std::move(key),
                    upright ? std::min(stage.height - 284, seam.box.y - keyApart) : stage.height - foot);
    }
    // a voice of the unit's language says both, and would take another language's mark for its own decimal sign
    numeral.name = figuresOf(p, unit.language) + " " + unit.runs.front().words;
    numeral.language = unit.language;
    p.text.children.push_back(std::move(seam));
    p.text.children.push_back(std::move(numeral));
    p.text.children.push_back(std::move(words));
}

/// The pages, by layout; a closed set, each with its own function.
constexpr struct {
    Page::Layout layout;
    void (*draw)(PageSketch&);
} layouts[] = {{Page::Layout::full, fullPage},   {Page::Layout::split, splitPage},
               {Page::Layout::quote, quotePage}, {Page::Layout::number, numberPage},
               {Page::Layout::text, textPage},   {Page::Layout::listen, listenPage}};

} // namespace

LaidPage storyPage(Sketch& sketch, const content::Item& item, Leaf leaf, const PageBreaks& breaks) {
    const base::Size stage = sketch.aboveBar();
    PageSketch page(sketch, item, leaf, breaks);
    page.node.paint = scene::Fill{page.paper ? sketch.theme.colour.chalk : sketch.theme.colour.coal, 0, {}, 0};
    page.node.layer = true;
    page.node.clip = true;
    page.node.box = {0, 0, stage.width, stage.height};
    for (const auto& [layout, draw] : layouts) {
        if (layout == page.page.layout) {
            draw(page);
        }
    }
    Node node = page.finish();
    return {std::move(node), page.crowded};
}

} // namespace schacht::visitor
