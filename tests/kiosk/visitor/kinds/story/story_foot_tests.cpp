/// What stands under a story's pages, drawn from the Limburg pack.
#include "kiosk/production/production.hpp"
#include "kiosk/visitor/kinds/story/page_parts.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <memory>

using namespace schacht;
using namespace schacht::visitor;

namespace {

constexpr const char* story = "first-ice-then-coal"; // its third page is of chalk

struct Stand {
    kiosk::Material material;
    std::unique_ptr<text::Typesetter> typesetter = std::make_unique<text::Typesetter>();
    stage::Screen glass = stage::screenFor(1920, 1080, 32);
    State state{};

    static Stand onPage(int page) {
        Stand stand{tests::readLimburg()};
        stand.state.visit.here = tests::storyAt(story, page);
        tests::storyOf(stand.state).pages.jump(layout::pagePitch(stand.glass.size) * static_cast<float>(page));
        return stand;
    }
    void drag(float pages) {
        auto& track = tests::storyOf(state).pages;
        track.hold(track.position(0) + pages * layout::pagePitch(glass.size));
    }
    scene::Node foot() {
        Sketch sketch(state, material.catalogue(), material.words, material.theme, glass, *typesetter, Movement::full);
        return storyFoot(sketch, *material.catalogue().item(story), tests::storyOf(state));
    }
};

float lightOf(const scene::Node& foot, const std::string& name) {
    const auto found = nodeAt(foot, scene::nodeId(name));
    REQUIRE(found);
    return found->node->alpha;
}

const std::string dark = std::string("foot:") + story + ":dark";
const std::string half = dark + ":half";
const std::string paper = std::string("foot:") + story + ":paper";

} // namespace

TEST_CASE("The foot of a story stands still while its pages are dragged") {
    auto stand = Stand::onPage(1);
    const auto arrow = scene::nodeId(std::string("next:") + story);
    const auto before = stand.foot();
    const auto place = nodeAt(before, arrow)->box;
    stand.drag(.4F);
    const auto during = stand.foot();
    CHECK(during.box == before.box);
    CHECK(nodeAt(during, arrow)->box == place);
}

TEST_CASE("The pane under the next page brightens with the share dragged") {
    auto stand = Stand::onPage(0);
    CHECK(lightOf(stand.foot(), dark + ":lamp:0") == 1);
    CHECK(lightOf(stand.foot(), dark + ":lamp:1") == 0);
    stand.drag(.3F);
    const auto foot = stand.foot();
    CHECK(lightOf(foot, dark + ":lamp:1") == Approx(.3F));
    CHECK(nodeAt(foot, scene::nodeId(dark + ":lamp:1"))->node->motion.duration == 0); // it follows the finger
}

TEST_CASE("A pane lights in 240 ms where no finger holds the page") {
    auto stand = Stand::onPage(2);
    const auto foot = stand.foot();
    CHECK(nodeAt(foot, scene::nodeId(paper + ":lamp:2"))->node->motion.duration == Approx(.240));
}

TEST_CASE("The foot's colours cross-fade on the way to a page of chalk") {
    auto stand = Stand::onPage(1);
    CHECK(lightOf(stand.foot(), half) == 1);
    CHECK(lightOf(stand.foot(), paper) == 0);
    stand.drag(.25F);
    CHECK(lightOf(stand.foot(), half) == Approx(.75F));
    CHECK(lightOf(stand.foot(), paper) == Approx(.25F));
}

TEST_CASE("Past the first page there is no pane to brighten") {
    auto stand = Stand::onPage(0);
    stand.drag(-.1F);
    CHECK(lightOf(stand.foot(), dark + ":lamp:0") == 1);
    CHECK(lightOf(stand.foot(), dark + ":lamp:1") == 0);
}
