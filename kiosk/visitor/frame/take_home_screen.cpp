#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/kit/qr_code.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float ground = 214; // the code's paper, with its quiet zone
constexpr float quietZone = 20;
constexpr float codeGlow = 230; // around the code's middle
constexpr float takeApart = 9;  // between seam, title and lead
constexpr float leadFoot = 132; // from the lead to the bar, in landscape, at least
constexpr float doneLamp = 22;
constexpr float addressOver = 14;   // upright, over the action that ends the screen
constexpr float addressBeyond = 30; // in landscape, past the code's paper at both sides

/// Where the screen's parts stand; millimetres.
struct TakePlaces {
    base::Size stage;
    float width = 0; ///< of the words
    base::Rect code;
    float top = 0;      ///< where the words begin
    float bottom = 0;   ///< and where they end
    float doneFoot = 0; ///< from the action that ends the screen to the bar
};

TakePlaces takePlaces(const Sketch& sketch) {
    TakePlaces at;
    at.stage = sketch.aboveBar();
    if (sketch.portrait()) {
        constexpr float codeFoot = 120;
        constexpr float wordsOver = 24; // the code
        constexpr float head = 60;      // less where the words are large
        constexpr float largeHead = 20;
        at.width = at.stage.width - 2 * layout::margin;
        at.code = {(at.stage.width - ground) / 2, at.stage.height - codeFoot - ground, ground, ground};
        at.top = wordsAreLarge(accessOf(sketch.state)) ? largeHead : head;
        at.bottom = at.code.y - wordsOver;
        at.doneFoot = 24;
    } else {
        constexpr float codeFoot = 62;
        constexpr float codeAside = 40; // from the end of the stage
        constexpr float wordsFoot = 60;
        at.width = 380;
        at.code = {at.stage.width - codeAside - ground, at.stage.height - codeFoot - ground, ground, ground};
        at.top = 20;
        at.bottom = at.stage.height - wordsFoot;
        at.doneFoot = 11;
    }
    return at;
}

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
    constexpr float designed = 12; // the sign
    const float sign = designed * std::max(larger, 1.0F);
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

/// The item's picture, as dark as words need it.
void addGround(Sketch& sketch, Node& node, const content::Item& item) {
    const base::Rect whole{0, 0, node.box.width, node.box.height};
    node.children.push_back(sketch.picture(item.cover, whole));
    node.children.push_back(box(whole, sketch.portrait()
                                           ? scrim(sketch.theme, 0, {{0, .93F}, {1, .93F}})
                                           : scrim(sketch.theme, 90, {{0, .97F}, {.55F, .93F}, {1, .72F}})));
}

Node codeOn(Sketch& sketch, const QrCode& code, const std::string& address, base::Rect where) {
    const auto& c = sketch.theme.colour;
    Node paper = group("take:code", where);
    paper.paint = scene::Fill{c.chalk, 1.5F, {}, 0};
    Node squares =
        box(base::Rect{0, 0, ground, ground}.grown(-quietZone), scene::CodePaint{code.side, code.dark, c.coal});
    squares.role = scene::Role::picture;
    squares.name = sketch.say("takeHome.code", {{"address", addressWords(address, false)}});
    paper.children.push_back(std::move(squares));
    return paper;
}

/// The code, and the light around it that ends at the stage's edges.
void addCode(Sketch& sketch, Node& node, const QrCode& code, const std::string& address, base::Rect where) {
    const base::Rect whole{0, 0, node.box.width, node.box.height};
    const base::Point centre = where.centre();
    const base::Rect glow = base::Rect{centre.x, centre.y, 0, 0}.grown(codeGlow).intersected(whole);
    const base::Point middle{(centre.x - glow.x) / glow.width, (centre.y - glow.y) / glow.height};
    node.children.push_back(
        box(glow,
            scene::Radial{middle, {codeGlow / glow.width, codeGlow / glow.height}, sketch.theme.glow(), true, false}));
    node.children.push_back(codeOn(sketch, code, address, where));
}

/// All that is read before the address: seam and title, and what a visitor does and gets.
struct TakeColumn {
    Node seam;
    Node title;
    TakeWords words;
};

