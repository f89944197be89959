/// What a second finger presses when the first one's tap has changed what is shown.
#include "kiosk/visitor/session/session.hpp"
#include "tests/kiosk/visitor/kinds/film/film_stand.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <algorithm>

using namespace schacht;
using namespace schacht::visitor;
using tests::FilmStand;

namespace {

const std::string readByTwo = "first-ice-then-coal";

/// A visit, and two fingers on its screen.
struct TwoHands {
    std::shared_ptr<kiosk::Material> material;
    Session session;
    text::Typesetter typesetter;
    base::Seconds now = 10;
    scene::Scene shown;

    explicit TwoHands(const visitor::Stop& stop,
                      const std::shared_ptr<kiosk::Material>& from = FilmStand::make().material)
        : material(from), session(material->catalogue(), material->words, material->theme, {.language = "nl"}) {
        session.intend(JumpTo{stop}, now);
        show();
    }
    void show() { shown = tests::shown(session, stage::screenFor(1920, 1080, 32), typesetter, now); }
    void press(std::uint64_t finger, scene::NodeId id) {
        (void)session.happen(input::Gesture{input::Pressed{id, finger, {}, now}});
    }
    /// As the shell does it: what the finger lifts from is what the one before left.
    void lift(std::uint64_t finger, scene::NodeId id) {
        show();
        (void)session.happen(input::Gesture{input::Tapped{id, finger, {}, now}});
    }
    /// Both are down when the first lifts.
    void liftBoth(scene::NodeId first, scene::NodeId second) {
        press(1, first);
        press(2, second);
        lift(1, first);
        lift(2, second);
    }
    /// What can be touched, or is shown and cannot.
    [[nodiscard]] std::vector<scene::NodeId> touches(bool enabled) const {
        std::vector<scene::NodeId> ids;
        const auto walk = [&](const auto& self, const scene::Node& node) -> void {
            if (node.touch && node.touch->enabled == enabled) {
                ids.push_back(node.id);
            }
            for (const scene::Node& child : node.children) {
                self(self, child);
            }
        };
        walk(walk, shown.root);
        return ids;
    }
    [[nodiscard]] const State& state() const { return session.now(); }
};

scene::NodeId id(const std::string& name) {
    return scene::nodeId(name);
}

} // namespace

TEST_CASE("the picture of a page that another finger turned away opens nothing") {
    TwoHands hands(tests::storyAt(readByTwo));
    const auto before = hands.touches(true);
    const scene::NodeId next = id("next:" + readByTwo);
    std::size_t gone = 0;
    for (const scene::NodeId pressed : before) {
        TwoHands again(tests::storyAt(readByTwo), hands.material);
        again.press(1, next);
        again.press(2, pressed);
        again.lift(1, next);
        again.show();
        const auto left = again.touches(true);
        if (std::find(left.begin(), left.end(), pressed) == left.end()) {
            again.lift(2, pressed);
            CHECK(tests::whereIs(again.state().visit.here) == tests::whereIs(tests::storyAt(readByTwo, 1)));
            ++gone;
        }
    }
    CHECK(gone > 0);
}

TEST_CASE("what the slider of the volume came to lie over is not pressed any more") {
    TwoHands hands(tests::filmAt(FilmStand::film().id));
    hands.press(1, id("bar:sound"));
    hands.lift(1, id("bar:sound"));
    hands.show();
    const auto covered = hands.touches(false);
    REQUIRE(!covered.empty());
    for (const scene::NodeId under : covered) {
        TwoHands again(tests::filmAt(FilmStand::film().id), hands.material);
        again.liftBoth(id("bar:sound"), under);
        CHECK(visitor::nameOf(again.state().visit.here) == "film");
        CHECK(again.state().visit.menu == Menu::sound);
        CHECK_FALSE((again.state().visit.playing && again.state().visit.playing->wanted));
    }
}

TEST_CASE("a touch on the film does not become Back because another finger opened or closed a menu") {
    TwoHands hands(tests::filmAt(FilmStand::film().id));
    hands.session.intend(TogglePlay{}, hands.now);
    media::PlayerState playing;
    playing.open = hands.state().device.opens;
    playing.phase = media::Phase::playing;
    playing.length = 185;
    playing.at = hands.now;
    (void)hands.session.happen(playing);
    hands.show();
    const auto all = hands.touches(true);
    REQUIRE(std::find(all.begin(), all.end(), id("film:glass")) != all.end());

    hands.liftBoth(id("film:chapters"), id("film:glass"));
    CHECK(hands.state().visit.menu == Menu::chapters);
    hands.show();
    hands.liftBoth(id("film:chapters"), id("film:glass"));
    CHECK(hands.state().visit.menu == Menu::none);
    CHECK(visitor::nameOf(hands.state().visit.here) == "film");
}

TEST_CASE("two fingers that press play together, on the lamp and on the poster, do not stop the film") {
    TwoHands hands(tests::filmAt(FilmStand::film().id));
    hands.liftBoth(id("film:play"), id("film:poster"));
    REQUIRE(hands.state().visit.playing);
    CHECK(hands.state().visit.playing->wanted);
}
