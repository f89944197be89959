#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/kit/qr_code.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float ground = 214; // of the code, with its quiet zone
constexpr float quietZone = 20;

/// As a visitor would type it, and with places where a line may break.
std::string addressWords(std::string address, bool breaks) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (address.starts_with(scheme)) {
            address.erase(0, scheme.size());
        }
    }
    if (address.ends_with('/')) {
        address.pop_back();
    }
    std::string out;
    for (const char c : address) {
        out += c;
        if (breaks && (c == '/' || c == '?' || c == '&' || c == '=')) {
            out += "\u200b"; // zero width space
        }
    }
    return out;
}

/// A sign, beside the first line of what it stands for. larger: than the design's, both of them.
Node hint(Sketch& sketch, const std::string& icon, const std::string& words, float width, float larger) {
    const float sign = 12 * std::max(larger, 1.0F);
    constexpr float gap = 6;
    Node node = group("take:" + icon, {0, 0, width, sign});
    Node drawn = sketch.icon(icon, sign, sketch.theme.colour.ash);
    Node text = sketch.text(words, {.rank = "body",
                                    .colour = sketch.theme.colour.chalk,
                                    .width = width - sign - gap,
                                    .lines = 2,
                                    .size = sketch.sized("body", larger)});
    const int lines = std::max(std::get<scene::TextPaint>(text.paint).paragraph.lines(), 1);
    const float over = (text.box.height / static_cast<float>(lines) - sign) / 2; // of the sign, in its line
    text.box.x = sign + gap;
    text.box.y = std::max(-over, 0.0F);
    drawn.box.y = std::max(over, 0.0F);
    node.box.height = std::max(drawn.box.bottom(), text.box.bottom());
    node.children.push_back(std::move(drawn));
    node.children.push_back(std::move(text));
    return node;
}

/// What a visitor does and gets, and how.
struct TakeWords {
    Node lead;
    std::vector<Node> hints;
    bool whole = false; ///< in the visitor's size
};
constexpr float hintsApart = 5;
constexpr float leadApart = 14; // from the hints, at least

/// All of them in one step of size: the visitor's, or what there is room for; millimetres.
TakeWords takeWords(Sketch& sketch, const content::Item& item, bool code, float width, float room) {
    TakeWords out;
    const std::string lead = sketch.say("takeHome.lead", {{"title", sketch.inWords(item.title)}});
    constexpr float smaller = 0.94F;
    for (float larger = sketch.grown("lead");; larger = std::max(larger * smaller, 1.0F)) {
        out.hints.clear();
        if (code) {
            out.hints.push_back(hint(sketch, "qr", sketch.say("takeHome.camera"), width, larger));
        }
        out.hints.push_back(hint(sketch, "eye", sketch.say("takeHome.nothing"), width, larger));
        out.lead = sketch.text(lead, {.rank = "lead",
                                      .colour = sketch.theme.colour.chalk,
                                      .width = width,
                                      .lines = 3,
                                      .size = sketch.sized("lead", larger)});
        float high = out.lead.box.height + leadApart - hintsApart;
        for (const Node& one : out.hints) {
            high += one.box.height + hintsApart;
        }
        if (larger <= 1 || (high <= room && !std::get<scene::TextPaint>(out.lead.paint).paragraph.cutOff())) {
            out.whole = larger >= sketch.grown("lead");
            return out;
        }
    }
}

Node codeOn(Sketch& sketch, const QrCode& code, const std::string& address, base::Point corner) {
    const auto& c = sketch.theme.colour;
    Node paper = group("take:code", {corner.x, corner.y, ground, ground});
    paper.paint = scene::Fill{c.chalk, 1.5F, {}, 0};
    Node squares =
        box(base::Rect{0, 0, ground, ground}.grown(-quietZone), scene::CodePaint{code.side, code.dark, c.coal});
    squares.role = scene::Role::picture;
    squares.name = sketch.say("takeHome.code", {{"address", addressWords(address, false)}});
    paper.children.push_back(std::move(squares));
    return paper;
}

} // namespace

