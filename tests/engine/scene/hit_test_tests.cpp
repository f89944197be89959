/// What a finger finds on a screen.
#include "engine/scene/animator.hpp"
#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::scene;

namespace {

Node lamp(std::string_view id, base::Rect where) {
    Node node;
    node.id = nodeId(id);
    node.name = id;
    node.box = where;
    node.touch = Touch{};
    return node;
}

/// A picture and the bar below it, and over the picture a menu with one lamp.
Scene underMenu() {
    Scene scene;
    scene.size = {100, 100};
    scene.root.box = {0, 0, 100, 100};
    scene.root.children.push_back(lamp("bar", {0, 80, 100, 20}));
    scene.root.children.push_back(lamp("picture", {0, 0, 100, 80}));
    Node back;
    back.box = {0, 0, 100, 80};
    back.paint = Backdrop{};
    scene.root.children.push_back(std::move(back));
    scene.root.children.push_back(lamp("choice", {10, 10, 20, 20}));
    return scene;
}

input::TargetId targetAt(base::Point at) {
    Animator animator;
    animator.show(underMenu(), 0);
    return hitTest(animator.placed(10), at).target;
}

} // namespace

TEST_CASE("an open menu is touched, what lies behind it is not, and the bar that it leaves free is") {
    CHECK(targetAt({20, 20}) == nodeId("choice"));
    CHECK(targetAt({60, 60}) == 0);
    CHECK(targetAt({50, 90}) == nodeId("bar"));
}
