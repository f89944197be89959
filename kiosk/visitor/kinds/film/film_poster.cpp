#include "kiosk/visitor/kinds/film/film_parts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float lampSize = 66;
constexpr float optionSize = 22;

base::Rect lampPlace(const Sketch& sketch) {
    const float bottom = sketch.portrait() ? 120 : 78;
    return {layout::margin, sketch.aboveBar().height - bottom - lampSize, lampSize, lampSize};
}

Node glowAround(const Sketch& sketch, base::Rect lamp) {
    constexpr float reach = 150;
    return box(base::Rect{lamp.centre().x, lamp.centre().y, 0, 0}.grown(reach),
               scene::Radial{{.5F, .5F}, {.5F, .5F}, sketch.theme.glow(), true, false});
}

Node lampFace(const Sketch& sketch, base::Rect place, bool down) {
    auto light =
        down ? std::vector<graphics::GradientStop>{{0, sketch.theme.colour.lampHot}, {1, sketch.theme.colour.lampHot}}
             : sketch.theme.bigLamp();
    return box(place, scene::Radial{{.5F, .42F}, {.76F, .76F}, std::move(light), false, true});
}

/// What a touch on the poster means: that the film plays, and where it is to play already and has no picture yet,
/// nothing more. Two who press play together must not stop it.
Intent playsIt(const State& state) {
    return state.visit.playing && state.visit.playing->wanted ? Intent(GlassTouched{}) : Intent(TogglePlay{});
}

Node playLamp(Sketch& sketch) {
    const base::Rect place = lampPlace(sketch);
    Node node = group("film:play", place);
    const bool down = sketch.pressed(node.id) || sketch.pressed(scene::nodeId("film:poster"));
    Node lamp = lampFace(sketch, {0, 0, place.width, place.height}, down);
    lamp.id = scene::nodeId("film:play:lamp");
    press(lamp, down);
    Node sign = sketch.icon("play", place.width * .56F, sketch.theme.colour.coal);
    sign.box.x = sign.box.y = place.width * .22F;
    lamp.children.push_back(std::move(sign));
    node.children.push_back(std::move(lamp));
    sketch.touchable(node, sketch.say("film.play"), playsIt(sketch.state));
    return node;
}

void addBackground(const FilmSketch& film, Node& node) {
    Sketch& sketch = film.sketch;
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    const auto& shown = film.film.poster ? *film.film.poster : film.item.cover;
    Node picture = sketch.picture(
        shown, {0, (upright ? -.04F : -.19F) * stage.height, stage.width, stage.height * (upright ? .68F : 1)});
    picture.id = scene::nodeId("cover:" + film.item.id);
    picture.motion.travel = 0.340;
    picture.motion.curve = scene::Curve::swap;
    node.children.push_back(std::move(picture));
    node.children.push_back(box({0, 0, stage.width, stage.height},
                                upright ? scrim(sketch.theme, 0, {{0, 1}, {.38F, 1}, {.48F, .6F}, {.62F, 0}})
                                        : scrim(sketch.theme, 0, {{0, 1}, {.2F, 1}, {.36F, .72F}, {.56F, 0}})));
}

std::string kindAndLength(const FilmSketch& film) {
    const std::string kind = film.sketch.say("kind.film");
    if (film.length() <= 0) {
        return kind;
    }
    const long minutes = std::max(1L, std::lround(film.length() / 60));
    return film.sketch.say("kind.minutes", {{"kind", kind}, {"minutes", std::to_string(minutes)}});
}

Node headOf(const FilmSketch& film, bool lamp) {
    Sketch& sketch = film.sketch;
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    const auto& c = sketch.theme.colour;
    const float left = upright || !lamp ? layout::margin : 100;
    const float width = stage.width - left - layout::margin;
    Node head = group("film:poster:head", {left, 0, width, stage.height});
    head.motion.enter.delay = sketch.state.visit.arrival == Arrival::opened ? 0.120 : 0;
    Node seam = sketch.seam(sketch.colourOf(sketch.catalogue.themeOf(film.item)));
    Node label = sketch.text(kindAndLength(film), {.rank = "label", .colour = c.chalk});
    Node title = sketch.poster(sketch.packWords(film.item.title),
                               {.rank = "poster-8", .colour = c.chalk, .width = width, .lines = upright ? 3 : 2});
    Node lead = sketch.text(
        sketch.packWords(film.item.summary),
        {.rank = "lead", .colour = c.chalk, .width = upright ? width : std::min(width, 470.0F), .lines = 4});
    const float bottom = stage.height - (upright ? 214 : 54);
    lead.box.y = bottom - lead.box.height;
    title.box.y = lead.box.y - 6 - title.box.height;
    label.box.y = title.box.y - 5 - label.box.height;
    seam.box.y = label.box.y - 8 - seam.box.height;
    for (Node* part : {&seam, &label, &title, &lead}) {
        head.children.push_back(std::move(*part));
    }
    return head;
}

