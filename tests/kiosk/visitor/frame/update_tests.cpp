#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/frame/wakes.hpp"
#include "kiosk/visitor/kit/layout.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/stops.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

content::Pack smallPack() {
    content::Pack pack;
    pack.languages = {"nl", "en"};
    content::Theme theme;
    theme.id = "mines";
    pack.themes.push_back(theme);
    for (const char* id : {"coal", "lamp", "shaft"}) {
        content::Item item;
        item.id = id;
        item.kind = "story";
        item.themes = {"mines"};
        item.body = content::Story{std::vector<content::Page>(3)};
        pack.items.push_back(item);
    }
    content::Item longer = pack.items.front();
    longer.id = "long";
    longer.body = content::Story{std::vector<content::Page>(8)};
    pack.items.push_back(longer);
    return pack;
}

struct Kiosk {
    catalogue::Catalogue catalogue{smallPack()};
    World world{catalogue};
    State state;
    void happens(Intent meaning, base::Seconds now) { state = update(state, {std::move(meaning), now}, world).state; }
};

} // namespace

TEST_CASE("A touch on the attract screen begins at home in the language that was touched") {
    Kiosk kiosk;
    kiosk.happens(Begin{"en"}, 1);
    CHECK(kiosk.state.visit.here.kind == ScreenKind::home);
    CHECK(kiosk.state.visit.language == "en");
}

TEST_CASE("Back goes one step, to where one was") {
    Kiosk kiosk;
    kiosk.happens(Begin{""}, 1);
    kiosk.happens(OpenTheme{"mines"}, 2);
    kiosk.happens(OpenItem{"lamp"}, 3);
    kiosk.happens(GoBack{}, 4);
    CHECK(tests::whereIs(kiosk.state.visit.here) ==
          tests::whereIs(tests::screenAt(visitor::ScreenKind::theme, "mines")));
    kiosk.happens(GoBack{}, 5);
    CHECK(kiosk.state.visit.here.kind == ScreenKind::home);
}

TEST_CASE("A menu that closes takes the focus of the keys with it, however it closes") {
    Kiosk kiosk;
    kiosk.happens(Begin{"en"}, 1);
    for (const Intent& closes : {Intent(GoHome{}), Intent(GoBack{}), Intent(ChooseLanguage{"nl"})}) {
        kiosk.happens(ToggleLanguages{}, 2);
        kiosk.happens(FocusOn{7}, 3);
        kiosk.happens(closes, 4);
        CHECK(kiosk.state.visit.menu == Menu::none);
        CHECK(kiosk.state.visit.focus == 0);
    }
}

TEST_CASE("After the last page comes the end of the story") {
    Kiosk kiosk;
    kiosk.happens(OpenItem{"coal"}, 1);
    kiosk.happens(TurnPage{1}, 2);
    kiosk.happens(TurnPage{1}, 3);
    CHECK(visitor::leafAt(kiosk.state.visit.here.own).page == 2);
    kiosk.happens(TurnPage{1}, 4);
    CHECK(kiosk.state.visit.here.kind == ScreenKind::end);
    CHECK(kiosk.state.visit.seen.at("coal").size() == 3);
}

TEST_CASE("A throw turns one page, however hard") {
    Kiosk kiosk;
    kiosk.happens(OpenItem{"coal"}, 1);
    kiosk.happens(DragStarted{}, 2);
    kiosk.happens(DragMoved{SurfaceOwner::kind, {-60, 0}, {}}, 2.05);
    kiosk.happens(DragDone{SurfaceOwner::kind, {-60, 0}, {-2500, 0}, false}, 2.06);
    CHECK(visitor::leafAt(kiosk.state.visit.here.own).page == 1);
}

TEST_CASE("A page dragged less than 22 % of the stage and not thrown goes back") {
    Kiosk kiosk;
    kiosk.happens(OpenItem{"coal"}, 1);
    kiosk.happens(DragStarted{}, 2);
    kiosk.happens(DragMoved{SurfaceOwner::kind, {-100, 0}, {}}, 3);
    kiosk.happens(DragDone{SurfaceOwner::kind, {-100, 0}, {0, 0}, false}, 4);
    CHECK(visitor::leafAt(kiosk.state.visit.here.own).page == 0);
    CHECK(tests::storyOf(kiosk.state).pages.goal() == 0);
}

