#include "kiosk/visitor/kinds/film/film_parts.hpp"

#include <algorithm>

namespace schacht::visitor {

using media::Phase;
using scene::Node;

namespace {

constexpr float discSize = 26;
constexpr float big = 42;
constexpr float trackHeight = 20; // the least that a finger finds
constexpr float trackLine = 4;
constexpr float knob = 18;
constexpr float ring = 1.4F;

/// What lies where the knob is held: the time, and the part of the film.
Node preview(const FilmSketch& film, float x, float room) {
    Sketch& sketch = film.sketch;
    const auto& c = sketch.theme.colour;
    constexpr float pad = 4;
    constexpr float gap = 4;
    constexpr float height = 20;
    constexpr float above = 4;
    constexpr float widest = 260;
    std::vector<Node> parts;
    parts.push_back(
        timeText(sketch, clockTime(film.position()),
                 {.rank = "lead", .colour = c.lamp, .weight = 600, .line = 1.1F, .role = scene::Role::none}));
    const auto& chapters = film.film.chapters;
    if (const auto chapter = chapterAt(chapters, film.position())) {
        Node title = sketch.text(sketch.packWords(chapters[*chapter].title),
                                 {.rank = "label", .colour = c.chalk, .role = scene::Role::none});
        if (title.box.width <= widest) {
            parts.push_back(std::move(title));
        }
    }
    Node node = group("film:preview", {0, -above - height, 2 * pad - gap, height});
    node.role = scene::Role::status;
    node.paint = scene::Fill{c.coal, 1.5F, c.lamp, .8F};
    float next = pad;
    for (Node& part : parts) {
        node.name += (node.name.empty() ? "" : ", ") + part.name;
        part.box.x = next;
        part.box.y = (height - part.box.height) / 2;
        next += part.box.width + gap;
        node.box.width += part.box.width + gap;
        node.children.push_back(std::move(part));
    }
    node.box.x = std::clamp(x - node.box.width / 2, 0.0F, std::max(0.0F, room - node.box.width));
    return node;
}

void addLine(const FilmSketch& film, Node& node, float reached, base::Seconds step) {
    const auto& c = film.sketch.theme.colour;
    const float top = (trackHeight - trackLine) / 2;
    node.children.push_back(box({0, top, node.box.width, trackLine}, scene::Fill{c.track, 0, {}, 0}));
    Node lit = group("film:track:lit", {0, top, reached, trackLine});
    lit.role = scene::Role::none;
    lit.paint = scene::Fill{c.lamp, 0, {}, 0};
    lit.motion.duration = step;
    lit.motion.curve = scene::Curve::even;
    node.children.push_back(std::move(lit));
    for (const content::Chapter& chapter : film.film.chapters) {
        const double share = film.length() > 0 ? chapter.start / film.length() : 0;
        if (share > 0 && share < 1) {
            node.children.push_back(box({static_cast<float>(share) * node.box.width - .5F, top, 1, trackLine},
                                        scene::Fill{c.coal, 0, {}, 0}));
        }
    }
}

Node track(const FilmSketch& film) {
    Sketch& sketch = film.sketch;
    const auto& c = sketch.theme.colour;
    const base::Size stage = sketch.aboveBar();
    const float bottom = (sketch.portrait() ? 138.0F : 60.0F) + (knob - trackHeight) / 2;
    Node node = group(
        "track", {layout::margin, stage.height - bottom - trackHeight, stage.width - 2 * layout::margin, trackHeight});
    const double share = film.length() > 0 ? std::clamp(film.position() / film.length(), 0.0, 1.0) : 0;
    const float reached = static_cast<float>(share) * node.box.width;
    // where there is a processor for it, what moves on in steps is shown as going on
    const bool runs = film.playing->report.phase == Phase::playing && film.playing->wanted && !film.sliding();
    const base::Seconds step = runs && sketch.movement == Movement::full ? filmStep : 0;
    addLine(film, node, reached, step);
    const float out = knob / 2 + ring;
    Node handle = group("film:knob", {reached - out, trackHeight / 2 - out, 2 * out, 2 * out});
    handle.role = scene::Role::none;
    handle.motion.duration = step;
    handle.motion.curve = scene::Curve::even;
    handle.paint = scene::Fill{c.coal, out, {}, 0};
    const bool held = film.sliding() || sketch.pressed(node.id);
    handle.children.push_back(box({ring, ring, knob, knob}, scene::Fill{held ? c.lampHot : c.lamp, knob / 2, {}, 0}));
    node.children.push_back(std::move(handle));
    if (film.sliding()) {
        node.children.push_back(preview(film, reached, node.box.width));
    }
    sketch.touchable(
        node, sketch.say("film.track", {{"time", clockTime(film.position())}, {"length", clockTime(film.length())}}),
        GlassTouched{}, scene::Role::progress);
    sketch.slides(node, input::Axes::horizontal, headSlide(sketch.state));
    node.touch->enabled = film.length() > 0;
    if (text::directionOf(sketch.language()) == text::Direction::rightToLeft) {
        mirror(node); // time runs from left to right in every language
    }
    return node;
}

std::vector<FilmOption> optionsOf(const FilmSketch& film) {
    auto options = filmOptions(film);
    if (!film.film.chapters.empty()) {
        const std::string word = film.sketch.say("film.chapters");
        options.push_back({"film:chapters", "list", false, word, word, ToggleChapters{}});
    }
    return options;
}

std::vector<Node> lampsOf(const FilmSketch& film, std::string_view rank) {
    std::vector<Node> lamps;
    for (const FilmOption& option : optionsOf(film)) {
        const auto look = option.on ? Sketch::Look::lit : Sketch::Look::quiet;
        lamps.push_back(film.sketch.action(option.id, option.icon, discSize, look, option.brief, rank, option.meaning));
        lamps.back().name = option.word;
        lamps.back().touch->setting = option.on ? scene::Setting::on : scene::Setting::off;
    }
    return lamps;
}

/// Landscape: at the end of the row, the words as large as there is room.
void addLamps(const FilmSketch& film, Node& node, float from) {
    constexpr float gap = 7;
    const float middle = film.sketch.aboveBar().height - 9 - big / 2;
    const float right = film.sketch.aboveBar().width - layout::margin;
    auto lamps = lampsOf(film, "action");
    if (rowWidth(lamps, gap) > right - from) {
        lamps = lampsOf(film, "label");
    }
    float x = right - rowWidth(lamps, gap);
    for (Node& lamp : lamps) {
        lamp.box.x = x;
        lamp.box.y = middle - discSize / 2;
        x += lamp.box.width + gap;
        node.children.push_back(std::move(lamp));
    }
}

/// Portrait: what fits beside the time, the rest in a row below.
void addLampsUpright(const FilmSketch& film, Node& node, float rowMiddle) {
    constexpr float gap = 9;
    constexpr float second = 196; // where the second half of the row begins
    const float right = film.sketch.aboveBar().width - layout::margin;
    const float below = film.sketch.aboveBar().height - 12 - discSize;
    float x = second;
    float y = rowMiddle - discSize / 2;
    for (Node& lamp : lampsOf(film, "action")) {
        if (x + lamp.box.width > right && y < below) {
            x = layout::margin;
            y = below;
        }
        lamp.box.x = x;
        lamp.box.y = y;
        x += lamp.box.width + gap;
        node.children.push_back(std::move(lamp));
    }
}

} // namespace

Node filmControls(const FilmSketch& film) {
    Sketch& sketch = film.sketch;
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    Node node = group("film:controls", {0, 0, stage.width, stage.height});
    node.motion.enter.fade = 0.160;
    node.motion.leave = controlsFade;
    node.aside = true;
    if (!upright) { // only under the controls: each picture of the film is drawn below it
        constexpr float high = 170;
        node.children.push_back(box({0, stage.height - high, stage.width, high},
                                    scrim(sketch.theme, 0, {{0, .97F}, {.52F, .90F}, {1, 0}})));
    }
    node.children.push_back(track(film));
    const float gap = upright ? 9 : 7;
    const float middle = stage.height - (upright ? 12 + discSize + 10 : 9) - big / 2;
    Node back =
        sketch.disc("film:ten-back", "back-ten", discSize, Sketch::Look::quiet, sketch.say("film.tenBack"), SkipBack{});
    back.touch->repeatable = true;
    back.box.x = layout::margin;
    back.box.y = middle - discSize / 2;
    const bool wanted = film.playing->wanted;
    Node play = sketch.disc("film:toggle", wanted ? "pause" : "play", big, Sketch::Look::lit,
                            sketch.say(wanted ? "film.pause" : "film.play"), TogglePlay{});
    play.box.x = back.box.right() + gap;
    play.box.y = middle - big / 2;
    const std::string whole = film.length() > 0 ? " / " + clockTime(film.length()) : "";
    Node time =
        timeText(sketch, clockTime(film.position()) + whole, {.rank = "label", .colour = sketch.theme.colour.chalk});
    time.box.x = play.box.right() + gap + 5;
    time.box.y = middle - time.box.height / 2;
    const float from = time.box.right() + gap;
    node.children.push_back(std::move(back));
    node.children.push_back(std::move(play));
    node.children.push_back(std::move(time));
    if (upright) {
        addLampsUpright(film, node, middle);
    } else {
        addLamps(film, node, from);
    }
    return node;
}

} // namespace schacht::visitor
