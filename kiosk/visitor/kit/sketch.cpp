#include "kiosk/visitor/kit/sketch.hpp"
#include "kiosk/visitor/kit/kind_looks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

/// Signs that point somewhere, and so turn with the reading direction.
constexpr std::array<std::string_view, 6> pointing{"back", "arrow-left", "arrow-right", "volume", "read", "replay"};

} // namespace

Sketch::Sketch(const State& visit, const catalogue::Catalogue& items, const Words& own, const scene::Design& looks,
               const stage::Screen& glass, text::Typesetter& setter, Movement moves)
    : state(visit), catalogue(items), words(own), theme(looks), screen(glass), movement(moves), typesetter(setter),
      tag(languageOf(visit, items)) {}

bool Sketch::pressed(scene::NodeId id) const {
    return std::any_of(state.visit.pressed.begin(), state.visit.pressed.end(),
                       [id](const auto& press) { return press.second == id; });
}

bool Sketch::leftHanded() const {
    return accessOf(state).leftHand && text::directionOf(tag) == text::Direction::leftToRight;
}

float Sketch::atHand(float width) const {
    return leftHanded() ? layout::margin : aboveBar().width - layout::margin - width;
}

std::string Sketch::say(std::string_view key, Words::Values values) const {
    return words.get(tag, key, values);
}

text::Phrase Sketch::packWords(const content::LanguageMap& map) const {
    const auto found = map.find(tag, catalogue.pack().languages);
    return {{{std::string(found.words), false, false, ""}}, std::string(found.language.empty() ? tag : found.language)};
}

std::string Sketch::inWords(const content::LanguageMap& map) const {
    return std::string(map.find(tag, catalogue.pack().languages).words);
}

std::string Sketch::kindAndMinutes(const content::Item& item) const {
    const int minutes = catalogue::minutesOf(item, tag, catalogue.pack().languages);
    return say("kind.minutes", {{"kind", say(looksOf(item.body).word)}, {"minutes", std::to_string(minutes)}});
}

text::Phrase Sketch::ownWords(std::string text) const {
    return {{{std::move(text), false, false, ""}}, tag};
}

float Sketch::grown(std::string_view rank) const {
    constexpr std::array<float, textSizes> steps{0.85F, 1, 1.25F, 2}; // tokens: "visitor steps", which end at 1.56
    constexpr float posters = 1.12F;
    const float step = steps[static_cast<std::size_t>(std::clamp(accessOf(state).textSize, 1, textSizes) - 1)];
    if (state.visit.here.kind == ScreenKind::attract || rank == "numeral") {
        return 1; // nobody has chosen yet; as large as the page
    }
    const auto among = [&](std::initializer_list<std::string_view> ranks) {
        return std::find(ranks.begin(), ranks.end(), rank) != ranks.end();
    };
    const bool small = among({"body", "lead", "reading", "spoken", "spoken-now", "label", "action", "card"});
    return small ? step : std::clamp(step, 1.0F, posters); // what is large already grows little
}

float Sketch::sized(std::string_view rank, float larger) const {
    return theme.style(rank).size * larger / grown(rank);
}

text::Style Sketch::styleOf(const Set& set, std::string_view language, float growth) const {
    const scene::TypeStyle& rank = theme.style(set.rank);
    text::Style style;
    style.family = rank.family;
    style.size = (set.size > 0 ? set.size : rank.size) * growth * screen.pixelsPerMillimetre;
    style.weight = set.weight > 0 ? set.weight : rank.weight;
    style.line = set.line > 0 ? set.line : rank.line;
    style.tracking = rank.tracking;
    style.align = set.align;
    // long texts only: a poster or a quote with a hyphen looks like a mistake
    style.hyphenate = (set.rank == "lead" || set.rank == "reading") && (language == "nl" || language == "de");
    return style;
}

Node Sketch::text(const text::Phrase& said, const Set& set) {
    const float scale = screen.pixelsPerMillimetre;
    float growth = grown(set.rank);
    const auto laid = [&] {
        return typesetter.set(said, styleOf(set, said.language, growth), set.width * scale, set.lines);
    };
    text::Paragraph paragraph = laid();
    constexpr float smaller = 0.92F;
    const auto fits = [&] {
        return !paragraph.cutOff() && (set.height <= 0 || paragraph.height() <= set.height * scale);
    };
    while (growth > 1 && !fits()) { // as large as there is room for
        growth = std::max(1.0F, growth * smaller);
        paragraph = laid();
    }
    Node node;
    node.role = set.role;
    for (const text::Run& run : said.runs) {
        node.name += run.words;
    }
    node.language = said.language;
    const bool fixed = set.width > 0 && (set.align != text::Align::start ||
                                         text::directionOf(said.language) == text::Direction::rightToLeft);
    node.box = {0, 0, fixed ? set.width : std::ceil(paragraph.width()) / scale, paragraph.height() / scale};
    node.paint = scene::TextPaint{paragraph, set.colour};
    return node;
}

