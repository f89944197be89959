#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/view.hpp"

#include <algorithm>
#include <iterator>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr std::string_view lampSign = "●";
constexpr base::Seconds drift = 14;
constexpr float driftScale = 1.05F;

constexpr std::string_view lampId = "attract:lamp";

/// A lamp to touch, with what it gives to the dark around it.
Node lamp(Sketch& sketch, std::string_view id, float size, float signSize) {
    Node node = group(id, {0, 0, size, size});
    node.role = scene::Role::none;
    node.paint = scene::Radial{{.5F, .42F}, {.766F, .766F}, sketch.theme.bigLamp(), false, true};
    Node hand = sketch.icon("hand", signSize, sketch.theme.colour.coal);
    hand.box.x = hand.box.y = (size - signSize) / 2;
    node.children.push_back(std::move(hand));
    return node;
}

Node glow(Sketch& sketch, base::Point middle, float diameter, float strength) {
    auto stops = sketch.theme.glow();
    for (auto& stop : stops) {
        stop.colour.a = static_cast<unsigned char>(static_cast<float>(stop.colour.a) * strength);
    }
    return box({middle.x - diameter / 2, middle.y - diameter / 2, diameter, diameter},
               scene::Radial{{.5F, .5F}, {.5F, .5F}, std::move(stops), true, false});
}

/// The words of a line, each of which is one large sign.
std::vector<std::string> signsIn(const std::string& line) {
    std::vector<std::string> signs;
    for (std::size_t from = 0; from < line.size();) {
        const auto space = std::min(line.find(' ', from), line.size());
        if (space > from) {
            signs.push_back(line.substr(from, space - from));
        }
        from = space + 1;
    }
    return signs;
}

/// Where the signs of a row stand: each in a square cell.
struct SignRow {
    const base::Size screen;
    const bool upright;
    const std::size_t columns;
    const float cell; // its side

    SignRow(const Sketch& sketch, std::size_t signs)
        : screen(sketch.screen.size), upright(sketch.portrait()),
          columns(upright ? 2 : std::max<std::size_t>(signs, 1)), cell(upright ? 146 : 124) {}

    /// How far along its row a sign's column is, 0..1.
    [[nodiscard]] float along(std::size_t sign) const {
        return columns > 1 ? static_cast<float>(sign % columns) / static_cast<float>(columns - 1) : 0;
    }
    /// The left end of a sign's cell.
    [[nodiscard]] float left(std::size_t sign) const {
        const float first = upright ? layout::margin + 18 : layout::margin;
        const float room = screen.width - 2 * first;
        const auto column = static_cast<float>(sign % columns);
        return first + (columns > 1 ? column * (room - cell) / static_cast<float>(columns - 1) : 0);
    }
    /// On which a sign's middle stands: a little higher than that of its cell.
    [[nodiscard]] float middle(std::size_t sign) const {
        const float bottom = upright ? 262 : 126;
        const float height = upright ? 316 : 131;
        const std::size_t row = sign / columns;
        return upright ? screen.height - bottom - height + static_cast<float>(row) * (height - cell) + cell / 2 - 7
                       : screen.height - bottom - height / 2 - 5;
    }
};

/// A figure in its cell: upright in its middle; side by side, the first begins its row and the last ends it.
Node figureIn(Sketch& sketch, const SignRow& row, std::size_t index, const std::string& sign,
              const std::string& language) {
    const float size = row.upright ? 208 : 186;
    Node figure = sketch.text(
        {{{sign, false, false, ""}}, language},
        {.rank = "numeral", .colour = sketch.theme.colour.chalk, .size = size, .line = .7F, .role = scene::Role::none});
    const float free = row.cell - figure.box.width;
    figure.box.x = row.left(index) + free * (row.upright ? .5F : row.along(index));
    sketch.centreFigures(figure, row.middle(index), size);
    return figure;
}

/// The sentence under a row of signs.
Node rowSentence(Sketch& sketch, std::string words, const std::string& language) {
    const base::Size screen = sketch.screen.size;
    const bool upright = sketch.portrait();
    Node sentence =
        sketch.poster({{{std::move(words), false, false, ""}}, language}, {.rank = "poster-6",
                                                                           .colour = sketch.theme.colour.chalk,
                                                                           .width = upright ? screen.width - 32 : 540,
                                                                           .lines = upright ? 4 : 2,
                                                                           .line = 1.02F});
    sentence.box.x = layout::margin;
    sentence.box.y = screen.height - (upright ? 100 : 48) - sentence.box.height;
    return sentence;
}