TEST_CASE("A visit without a touch for 60 s is asked, and forgotten 20 s later") {
    Kiosk kiosk;
    kiosk.happens(GlassTouched{}, 100);
    kiosk.happens(Begin{"en"}, 100);
    kiosk.happens(OpenItem{"coal"}, 100);
    kiosk.happens(Tick{}, 159);
    CHECK_FALSE(kiosk.state.visit.asking);
    kiosk.happens(Tick{}, 160);
    CHECK(kiosk.state.visit.asking);
    kiosk.happens(Tick{}, 179);
    CHECK(visitor::nameOf(kiosk.state.visit.here) == "story");
    kiosk.happens(Tick{}, 180);
    CHECK(kiosk.state.visit.here.kind == ScreenKind::attract);
    CHECK(kiosk.state.visit.language.empty());
    CHECK(kiosk.state.visit.seen.empty());
    CHECK(kiosk.state.visit.history.empty());
}

TEST_CASE("An answer to the question goes on with the visit") {
    Kiosk kiosk;
    kiosk.happens(GlassTouched{}, 100);
    kiosk.happens(OpenItem{"coal"}, 100);
    kiosk.happens(Tick{}, 160);
    kiosk.happens(GlassTouched{}, 170);
    kiosk.happens(StayHere{}, 170);
    kiosk.happens(Tick{}, 181);
    CHECK(visitor::nameOf(kiosk.state.visit.here) == "story");
    CHECK_FALSE(kiosk.state.visit.asking);
}

TEST_CASE("A shelf always rests at a card or at its end") {
    const auto shelf = layout::shelf(6, {708, 398});
    CHECK(shelf.nearest(0) == 0);
    CHECK(shelf.nearest(1e6F) == shelf.reach);
    CHECK(shelf.step(0, 1) == Approx(shelf.starts[1] - layout::margin));
    CHECK(shelf.step(shelf.reach, 1) == shelf.reach);
    CHECK(shelf.step(0, -1) == 0);
}

TEST_CASE("Five fast touches on the arrow go five pages on, and none loses the speed or passes the page") {
    Kiosk kiosk;
    kiosk.happens(OpenItem{"long"}, 1);
    const float pitch = layout::pagePitch(kiosk.state.device.screen);
    base::Seconds now = 2;
    for (int page = 1; page <= 5; ++page, now += 0.07) {
        const float at = tests::storyOf(kiosk.state).pages.position(now);
        const float speed = tests::storyOf(kiosk.state).pages.speed(now);
        kiosk.happens(TurnPage{1}, now);
        CHECK(visitor::leafAt(kiosk.state.visit.here.own).page == page);
        CHECK(tests::storyOf(kiosk.state).pages.goal() == Approx(pitch * static_cast<float>(page)));
        CHECK(tests::storyOf(kiosk.state).pages.position(now) == Approx(at));
        if (page > 1) {
            CHECK(tests::storyOf(kiosk.state).pages.speed(now + 0.0005) == Approx(speed).epsilon(0.1));
        }
    }
    float before = tests::storyOf(kiosk.state).pages.position(now);
    for (base::Seconds t = now; t < now + 0.4; t += 0.01) {
        CHECK(tests::storyOf(kiosk.state).pages.position(t) >= before - 0.01F);
        CHECK(tests::storyOf(kiosk.state).pages.position(t) <= 5 * pitch + 0.01F);
        before = tests::storyOf(kiosk.state).pages.position(t);
    }
    CHECK_FALSE(tests::storyOf(kiosk.state).pages.moving(now + 0.4));
}

