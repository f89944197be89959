#include "kiosk/visitor/frame/view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

/// Five columns in steps, the front of a mine cathedral; other numbers of themes step the same way to the middle.
float stepOf(std::size_t column, std::size_t count) {
    const float middle = static_cast<float>(count - 1) / 2;
    const float away = std::abs(static_cast<float>(column) - middle);
    return std::min(std::floor(away + 0.01F), 2.0F);
}

/// What the theme's screen has as well travels here from there when Back leads home.
void letTravel(Node& node, const std::string& id) {
    node.id = scene::nodeId(id);
    node.motion.travel = 0.280;
    node.motion.curve = scene::Curve::swap;
}

/// A column's picture, dark where its words stand. beside: they stand beside it.
void addColumnPicture(Sketch& sketch, Node& node, const content::Theme& theme, bool beside) {
    const base::Rect all{0, 0, node.box.width, node.box.height};
    Node picture =
        sketch.picture(theme.cover, beside ? base::Rect{118, 0, node.box.width - 118, node.box.height} : all);
    picture.role = scene::Role::none;
    letTravel(picture, "cover:theme:" + theme.id);
    node.children.push_back(std::move(picture));
    node.children.push_back(
        box(all, beside ? scrim(sketch.theme, 90, {{0, 1}, {0.30F, 1}, {0.45F, .66F}, {0.66F, .05F}, {1, 0}})
                        : scrim(sketch.theme, 0, {{0, .96F}, {0.20F, .84F}, {0.42F, .1F}, {0.56F, 0}})));
    if (sketch.pressed(node.id)) {
        node.children.push_back(box(all, scene::Fill{sketch.theme.colour.lampHot.withAlpha(.12F), 0, {}, 0}));
    }
}

/// A column's title and how many items it has. Returns the name by which the column is read aloud.
std::string addColumnWords(Sketch& sketch, Node& node, const content::Theme& theme, bool beside) {
    const auto& c = sketch.theme.colour;
    const base::Rect where = node.box;
    Node title = sketch.poster(sketch.packWords(theme.title), {.rank = beside ? "poster-7" : "poster-5",
                                                               .colour = c.chalk,
                                                               .width = beside ? where.width * 0.62F : where.width - 12,
                                                               .lines = beside || sketch.low() ? 1 : 2,
                                                               .line = .86F});
    letTravel(title, "title:theme:" + theme.id);
    title.motion.travelFades = true;
    const auto stories = static_cast<long>(sketch.catalogue.itemsOf(theme.id).size());
    Node label = sketch.text(sketch.words.count(sketch.language(), "count.stories", stories),
                             {.rank = "label", .colour = c.chalk, .weight = 500});
    std::string name = sketch.say("theme.name", {{"title", title.name}}) + ", " + label.name;
    std::vector<Node> stack;
    stack.push_back(sketch.seam(sketch.colourOf(&theme)));
    stack.push_back(std::move(title));
    stack.push_back(std::move(label));
    stackUp(node, std::move(stack), beside ? layout::margin : 8, where.height - 9, 4.5F);
    return name;
}

Node column(Sketch& sketch, const content::Theme& theme, std::size_t index, std::size_t count, base::Rect where) {
    Node node = group("column:" + theme.id, where);
    node.clip = true;
    if (sketch.state.visit.arrival == Arrival::opened && sketch.state.visit.history.empty()) { // a visit begins
        constexpr float rise = 24;
        node.motion.enter.offset = {0, rise};
        node.motion.enter.duration = 0.340;
        node.motion.enter.delay = 0.030 * static_cast<double>(2 - stepOf(index, count));
        node.motion.enter.fade = 0.200;
    }
    const bool beside = sketch.portrait() && !sketch.low(); // picture beside words
    addColumnPicture(sketch, node, theme, beside);
    sketch.touchable(node, addColumnWords(sketch, node, theme, beside), OpenTheme{theme.id});
    node.touch->early = true; // it takes over from the lamp
    return node;
}

/// As many columns leave room for the question over the outer ones; fewer are wide, and stand under it.
constexpr std::size_t fullFront = 5;

/// head: where the words over the columns end.
std::vector<base::Rect> columnPlaces(const Sketch& sketch, std::size_t count, float head) {
    const base::Size stage = sketch.aboveBar();
    std::vector<base::Rect> out;
    if (sketch.portrait()) {
        const float top = std::max(104.0F, head + 8);
        constexpr float bottom = 16;
        constexpr float gap = 4;
        constexpr float middleShare = 1.28F;
        const bool odd = count % 2 == 1;
        const float shares = static_cast<float>(count) + (odd ? middleShare - 1 : 0);
        const float unit = (stage.height - top - bottom - gap * static_cast<float>(count - 1)) / shares;
        float y = top;
        for (std::size_t i = 0; i < count; ++i) {
            const float height = odd && i == count / 2 ? unit * middleShare : unit;
            out.push_back({0, y, stage.width, height});
            y += height + gap;
        }
        return out;
    }
    constexpr float gap = 4;
    constexpr float bottom = 16;
    const float width =
        (stage.width - 2 * layout::margin - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    const float tallest = stage.height - bottom - (count < fullFront ? head + 12 : 16);
    for (std::size_t i = 0; i < count; ++i) {
        const float height = tallest - 56 * stepOf(i, count);
        out.push_back(
            {layout::margin + (width + gap) * static_cast<float>(i), stage.height - bottom - height, width, height});
    }
    return out;
}

/// In low reach: a row within reach, upright as many as it takes to have them wide enough, the first the fullest.
std::vector<base::Rect> lowPlaces(const Sketch& sketch, std::size_t count) {
    constexpr float gap = 4;
    constexpr float bottom = 16;
    const base::Size stage = sketch.aboveBar();
    const std::size_t most = sketch.portrait() ? 3 : 6; // side by side
    const std::size_t rows = (count + most - 1) / most;
    const float room = layout::reach(sketch.screen.size) - bottom + gap;
    const float pitch = std::min(room / static_cast<float>(rows), 120.0F);
    std::vector<base::Rect> out;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t left = count - out.size();
        const std::size_t here = (left + rows - row - 1) / (rows - row);
        const float width =
            (stage.width - 2 * layout::margin - gap * static_cast<float>(here - 1)) / static_cast<float>(here);
        const float y = stage.height - bottom + gap - pitch * static_cast<float>(rows - row);
        for (std::size_t i = 0; i < here; ++i) {
            out.push_back({layout::margin + (width + gap) * static_cast<float>(i), y, width, pitch - gap});
        }
    }
    return out;
}

