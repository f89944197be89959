#include "engine/stage/trace.hpp"
#include "tests/catch.hpp"
#include "tests/engine/stage/trace_events.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace schacht;
using namespace schacht::stage;

namespace {

scene::Node target(const std::string& id) {
    scene::Node node;
    node.id = scene::nodeId(id);
    node.name = id;
    node.touch.emplace();
    return node;
}

/// A scene as the trace sees it, and what the trace has told.
struct Told {
    tests::TemporaryFolder folder;
    Trace trace{std::move(*Trace::open(folder / "trace"))};
    std::vector<scene::Node> nodes;

    void shows(base::Seconds now, const std::vector<base::Rect>& boxes, bool moving) {
        std::vector<scene::Placed> placed;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            placed.push_back({.node = &nodes[i], .box = boxes[i], .clip = {0, 0, 1000, 1000}});
        }
        trace.targets(now, placed, moving, 2);
    }
    [[nodiscard]] std::vector<nlohmann::json> events() const { return tests::eventsIn(folder / "trace"); }
};

} // namespace

TEST_CASE("what can be touched is told once it rests, in pixels, and not again while it is the same") {
    Told told;
    told.nodes = {target("door")};
    told.shows(1, {{10, 10, 20, 20}}, true);
    CHECK(told.events().empty());
    told.shows(1.1, {{20, 10, 20, 20}}, false);
    REQUIRE(told.events().size() == 1);
    const auto node = told.events()[0]["nodes"][0];
    CHECK(node["id"].get<scene::NodeId>() == scene::nodeId("door"));
    CHECK(node["x"] == 60);
    CHECK(node["y"] == 40);
    told.shows(1.2, {{20, 10, 20, 20}}, false);
    CHECK(told.events().size() == 1);
}

TEST_CASE("what has stood still for a while is told, also while something else moves") {
    Told told;
    told.nodes = {target("door")};
    told.shows(1, {{10, 10, 20, 20}}, true);
    told.shows(1.2, {{10, 10, 20, 20}}, true);
    CHECK(told.events().empty());
    told.shows(1.4, {{10, 10, 20, 20}}, true);
    CHECK(told.events().size() == 1);
}

TEST_CASE("where another node lies over the middle, a place beside it is told; what is covered is not") {
    Told told;
    told.nodes = {target("door"), target("rug")};
    told.shows(1, {{0, 0, 100, 100}, {30, 30, 40, 40}}, false);
    const auto door = told.events()[0]["nodes"][0];
    const base::Point at{door["x"].get<float>() / 2, door["y"].get<float>() / 2};
    CHECK_FALSE(base::Rect{30, 30, 40, 40}.contains(at));
    told.shows(2, {{0, 0, 100, 100}, {0, 0, 100, 100}}, false);
    REQUIRE(told.events()[1]["nodes"].size() == 1);
    CHECK(told.events()[1]["nodes"][0]["name"] == "rug");
}

TEST_CASE("another screen with the same targets tells them again") {
    Told told;
    told.nodes = {target("door")};
    told.shows(1, {{10, 10, 20, 20}}, false);
    told.trace.write(1.5, {"screen", {{"name", "home"}}});
    told.shows(2, {{10, 10, 20, 20}}, false);
    CHECK(told.events().size() == 3);
}