/// In a row (landscape) or a column, no wider than there is room.
Node optionNodes(const FilmSketch& film) {
    Sketch& sketch = film.sketch;
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    const float left = upright ? layout::margin : 100;
    const float room = stage.width - left - layout::margin;
    Node node = group("film:options", {left, 0, room, optionSize});
    node.role = scene::Role::list;
    for (const std::string_view rank : {"action", "label"}) {
        node.children.clear();
        float x = 0;
        float y = 0;
        for (const FilmOption& option : filmOptions(film)) {
            const auto look = option.on ? Sketch::Look::lit : Sketch::Look::quiet;
            Node lamp = sketch.action(option.id, option.icon, optionSize, look, option.word, rank, option.meaning);
            lamp.touch->setting = option.on ? scene::Setting::on : scene::Setting::off;
            lamp.box.x = x;
            lamp.box.y = y;
            (upright ? y : x) += upright ? optionSize + 8 : lamp.box.width + 14;
            node.children.push_back(std::move(lamp));
        }
        node.box.height = upright ? std::max(0.0F, y - 8) : optionSize;
        if (upright || x - 14 <= room) {
            break;
        }
    }
    node.box.y = stage.height - (upright ? 16 : 11) - node.box.height;
    return node;
}

Node failedWords(Sketch& sketch) {
    const base::Size stage = sketch.aboveBar();
    const float width = std::min(stage.width - 2 * layout::margin, 560.0F);
    Node words = sketch.text(sketch.say("film.failed"),
                             {.rank = "lead", .colour = sketch.theme.colour.ash, .width = width, .lines = 3});
    words.role = scene::Role::status;
    words.box.x = layout::margin;
    words.box.y = sketch.portrait() ? stage.height - 190 : stage.height - 11 - words.box.height;
    return words;
}

} // namespace

Node filmWaits(const FilmSketch& film, base::Rect place) {
    constexpr double breath = 1.6; // motion.md, "a medium not ready"
    constexpr double middle = .45;
    constexpr double depth = .10;
    Sketch& sketch = film.sketch;
    Node node = group("film:waits", place);
    node.role = scene::Role::status;
    node.name = sketch.say("film.waiting");
    Node lamp = lampFace(sketch, {0, 0, place.width, place.height}, false);
    lamp.id = scene::nodeId("film:waits:lamp");
    lamp.alpha = static_cast<float>(middle);
    if (const auto since = waitingSince(sketch.state); since && sketch.movement == Movement::full) {
        lamp.alpha += static_cast<float>(depth * std::sin((film.now - *since) / breath * 2 * std::numbers::pi));
    }
    node.children.push_back(std::move(lamp));
    return node;
}

Node filmPoster(const FilmSketch& film) {
    Sketch& sketch = film.sketch;
    const base::Size stage = sketch.aboveBar();
    const bool failed = film.playing != nullptr && film.playing->report.phase == media::Phase::failed;
    Node node = group("film:poster:all", {0, 0, stage.width, stage.height});
    node.clip = true;
    addBackground(film, node);
    if (failed) {
        node.children.push_back(headOf(film, false));
        node.children.push_back(failedWords(sketch));
        return node;
    }
    constexpr float apart = 3; // from the bar
    Node whole = group("film:poster", {0, 0, stage.width, stage.height - apart});
    sketch.touchable(whole, sketch.say("film.play") + ": " + film.title(), playsIt(sketch.state));
    node.children.push_back(std::move(whole));
    node.children.push_back(glowAround(sketch, lampPlace(sketch)));
    const auto since = waitingSince(sketch.state);
    const bool waits = since && film.now >= *since + patience;
    node.children.push_back(waits ? filmWaits(film, lampPlace(sketch)) : playLamp(sketch));
    node.children.push_back(headOf(film, true));
    node.children.push_back(optionNodes(film));
    return node;
}

} // namespace schacht::visitor
