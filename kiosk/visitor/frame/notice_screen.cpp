#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/frame/view.hpp"

#include <algorithm>
#include <iterator>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float wayDisc = 40;

/// A way to go on: a lamp, its word, and under it what that means.
Node wayOn(Sketch& sketch, std::string_view id, const std::string& icon, Sketch::Look look, const std::string& word,
           const std::string& means, Intent meaning) {
    Node node = sketch.action(id, icon, wayDisc, look, word, "lead", std::move(meaning));
    Node small = sketch.text(
        means,
        {.rank = "label", .colour = sketch.theme.colour.ash, .weight = 500, .line = 1.2F, .role = scene::Role::none});
    Node& large = node.children.back();
    constexpr float gap = 2.4F;
    const float high = large.box.height + gap + small.box.height;
    large.box.y = (wayDisc - high) / 2;
    small.box.x = large.box.x;
    small.box.y = large.box.bottom() + gap;
    node.box.width = std::max(node.box.width, small.box.right());
    node.name = word + ", " + means;
    node.children.push_back(std::move(small));
    return node;
}

std::vector<Node> waysOn(Sketch& sketch, const content::Item& item) {
    const std::string kind = sketch.kindAndMinutes(item);
    std::vector<Node> ways;
    ways.push_back(wayOn(sketch, "notice:go", "arrow-right", Sketch::Look::lit, sketch.say("notice.go"), kind,
                         AnswerNotice{false}));
    if (mannerAt(item.body, arrivalOf(item.body)).wordsAlone) {
        ways.push_back(wayOn(sketch, "notice:words", "text-size", Sketch::Look::quiet, sketch.say("notice.textOnly"),
                             sketch.say("notice.textOnlyHow"), AnswerNotice{true}));
    }
    ways.push_back(wayOn(sketch, "notice:else", "back", Sketch::Look::quiet, sketch.say("notice.else"),
                         sketch.say("notice.elseHow"), GoBack{}));
    return ways;
}

/// In rows from the left, upright one below the other; the lowest ends at `bottom`. Where the highest begins.
float placeWays(std::vector<Node>& ways, float width, float bottom, bool upright) {
    constexpr float apart = 18;
    constexpr float rowApart = 14;
    float x = 0;
    float row = 0;
    for (Node& way : ways) {
        if (x > 0 && (upright || x + way.box.width > width)) {
            x = 0;
            row += wayDisc + rowApart;
        }
        way.box.x = layout::margin + x;
        way.box.y = row;
        x += way.box.width + apart;
    }
    const float top = bottom - wayDisc - row;
    for (Node& way : ways) {
        way.box.y += top;
    }
    return top;
}

} // namespace

Node noticeScreen(Sketch& sketch) {
    const base::Size stage = sketch.aboveBar();
    const auto& c = sketch.theme.colour;
    const bool upright = sketch.portrait();
    Node node = group("screen:notice:" + sketch.state.visit.here.id, {0, 0, stage.width, stage.height});
    node.clip = true;
    const auto* item = sketch.catalogue.item(sketch.state.visit.here.id);
    if (item == nullptr) {
        return node;
    }
    Node picture = sketch.picture(item->cover, {0, 0, stage.width, stage.height * (upright ? .68F : 1)});
    picture.id = scene::nodeId("cover:" + item->id);
    picture.motion.travel = 0.340;
    picture.motion.curve = scene::Curve::swap;
    node.children.push_back(std::move(picture));
    Node words = group("notice:words:all", {0, 0, stage.width, stage.height});
    words.motion.enter.fade = 0.200;
    const float width = stage.width - 2 * layout::margin;
    auto ways = waysOn(sketch, *item);
    const float top = placeWays(ways, width, stage.height - (upright ? 70 : 44), upright);
    const float bottom = top - 32;
    std::vector<Node> column;
    column.push_back(sketch.seam(sketch.colourOf(sketch.catalogue.themeOf(*item))));
    column.push_back(
        sketch.poster(sketch.ownWords(sketch.say("notice.title")),
                      {.rank = "poster-8", .colour = c.chalk, .width = upright ? width : 520, .lines = 2}));
    node.name = column.back().name;
    constexpr float gap = 9;
    constexpr float highest = 16;
    const float room = bottom - highest - column[0].box.height - column[1].box.height - 2 * gap;
    const bool wide = upright || wordsAreLarge(accessOf(sketch.state));
    column.push_back(sketch.text(sketch.packWords(item->notice), {.rank = "lead",
                                                                  .colour = c.chalk,
                                                                  .width = wide ? width : 480,
                                                                  .lines = upright ? 10 : 6,
                                                                  .height = std::max(room, 1.0F)}));
    stackUp(words, std::move(column), layout::margin, bottom, gap);
    const float high = 1 - words.children.front().box.y / stage.height; // words stand so far up
    const float dark = std::max(.52F, high - .07F);
    Node dim = box({0, 0, stage.width, stage.height}, scrim(sketch.theme, 0, {{0, .97F}, {dark, .90F}, {1, .35F}}));
    dim.id = scene::nodeId("notice:dim");
    dim.motion.enter.fade = 0.200;
    node.children.push_back(std::move(dim));
    std::move(ways.begin(), ways.end(), std::back_inserter(words.children));
    node.children.push_back(std::move(words));
    return node;
}

} // namespace schacht::visitor
