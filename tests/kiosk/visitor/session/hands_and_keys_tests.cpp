#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/session/session.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/shown.hpp"

namespace schacht {

using namespace visitor;

TEST_CASE("an arrow moves the volume by one step, and stays on the slider at its end") {
    const auto& material = tests::limburg();
    Session session(material.catalogue(), material.words, material.theme, {.language = "nl"});
    text::Typesetter typesetter;
    const auto glass = stage::screenFor(1920, 1080, 32);
    session.intend(Begin{""}, 1);
    session.intend(ToggleSound{}, 2);
    session.intend(FocusOn{scene::nodeId("volume")}, 3);
    const auto press = [&](input::Key::Code code) {
        (void)tests::shown(session, glass, typesetter, 4);
        (void)session.happen(input::Key{code, 4});
        return volumeOf(session.now());
    };
    const int begun = volumeOf(session.now());
    CHECK(press(input::Key::Code::up) == begun + 1);
    for (int i = 0; i < volumeSteps; ++i) {
        (void)press(input::Key::Code::up);
    }
    CHECK(volumeOf(session.now()) == volumeSteps);
    CHECK(session.now().visit.focus == scene::nodeId("volume"));
    CHECK(press(input::Key::Code::down) == volumeSteps - 1);
}

TEST_CASE("an arrow moves a picture that is looked at closely, and leads on where it has come to its edge") {
    const auto& material = tests::limburg();
    Session session(material.catalogue(), material.words, material.theme, {.language = "nl"});
    text::Typesetter typesetter;
    const auto glass = stage::screenFor(1920, 1080, 32);
    const auto& items = material.catalogue().pack().items;
    const auto gallery = std::ranges::find(items, std::string("gallery"), &content::Item::kind);
    REQUIRE(gallery != items.end());
    session.intend(JumpTo{stopAt(*gallery)}, 1);
    for (const auto& one : material.catalogue().exhibits(*gallery)) {
        (void)session.happen(stage::PictureMeasured{one.picture->file, base::Size{3000, 2000}});
    }
    session.intend(Magnify{4}, 2);
    session.intend(FocusOn{scene::nodeId("look:map")}, 9);
    const auto at = [&] { return std::get<GalleryState>(session.now().visit.here.own).look.zoom.x.position(10); };
    const auto press = [&](input::Key::Code code) {
        (void)tests::shown(session, glass, typesetter, 10);
        (void)session.happen(input::Key{code, 10});
    };
    const float before = at();
    press(input::Key::Code::right);
    CHECK(at() > before);
    constexpr int enough = 40;
    for (int i = 0; i < enough && session.now().visit.focus == scene::nodeId("look:map"); ++i) {
        press(input::Key::Code::right);
    }
    CHECK(session.now().visit.focus != scene::nodeId("look:map"));
}

TEST_CASE("a pinch is its surface's own: on the pages of a story it does nothing, and none is nobody's") {
    const auto& material = tests::limburg();
    Session session(material.catalogue(), material.words, material.theme, {.language = "nl"});
    text::Typesetter typesetter;
    const auto& items = material.catalogue().pack().items;
    const auto story = std::ranges::find(items, std::string("story"), &content::Item::kind);
    const auto gallery = std::ranges::find(items, std::string("gallery"), &content::Item::kind);
    REQUIRE(story != items.end());
    REQUIRE(gallery != items.end());
    const auto pinch = [&](const char* surface) {
        (void)tests::shown(session, stage::screenFor(1920, 1080, 32), typesetter, 4);
        (void)session.happen(input::Gesture{input::PinchBegan{scene::nodeId(surface), {300, 150}, 4}});
        (void)session.happen(input::Gesture{input::Pinched{scene::nodeId(surface), {300, 150}, 2, 0, 4.1}});
    };
    session.intend(JumpTo{stopAt(*story)}, 1);
    pinch("pages");
    CHECK(leafAt(session.now().visit.here.own) == Leaf{});
    CHECK_FALSE(std::get<StoryState>(session.now().visit.here.own).pages.held());
    session.intend(JumpTo{stopAt(*gallery)}, 5);
    const auto scale = [&] { return std::get<GalleryState>(session.now().visit.here.own).look.zoom.scale.position(6); };
    pinch("no-such-surface");
    CHECK(scale() == 1);
    pinch("look");
    CHECK(scale() == Approx(2));
}

} // namespace schacht