Node Sketch::poster(const text::Phrase& said, Set set) {
    const float full = set.size > 0 ? set.size : theme.style(set.rank).size;
    const int most = set.lines;
    set.role = scene::Role::heading;
    for (const float share : {1.0F, 0.9F, 0.8F, 0.7F, 0.62F, 0.55F, 0.48F}) {
        set.size = full * share;
        set.lines = 0;
        Node node = text(said, set);
        const auto& paragraph = std::get<scene::TextPaint>(node.paint).paragraph;
        const bool low = set.height <= 0 || node.box.height <= set.height;
        if (!paragraph.cutOff() && (most == 0 || paragraph.lines() <= most) && low) {
            return node;
        }
    }
    set.lines = most;
    return text(said, set);
}

Node Sketch::snug(As as, const text::Phrase& said, Set set) {
    const auto made = [&] { return as == As::poster ? poster(said, set) : text(said, set); };
    Node node = made();
    constexpr float rounding = 0.5F;
    const auto& paragraph = std::get<scene::TextPaint>(node.paint).paragraph;
    const float own = paragraph.width() / screen.pixelsPerMillimetre + rounding;
    if (node.box.width <= own) {
        return node;
    }
    set.width = own;
    return made();
}

void Sketch::centreFigures(Node& line, float y, float size) const {
    constexpr float height = .655F; // of League Spartan's figures, in shares of the size
    const float baseline = std::get<scene::TextPaint>(line.paint).paragraph.lastBaseline() / screen.pixelsPerMillimetre;
    line.box.y = y + height * size / 2 - baseline;
}

void Sketch::touchable(Node& node, std::string name, Intent meaning, scene::Role role) {
    node.touch = scene::Touch{};
    node.role = role;
    node.name = std::move(name);
    meanings[node.id] = std::move(meaning);
}

void Sketch::owned(Node& node, scene::TouchSurface surface, SurfaceOwner owner) {
    node.surface = surface;
    owners[node.id] = owner;
}

void Sketch::slides(Node& node, input::Axes axis, const Slide& slide) {
    node.touch->slider = axis;
    sliders[node.id] = slide;
}

Node Sketch::icon(const std::string& name, float size, base::Colour colour) const {
    const bool turns = std::find(pointing.begin(), pointing.end(), name) != pointing.end();
    Node node;
    node.box = {0, 0, size, size};
    node.paint = scene::IconPaint{name, colour, turns && text::directionOf(tag) == text::Direction::rightToLeft};
    return node;
}

Node Sketch::face(const std::string& sign, float size, Look look, bool down) const {
    const auto& c = theme.colour;
    scene::Fill fill{c.slag, size / 2, c.edge, theme.hairline};
    base::Colour signColour = c.lamp;
    switch (look) {
    case Look::quiet:
        signColour = down ? c.lampHot : c.lamp;
        break;
    case Look::lit:
        fill = {down ? c.lampHot : c.lamp, size / 2, {}, 0};
        signColour = c.coal;
        break;
    case Look::off:
        signColour = c.edge;
        break;
    case Look::paper:
        fill = {{0, 0, 0, 0}, size / 2, c.coal, 0.8F};
        signColour = c.coal;
        break;
    case Look::paperLit:
        fill = {c.coal, size / 2, {}, 0};
        signColour = down ? c.lampHot : c.lamp;
        break;
    }
    Node node = box({0, 0, size, size}, fill);
    Node inner = icon(sign, size * 0.56F, signColour);
    inner.box.x = inner.box.y = size * 0.22F;
    node.children.push_back(std::move(inner));
    return node;
}

Node Sketch::disc(std::string_view id, const std::string& sign, float size, Look look, std::string name,
                  Intent meaning) {
    const bool down = pressed(scene::nodeId(id));
    Node node = face(sign, size, look, down);
    node.id = scene::nodeId(id);
    press(node, down);
    touchable(node, std::move(name), std::move(meaning));
    node.touch->enabled = look != Look::off;
    return node;
}

Node Sketch::action(std::string_view id, const std::string& sign, float size, Look look, const std::string& word,
                    std::string_view rank, Intent meaning, float most) {
    constexpr float gap = 5;
    Node node = group(id, {});
    const bool down = pressed(node.id);
    Node lamp = face(sign, size, look, down);
    lamp.id = scene::nodeId(std::string(id) + ":lamp");
    press(lamp, down);
    Node label = text(word, {.rank = rank,
                             .colour = theme.colour.chalk,
                             .width = std::max(most - size - gap, 0.0F),
                             .lines = most > 0 ? 1 : 0,
                             .weight = 600,
                             .line = 1.1F,
                             .role = scene::Role::none});
    label.box.x = size + gap;
    label.box.y = (size - label.box.height) / 2;
    node.box = {0, 0, size + gap + label.box.width, size};
    node.children.push_back(std::move(lamp));
    node.children.push_back(std::move(label));
    touchable(node, word, std::move(meaning));
    return node;
}