/// The title gives way to large words: it is as large as leaves them whole, or as small as it gets.
TakeColumn takeColumn(Sketch& sketch, const content::Item& item, bool code, const TakePlaces& at) {
    constexpr float titleWidth = 310;
    TakeColumn column;
    column.seam = sketch.seam(sketch.colourOf(sketch.catalogue.themeOf(item)));
    for (const float share : {1.0F, .76F, .6F}) {
        column.title = sketch.poster(sketch.ownWords(sketch.say("takeHome.title")),
                                     {.rank = "poster-8",
                                      .colour = sketch.theme.colour.chalk,
                                      .width = std::min(at.width, titleWidth),
                                      .lines = 2,
                                      .size = sketch.theme.style("poster-8").size * share});
        const float room = at.bottom - at.top - column.seam.box.height - column.title.box.height - 2 * takeApart;
        column.words = takeWords(sketch, item, code, at.width, room);
        if (column.words.whole) {
            break;
        }
    }
    return column;
}

/// The hints end where the words do. The rest stands over them in landscape; upright it begins where the words do.
void addColumn(Sketch& sketch, Node& node, TakeColumn column, const TakePlaces& at) {
    Node how = group("take:how", {0, 0, at.stage.width, at.stage.height});
    stackUp(how, std::move(column.words.hints), layout::margin, at.bottom, hintsApart);
    const float below = how.children.front().box.y - leadApart; // the words above end here at the latest
    std::vector<Node> head;
    head.push_back(std::move(column.seam));
    head.push_back(std::move(column.title));
    head.push_back(std::move(column.words.lead));
    if (sketch.portrait()) {
        stackDown(node, std::move(head), layout::margin, at.top, takeApart);
    } else {
        stackUp(node, std::move(head), layout::margin, std::min(at.stage.height - leadFoot, below), takeApart);
    }
    node.children.push_back(std::move(how));
}

/// What ends the screen.
Node doneAction(Sketch& sketch, const TakePlaces& at) {
    Node done = sketch.action("take:done", "check", doneLamp, Sketch::Look::lit, sketch.say("takeHome.done"), "action",
                              GoBack{});
    done.box.x = sketch.portrait() ? (at.stage.width - done.box.width) / 2 : layout::margin;
    done.box.y = at.stage.height - at.doneFoot - doneLamp;
    return done;
}

/// The address as words, in one line if they fit: under the code; upright over what ends the screen.
Node addressLine(Sketch& sketch, const std::string& address, const TakePlaces& at, base::Rect done) {
    const bool upright = sketch.portrait();
    const float width = upright ? at.width : ground + 2 * addressBeyond;
    Sketch::Set set{.rank = "lead",
                    .colour = sketch.theme.colour.chalk,
                    .width = width,
                    .lines = 1,
                    .weight = 600,
                    .align = text::Align::centre};
    const text::Phrase typed{{{addressWords(address, true), false, false, ""}}, "en"}; // of no language
    Node line = sketch.text(typed, set);
    if (std::get<scene::TextPaint>(line.paint).paragraph.cutOff()) {
        set.rank = "label";
        set.lines = 3;
        line = sketch.text(typed, set);
    }
    line.name = addressWords(address, false);
    line.box.x = upright ? layout::margin : at.code.centre().x - width / 2;
    line.box.y = upright ? done.y - addressOver - line.box.height
                         : at.stage.height - at.doneFoot - doneLamp / 2 - line.box.height / 2;
    return line;
}

} // namespace

Node takeHomeScreen(Sketch& sketch) {
    const TakePlaces at = takePlaces(sketch);
    Node node = group("screen:take-home:" + sketch.state.visit.here.id, {0, 0, at.stage.width, at.stage.height});
    node.clip = true;
    const auto* item = sketch.catalogue.item(sketch.state.visit.here.id);
    if (item == nullptr) {
        return node;
    }
    addGround(sketch, node, *item);
    const auto code = qrCode(item->readMore);
    if (code) {
        addCode(sketch, node, *code, item->readMore, at.code);
    }
    TakeColumn column = takeColumn(sketch, *item, code.has_value(), at);
    node.name = column.title.name;
    addColumn(sketch, node, std::move(column), at);
    Node done = doneAction(sketch, at);
    node.children.push_back(addressLine(sketch, item->readMore, at, done.box));
    node.children.push_back(std::move(done));
    return node;
}

} // namespace schacht::visitor
