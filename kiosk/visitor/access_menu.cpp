#include "kiosk/visitor/view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

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
    Meaning meaning;
};

std::vector<Switch> switchesOf(const Sketch& sketch) {
    const State& s = sketch.state;
    const auto with = [&](bool Access::* what) {
        Access changed = s.access;
        changed.*what = !(changed.*what);
        return Meaning(ChooseAccess{changed});
    };
    std::vector<Switch> switches{
        {"access:contrast", "contrast", "access.contrast", s.access.contrast, with(&Access::contrast)},
        {"access:motion", "motion", "access.motion", s.access.reducedMotion, with(&Access::reducedMotion)},
        {"access:captions", "captions", "access.captions", s.wishes.captions, ToggleCaptions{}},
        {"access:signs", "sign-language", "access.signs", s.wishes.interpreted, ToggleInterpreted{}},
        {"access:time", "clock", "access.time", s.access.moreTime, with(&Access::moreTime)}};
    if (s.reading.possible) {
        constexpr std::ptrdiff_t afterMotion = 2;
        switches.insert(switches.begin() + afterMotion,
                        {"access:read", "read", "access.read", s.reading.all, ToggleReadAll{}});
    }
    return switches;
}

Node line(const Sketch& sketch, float width) {
    return box({0, 0, width, sketch.theme.hairline}, scene::Fill{sketch.theme.colour.edge, 0, {}, 0});
}

/// "Aa", as large as what it gives.
Node sizeChoice(Sketch& sketch, int size, base::Rect where) {
    const auto& c = sketch.theme.colour;
    const bool on = sketch.state.access.textSize == size;
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
    Access changed = sketch.state.access;
    changed.textSize = size;
    const std::string name =
        sketch.say("access.size.name", {{"size", std::to_string(size)}, {"sizes", std::to_string(textSizes)}});
    sketch.touchable(node, name, ChooseAccess{changed});
    node.touch->setting = on ? scene::Setting::chosen : scene::Setting::none;
    return node;
}

/// The four sizes, and a sentence as it reads in the one that is chosen.
Node sizes(Sketch& sketch, base::Rect where) {
    Node node = group("access:sizes", where);
    node.role = scene::Role::list;
    node.children.push_back(line(sketch, where.width));
    Node title = sketch.text(sketch.say("access.size"),
                             {.rank = "action", .colour = sketch.theme.colour.chalk, .width = where.width, .lines = 1});
    title.box.y = 9;
    const float top = title.box.bottom() + 7;
    node.children.push_back(std::move(title));
    const float width = (where.width - (textSizes - 1) * sizesApart) / textSizes;
    for (int size = 1; size <= textSizes; ++size) {
        const float x = static_cast<float>(size - 1) * (width + sizesApart);
        node.children.push_back(sizeChoice(sketch, size, {x, top, width, sizeHigh}));
    }
    const float below = top + sizeHigh + 8;
    Node example = sketch.text(sketch.say("access.example"), {.rank = "spoken",
                                                              .colour = sketch.theme.colour.chalk,
                                                              .width = where.width,
                                                              .height = where.height - below,
                                                              .line = 1.32F});
    example.box.y = below;
    node.children.push_back(std::move(example));
    return node;
}

