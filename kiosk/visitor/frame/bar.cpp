#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"
#include "kiosk/visitor/parts/shelf/subjects.hpp"

#include <algorithm>

namespace schacht::visitor {

using scene::Node;

namespace {

struct Part {
    std::string id;
    std::string icon;
    std::string word;
    Intent meaning;
    bool enabled = true;
    bool open = false;
};

constexpr float signSize = 12.5F;

Node partNode(Sketch& sketch, const Part& part, base::Rect place) {
    // half of the 3 mm between two targets, on each side; the words stand where they would stand without
    constexpr float apart = 1.5F;
    const base::Rect where{place.x + apart, place.y, place.width - 2 * apart, place.height};
    const auto& c = sketch.theme.colour;
    Node node = group(part.id, where);
    const base::Colour word = part.enabled ? c.chalk : c.off;
    const bool down = sketch.pressed(node.id);
    const base::Colour sign = !part.enabled ? c.off : down ? c.lampHot : c.lamp;
    Node icon = sketch.icon(part.icon, signSize, sign);
    const bool upright = sketch.portrait(); // then a fifth of the glass is all that a part has
    Node label = sketch.snug(Sketch::As::text, sketch.ownWords(part.word),
                             {.rank = "label",
                              .colour = word,
                              .width = upright ? where.width : 0,
                              .lines = upright ? 1 : 0,
                              .line = 1,
                              .role = scene::Role::none});
    if (upright) {
        constexpr float gap = 3;
        const float top = (where.height - signSize - gap - label.box.height) / 2;
        icon.box = {(where.width - signSize) / 2, top, signSize, signSize};
        label.box.x = (where.width - label.box.width) / 2;
        label.box.y = top + signSize + gap;
    } else {
        constexpr float pad = 8 - apart;
        constexpr float gap = 3.6F;
        icon.box = {pad, (where.height - signSize) / 2, signSize, signSize};
        label.box.x = pad + signSize + gap;
        label.box.y = (where.height - label.box.height) / 2;
    }
    if (part.open) {
        const float inset = (upright ? 4.0F : 8.0F) - apart;
        node.children.push_back(box({inset, 0, where.width - 2 * inset, 1.6F}, scene::Fill{c.lamp, 0, {}, 0}));
    }
    node.children.push_back(std::move(icon));
    node.children.push_back(std::move(label));
    sketch.touchable(node, part.word, part.meaning);
    node.touch->enabled = part.enabled;
    return node;
}

float widthOf(Sketch& sketch, const Part& part) {
    const Node label = sketch.text(part.word, {.rank = "label", .colour = {}, .line = 1});
    return std::max(36.0F, 8 + signSize + 3.6F + label.box.width + 8);
}

std::string whereWords(Sketch& sketch) {
    const auto& here = sketch.state.visit.here;
    if (here.kind == ScreenKind::theme) {
        const auto* theme = sketch.catalogue.theme(here.id);
        return theme != nullptr ? sketch.inWords(theme->title) : "";
    }
    if (const auto subject = subjectAt(here)) {
        return sketch.inWords(subjectName(sketch, *subject));
    }
    if (const auto* item = sketch.catalogue.item(here.id)) {
        const auto* theme = sketch.catalogue.themeOf(*item);
        const bool first =
            here.kind == ScreenKind::item && mannerAt(item->body, here.own).named; // it is on the page already
        const std::string themeTitle = theme != nullptr ? sketch.inWords(theme->title) : "";
        return first ? themeTitle : themeTitle + sketch.say("where.separator") + sketch.inWords(item->title);
    }
    return "";
}

Part soundPart(const Sketch& sketch) {
    const State& s = sketch.state;
    const bool silent = s.visit.playing && s.visit.playing->report.silent; // there is no device: words say it all
    Part part{"bar:sound", "volume", sketch.say("bar.sound"), ToggleSound{}, true, s.visit.menu == Menu::sound};
    if (silent) {
        part.word = sketch.say("sound.none");
        part.enabled = false;
    }
    if (silent || volumeOf(s) == 0) {
        part.icon = "mute";
    }
    return part;
}

/// Home and Back, then what stands at the end: language and sound; places from the bar's left upper corner.
std::vector<std::pair<Part, base::Rect>> placesOf(Sketch& sketch) {
    const base::Size screen = sketch.screen.size;
    const float height = layout::barHeight(screen);
    const State& s = sketch.state;
    const bool menu = s.visit.menu != Menu::none;
    const bool atHome = s.visit.here.kind == ScreenKind::home;
    const std::vector<Part> parts{
        {"bar:home", "home", sketch.say("bar.home"), GoHome{}, true, atHome && !menu},
        {"bar:back", "back", sketch.say("bar.back"), GoBack{}, menu || !s.visit.history.empty(), false},
        {"bar:language", "language", sketch.say("language.name"), ToggleLanguages{}, true,
         s.visit.menu == Menu::language},
        {"bar:text", "text-size", sketch.say("bar.text"), ToggleAccess{}, true, s.visit.menu == Menu::access},
        soundPart(sketch)};
    std::vector<std::pair<Part, base::Rect>> places;
    if (sketch.portrait()) {
        constexpr float pad = 4;
        const float width = (screen.width - 2 * pad) / static_cast<float>(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            places.emplace_back(parts[i], base::Rect{pad + width * static_cast<float>(i), 0, width, height});
        }
        return places;
    }
    constexpr float pad = 8;
    constexpr std::size_t atStart = 2;
    float left = pad;
    float right = screen.width - pad;
    for (std::size_t i = atStart; i < parts.size(); ++i) {
        right -= widthOf(sketch, parts[i]);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const float width = widthOf(sketch, parts[i]);
        float& x = i < atStart ? left : right;
        places.emplace_back(parts[i], base::Rect{x, 0, width, height});
        x += width;
    }
    return places;
}

} // namespace

Node bar(Sketch& sketch, const Surround& around) {
    const base::Size screen = sketch.screen.size;
    const float height = layout::barHeight(screen);
    Node node = group("bar", {0, screen.height - height, screen.width, height});
    node.paint = scene::Fill{sketch.theme.colour.coal, 0, {}, 0};
    node.aside = true;
    node.motion.enter.fade = 0.200;
    if (around.barOver) { // it comes and goes with the controls of what plays
        node.motion.enter.fade = 0.160;
        node.motion.leave = controlsFade;
    }
    node.children.push_back(
        box({0, 0, screen.width, sketch.theme.hairline}, scene::Fill{sketch.theme.colour.slag2, 0, {}, 0}));
    const auto places = placesOf(sketch);
    for (const auto& [part, place] : places) {
        node.children.push_back(partNode(sketch, part, place));
    }
    if (const std::string where = whereWords(sketch); !where.empty() && !sketch.portrait()) {
        const float left = places[1].second.right();
        const float right = places[2].second.x;
        const float room = std::max(right - left - 8, 40.0F);
        Node words = sketch.text(
            where,
            {.rank = "label", .colour = sketch.theme.colour.ash, .width = room, .lines = 1, .weight = 500, .line = 1});
        words.box = {(screen.width - words.box.width) / 2, (height - words.box.height) / 2, words.box.width,
                     words.box.height};
        words.box.x = std::clamp(words.box.x, left + 4, std::max(left + 4, right - 4 - words.box.width));
        node.children.push_back(std::move(words));
    }
    return node;
}

base::Rect soundButton(Sketch& sketch) {
    const base::Size screen = sketch.screen.size;
    return placesOf(sketch).back().second.moved(0, screen.height - layout::barHeight(screen));
}

} // namespace schacht::visitor
