#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/view.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr base::Seconds dimming = 0.600; // of the screen behind the question (motion.md, "still there?")
// millimetres
constexpr float questionApart = 9; // from what explains it
constexpr float ringSize = 210;
constexpr float ringThick = 4.2F;
constexpr float ringLamp = 17;    // from the ring's outer edge to the lamp within it
constexpr float ringGlow = 235;   // from the ring's middle
constexpr float ringFigures = 96; // the size of the seconds that are left
constexpr float answerLamp = 34;
constexpr base::Colour ringSpent{0x5C, 0x55, 0x4C}; // of the part of the ring that has burnt down

/// Where the question stands; millimetres.
struct StillPlaces {
    float left;         ///< of the words and the answers
    int questionLines;  ///< at most
    float wordsFoot;    ///< from the end of the words to the bar
    float answersFoot;  ///< from the end of the answers to the bar
    float answersApart; ///< side by side, upright under each other
    float ringLeft;
    float ringFoot; ///< from the ring to the bar, upright at least
};
constexpr StillPlaces stillLandscape{.left = 290,
                                     .questionLines = 2,
                                     .wordsFoot = 152,
                                     .answersFoot = 78,
                                     .answersApart = 16,
                                     .ringLeft = 40,
                                     .ringFoot = 74};
constexpr StillPlaces stillUpright{.left = layout::margin,
                                   .questionLines = 1,
                                   .wordsFoot = 206,
                                   .answersFoot = 70,
                                   .answersApart = 12,
                                   .ringLeft = 94,
                                   .ringFoot = 330};

const StillPlaces& stillPlaces(const Sketch& sketch) {
    return sketch.portrait() ? stillUpright : stillLandscape;
}

/// How long the visitor has to answer.
struct TimeLeft {
    float seconds = 0; ///< whole ones
    float share = 1;   ///< of all of it
};

TimeLeft timeLeft(const Sketch& sketch, const World& world, base::Seconds now) {
    const base::Seconds passed = std::max(0.0, now - sketch.state.visit.asking.value_or(now));
    const base::Seconds answer = answerOf(sketch.state, world);
    const auto seconds = static_cast<float>(std::clamp(answer - std::floor(passed), 0.0, answer));
    // evenly where that is cheap, else by the second like the number
    const auto share = sketch.movement == Movement::full ? static_cast<float>(std::clamp(1 - passed / answer, 0.0, 1.0))
                                                         : seconds / static_cast<float>(answer);
    return {seconds, share};
}

/// The question and what explains it, not yet in their places.
std::vector<Node> questionWords(Sketch& sketch) {
    const auto& c = sketch.theme.colour;
    const base::Size stage = sketch.aboveBar();
    const StillPlaces& at = stillPlaces(sketch);
    const bool upright = sketch.portrait();
    constexpr float explainedWidth = 360; // in landscape, at most
    constexpr float explainedHigh = 130;  // upright, at most
    const float width = stage.width - at.left - layout::margin;
    std::vector<Node> words;
    words.push_back(sketch.poster(sketch.ownWords(sketch.say("still.question")),
                                  {.rank = "poster-9", .colour = c.chalk, .width = width, .lines = at.questionLines}));
    const float room =
        stage.height - at.wordsFoot - layout::margin - words.front().box.height - questionApart; // in landscape
    words.push_back(sketch.text(sketch.say("still.explain"), {.rank = "lead",
                                                              .colour = c.chalk,
                                                              .width = upright ? width : explainedWidth,
                                                              .lines = 5,
                                                              .height = upright ? explainedHigh : room}));
    return words;
}

/// Beside the words; upright over them, and higher where they are large. wordsTop: where they begin.
base::Rect ringPlace(const Sketch& sketch, float wordsTop) {
    constexpr float wordsApart = 10; // upright
    const StillPlaces& at = stillPlaces(sketch);
    const float foot = sketch.aboveBar().height - at.ringFoot;
    const float bottom = sketch.portrait() ? std::min(foot, wordsTop - wordsApart) : foot;
    return {at.ringLeft, bottom - ringSize, ringSize, ringSize};
}

