/// What a visitor chooses so as to see and read everything, and that it is forgotten.
#include "kiosk/production/production.hpp"
#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/session/session.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"
#include "tests/pages_of.hpp"

#include <algorithm>
#include <vector>

using namespace schacht;
using namespace schacht::visitor;

namespace {

content::Pack onePack() {
    content::Pack pack;
    pack.languages = {"nl"};
    return pack;
}

struct Chooser {
    catalogue::Catalogue catalogue{onePack()};
    World world{.catalogue = catalogue};
    State state;
    void happens(Intent meaning) { state = update(state, {std::move(meaning), 1}, world).state; }
};

scene::Scene shown(Access access, const visitor::Stop& stop) {
    const auto& material = tests::limburg();
    Session session(material.catalogue(), material.words, material.theme, {"nl", 60, 20, Movement::none, access});
    session.intend(JumpTo{stop}, 0);
    text::Typesetter typesetter;
    return tests::shown(session, stage::screenFor(1920, 1080, 32), typesetter, 0);
}

/// How high the letters of a text are that is named so, in pixels; 0: it is not there.
float heightOf(const scene::Node& node, std::string_view name) {
    const auto* text = std::get_if<scene::TextPaint>(&node.paint);
    if (text != nullptr && node.name.starts_with(name)) {
        return text->paragraph.height() / static_cast<float>(text->paragraph.lines());
    }
    float found = 0;
    for (const scene::Node& child : node.children) {
        found = std::max(found, heightOf(child, name));
    }
    return found;
}

bool hasPictureUnderWords(const scene::Node& node) {
    return std::any_of(node.children.begin(), node.children.end(), [](const scene::Node& child) {
        const bool whole = child.box.width > 500 && child.box.height > 300;
        return (whole && std::holds_alternative<scene::PicturePaint>(child.paint)) || hasPictureUnderWords(child);
    });
}

} // namespace

TEST_CASE("a choice is at work at once, and the next visitor begins as the kiosk does") {
    Chooser kiosk;
    kiosk.state.device.house.access.moreTime = true;
    kiosk.happens(StartOver{});
    kiosk.happens(Begin{""});
    kiosk.happens(ToggleAccess{});
    CHECK(kiosk.state.visit.menu == Menu::access);
    kiosk.happens(ChooseAccess{{.textSize = 4, .contrast = true}});
    CHECK(accessOf(kiosk.state) == Access{.textSize = 4, .contrast = true});
    CHECK(kiosk.state.visit.menu == Menu::access);
    kiosk.happens(StartOver{});
    CHECK(accessOf(kiosk.state) == Access{.moreTime = true});
}

TEST_CASE("as it was: sizes, contrast, movement, captions and signs as a visit begins") {
    Chooser kiosk;
    kiosk.happens(Begin{""});
    kiosk.happens(ChooseAccess{{.textSize = 1, .contrast = true, .reducedMotion = true, .moreTime = true}});
    kiosk.happens(ToggleCaptions{});
    kiosk.happens(ToggleInterpreted{});
    kiosk.happens(ResetAccess{});
    CHECK(accessOf(kiosk.state) == Access{});
    CHECK(kiosk.state.visit.wishes.captions);
    CHECK_FALSE(kiosk.state.visit.wishes.interpreted);
}

TEST_CASE("who needs more time is asked three times as late") {
    const auto& material = tests::limburg();
    for (const auto& [access, asked] : {std::pair{Access{}, 60.0}, std::pair{Access{.moreTime = true}, 180.0}}) {
        Session session(material.catalogue(), material.words, material.theme, {"nl", 60, 20, Movement::none, access});
        session.intend(JumpTo{tests::screenAt(visitor::ScreenKind::home)}, 0);
        (void)session.happen(stage::TimePassed{0.1});
        REQUIRE(session.due());
        CHECK(std::abs(*session.due() - asked) < 0.01);
    }
}

TEST_CASE("words in a fixed place grow by the steps of the sizes, to twice the design's") {
    const visitor::Stop home = tests::screenAt(visitor::ScreenKind::home);
    const float usual = heightOf(shown({}, home).root, "Raak een beeld aan");
    REQUIRE(usual > 0);
    const float smallest = heightOf(shown({.textSize = 1}, home).root, "Raak een beeld aan");
    const float larger = heightOf(shown({.textSize = 3}, home).root, "Raak een beeld aan");
    const float largest = heightOf(shown({.textSize = 4}, home).root, "Raak een beeld aan");
    CHECK(std::abs(smallest / usual - 0.85F) < 0.04F);
    CHECK(std::abs(larger / usual - 1.25F) < 0.04F);
    CHECK(std::abs(largest / usual - 2) < 0.06F);
}

TEST_CASE("in high contrast no picture lies under the words of a story") {
    const auto& items = tests::limburg().catalogue().pack().items;
    const visitor::Stop first = tests::storyAt("first-ice-then-coal");
    CHECK(hasPictureUnderWords(shown({}, first).root));
    for (const auto& item : items) {
        for (std::size_t page = 0; page < tests::pagesOf(item).size(); ++page) {
            INFO(item.id << " " << page);
            const visitor::Stop stop = tests::storyAt(item.id, static_cast<int>(page));
            CHECK_FALSE(hasPictureUnderWords(shown({.contrast = true}, stop).root));
        }
    }
}