/// What stands over the columns in low reach: the picture that the kiosk waits with, sinking into the dark.
void addLowPicture(const Sketch& sketch, Node& node) {
    const auto& pictures = sketch.catalogue.pack().attract;
    if (pictures.empty() || sketch.theme.plain) {
        return;
    }
    const base::Size stage = sketch.aboveBar();
    const auto& shown = pictures[static_cast<std::size_t>(sketch.state.device.attract) % pictures.size()].picture;
    Node picture = sketch.picture(shown, {0, 0, stage.width, stage.height * (sketch.portrait() ? .7F : 1)});
    picture.id = scene::nodeId("home:picture");
    node.children.push_back(std::move(picture));
    node.children.push_back(
        box({0, 0, stage.width, stage.height},
            sketch.portrait() ? scrim(sketch.theme, 0, {{.3F, 1}, {.42F, .9F}, {.62F, .45F}, {.85F, .35F}, {1, .7F}})
                              : scrim(sketch.theme, 0, {{0, 1}, {.34F, .96F}, {.6F, .62F}, {.8F, .45F}, {1, .7F}})));
}

/// The question, and at the far edge the pack's title and what to do. Gives where they end.
float addHead(Sketch& sketch, Node& node, std::size_t columns) {
    const base::Size stage = sketch.aboveBar();
    const auto& c = sketch.theme.colour;
    const bool upright = sketch.portrait();
    const float room = upright ? 150 : 200;
    const float across = stage.width - 2 * layout::margin;
    const bool wide = !upright && columns < fullFront;
    Node ask =
        sketch.poster(sketch.ownWords(sketch.say("home.question")), {.rank = sketch.low() ? "poster-8"
                                                                             : upright    ? "poster-7"
                                                                                          : "poster-6",
                                                                     .colour = c.chalk,
                                                                     .width = sketch.low() ? across
                                                                              : upright    ? 200.0F
                                                                              : wide ? across - room - layout::margin
                                                                                     : 126.0F,
                                                                     .lines = wide && !sketch.low() ? 1 : 3,
                                                                     .line = .92F});
    node.name = ask.name;
    ask.box.x = layout::margin;
    ask.box.y = upright ? 20 : 16;
    if (sketch.low()) {
        constexpr float apart = 24;
        ask.box.y = lowPlaces(sketch, columns).front().y - apart - ask.box.height;
    }
    std::vector<Node> lede;
    for (const text::Phrase& words : {sketch.packWords(sketch.catalogue.pack().title),
                                      sketch.ownWords(sketch.say(sketch.low() ? "home.low" : "home.touch"))}) {
        // at the far edge of the screen, also where the words run the other way than the screen
        const bool with = text::directionOf(words.language) == text::directionOf(sketch.language());
        lede.push_back(sketch.text(words, {.rank = "label",
                                           .colour = sketch.low() ? c.chalk : c.ash, // on a picture
                                           .width = room,
                                           .lines = 2,
                                           .height = upright ? 38.0F : 33,
                                           .line = 1.4F,
                                           .align = with ? text::Align::end : text::Align::start}));
    }
    float end = ask.box.y + ask.box.height;
    node.children.push_back(std::move(ask));
    const std::size_t first = node.children.size();
    stackDown(node, std::move(lede), 0, upright ? 22 : 16, 0);
    for (std::size_t i = first; i < node.children.size(); ++i) {
        base::Rect& box = node.children[i].box;
        box.x = stage.width - layout::margin - box.width;
        end = std::max(end, box.y + box.height);
    }
    return end;
}

} // namespace

Node homeScreen(Sketch& sketch) {
    const base::Size stage = sketch.aboveBar();
    Node node = group("screen:home", {0, 0, stage.width, stage.height});
    node.clip = true;
    const auto& themes = sketch.catalogue.pack().themes;
    const std::size_t columns = std::max<std::size_t>(themes.size(), 1);
    if (sketch.low()) {
        addLowPicture(sketch, node);
    }
    const float head = addHead(sketch, node, columns);
    const auto places = sketch.low() ? lowPlaces(sketch, columns) : columnPlaces(sketch, columns, head);
    for (std::size_t i = 0; i < themes.size(); ++i) {
        node.children.push_back(column(sketch, themes[i], i, themes.size(), places[i]));
    }
    return node;
}

} // namespace schacht::visitor