Node Sketch::actionBelow(std::string_view id, const std::string& sign, float size, Look look, const std::string& word,
                         float height, Intent meaning) {
    constexpr float gap = 2;
    Node node = group(id, {});
    const bool down = pressed(node.id);
    Node lamp = face(sign, size, look, down);
    lamp.id = scene::nodeId(std::string(id) + ":lamp");
    press(lamp, down);
    const base::Colour colour = look == Look::off ? theme.colour.off : theme.colour.chalk;
    Node label = text(word, {.rank = "label", .colour = colour, .role = scene::Role::none});
    node.box = {0, 0, std::max(size, label.box.width),
                height > 0 ? std::max(height, size + label.box.height) : size + gap + label.box.height};
    lamp.box.x = (node.box.width - size) / 2;
    label.box.x = (node.box.width - label.box.width) / 2;
    label.box.y = node.box.height - label.box.height;
    node.children.push_back(std::move(lamp));
    node.children.push_back(std::move(label));
    touchable(node, word, std::move(meaning));
    node.touch->enabled = look != Look::off;
    return node;
}

Node Sketch::seam(base::Colour colour) const {
    return box({0, 0, 28, 2.4F}, scene::Fill{colour, 0, {}, 0});
}

Node Sketch::picture(const content::Picture& shown, base::Rect where) const {
    Node node = box(
        where,
        scene::PicturePaint{shown.file, {static_cast<float>(shown.focus.x), static_cast<float>(shown.focus.y)}, 0, 1});
    node.role = shown.decorative ? scene::Role::none : scene::Role::picture;
    node.name = inWords(shown.alt);
    return node;
}

base::Colour Sketch::deep(base::Colour c) {
    const auto twice = [](unsigned char v) {
        return static_cast<unsigned char>(v * v / 255);
    }; // light goes through it twice
    return base::mix({twice(c.r), twice(c.g), twice(c.b)}, {0, 0, 0}, .3F);
}

base::Colour Sketch::colourOf(const content::Theme* shown) const {
    if (theme.plain) {
        return theme.colour.chalk;
    }
    return shown != nullptr ? scene::parseColour(shown->colour) : theme.colour.ash;
}

void press(Node& lamp, bool down) {
    constexpr base::Seconds in = 0.080;
    constexpr base::Seconds out = 0.160;
    lamp.scale = down ? 1.06F : 1;
    lamp.motion.duration = down ? in : out;
}

void stackDown(Node& parent, std::vector<Node> nodes, float x, float y, float gap) {
    for (Node& node : nodes) {
        node.box.x = x;
        node.box.y = y;
        y += node.box.height + gap;
        parent.children.push_back(std::move(node));
    }
}

void stackUp(Node& parent, std::vector<Node> nodes, float x, float bottom, float gap) {
    float height = -gap;
    for (const Node& node : nodes) {
        height += node.box.height + gap;
    }
    stackDown(parent, std::move(nodes), x, bottom - height, gap);
}

float rowWidth(const std::vector<Node>& nodes, float gap) {
    float width = -gap;
    for (const Node& node : nodes) {
        width += node.box.width + gap;
    }
    return std::max(width, 0.0F);
}

std::optional<NodeAt> nodeAt(const Node& tree, scene::NodeId id, base::Point origin) {
    const base::Rect here = tree.box.moved(origin.x, origin.y);
    if (tree.id == id) {
        return NodeAt{&tree, here};
    }
    for (const Node& child : tree.children) {
        if (auto found = nodeAt(child, id, {here.x, here.y})) {
            return found;
        }
    }
    return std::nullopt;
}

Node box(base::Rect where, scene::Paint paint) {
    Node node;
    node.box = where;
    node.paint = std::move(paint);
    return node;
}

Node group(std::string_view id, base::Rect where) {
    Node node;
    node.id = scene::nodeId(id);
    node.role = scene::Role::group;
    node.box = where;
    return node;
}

void mirror(Node& node) {
    if (auto* linear = std::get_if<scene::Linear>(&node.paint)) {
        linear->degrees = 360 - linear->degrees;
    } else if (auto* radial = std::get_if<scene::Radial>(&node.paint)) {
        radial->centre.x = 1 - radial->centre.x;
    } else if (auto* backdrop = std::get_if<scene::Backdrop>(&node.paint)) {
        for (auto& dim : backdrop->dim) {
            if (auto* slanted = std::get_if<scene::Linear>(&dim)) {
                slanted->degrees = 360 - slanted->degrees;
            } else {
                auto& round = std::get<scene::Radial>(dim);
                round.centre.x = 1 - round.centre.x;
            }
        }
    }
    for (Node& child : node.children) {
        child.box.x = node.box.width - child.box.x - child.box.width;
        child.motion.enter.offset.x = -child.motion.enter.offset.x;
        mirror(child);
    }
}

scene::Linear scrim(const scene::Design& theme, float degrees, std::initializer_list<std::pair<float, float>> stops) {
    scene::Linear out{degrees, {}, 0};
    for (const auto& [at, alpha] : stops) {
        out.stops.push_back({at, theme.colour.coal.withAlpha(alpha)});
    }
    out.stops = theme.dimmed(std::move(out.stops));
    return out;
}

} // namespace schacht::visitor