/// A line of which one sign is the lamp: "1 2 ● 4", large, side by side (upright: two by two), and the sentence below.
void posterRow(Sketch& sketch, Node& node, const text::Phrase& words) {
    const std::string& all = words.runs.front().words;
    const auto end = std::min(all.find('\n'), all.size());
    const auto signs = signsIn(all.substr(0, end));
    const SignRow row(sketch, signs.size());
    std::vector<Node> figures;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (signs[i] != lampSign) {
            figures.push_back(figureIn(sketch, row, i, signs[i], words.language));
            continue;
        }
        const base::Point middle{row.left(i) + row.cell / 2, row.middle(i)};
        node.children.push_back(glow(sketch, middle, 460, .8F)); // behind the figures
        Node disc = lamp(sketch, lampId, row.cell, row.upright ? 78 : 70);
        disc.box.x = row.left(i);
        disc.box.y = middle.y - row.cell / 2;
        figures.push_back(std::move(disc));
    }
    std::move(figures.begin(), figures.end(), std::back_inserter(node.children));
    if (end < all.size()) {
        node.children.push_back(rowSentence(sketch, all.substr(end + 1), words.language));
    }
}

/// A poster line that ends in the lamp.
void posterLine(Sketch& sketch, Node& node, const text::Phrase& words) {
    const base::Size screen = sketch.screen.size;
    const bool upright = sketch.portrait();
    const float width = upright ? screen.width - 2 * layout::margin : screen.width - layout::margin - 150;
    const float disc = 34;
    constexpr float gap = 5;
    const float scale = sketch.screen.pixelsPerMillimetre;
    const auto setIn = [&](float room) {
        return sketch.poster(words, {.rank = "poster-9",
                                     .colour = sketch.theme.colour.chalk,
                                     .width = room,
                                     .lines = upright ? 4 : 3,
                                     .size = upright ? 54.7F : 62});
    };
    Node line = setIn(width);
    if (std::get<scene::TextPaint>(line.paint).paragraph.lastLineWidth() / scale + gap + disc > width) {
        line = setIn(width - gap - disc);
    }
    const auto& paragraph = std::get<scene::TextPaint>(line.paint).paragraph;
    line.box.x = layout::margin;
    line.box.y = screen.height - (upright ? 96 : 44) - line.box.height;
    const float lastWidth = paragraph.lastLineWidth() / scale;
    const float baseline = line.box.y + paragraph.lastBaseline() / scale;
    Node dot = lamp(sketch, lampId, disc, 21);
    // the screen is mirrored afterwards where it runs right to left; words that do not are not
    const bool mirrored = text::directionOf(words.language) != text::directionOf(sketch.language());
    dot.box.x = line.box.x + (mirrored ? line.box.width - lastWidth - gap - disc : lastWidth + gap);
    dot.box.y = baseline + 9.5F - disc;
    node.children.push_back(glow(sketch, dot.box.centre(), 150, .9F));
    node.children.push_back(std::move(line));
    node.children.push_back(std::move(dot));
}

/// "Touch the screen" in every language; the one shown is lit. Each begins in its own.
void invitations(Sketch& sketch, Node& node) {
    const base::Size screen = sketch.screen.size;
    const auto& c = sketch.theme.colour;
    const bool upright = sketch.portrait();
    constexpr float gap = 10;
    constexpr float rowHeight = 20;
    constexpr float apart = 3; // between two rows of targets
    std::vector<std::string> tags = sketch.catalogue.pack().languages;
    std::stable_partition(tags.begin(), tags.end(), [&](const std::string& tag) { return tag == sketch.language(); });
    std::vector<Node> words;
    for (const std::string& tag : tags) {
        Node word = sketch.text({{{sketch.words.get(tag, "attract.touch"), false, false, ""}}, tag},
                                {.rank = "body",
                                 .colour = tag == sketch.language() ? c.lamp : c.ash,
                                 .weight = tag == sketch.language() ? 700 : 500,
                                 .line = 1});
        word.box.width = std::get<scene::TextPaint>(word.paint).paragraph.width() / sketch.screen.pixelsPerMillimetre;
        words.push_back(std::move(word));
    }
    float x = layout::margin;
    std::vector<std::vector<std::size_t>> rows(1);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (x + words[i].box.width > screen.width - layout::margin && !rows.back().empty()) {
            rows.emplace_back();
            x = layout::margin;
        }
        rows.back().push_back(i);
        x += words[i].box.width + 2 * gap + 0.6F;
    }
    float y = screen.height - (upright ? 20.0F : 8.0F) + apart - (rowHeight + apart) * static_cast<float>(rows.size());
    for (const auto& row : rows) {
        x = layout::margin;
        for (const std::size_t i : row) {
            Node target = group("attract:begin:" + tags[i], {x, y, words[i].box.width, rowHeight});
            const std::string name = words[i].name;
            words[i].box.y = (rowHeight - words[i].box.height) / 2;
            x += words[i].box.width + gap;
            target.children.push_back(std::move(words[i]));
            target.language = tags[i];
            sketch.touchable(target, name, Begin{tags[i]});
            node.children.push_back(std::move(target));
            if (i != row.back()) {
                node.children.push_back(box({x, y + (rowHeight - 7) / 2, 0.6F, 7}, scene::Fill{c.slag2, 0, {}, 0}));
                x += gap + 0.6F;
            }
        }
        y += rowHeight + apart;
    }
}

