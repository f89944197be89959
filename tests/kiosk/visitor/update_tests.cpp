#include "kiosk/visitor/layout.hpp"
#include "kiosk/visitor/update.hpp"
#include "tests/catch.hpp"

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
    return pack;
}

struct Kiosk {
    catalogue::Catalogue catalogue{smallPack()};
    World world{catalogue, {708, 398}};
    State state;
    void happens(Meaning meaning, base::Seconds now) { state = update(state, {std::move(meaning), now}, world).state; }
};

} // namespace

TEST_CASE("A touch on the attract screen begins at home in the language that was touched") {
    Kiosk kiosk;
    kiosk.happens(Begin{"en"}, 1);
    CHECK(kiosk.state.here.kind == ScreenKind::home);
    CHECK(kiosk.state.language == "en");
}

TEST_CASE("Back goes one step, to where one was") {
    Kiosk kiosk;
    kiosk.happens(Begin{""}, 1);
    kiosk.happens(OpenTheme{"mines"}, 2);
    kiosk.happens(OpenItem{"lamp"}, 3);
    kiosk.happens(GoBack{}, 4);
    CHECK(kiosk.state.here == Stop{ScreenKind::theme, "mines", 0, 0});
    kiosk.happens(GoBack{}, 5);
    CHECK(kiosk.state.here.kind == ScreenKind::home);
}

TEST_CASE("After the last page comes the end of the story") {
    Kiosk kiosk;
    kiosk.happens(OpenItem{"coal"}, 1);
    kiosk.happens(TurnPage{1}, 2);
    kiosk.happens(TurnPage{1}, 3);
    CHECK(kiosk.state.here.page == 2);
    kiosk.happens(TurnPage{1}, 4);
    CHECK(kiosk.state.here.kind == ScreenKind::end);
    CHECK(kiosk.state.seen.at("coal").size() == 3);
}

TEST_CASE("A throw turns one page, however hard") {
    Kiosk kiosk;
    kiosk.happens(OpenItem{"coal"}, 1);
    kiosk.happens(DragBegan{layout::pagesNode}, 2);
    kiosk.happens(DragMoved{layout::pagesNode, -60}, 2.05);
    kiosk.happens(DragDone{layout::pagesNode, -60, -2500, false}, 2.06);
    CHECK(kiosk.state.here.page == 1);
}

TEST_CASE("A page dragged less than 22 % of the stage and not thrown goes back") {
    Kiosk kiosk;
    kiosk.happens(OpenItem{"coal"}, 1);
    kiosk.happens(DragBegan{layout::pagesNode}, 2);
    kiosk.happens(DragMoved{layout::pagesNode, -100}, 3);
    kiosk.happens(DragDone{layout::pagesNode, -100, 0, false}, 4);
    CHECK(kiosk.state.here.page == 0);
    CHECK(kiosk.state.pages.goal() == 0);
}

TEST_CASE("A visit without a touch for 60 s is asked, and forgotten 20 s later") {
    Kiosk kiosk;
    kiosk.happens(Touched{}, 100);
    kiosk.happens(Begin{"en"}, 100);
    kiosk.happens(OpenItem{"coal"}, 100);
    kiosk.happens(Tick{}, 159);
    CHECK_FALSE(kiosk.state.asking);
    kiosk.happens(Tick{}, 160);
    CHECK(kiosk.state.asking);
    kiosk.happens(Tick{}, 179);
    CHECK(kiosk.state.here.kind == ScreenKind::story);
    kiosk.happens(Tick{}, 180);
    CHECK(kiosk.state.here.kind == ScreenKind::attract);
    CHECK(kiosk.state.language.empty());
    CHECK(kiosk.state.seen.empty());
    CHECK(kiosk.state.history.empty());
}

TEST_CASE("An answer to the question goes on with the visit") {
    Kiosk kiosk;
    kiosk.happens(Touched{}, 100);
    kiosk.happens(OpenItem{"coal"}, 100);
    kiosk.happens(Tick{}, 160);
    kiosk.happens(Touched{}, 170);
    kiosk.happens(StayHere{}, 170);
    kiosk.happens(Tick{}, 181);
    CHECK(kiosk.state.here.kind == ScreenKind::story);
    CHECK_FALSE(kiosk.state.asking);
}

TEST_CASE("A shelf always rests at a card or at its end") {
    const auto shelf = layout::shelf(6, {708, 398});
    CHECK(shelf.nearest(0) == 0);
    CHECK(shelf.nearest(1e6F) == shelf.reach);
    CHECK(shelf.step(0, 1) == Approx(shelf.starts[1] - layout::margin));
    CHECK(shelf.step(shelf.reach, 1) == shelf.reach);
    CHECK(shelf.step(0, -1) == 0);
}