TEST_CASE("Pages that are caught on their way have the nearest in the hand") {
    Kiosk kiosk;
    kiosk.happens(OpenItem{"long"}, 1);
    kiosk.happens(TurnPage{1}, 2);
    kiosk.happens(TurnPage{1}, 2.01);
    kiosk.happens(TurnPage{1}, 2.02);
    kiosk.happens(SurfaceCaught{}, 2.03);
    CHECK(visitor::leafAt(kiosk.state.visit.here.own).page == 0);
    CHECK(tests::storyOf(kiosk.state).pages.held());
}

TEST_CASE("With less movement a page goes to its goal at once, and what a finger drags still follows") {
    Kiosk kiosk;
    kiosk.state.device.house.access.reducedMotion = true;
    kiosk.happens(OpenItem{"coal"}, 1);
    kiosk.happens(TurnPage{1}, 2);
    CHECK_FALSE(tests::storyOf(kiosk.state).pages.moving(2));
    CHECK(tests::storyOf(kiosk.state).pages.position(2) == Approx(layout::pagePitch(kiosk.state.device.screen)));
    CHECK(kiosk.state.visit.cuts == 1);
    kiosk.happens(DragStarted{}, 3);
    kiosk.happens(DragMoved{SurfaceOwner::kind, {-60, 0}, {}}, 3.1);
    CHECK(tests::storyOf(kiosk.state).pages.position(3.1) == Approx(layout::pagePitch(kiosk.state.device.screen) + 60));
    kiosk.happens(DragDone{SurfaceOwner::kind, {-60, 0}, {-400, 0}, false}, 3.2);
    CHECK(visitor::leafAt(kiosk.state.visit.here.own).page == 2);
    CHECK_FALSE(tests::storyOf(kiosk.state).pages.moving(3.2));
}

TEST_CASE("How much moves is the less of what the machine shows and what the visitor wants") {
    Kiosk kiosk;
    CHECK(movementOf(kiosk.state, kiosk.world) == Movement::full);
    kiosk.world.movement = Movement::calm;
    CHECK(movementOf(kiosk.state, kiosk.world) == Movement::calm);
    kiosk.state.device.house.access.reducedMotion = true;
    CHECK(movementOf(kiosk.state, kiosk.world) == Movement::reduced);
    kiosk.world.movement = Movement::none;
    CHECK(movementOf(kiosk.state, kiosk.world) == Movement::none);
}

TEST_CASE("Any touch but on \"start again\" answers that someone is there") {
    Kiosk kiosk;
    kiosk.happens(GlassTouched{}, 100);
    kiosk.happens(OpenItem{"coal"}, 100);
    kiosk.happens(Tick{}, 160);
    REQUIRE(kiosk.state.visit.asking);
    kiosk.happens(PressedOn{1, scene::nodeId("still:again"), true}, 165);
    CHECK(kiosk.state.visit.asking);
    kiosk.happens(LetGo{1}, 166);
    kiosk.happens(PressedOn{2, scene::nodeId("still")}, 167);
    CHECK_FALSE(kiosk.state.visit.asking);
}

TEST_CASE("The ring of the question moves by itself where that is cheap, else by the second") {
    Kiosk kiosk;
    kiosk.happens(GlassTouched{}, 100);
    kiosk.happens(OpenItem{"coal"}, 100);
    kiosk.happens(Tick{}, 160);
    CHECK(moving(kiosk.state, kiosk.world, 160));
    kiosk.world.movement = Movement::calm;
    CHECK_FALSE(moving(kiosk.state, kiosk.world, 160));
    CHECK(due(kiosk.state, kiosk.world) == 161);
}

TEST_CASE("Attract pictures change with less movement too, but not where pictures of the screens are taken") {
    content::Pack pack = smallPack();
    pack.attract.resize(2);
    const catalogue::Catalogue catalogue(std::move(pack));
    World world{catalogue, 60, 20, Movement::reduced};
    State state;
    CHECK(update(state, {Tick{}, attractHold + attractFade}, world).state.device.attract == 1);
    world.movement = Movement::none;
    CHECK(update(state, {Tick{}, attractHold + attractFade}, world).state.device.attract == 0);
    CHECK_FALSE(due(state, world));
}
