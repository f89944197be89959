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
    pages.surface = Surface{input::Axes::horizontal, true};
    Node arrow = target("arrow", {600, 300, 26, 26});
    arrow.touch->repeatable = true;
    pages.children.push_back(arrow);
    pages.children.push_back(target("link", {100, 100, 60, 20}));
    Animator animator;
    animator.show(sceneWith({pages}), 0);
    CHECK_FALSE(hitTest(animator.placed(0), {610, 310}).moving);
    CHECK(hitTest(animator.placed(0), {110, 110}).moving);
}
