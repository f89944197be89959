#include "engine/scene/reading_order.hpp"
#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::scene;

namespace {

Node words(const std::string& said, base::Rect box, Role role = Role::text, base::Colour colour = {245, 240, 230}) {
    static text::Typesetter setter;
    Node node;
    node.role = role;
    node.name = said;
    node.language = "en";
    node.box = box;
    node.paint = TextPaint{setter.set({{{said, false, false, ""}}, "en"}, {.size = 20}, 0), colour};
    return node;
}

Node control(const std::string& name, base::Rect box) {
    Node node;
    node.id = nodeId(name);
    node.role = Role::button;
    node.name = name;
    node.box = box;
    node.touch = Touch{};
    return node;
}

Node holding(std::vector<Node> children, base::Rect box = {0, 0, 700, 400}) {
    Node node;
    node.role = Role::group;
    node.box = box;
    node.children = std::move(children);
    return node;
}

Scene sceneOf(std::vector<Node> children, const std::string& language = "en") {
    Scene scene;
    scene.size = {700, 400};
    scene.root = holding(std::move(children));
    scene.language = language;
    scene.title = "The mine";
    return scene;
}

std::vector<std::string> read(const Scene& scene) {
    std::vector<std::string> out;
    for (const Utterance& utterance : utterancesOf(scene)) {
        out.push_back(utterance.words);
    }
    return out;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("a screen is read from its heading on, sentence by sentence, row by row") {
    Node picture;
    picture.role = Role::picture;
    picture.name = "A shaft tower.";
    picture.box = {0, 0, 700, 200};
    const Scene scene =
        sceneOf({picture, words("Right. It is late.", {400, 210, 100, 40}), words("Left.", {20, 215, 100, 20}),
                 words("Below.", {20, 300, 100, 20}), words("Coal", {20, 230, 300, 60}, Role::heading)});
    CHECK(read(scene) == Strings{"Coal", "Left.", "Right.", "It is late.", "Below.", "A shaft tower."});
}

TEST_CASE("where a language runs to the left, so do the rows") {
    const Scene scene = sceneOf({words("left", {20, 10, 100, 20}), words("right", {400, 10, 100, 20})}, "ar");
    CHECK(read(scene) == Strings{"right", "left"});
}

TEST_CASE("columns whose feet stand on one line are one row, however high they are") {
    const Scene scene = sceneOf({control("one", {0, 200, 100, 180}), control("two", {110, 140, 100, 240}),
                                 control("three", {220, 80, 100, 300}), control("four", {330, 140, 100, 240})});
    CHECK(read(scene) == Strings{"The mine", "one", "two", "three", "four"});
}

TEST_CASE("what stands on every screen, beside the glass, unseen or behind a menu is not read") {
    Node bar = holding({control("Home", {0, 0, 40, 28})}, {0, 372, 700, 28});
    bar.aside = true;
    Node pale = words("unseen", {0, 100, 100, 20});
    pale.alpha = 0;
    CHECK(read(sceneOf({bar, words("here", {0, 0, 100, 20}), words("beside", {720, 0, 100, 20}), pale})) ==
          Strings{"here"});
    Node dim;
    dim.box = {0, 0, 700, 400};
    dim.paint = Backdrop{};
    CHECK(read(sceneOf({words("behind", {0, 0, 100, 20}), dim, words("menu", {0, 0, 100, 20})})) == Strings{"menu"});
}

TEST_CASE("each control has its place among its like, in the nearest group that holds more than one") {
    const Scene scene =
        sceneOf({holding({control("home", {0, 0, 9, 9}), control("back", {9, 0, 9, 9})}),
                 holding({holding({control("one", {0, 0, 9, 9})}), holding({control("two", {9, 0, 9, 9})}),
                          holding({control("three", {18, 0, 9, 9})})})});
    const auto reached = reachable(scene);
    REQUIRE(reached.size() == 5);
    const auto at = [&](std::size_t i) { return std::pair{reached[i].place, reached[i].count}; };
    CHECK(at(1) == std::pair<std::size_t, std::size_t>{2, 2});
    CHECK(at(2) == std::pair<std::size_t, std::size_t>{1, 3});
    CHECK(at(4) == std::pair<std::size_t, std::size_t>{3, 3});
    CHECK(reached[4].node->name == "three");
}

TEST_CASE("a control that is alone has no place, and one of a row that is not all there has the row's") {
    const Scene lone = sceneOf({holding({control("play", {0, 0, 9, 9})})});
    const auto alone = reachable(lone);
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].count == 0);
    Node card = control("card", {0, 0, 9, 9});
    card.touch->place = 7;
    card.touch->count = 17;
    const Scene row = sceneOf({card, control("arrow", {9, 0, 9, 9})});
    const auto shelf = reachable(row);
    CHECK(shelf[0].place == 7);
    CHECK(shelf[0].count == 17);
}

TEST_CASE("behind an open menu nothing can be reached, and its own controls count from one") {
    Node dim;
    dim.box = {0, 0, 700, 400};
    dim.paint = Backdrop{};
    const Scene scene = sceneOf(
        {control("behind", {0, 0, 9, 9}), holding({dim, control("nl", {0, 0, 9, 9}), control("en", {9, 0, 9, 9})})});
    const auto reached = reachable(scene);
    REQUIRE(reached.size() == 2);
    CHECK(reached[0].node->name == "nl");
    CHECK(reached[1].place == 2);
    CHECK(reached[1].count == 2);
}

TEST_CASE("what stands beside an open menu, as the bar does, can be reached with it") {
    Node dim;
    dim.box = {0, 0, 700, 370};
    dim.paint = Backdrop{};
    const Scene scene = sceneOf({holding({control("home", {0, 372, 20, 20}), control("back", {20, 372, 20, 20})}),
                                 control("behind", {0, 0, 9, 9}),
                                 holding({dim, control("nl", {0, 0, 9, 9}), control("en", {9, 0, 9, 9})})});
    const auto reached = reachable(scene);
    REQUIRE(reached.size() == 4);
    CHECK(reached[1].node->name == "back");
    CHECK(reached[1].place == 2);
    CHECK(reached[2].node->name == "nl");
    CHECK(reached[2].place == 1);
    CHECK(reached[2].count == 2);
}

TEST_CASE("the sentence that is said is marked under light words, behind dark ones") {
    for (const bool dark : {false, true}) {
        Scene scene = sceneOf({words("Coal is black. Chalk is not.", {20, 50, 300, 10}, Role::text,
                                     dark ? base::Colour{18, 17, 15} : base::Colour{245, 240, 230})});
        const auto utterances = utterancesOf(scene);
        REQUIRE(utterances.size() == 2);
        markUtterance(scene, utterances[1], {242, 177, 52}, 2);
        REQUIRE(scene.root.children.size() == 2);
        const Node& mark = scene.root.children[0]; // before the words: behind them
        CHECK(mark.box.x > 60);
        CHECK(mark.box.y >= 50);
        CHECK(mark.box.height == Approx(dark ? 12.5 : 1.2));
        CHECK(std::get<Fill>(mark.paint).colour == base::Colour{242, 177, 52});
    }
}

TEST_CASE("a control's name, or a text that is not there any more, is not marked") {
    Scene scene = sceneOf({words("Coal.", {20, 50, 300, 10})});
    markUtterance(scene, {"Gone.", "en", "Gone.", 0, 5}, {}, 2);
    markUtterance(scene, {"Coal.", "en", "", 0, 0}, {}, 2);
    CHECK(scene.root.children.size() == 1);
}
