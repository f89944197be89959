#include "engine/scene/animator.hpp"
#include "tests/catch.hpp"

#include <algorithm>

using namespace schacht;
using namespace schacht::scene;

namespace {

Scene sceneWith(std::vector<Node> children) {
    Scene scene;
    scene.size = {700, 400};
    scene.root.id = nodeId("screen");
    scene.root.box = {0, 0, 700, 400};
    scene.root.children = std::move(children);
    return scene;
}

Node target(std::string_view id, base::Rect box) {
    Node node;
    node.id = nodeId(id);
    node.box = box;
    node.paint = Fill{};
    node.touch = Touch{};
    return node;
}

const Placed* find(const std::vector<Placed>& placed, std::string_view id) {
    const auto found =
        std::find_if(placed.begin(), placed.end(), [id](const Placed& p) { return p.node->id == nodeId(id); });
    return found == placed.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("The first scene stands at once") {
    Animator animator;
    animator.show(sceneWith({target("a", {10, 10, 50, 50})}), 1);
    CHECK_FALSE(animator.moving(1));
    CHECK(find(animator.placed(1), "a")->alpha == 1);
}

TEST_CASE("What is new enters from nothing and is whole after its time") {
    Animator animator;
    animator.show(sceneWith({}), 0);
    animator.show(sceneWith({target("a", {10, 10, 50, 50})}), 1);
    CHECK(find(animator.placed(1), "a")->alpha == 0);
    CHECK(find(animator.placed(1.2), "a")->alpha == 1);
}

TEST_CASE("What is gone fades for 160 ms and cannot be touched meanwhile") {
    Animator animator;
    animator.show(sceneWith({target("a", {10, 10, 50, 50})}), 0);
    animator.show(sceneWith({}), 1);
    const auto during = animator.placed(1.05);
    REQUIRE(find(during, "a") != nullptr);
    CHECK(find(during, "a")->leaving);
    CHECK(hitTest(during, {20, 20}).target == 0);
    CHECK(find(animator.placed(1.17), "a") == nullptr);
}

TEST_CASE("A new screen takes touches as soon as its objects are half there") {
    Animator animator;
    animator.show(sceneWith({}), 0);
    animator.show(sceneWith({target("a", {10, 10, 50, 50})}), 1);
    CHECK(hitTest(animator.placed(1.01), {20, 20}).target == 0);
    CHECK(hitTest(animator.placed(1.15), {20, 20}).target == nodeId("a"));
}

TEST_CASE("What travels starts where it was under its old parent and ends at its new place") {
    const auto within = [](std::string_view parent, base::Rect box) {
        Node outer = target(parent, {100, 100, 400, 200});
        Node picture = target("picture", box);
        picture.motion.travel = 0.340;
        outer.children.push_back(picture);
        return sceneWith({outer});
    };
    Animator animator;
    animator.show(within("card", {0, 0, 50, 50}), 0);
    animator.show(within("page", {200, 0, 200, 200}), 1);
    CHECK(find(animator.placed(1), "picture")->box.x == Approx(100));
    CHECK(find(animator.placed(1), "picture")->box.width == Approx(50));
    CHECK(find(animator.placed(1.341), "picture")->box.x == Approx(300));
    CHECK(find(animator.placed(1.341), "picture")->box.width == Approx(200));
}

TEST_CASE("An arrow on a page that moves can be touched, another target on it is caught") {
    Node pages = target("pages", {0, 0, 700, 400});
    pages.touch.reset();
    pages.surface = TouchSurface{input::Axes::horizontal, true};
    Node arrow = target("arrow", {600, 300, 26, 26});
    arrow.touch->repeatable = true;
    pages.children.push_back(arrow);
    pages.children.push_back(target("link", {100, 100, 60, 20}));
    Animator animator;
    animator.show(sceneWith({pages}), 0);
    CHECK_FALSE(hitTest(animator.placed(0), {610, 310}).moving);
    CHECK(hitTest(animator.placed(0), {110, 110}).moving);
}

TEST_CASE("What comes back while it fades lights up again from where it is") {
    Animator animator;
    animator.show(sceneWith({target("a", {10, 10, 50, 50})}), 0);
    animator.show(sceneWith({}), 1);
    const float there = find(animator.placed(1.1), "a")->alpha;
    CHECK(there < 1);
    CHECK(there > 0);
    animator.show(sceneWith({target("a", {10, 10, 50, 50})}), 1.1);
    CHECK(find(animator.placed(1.1), "a")->alpha == Approx(there));
    CHECK(find(animator.placed(1.221), "a")->alpha == 1);
}

TEST_CASE("An entrance goes on while other things on the screen change") {
    Node risen = target("a", {10, 10, 50, 50});
    risen.motion.enter.offset = {0, 24};
    risen.motion.enter.duration = 0.340;
    Animator animator;
    animator.show(sceneWith({}), 0);
    animator.show(sceneWith({risen}), 1);
    const float there = find(animator.placed(1.05), "a")->box.y;
    animator.show(sceneWith({risen, target("b", {100, 10, 50, 50})}), 1.05);
    CHECK(there > 10);
    CHECK(find(animator.placed(1.05), "a")->box.y == Approx(there));
}

TEST_CASE("With less movement nothing travels: the old place fades and the new one comes, in 200 ms") {
    const auto within = [](std::string_view parent, base::Rect box) {
        Node outer = target(parent, {100, 100, 400, 200});
        Node picture = target("picture", box);
        picture.motion.travel = 0.340;
        outer.children.push_back(picture);
        Scene scene = sceneWith({outer});
        scene.reduced = true;
        return scene;
    };
    Animator animator;
    animator.show(within("card", {0, 0, 50, 50}), 0);
    animator.show(within("page", {200, 0, 200, 200}), 1);
    const auto during = animator.placed(1.1);
    CHECK(find(during, "picture")->box.x == Approx(300));
    CHECK(find(during, "picture")->alpha == Approx(.5F).margin(.05));
    const auto left = std::count_if(during.begin(), during.end(), [](const Placed& p) {
        return p.leaving && p.box.x == Approx(100) && p.box.width == Approx(50);
    });
    CHECK(left == 1);
    CHECK_FALSE(animator.moving(1.201));
}

TEST_CASE("A travel that is turned runs back in the time that it has run") {
    const auto within = [](std::string_view parent, base::Rect box) {
        Node outer = target(parent, {100, 100, 400, 200});
        Node picture = target("picture", box);
        picture.motion.travel = 0.340;
        outer.children.push_back(picture);
        return sceneWith({outer});
    };
    Animator animator;
    animator.show(within("card", {0, 0, 50, 50}), 0);
    animator.show(within("page", {200, 0, 200, 200}), 1);
    const float there = find(animator.placed(1.15), "picture")->box.x;
    animator.show(within("card", {0, 0, 50, 50}), 1.15);
    CHECK(find(animator.placed(1.15), "picture")->box.x == Approx(there));
    CHECK(find(animator.placed(1.31), "picture")->box.x == Approx(100));
}

TEST_CASE("The words of a new language fade in over 200 ms while nothing else changes") {
    const auto said = [](const std::string& language) {
        Node words = target("words", {10, 10, 50, 50});
        words.paint = TextPaint{};
        Scene scene = sceneWith({words, target("a", {100, 10, 50, 50})});
        scene.language = language;
        return scene;
    };
    Animator animator;
    animator.show(said("nl"), 0);
    animator.show(said("en"), 1);
    const auto during = animator.placed(1.1);
    CHECK(find(during, "words")->alpha == Approx(.5F).margin(.05));
    CHECK(find(during, "a")->alpha == 1);
    CHECK(during.back().leaving); // the old ones, over everything
    CHECK(find(animator.placed(1.2), "words")->alpha == 1);
    CHECK_FALSE(animator.moving(1.2));
}

// AddressSanitizer sees what would be read of it.
TEST_CASE("A language that is chosen while a menu leaves changes the words below") {
    const auto said = [](const std::string& language, int leaving) {
        Node words = target("words", {10, 10, 50, 50});
        words.paint = TextPaint{};
        std::vector<Node> children{words};
        for (int i = 0; i < leaving; ++i) {
            Node& one = children.emplace_back(target("leaves " + std::to_string(i), {100, 0, 300, 400}));
            one.motion.leave = 0.2;
            if (i + 1 == leaving) {
                one.paint = Backdrop{};
            }
        }
        Scene scene = sceneWith(std::move(children));
        scene.language = language;
        return scene;
    };
    Animator animator;
    animator.show(said("nl", 3), 0);
    animator.show(said("nl", 2), 1);
    animator.show(said("en", 0), 1.1); // the menu still leaves, and more leaves with it
    CHECK(find(animator.placed(1.2), "words")->alpha == Approx(.5F).margin(.05));
    CHECK(find(animator.placed(1.4), "words")->alpha == 1);
}

TEST_CASE("Words that are set larger fade in as those of a new language do") {
    const auto set = [](const std::string& dress, float size) {
        Node words = target("words", {10, 10, size, size});
        words.paint = TextPaint{};
        Scene scene = sceneWith({words});
        scene.dress = dress;
        return scene;
    };
    Animator animator;
    animator.show(set("2", 50), 0);
    animator.show(set("4", 90), 1);
    const auto during = animator.placed(1.1);
    CHECK(find(during, "words")->alpha == Approx(.5F).margin(.05));
    CHECK(during.back().leaving);
    CHECK(during.back().box.width == 50);
    CHECK_FALSE(animator.moving(1.21));
}

TEST_CASE("A language that runs the other way comes with its whole layout, in 200 ms") {
    const auto said = [](const std::string& language, float x) {
        Scene scene = sceneWith({target("a", {x, 10, 50, 50})});
        scene.language = language;
        return scene;
    };
    Animator animator;
    animator.show(said("nl", 10), 0);
    animator.show(said("ar", 640), 1);
    const auto during = animator.placed(1.1);
    CHECK(find(during, "a")->box.x == Approx(640));
    CHECK(find(during, "a")->alpha == Approx(.5F).margin(.05));
    CHECK_FALSE(animator.moving(1.201));
}

TEST_CASE("Through the dark the old fades first, and the new may be touched already") {
    Scene next = sceneWith({target("new", {10, 10, 50, 50})});
    next.root.children.front().touch->early = true;
    next.throughDark = 0.800;
    Animator animator;
    animator.show(sceneWith({target("old", {10, 10, 50, 50})}), 0);
    animator.show(next, 1);
    const auto during = animator.placed(1.2);
    CHECK(find(during, "old")->alpha == Approx(.5F).margin(.05));
    CHECK(find(during, "new")->alpha == 0);
    CHECK(hitTest(during, {20, 20}).target == nodeId("new"));
    CHECK(find(animator.placed(1.801), "new")->alpha == 1);
}

TEST_CASE("What leaves whole lies under what comes until it has come") {
    Node old = target("old", {0, 0, 700, 400});
    old.motion.leave = 1.2;
    old.motion.leavesWhole = true;
    Animator animator;
    animator.show(sceneWith({old}), 0);
    animator.show(sceneWith({target("new", {0, 0, 700, 400})}), 1);
    CHECK(find(animator.placed(2.1), "old")->alpha == 1);
    CHECK(find(animator.placed(2.21), "old") == nullptr);
}

TEST_CASE("What lies within a layer is cut by what of the layer it lies in, and apart from that by the screen") {
    Node card = target("card", {650, 0, 100, 100});
    card.layer = true;
    Node edge = target("edge", {0, 80, 100, 10});
    edge.clip = true;
    edge.children.push_back(target("colour", {0, -10, 100, 20}));
    card.children.push_back(std::move(edge));
    Animator animator;
    animator.show(sceneWith({std::move(card)}), 1);
    const auto placed = animator.placed(1);
    CHECK(find(placed, "card")->within == base::Rect{650, 0, 100, 100});
    CHECK(find(placed, "edge")->within == base::Rect{650, 0, 100, 100});
    CHECK(find(placed, "colour")->within == base::Rect{650, 80, 100, 10});
    CHECK(find(placed, "colour")->clip == base::Rect{650, 80, 50, 10});
}