/// One of the attract pictures; it drifts towards its focus.
Node attractPicture(Sketch& sketch, const content::Picture& shown, std::size_t index) {
    const base::Size screen = sketch.screen.size;
    const bool upright = sketch.portrait();
    Node picture = sketch.picture(
        shown, {0, upright ? 0 : -0.06F * screen.height, screen.width, screen.height * (upright ? .78F : 1)});
    picture.id = scene::nodeId("attract:picture:" + std::to_string(index));
    if (sketch.movement == Movement::full) {
        picture.scale = driftScale;
        picture.pivot = std::get<scene::PicturePaint>(picture.paint).focus;
        picture.motion.enter.scale = 1;
        picture.motion.enter.duration = drift;
        picture.motion.enter.curve = scene::Curve::even;
        picture.motion.enter.alpha = 1;
    }
    return picture;
}

/// The few words on it, which come a little after it.
Node attractLine(Sketch& sketch, const text::Phrase& words, std::size_t index) {
    const base::Size screen = sketch.screen.size;
    Node line = group("attract:line:" + std::to_string(index), {0, 0, screen.width, screen.height});
    line.role = scene::Role::none;
    line.motion.enter.delay = 0.400;
    line.motion.enter.offset = {0, 4};
    line.motion.enter.duration = line.motion.enter.fade = attractFade - 0.400;
    if (words.runs.front().words.find(lampSign) != std::string::npos) {
        posterRow(sketch, line, words);
    } else {
        posterLine(sketch, line, words);
    }
    return line;
}

/// A picture and its line, which give way to the next together.
Node attractTurn(Sketch& sketch, const content::Attract& shown, std::size_t index) {
    const base::Size screen = sketch.screen.size;
    Node turn = group("attract:" + std::to_string(index), {0, 0, screen.width, screen.height});
    const base::Seconds fade = sketch.movement <= Movement::reduced ? attractCut : attractFade;
    turn.motion.enter.fade = fade;
    turn.motion.leave = fade;
    turn.motion.leavesWhole = true;
    turn.role = scene::Role::none;
    turn.children.push_back(attractPicture(sketch, shown.picture, index));
    turn.children.push_back(
        box({0, 0, screen.width, screen.height},
            sketch.portrait()
                ? scrim(sketch.theme, 0, {{0, 1}, {.34F, 1}, {.46F, .5F}, {.62F, 0}, {.86F, 0}, {1, .7F}})
                : scrim(sketch.theme, 0, {{0, 1}, {.24F, .91F}, {.48F, .2F}, {.66F, 0}, {.84F, 0}, {1, .6F}})));
    turn.children.push_back(attractLine(sketch, sketch.packWords(shown.line), index));
    return turn;
}

} // namespace

Node attractScreen(Sketch& sketch) {
    const base::Size screen = sketch.screen.size;
    Node node = group("screen:attract", {0, 0, screen.width, screen.height});
    node.clip = true;
    const auto& pictures = sketch.catalogue.pack().attract;
    sketch.touchable(node, sketch.say("attract.touch"), Begin{""});
    node.touch->early = true; // a touch while the last visit fades begins a new one
    if (!pictures.empty()) {
        const auto index = static_cast<std::size_t>(sketch.state.device.attract) % pictures.size();
        node.children.push_back(attractTurn(sketch, pictures[index], index));
    } else { // a pack without any picture invites with its title
        posterLine(sketch, node, sketch.packWords(sketch.catalogue.pack().title));
    }
    Node title = sketch.text(sketch.packWords(sketch.catalogue.pack().title),
                             {.rank = "label", .colour = sketch.theme.colour.chalk});
    title.box.x = layout::margin;
    title.box.y = 14;
    node.children.push_back(std::move(title));
    invitations(sketch, node);
    return node;
}

Node lampLight(Sketch& sketch) {
    constexpr float size = 150;
    constexpr float fills = 5; // times its size: its glow lights the screen
    auto meanings = sketch.meanings;
    const Node before = attractScreen(sketch);
    sketch.meanings = std::move(meanings); // what it shows is gone, only its light is there
    const auto lit = nodeAt(before, scene::nodeId(lampId));
    if (!lit) {
        return {};
    }
    Node light = glow(sketch, lit->box.centre(), size, 1);
    light.id = scene::nodeId("attract:light");
    light.alpha = 0;
    light.scale = fills;
    light.motion.enter.alpha = .55F;
    light.motion.enter.duration = light.motion.enter.fade = lampGrows;
    return light;
}

} // namespace schacht::visitor
