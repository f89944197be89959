#include "engine/text/sentences.hpp"
#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/kit/menu_frame.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float sizeWidth = 236; // of the block of sizes, in landscape
constexpr float blocksApart = 16;
constexpr float sizeHigh = 48;
constexpr float sizesApart = 5;
constexpr float lampSize = 32;
constexpr std::array<float, textSizes> signSizes{12, 17, 23, 30};

/// One thing that is on or off.
struct Switch {
    std::string id;
    std::string icon;
    std::string key; ///< of its words
    bool on = false;
    Intent meaning;
};

std::vector<Switch> switchesOf(const Sketch& sketch) {
    const State& s = sketch.state;
    const auto with = [&](bool Access::* what) {
        Access changed = accessOf(s);
        changed.*what = !(changed.*what);
        return Intent(ChooseAccess{changed});
    };
    std::vector<Switch> out{{"access:low", "low-reach", "access.low", accessOf(s).lowReach, with(&Access::lowReach)}};
    if (text::directionOf(sketch.language()) == text::Direction::leftToRight) { // else they are at the left already
        out.push_back({"access:left", "left", "access.left", accessOf(s).leftHand, with(&Access::leftHand)});
    }
    out.push_back({"access:contrast", "contrast", "access.contrast", accessOf(s).contrast, with(&Access::contrast)});
    out.push_back(
        {"access:motion", "motion", "access.motion", accessOf(s).reducedMotion, with(&Access::reducedMotion)});
    if (s.device.voice) {
        out.push_back({"access:read", "read", "access.read", s.visit.narration.all, ToggleReadAll{}});
    }
    out.push_back({"access:captions", "captions", "access.captions", s.visit.wishes.captions, ToggleCaptions{}});
    out.push_back({"access:signs", "sign-language", "access.signs", s.visit.wishes.interpreted, ToggleInterpreted{}});
    out.push_back({"access:time", "clock", "access.time", accessOf(s).moreTime, with(&Access::moreTime)});
    return out;
}

Node line(const Sketch& sketch, float width) {
    return box({0, 0, width, sketch.theme.hairline}, scene::Fill{sketch.theme.colour.edge, 0, {}, 0});
}

/// "Aa", as large as what it gives.
Node sizeChoice(Sketch& sketch, int size, base::Rect where) {
    const auto& c = sketch.theme.colour;
    const bool on = accessOf(sketch.state).textSize == size;
    Node node = group("access:size:" + std::to_string(size), where);
    const bool down = sketch.pressed(node.id);
    node.paint = scene::Fill{on ? c.lamp : c.slag, 1.5F, c.edge, sketch.theme.plain ? sketch.theme.hairline : 0};
    const float sign = signSizes[static_cast<std::size_t>(size - 1)];
    Node letters = sketch.text({{{"Aa", false, false, ""}}, "en"}, {.rank = "poster-6",
                                                                    .colour = on     ? c.coal
                                                                              : down ? c.lampHot
                                                                                     : c.lamp,
                                                                    .size = sign,
                                                                    .line = 1,
                                                                    .role = scene::Role::none});
    letters.box.x = (where.width - letters.box.width) / 2;
    sketch.centreFigures(letters, where.height / 2, sign);
    node.children.push_back(std::move(letters));
    Access changed = accessOf(sketch.state);
    changed.textSize = size;
    const std::string name =
        sketch.say("access.size.name", {{"size", std::to_string(size)}, {"sizes", std::to_string(textSizes)}});
    sketch.touchable(node, name, ChooseAccess{changed});
    node.touch->setting = on ? scene::Setting::chosen : scene::Setting::none;
    return node;
}

/// The four sizes, side by side.
std::vector<Node> sizeChoices(Sketch& sketch, base::Rect where) {
    std::vector<Node> out;
    const float width = (where.width - (textSizes - 1) * sizesApart) / textSizes;
    for (int size = 1; size <= textSizes; ++size) {
        const float x = where.x + static_cast<float>(size - 1) * (width + sizesApart);
        out.push_back(sizeChoice(sketch, size, {x, where.y, width, where.height}));
    }
    return out;
}

/// Words as they read in the size that is chosen; only their first sentence where all would be higher than `height`
/// (0: as high as they are).
Node example(Sketch& sketch, float width, float height) {
    const std::string words = sketch.say("access.example");
    Sketch::Set set{.rank = "spoken", .colour = sketch.theme.colour.chalk, .width = width, .line = 1.32F};
    Node all = sketch.text(words, set);
    if (height <= 0 || all.box.height <= height) {
        return all;
    }
    set.height = height;
    const auto sentences = text::sentencesOf(words, sketch.language());
    return sketch.text(words.substr(0, sentences.empty() ? words.size() : sentences.front().end), set);
}