/// The screen behind, which darkens; the bar below stays as it is.
Node darkBehind(const Sketch& sketch) {
    const auto& c = sketch.theme.colour;
    const base::Size stage = sketch.aboveBar();
    Node dark = group("still:dark", {0, 0, stage.width, stage.height});
    dark.role = scene::Role::none;
    dark.motion.enter.alpha = 1;
    dark.clip = true;
    dark.children.push_back(
        box({0, 0, stage.width, stage.height},
            scene::Backdrop{{scene::Radial{
                {.28F, .62F}, {.6F, .9F}, {{0, c.coal.withAlpha(.78F)}, {1, c.coal.withAlpha(.95F)}}, false, false}}}));
    return dark;
}

/// A large lamp with the seconds that are left, in a ring that burns down.
void addRing(Sketch& sketch, Node& node, base::Rect place, TimeLeft left) {
    const auto& c = sketch.theme.colour;
    const base::Point middle = place.centre();
    node.children.push_back(box(base::Rect{middle.x, middle.y, 0, 0}.grown(ringGlow),
                                scene::Radial{{.5F, .5F}, {.5F, .5F}, sketch.theme.glow(), true, false}));
    if (sketch.movement != Movement::reduced) {
        Node ring = group("still:ring", place.grown(-ringThick));
        ring.role = scene::Role::none;
        ring.paint = scene::RingPaint{left.share, ringThick, c.lamp, ringSpent};
        node.children.push_back(std::move(ring));
    }
    node.children.push_back(
        box(place.grown(-ringLamp), scene::Radial{{.5F, .42F}, {.766F, .766F}, sketch.theme.bigLamp(), false, true}));
    Node number = sketch.text(
        sketch.words.number(sketch.language(), static_cast<double>(left.seconds)),
        {.rank = "numeral", .colour = c.coal, .size = ringFigures, .line = .7F, .role = scene::Role::status});
    number.name = sketch.say("still.seconds", {{"seconds", number.name}});
    number.box.x = middle.x - number.box.width / 2;
    sketch.centreFigures(number, middle.y, ringFigures);
    node.children.push_back(std::move(number));
}

/// "Yes" and "start again".
void addAnswers(Sketch& sketch, Node& node) {
    const StillPlaces& at = stillPlaces(sketch);
    Node yes =
        sketch.action("still:yes", "check", answerLamp, Sketch::Look::lit, sketch.say("still.yes"), "lead", StayHere{});
    Node again = sketch.action("still:again", "home", answerLamp, Sketch::Look::quiet, sketch.say("still.again"),
                               "lead", StartOver{});
    yes.box.x = again.box.x = at.left;
    yes.box.y = again.box.y = sketch.aboveBar().height - at.answersFoot - answerLamp;
    if (sketch.portrait()) {
        yes.box.y = again.box.y - at.answersApart - answerLamp;
    } else {
        again.box.x = yes.box.right() + at.answersApart;
    }
    node.children.push_back(std::move(yes));
    node.children.push_back(std::move(again));
}

} // namespace

Node stillThere(Sketch& sketch, const World& world, base::Seconds now) {
    const base::Size screen = sketch.screen.size;
    const StillPlaces& at = stillPlaces(sketch);
    Node node = group("still:screen", {0, 0, screen.width, screen.height});
    node.motion.enter.fade = dimming;
    node.clip = true;
    std::vector<Node> words = questionWords(sketch);
    const float wordsBottom = sketch.aboveBar().height - at.wordsFoot;
    const float wordsTop = wordsBottom - words.back().box.height - questionApart - words.front().box.height;
    node.children.push_back(darkBehind(sketch));
    // anywhere but "start again" goes on; over the backdrop, since what lies under that cannot be touched
    Node anywhere = group("still", {0, 0, screen.width, screen.height});
    anywhere.motion.enter.alpha = 1;
    sketch.touchable(anywhere, sketch.say("still.yes"), StayHere{});
    node.children.push_back(std::move(anywhere));
    addRing(sketch, node, ringPlace(sketch, wordsTop), timeLeft(sketch, world, now));
    stackUp(node, std::move(words), at.left, wordsBottom, questionApart);
    addAnswers(sketch, node);
    return node;
}

} // namespace schacht::visitor
