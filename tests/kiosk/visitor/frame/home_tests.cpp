/// Home with few themes: a museum's first pack has one or two.
#include "kiosk/visitor/session/session.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

/// Words and columns that share a place on home, in words; "" where none do.
std::string covered(std::size_t themes, const std::string& language, bool upright, int textSize) {
    static const auto& material = tests::limburg();
    content::Pack pack = material.catalogue().pack();
    pack.themes.resize(themes);
    const catalogue::Catalogue catalogue(std::move(pack));
    const auto glass = upright ? stage::screenFor(1080, 1920, 32) : stage::screenFor(1920, 1080, 32);
    State state;
    state.visit.here.kind = ScreenKind::home;
    state.visit.language = language;
    state.device.house.access.textSize = textSize;
    const World world{catalogue, 60, 20, Movement::none};
    text::Typesetter typesetter;
    Sketch sketch(state, catalogue, material.words, material.theme, glass, typesetter, Movement::none);
    const View shown = view(sketch, world, 0);

    std::vector<std::pair<const scene::Node*, base::Rect>> all;
    tests::allOf(shown.scene.root, {}, all);
    std::vector<base::Rect> columns;
    for (const auto& theme : catalogue.pack().themes) {
        const auto found = nodeAt(shown.scene.root, scene::nodeId("column:" + theme.id));
        REQUIRE(found);
        columns.push_back(found->box);
    }
    constexpr float head = 60; // millimetres: the words of columns stand lower
    std::string report;
    std::size_t over = 0;
    for (const auto& [node, box] : all) {
        if (!std::holds_alternative<scene::TextPaint>(node->paint) || box.y > head) {
            continue;
        }
        ++over;
        for (const auto& column : columns) {
            const bool apart = box.x + box.width <= column.x || column.x + column.width <= box.x ||
                               box.y + box.height <= column.y || column.y + column.height <= box.y;
            report += apart ? "" : "“" + node->name + "” ";
        }
    }
    CHECK(over >= 3); // the question, the pack's title, what to do
    return report;
}

} // namespace

TEST_CASE("no column of home covers the question, however few themes there are") {
    for (const bool upright : {false, true}) {
        for (std::size_t themes = 1; themes <= 5; ++themes) {
            for (const char* language : {"nl", "en", "fr", "de", "it", "tr"}) {
                for (const int textSize : {2, 4}) {
                    INFO(themes << " themes, " << language << ", upright " << upright << ", text " << textSize);
                    CHECK(covered(themes, language, upright, textSize) == "");
                }
            }
        }
    }
}
