#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/view.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

Node stillThere(Sketch& sketch, const World& world, base::Seconds now) {
    const base::Size stage = sketch.aboveBar();
    const auto& c = sketch.theme.colour;
    const bool upright = sketch.portrait();
    Node node = group("still:screen", {0, 0, sketch.screen.size.width, sketch.screen.size.height});
    node.motion.enter.fade = 0.600;
    node.clip = true;
    const base::Seconds passed = std::max(0.0, now - sketch.state.visit.asking.value_or(now));
    const base::Seconds answer = answerOf(sketch.state, world);
    const auto left = static_cast<float>(std::clamp(answer - std::floor(passed), 0.0, answer));
    // evenly where that is cheap, else by the second like the number
    const auto share = sketch.movement == Movement::full ? static_cast<float>(std::clamp(1 - passed / answer, 0.0, 1.0))
                                                         : left / static_cast<float>(answer);
    const float x = upright ? layout::margin : 290;
    const float width = stage.width - x - layout::margin;
    Node title = sketch.poster(sketch.ownWords(sketch.say("still.question")),
                               {.rank = "poster-9", .colour = c.chalk, .width = width, .lines = upright ? 1 : 2});
    constexpr float gap = 9;
    const float wordsBottom = stage.height - (upright ? 206 : 152);
    const float room = upright ? 130 : wordsBottom - layout::margin - title.box.height - gap;
    Node explain =
        sketch.text(sketch.say("still.explain"),
                    {.rank = "lead", .colour = c.chalk, .width = upright ? width : 360, .lines = 5, .height = room});
    const float wordsTop = wordsBottom - explain.box.height - gap - title.box.height;
    constexpr float ringSize = 210;
    // upright it stands over the words, and higher where they are large
    const base::Point ringCorner = upright ? base::Point{94, std::min(stage.height - 330, wordsTop - 10) - ringSize}
                                           : base::Point{40, stage.height - 74 - ringSize};
    // the bar below stays as it is
    Node dark = group("still:dark", {0, 0, stage.width, stage.height});
    dark.role = scene::Role::none;
    dark.motion.enter.alpha = 1;
    dark.clip = true;
    Node back =
        box({0, 0, stage.width, stage.height},
            scene::Backdrop{{scene::Radial{
                {.28F, .62F}, {.6F, .9F}, {{0, c.coal.withAlpha(.78F)}, {1, c.coal.withAlpha(.95F)}}, false, false}}});
    dark.children.push_back(std::move(back));
    node.children.push_back(std::move(dark));
    // anywhere but "start again" goes on; over the backdrop, since what lies under that cannot be touched
    Node anywhere = group("still", {0, 0, sketch.screen.size.width, sketch.screen.size.height});
    anywhere.motion.enter.alpha = 1;
    sketch.touchable(anywhere, sketch.say("still.yes"), StayHere{});
    node.children.push_back(std::move(anywhere));
    const base::Point middle{ringCorner.x + 105, ringCorner.y + 105};
    node.children.push_back(box({middle.x - 235, middle.y - 235, 470, 470},
                                scene::Radial{{.5F, .5F}, {.5F, .5F}, sketch.theme.glow(), true, false}));
    if (sketch.movement != Movement::reduced) {
        Node ring = group("still:ring", {ringCorner.x + 4.2F, ringCorner.y + 4.2F, 201.6F, 201.6F});
        ring.role = scene::Role::none;
        ring.paint = scene::RingPaint{share, 4.2F, c.lamp, {0x5C, 0x55, 0x4C}};
        node.children.push_back(std::move(ring));
    }
    node.children.push_back(box({ringCorner.x + 17, ringCorner.y + 17, 176, 176},
                                scene::Radial{{.5F, .42F}, {.766F, .766F}, sketch.theme.bigLamp(), false, true}));
    constexpr float figures = 96;
    Node number =
        sketch.text(sketch.words.number(sketch.language(), static_cast<double>(left)),
                    {.rank = "numeral", .colour = c.coal, .size = figures, .line = .7F, .role = scene::Role::status});
    number.name = sketch.say("still.seconds", {{"seconds", number.name}});
    number.box.x = middle.x - number.box.width / 2;
    sketch.centreFigures(number, middle.y, figures);
    node.children.push_back(std::move(number));

    std::vector<Node> stack;
    stack.push_back(std::move(title));
    stack.push_back(std::move(explain));
    stackUp(node, std::move(stack), x, wordsBottom, gap);
    Node yes = sketch.action("still:yes", "check", 34, Sketch::Look::lit, sketch.say("still.yes"), "lead", StayHere{});
    Node again =
        sketch.action("still:again", "home", 34, Sketch::Look::quiet, sketch.say("still.again"), "lead", StartOver{});
    yes.box.x = again.box.x = x;
    if (upright) {
        again.box.y = stage.height - 70 - 34;
        yes.box.y = again.box.y - 12 - 34;
    } else {
        yes.box.y = again.box.y = stage.height - 78 - 34;
        again.box.x = yes.box.right() + 16;
    }
    node.children.push_back(std::move(yes));
    node.children.push_back(std::move(again));
    return node;
}

} // namespace schacht::visitor