Node takeHomeScreen(Sketch& sketch) {
    const base::Size stage = sketch.aboveBar();
    const auto& c = sketch.theme.colour;
    const bool upright = sketch.portrait();
    Node node = group("screen:take-home:" + sketch.state.visit.here.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    const auto* item = sketch.catalogue.item(sketch.state.visit.here.id);
    if (item == nullptr) {
        return node;
    }
    const base::Rect whole{0, 0, stage.width, stage.height};
    node.children.push_back(sketch.picture(item->cover, whole));
    node.children.push_back(box(whole, upright ? scrim(sketch.theme, 0, {{0, .93F}, {1, .93F}})
                                               : scrim(sketch.theme, 90, {{0, .97F}, {.55F, .93F}, {1, .72F}})));
    const float width = upright ? stage.width - 2 * layout::margin : 380;
    const base::Point corner{upright ? (stage.width - ground) / 2 : stage.width - 40 - ground,
                             stage.height - (upright ? 120 : 62) - ground};
    const auto code = qrCode(item->readMore);
    if (code) {
        const base::Rect glow =
            base::Rect{corner.x + ground / 2, corner.y + ground / 2, 0, 0}.grown(230).intersected(whole);
        const base::Point middle{(corner.x + ground / 2 - glow.x) / glow.width,
                                 (corner.y + ground / 2 - glow.y) / glow.height};
        node.children.push_back(
            box(glow, scene::Radial{middle, {230 / glow.width, 230 / glow.height}, sketch.theme.glow(), true, false}));
        node.children.push_back(codeOn(sketch, *code, item->readMore, corner));
    }

    std::vector<Node> column;
    constexpr float gap = 9;
    const float top = upright && !wordsAreLarge(accessOf(sketch.state)) ? 60 : 20;
    const float bottom = upright ? corner.y - 24 : stage.height - 60;
    TakeWords words;
    for (const float share : {1.0F, .76F, .6F}) { // the title gives way to large words
        column.clear();
        column.push_back(sketch.seam(sketch.colourOf(sketch.catalogue.themeOf(*item))));
        column.push_back(sketch.poster(sketch.ownWords(sketch.say("takeHome.title")),
                                       {.rank = "poster-8",
                                        .colour = c.chalk,
                                        .width = std::min(width, 310.0F),
                                        .lines = 2,
                                        .size = sketch.theme.style("poster-8").size * share}));
        const float room = bottom - top - column[0].box.height - column[1].box.height - 2 * gap;
        words = takeWords(sketch, *item, code.has_value(), width, room);
        if (words.whole) {
            break;
        }
    }
    node.name = column.back().name;
    Node how = group("take:how", {0, 0, stage.width, stage.height});
    stackUp(how, std::move(words.hints), layout::margin, bottom, hintsApart);
    const float below = how.children.front().box.y - leadApart; // the words above end here at the latest
    column.push_back(std::move(words.lead));
    if (upright) {
        stackDown(node, std::move(column), layout::margin, top, gap);
    } else {
        stackUp(node, std::move(column), layout::margin, std::min(stage.height - 132, below), gap);
    }

    node.children.push_back(std::move(how));

    constexpr float disc = 22;
    const float foot = upright ? 24.0F : 11.0F;
    Node done =
        sketch.action("take:done", "check", disc, Sketch::Look::lit, sketch.say("takeHome.done"), "action", GoBack{});
    done.box.x = upright ? (stage.width - done.box.width) / 2 : layout::margin;
    done.box.y = stage.height - foot - disc;
    const float line = upright ? width : ground + 60;
    Sketch::Set set{.rank = "lead", .colour = c.chalk, .width = line, .lines = 1, .weight = 600};
    set.align = text::Align::centre;
    const text::Phrase typed{{{addressWords(item->readMore, true), false, false, ""}}, "en"}; // of no language
    Node address = sketch.text(typed, set);
    if (std::get<scene::TextPaint>(address.paint).paragraph.cutOff()) {
        set.rank = "label";
        set.lines = 3;
        address = sketch.text(typed, set);
    }
    address.name = addressWords(item->readMore, false);
    address.box.x = upright ? layout::margin : corner.x + ground / 2 - line / 2;
    address.box.y =
        upright ? done.box.y - 14 - address.box.height : stage.height - foot - disc / 2 - address.box.height / 2;
    node.children.push_back(std::move(address));
    node.children.push_back(std::move(done));
    return node;
}

} // namespace schacht::visitor
