#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/kit/menu_frame.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

Node choice(Sketch& sketch, const std::string& tag, base::Rect where) {
    const auto& c = sketch.theme.colour;
    const bool on = tag == sketch.language();
    Node node = group("language:" + tag, where);
    node.language = tag;
    const bool down = sketch.pressed(node.id);
    const float line = on ? 1.6F : 0.6F;
    node.children.push_back(
        box({0, 0, where.width, line}, scene::Fill{on ? c.lamp : base::Colour{0x5C, 0x55, 0x4C}, 0, {}, 0}));
    constexpr float disc = 26;
    const float room = on ? where.width - disc - 4 : where.width;
    Node name =
        sketch.poster({{{sketch.words.get(tag, "language.name"), false, false, ""}}, tag}, {.rank = "poster-6",
                                                                                            .colour = on     ? c.lamp
                                                                                                      : down ? c.lampHot
                                                                                                             : c.chalk,
                                                                                            .width = room,
                                                                                            .lines = 1,
                                                                                            .line = 1});
    const std::size_t total = sketch.catalogue.pack().items.size();
    const std::size_t there = sketch.catalogue.translated(tag);
    const std::string amount =
        there == total ? sketch.words.get(tag, "language.everything")
                       : sketch.words.get(tag, "language.some",
                                          {{"translated", sketch.words.number(tag, static_cast<double>(there))},
                                           {"total", sketch.words.number(tag, static_cast<double>(total))}});
    Node label = sketch.text({{{amount, false, false, ""}}, tag},
                             {.rank = "label", .colour = on ? c.chalk : c.ash, .width = room, .lines = 1});
    const std::string spoken = name.name + ", " + amount;
    const float height = name.box.height + 3 + label.box.height;
    std::vector<Node> stack;
    stack.push_back(std::move(name));
    stack.push_back(std::move(label));
    stackDown(node, std::move(stack), 0, (where.height - height) / 2, 3);
    if (on) {
        Node lit =
            box({where.width - disc, (where.height - disc) / 2, disc, disc}, scene::Fill{c.lamp, disc / 2, {}, 0});
        Node check = sketch.icon("check", disc * .56F, c.coal);
        check.box.x = check.box.y = disc * .22F;
        lit.children.push_back(std::move(check));
        node.children.push_back(std::move(lit));
    }
    sketch.touchable(node, spoken, ChooseLanguage{tag});
    node.touch->setting = on ? scene::Setting::chosen : scene::Setting::none;
    node.language = tag;
    return node;
}

/// "Choose your language" in the visitor's own, two more, and the last, which is often in another script; the lowest
/// line ends at `bottom`.
void invite(Sketch& sketch, Node& node, const std::vector<std::string>& tags, float bottom) {
    constexpr std::size_t first = 3;
    float lineHeight = 18;
    float lines = 0;
    const auto& c = sketch.theme.colour;
    std::vector<std::string> asked = tags;
    std::stable_partition(asked.begin(), asked.end(), [&](const std::string& tag) { return tag == sketch.language(); });
    if (asked.size() > first + 1) {
        asked.erase(asked.begin() + first, asked.end() - 1);
    }
    float x = layout::margin;
    const auto before = static_cast<std::ptrdiff_t>(node.children.size());
    for (const std::string& tag : asked) {
        const bool own = tag == sketch.language();
        Node words = sketch.text({{{sketch.words.get(tag, "language.choose"), false, false, ""}}, tag},
                                 {.rank = "lead", .colour = own ? c.chalk : c.ash, .weight = own ? 600 : 0});
        if (x + words.box.width > sketch.aboveBar().width - layout::margin) {
            x = layout::margin;
            ++lines;
        }
        lineHeight = std::max(lineHeight, words.box.height);
        words.box.x = x;
        words.box.y = lines; // in lines, until it is known how high they are
        x += words.box.width + 10;
        node.children.push_back(std::move(words));
    }
    std::for_each(node.children.begin() + before, node.children.end(),
                  [=](Node& words) { words.box.y = bottom - (lines + 1 - words.box.y) * lineHeight; });
}

} // namespace

Node languageMenu(Sketch& sketch) {
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    MenuFrame menu(sketch, "menu:language", sketch.say("language.choose"), {{0, .97F}, {.6F, .97F}, {1, .80F}});
    std::vector<std::string> tags = sketch.catalogue.pack().languages;
    for (const std::string& tag : sketch.words.offered()) {
        if (std::find(tags.begin(), tags.end(), tag) == tags.end()) {
            tags.push_back(tag);
        }
    }
    menu.rise.role = scene::Role::list;
    // in low reach as many columns as it takes, and lower rows
    constexpr float usualRow = 74;
    constexpr float leastRow = 46;
    const float bottom = upright ? 18 : 14;
    const float high = sketch.low() ? layout::reach(sketch.screen.size) - bottom : stage.height;
    const auto most = static_cast<std::size_t>(std::max(high / leastRow, 1.0F));
    const std::size_t columns =
        std::max<std::size_t>(upright ? 2 : 3, sketch.low() ? (tags.size() + most - 1) / most : 0);
    const std::size_t rows = std::max<std::size_t>((tags.size() + columns - 1) / columns, 1);
    constexpr float gap = 14;
    const float rowHeight = std::min(usualRow, high / static_cast<float>(rows));
    const float top = stage.height - bottom - rowHeight * static_cast<float>(rows);
    const base::Rect room{layout::margin, top, stage.width - 2 * layout::margin, 0};
    for (std::size_t i = 0; i < tags.size(); ++i) {
        menu.rise.children.push_back(choice(sketch, tags[i], gridPlace(i, columns, room, gap, rowHeight)));
    }
    invite(sketch, menu.rise, tags, top - 14);
    return menu.finish();
}

} // namespace schacht::visitor
