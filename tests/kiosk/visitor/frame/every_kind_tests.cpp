#include "kiosk/commands/screens.hpp"
#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/kit/kind_looks.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace schacht {

using namespace visitor;
namespace fs = std::filesystem;

namespace {

/// What the frame's questions and the tour need of every kind of item, asked row by row.
const content::Item& anItemOf(std::string_view kind) {
    const auto& items = tests::limburg().catalogue().pack().items;
    const auto found = std::ranges::find(items, kind, &content::Item::kind);
    REQUIRE(found != items.end());
    return *found;
}

} // namespace

TEST_CASE("every kind that is shown has its sign, and its words in every language of the interface") {
    const fs::path content = fs::path(SCHACHT_SOURCE_FOLDER) / "content";
    for (const KindLooks& looks : kindLooks) {
        INFO(looks.name);
        CHECK(fs::exists(content / "icons" / (std::string(looks.icon) + ".svg")));
        const std::string end(endOf(anItemOf(looks.name).body).words);
        for (const auto& file : fs::directory_iterator(content / "strings")) {
            INFO(file.path().string());
            std::ifstream in(file.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            const auto own = Words::parse(text, file.path());
            REQUIRE(own);
            CHECK(own->contains(std::string(looks.word)));
            CHECK(own->contains(end));
        }
    }
}

TEST_CASE("every kind that is shown has its stops in the tour, each with its own State, and an end") {
    const auto screens = kiosk::everyScreen(tests::limburg().catalogue());
    for (const std::string_view kind : content::Kinds::names) {
        INFO(kind);
        const content::Item& item = anItemOf(kind);
        const auto ofIt = [&](const kiosk::Screenful& screen) {
            return screen.stop.kind == ScreenKind::item && screen.stop.id == item.id && nameOf(screen.stop) == kind;
        };
        CHECK(std::ranges::any_of(screens, ofIt));
        const bool ends = std::ranges::any_of(screens, [&](const kiosk::Screenful& screen) {
            return screen.stop.kind == ScreenKind::end && screen.stop.id == item.id;
        });
        CHECK(ends != endOf(item.body).itself);
    }
}

} // namespace schacht
