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

} // namespace schacht