/// The sizes under their title, and the example.
Node sizes(Sketch& sketch, base::Rect where) {
    Node node = group("access:sizes", where);
    node.role = scene::Role::list;
    node.children.push_back(line(sketch, where.width));
    Node title = sketch.text(sketch.say("access.size"),
                             {.rank = "action", .colour = sketch.theme.colour.chalk, .width = where.width, .lines = 1});
    title.box.y = 9;
    const float top = title.box.bottom() + 7;
    node.children.push_back(std::move(title));
    auto choices = sizeChoices(sketch, {0, top, where.width, sizeHigh});
    std::move(choices.begin(), choices.end(), std::back_inserter(node.children));
    const float below = top + sizeHigh + 8;
    Node words = example(sketch, where.width, where.height - below);
    words.box.y = below;
    node.children.push_back(std::move(words));
    return node;
}

/// The lamp of a switch, which burns while it is on.
void addSwitchLamp(Sketch& sketch, Node& row, const Switch& one) {
    const float middle = row.box.height / 2;
    if (one.on && !sketch.theme.plain) {
        constexpr float reach = 50;
        row.children.push_back(box(base::Rect{lampSize / 2, middle, 0, 0}.grown(reach),
                                   scene::Radial{{.5F, .5F}, {.5F, .5F}, sketch.theme.glow(), true, false}));
    }
    row.children.push_back(line(sketch, row.box.width));
    const bool down = sketch.pressed(row.id);
    Node lamp = sketch.face(one.icon, lampSize, one.on ? Sketch::Look::lit : Sketch::Look::quiet, down);
    lamp.id = scene::nodeId(one.id + ":lamp");
    lamp.box.y = middle - lampSize / 2;
    press(lamp, down);
    row.children.push_back(std::move(lamp));
}

/// "On" or "off", at the end of the switch's row.
Node switchStatus(Sketch& sketch, const Switch& one, base::Rect row) {
    const auto& c = sketch.theme.colour;
    Node status = sketch.text(
        sketch.say(one.on ? "access.on" : "access.off"),
        {.rank = "label", .colour = one.on ? c.lamp : c.ash, .weight = 700, .line = 1, .role = scene::Role::none});
    status.box.x = row.width - status.box.width;
    status.box.y = (row.height - status.box.height) / 2;
    return status;
}

/// What a switch does, under its title, in what is left of the row's height.
Node switchExplanation(Sketch& sketch, const std::string& words, float width, float left, bool tight) {
    return sketch.text(words, {.rank = "label",
                               .colour = sketch.theme.colour.ash,
                               .width = width,
                               .lines = 1,
                               .height = std::max(left, 1.0F),
                               .weight = 500,
                               .line = tight ? 1.05F : 0,
                               .role = scene::Role::none});
}

/// brief: its state stands under its title, where its explanation does otherwise.
Node switchRow(Sketch& sketch, const Switch& one, base::Rect where, bool brief) {
    Node node = group(one.id, where);
    addSwitchLamp(sketch, node, one);
    Node status = switchStatus(sketch, one, where);
    const float x = lampSize + (brief ? 6 : 8);
    const float width = (brief ? where.width : status.box.x - 6) - x;
    const bool tight = !brief && accessOf(sketch.state).textSize == textSizes; // two lines of the largest words
    Node title = sketch.text(sketch.say(one.key), {.rank = "action",
                                                   .colour = sketch.theme.colour.chalk,
                                                   .width = width,
                                                   .lines = brief ? 2 : 1,
                                                   .height = brief ? where.height - 4 - status.box.height : 0,
                                                   .line = tight ? 1.0F : 1.15F,
                                                   .role = scene::Role::none});
    const std::string explained = sketch.say(one.key + ".how");
    const std::string name = title.name + ", " + explained;
    std::vector<Node> words;
    words.push_back(std::move(title));
    if (brief) {
        words.push_back(std::move(status));
    } else {
        const float left = where.height - 4 - words.front().box.height;
        words.push_back(switchExplanation(sketch, explained, width, left, tight));
        node.children.push_back(std::move(status));
    }
    const float high = words[0].box.height + 2 + words[1].box.height;
    stackDown(node, std::move(words), x, (where.height - high) / 2, 2);
    sketch.touchable(node, name, one.meaning);
    node.touch->setting = one.on ? scene::Setting::on : scene::Setting::off;
    return node;
}