Node switchRow(Sketch& sketch, const Switch& one, base::Rect where) {
    const auto& c = sketch.theme.colour;
    Node node = group(one.id, where);
    const bool down = sketch.pressed(node.id);
    if (one.on && !sketch.theme.plain) {
        constexpr float reach = 50;
        node.children.push_back(box(base::Rect{lampSize / 2, where.height / 2, 0, 0}.grown(reach),
                                    scene::Radial{{.5F, .5F}, {.5F, .5F}, sketch.theme.glow(), true, false}));
    }
    node.children.push_back(line(sketch, where.width));
    Node lamp = sketch.face(one.icon, lampSize, one.on ? Sketch::Look::lit : Sketch::Look::quiet, down);
    lamp.id = scene::nodeId(one.id + ":lamp");
    lamp.box.y = (where.height - lampSize) / 2;
    press(lamp, down);
    node.children.push_back(std::move(lamp));
    const std::string state = sketch.say(one.on ? "access.on" : "access.off");
    Node status = sketch.text(
        state,
        {.rank = "label", .colour = one.on ? c.lamp : c.ash, .weight = 700, .line = 1, .role = scene::Role::none});
    status.box.x = where.width - status.box.width;
    status.box.y = (where.height - status.box.height) / 2;
    const float x = lampSize + 8;
    const float width = status.box.x - 6 - x;
    Node title = sketch.text(
        sketch.say(one.key),
        {.rank = "action", .colour = c.chalk, .width = width, .lines = 1, .line = 1.15F, .role = scene::Role::none});
    Node how = sketch.text(
        sketch.say(one.key + ".how"),
        {.rank = "label", .colour = c.ash, .width = width, .lines = 1, .weight = 500, .role = scene::Role::none});
    const std::string name = title.name + ", " + how.name;
    const float high = title.box.height + 2 + how.box.height;
    std::vector<Node> words;
    words.push_back(std::move(title));
    words.push_back(std::move(how));
    stackDown(node, std::move(words), x, (where.height - high) / 2, 2);
    node.children.push_back(std::move(status));
    sketch.touchable(node, name, one.meaning);
    node.touch->setting = one.on ? scene::Setting::on : scene::Setting::off;
    return node;
}

} // namespace

Node accessMenu(Sketch& sketch) {
    const base::Size stage = sketch.stage();
    const bool upright = sketch.portrait();
    Node node = group("menu:access", {0, 0, stage.width, stage.height});
    node.clip = true;
    node.motion.enter.fade = 0.240;
    node.name = sketch.say("access.title");
    node.children.push_back(box({0, 0, stage.width, stage.height},
                                scene::Backdrop{{scrim(sketch.theme, 0, {{0, .96F}, {.7F, .96F}, {1, .82F}})}}));
    Node rise = group("menu:access:all", {0, 0, stage.width, stage.height});
    rise.motion.enter.offset = {0, 24};
    rise.motion.enter.duration = 0.240;

    const auto switches = switchesOf(sketch);
    const std::size_t columns = upright ? 1 : 2;
    const std::size_t rows = (switches.size() + columns - 1) / columns;
    const float rowHigh = upright ? 39.25F : 56.5F;
    const float width = stage.width - 2 * layout::margin;
    const float bottom = stage.height - (upright ? 14.0F : 12.0F);
    const float listTop = bottom - rowHigh * static_cast<float>(rows);
    constexpr float sizesHigh = 156;
    const float panelTop = upright ? listTop - blocksApart - sizesHigh : std::min(listTop, bottom - sizesHigh);
    rise.children.push_back(sizes(sketch, {layout::margin, panelTop, upright ? width : sizeWidth, sizesHigh}));
    const float left = layout::margin + (upright ? 0 : sizeWidth + blocksApart);
    constexpr float columnsApart = 14;
    const float room = stage.width - layout::margin - left;
    const float rowWidth = (room - columnsApart * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    Node list = group("access:switches", {left, upright ? listTop : panelTop, room, bottom - listTop});
    list.role = scene::Role::list;
    for (std::size_t i = 0; i < switches.size(); ++i) {
        constexpr float apart = 3; // between two targets
        const base::Rect where{static_cast<float>(i % columns) * (rowWidth + columnsApart),
                               std::floor(static_cast<float>(i) / static_cast<float>(columns)) * rowHigh, rowWidth,
                               rowHigh - apart};
        list.children.push_back(switchRow(sketch, switches[i], where));
    }
    rise.children.push_back(std::move(list));

    Node reset = sketch.action("access:reset", "replay", 22, Sketch::Look::quiet, sketch.say("access.reset"), "action",
                               ResetAccess{});
    reset.box.x = stage.width - layout::margin - reset.box.width;
    reset.box.y = panelTop - 12 - reset.box.height;
    Node title = sketch.poster(sketch.ownWords(sketch.say("access.title")), {.rank = "poster-6",
                                                                             .colour = sketch.theme.colour.chalk,
                                                                             .width = reset.box.x - 10 - layout::margin,
                                                                             .lines = upright ? 2 : 1});
    title.box.x = layout::margin;
    title.box.y = panelTop - 16 - title.box.height;
    rise.children.push_back(std::move(title));
    rise.children.push_back(std::move(reset));
    node.children.push_back(std::move(rise));
    return node;
}

} // namespace schacht::visitor