/// The switches in `columns` of rows, from the left upper corner of `room` on, which is as high as they are.
Node switchList(Sketch& sketch, const std::vector<Switch>& switches, std::size_t columns, base::Rect room,
                float rowHigh, bool brief) {
    constexpr float columnsApart = 14;
    Node list = group("access:switches", room);
    list.role = scene::Role::list;
    for (std::size_t i = 0; i < switches.size(); ++i) {
        list.children.push_back(
            switchRow(sketch, switches[i], gridPlace(i, columns, {0, 0, room.width, 0}, columnsApart, rowHigh), brief));
    }
    return list;
}

Node resetAction(Sketch& sketch) {
    return sketch.action("access:reset", "replay", 22, Sketch::Look::quiet, sketch.say("access.reset"), "action",
                         ResetAccess{});
}

Node menuTitle(Sketch& sketch, float width, int lines) {
    return sketch.poster(sketch.ownWords(sketch.say("access.title")),
                         {.rank = "poster-6", .colour = sketch.theme.colour.chalk, .width = width, .lines = lines});
}

std::size_t rowsOf(std::size_t switches, std::size_t columns) {
    return (switches + columns - 1) / columns;
}

void addMenu(Sketch& sketch, Node& rise) {
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    const auto switches = switchesOf(sketch);
    const std::size_t columns = upright ? 1 : 2;
    const float rowHigh = upright ? 39.25F : 56.5F;
    const float width = stage.width - 2 * layout::margin;
    const float bottom = stage.height - (upright ? 14.0F : 12.0F);
    const float listHigh = rowHigh * static_cast<float>(rowsOf(switches.size(), columns));
    const float listTop = bottom - listHigh;
    constexpr float sizesHigh = 156;
    const float panelTop = upright ? listTop - blocksApart - sizesHigh : std::min(listTop, bottom - sizesHigh);
    rise.children.push_back(sizes(sketch, {layout::margin, panelTop, upright ? width : sizeWidth, sizesHigh}));
    const float left = layout::margin + (upright ? 0 : sizeWidth + blocksApart);
    const float room = stage.width - layout::margin - left;
    rise.children.push_back(
        switchList(sketch, switches, columns, {left, upright ? listTop : panelTop, room, listHigh}, rowHigh, false));
    Node reset = resetAction(sketch);
    reset.box.x = stage.width - layout::margin - reset.box.width;
    reset.box.y = panelTop - 12 - reset.box.height;
    Node title = menuTitle(sketch, reset.box.x - 10 - layout::margin, upright ? 2 : 1);
    title.box.x = layout::margin;
    title.box.y = panelTop - 16 - title.box.height;
    rise.children.push_back(std::move(title));
    rise.children.push_back(std::move(reset));
}

/// In low reach: the words above, the switches below them, at the bottom the sizes and "as it was".
void addLowMenu(Sketch& sketch, Node& rise) {
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    const auto switches = switchesOf(sketch);
    const float width = stage.width - 2 * layout::margin;
    const float bottom = stage.height - (upright ? 12.0F : 9.0F);
    const float sizesHigh = upright ? 38 : 26;
    const std::size_t columns = upright ? 2 : 4;
    const float rowHigh = upright ? 44 : 45;
    constexpr float apart = 6;
    Node reset = resetAction(sketch);
    reset.box.x = sketch.atHand(reset.box.width);
    reset.box.y = bottom - sizesHigh / 2 - reset.box.height / 2;
    const float sizesWide = std::min(width - reset.box.width - 2 * sizesApart, width / 2);
    const float sizesLeft = sketch.leftHanded() ? stage.width - layout::margin - sizesWide : layout::margin;
    for (Node& one : sizeChoices(sketch, {sizesLeft, bottom - sizesHigh, sizesWide, sizesHigh})) {
        rise.children.push_back(std::move(one));
    }
    const float listHigh = rowHigh * static_cast<float>(rowsOf(switches.size(), columns));
    const float top = bottom - sizesHigh - apart - listHigh;
    rise.children.push_back(
        switchList(sketch, switches, columns, {layout::margin, top, width, listHigh}, rowHigh, true));
    rise.children.push_back(std::move(reset));
    std::vector<Node> words;
    words.push_back(menuTitle(sketch, width, 2));
    words.push_back(example(sketch, std::min(width, 420.0F), 0));
    stackUp(rise, std::move(words), layout::margin, top - 16, 12);
}

} // namespace

Node accessMenu(Sketch& sketch) {
    MenuFrame menu(sketch, "menu:access", sketch.say("access.title"), {{0, .96F}, {.7F, .96F}, {1, .82F}});
    sketch.low() ? addLowMenu(sketch, menu.rise) : addMenu(sketch, menu.rise);
    return menu.finish();
}

} // namespace schacht::visitor
