/// Pictures looked at closely: what a touch, a pinch and a key do to them.
#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/kit/credit_line.hpp"
#include "kiosk/visitor/kit/layout.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"
#include "kiosk/visitor/session/session.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

content::Picture pictureOf(const std::string& file) {
    content::Picture picture;
    picture.file = file;
    return picture;
}

content::Pack picturesPack() {
    content::Pack pack;
    pack.languages = {"nl"};
    content::Item gallery;
    gallery.id = "glass";
    gallery.kind = "gallery";
    gallery.body = content::Gallery{{pictureOf("a.jpg"), pictureOf("b.jpg"), pictureOf("c.jpg")}};
    pack.items.push_back(gallery);
    content::Item story;
    story.id = "ice";
    story.kind = "story";
    content::Story body{std::vector<content::Page>(4)};
    body.pages[0].picture = pictureOf("a.jpg");
    body.pages[2].picture = pictureOf("b.jpg");
    body.pages[3].picture = pictureOf("a.jpg");
    story.body = body;
    pack.items.push_back(story);
    return pack;
}

struct Beholder {
    catalogue::Catalogue catalogue{picturesPack()};
    World world{catalogue, 60, 20, Movement::full};
    State state = [] {
        State known;
        known.device.library.sizes = {{"a.jpg", base::Size{12000, 9000}}, {"b.jpg", base::Size{1600, 900}}};
        return known;
    }();
    base::Seconds now = 1;
    std::vector<stage::Effect> effects;

    void happens(Intent meaning) {
        auto change = update(state, {std::move(meaning), now}, world);
        state = std::move(change.state);
        effects = std::move(change.effects);
    }
    void waits(base::Seconds seconds) {
        now += seconds;
        happens(Tick{});
    }
    [[nodiscard]] Lens lens() const {
        return lensOf(state, tests::lookOf(state), catalogue.exhibits(*catalogue.item(state.visit.here.id)),
                      state.device.screen);
    }
    [[nodiscard]] Sight sight() const { return sightOf(tests::lookOf(state), lens(), now); }
    [[nodiscard]] std::vector<std::string> measured() const {
        std::vector<std::string> files;
        for (const auto& effect : effects) {
            if (const auto* measure = std::get_if<stage::MeasurePicture>(&effect)) {
                files.push_back(measure->file);
            }
        }
        return files;
    }
};

} // namespace

TEST_CASE("the pictures of a gallery, or of a story's pages, are shown once each") {
    const catalogue::Catalogue catalogue(picturesPack());
    CHECK(content::exhibitsOf(*catalogue.item("glass")).size() == 3);
    const auto story = content::exhibitsOf(*catalogue.item("ice"));
    REQUIRE(story.size() == 2);
    CHECK(story[1].picture->file == "b.jpg");
    CHECK(story[1].page == 2);
}

TEST_CASE("a gallery opens with its first picture, and asks for sizes that it does not know as they come near") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    CHECK(tests::whereIs(beholder.state.visit.here) == tests::whereIs(tests::galleryAt("glass")));
    CHECK(beholder.measured().empty()); // this one and the next are known
    beholder.happens(TurnPage{1});
    CHECK(beholder.measured() == std::vector<std::string>{"c.jpg"});
}

TEST_CASE("a picture of a story opens over its page, and Back leads to that page") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"ice"});
    beholder.happens(TurnPage{2});
    const auto seen = beholder.state.visit.seen["ice"];
    beholder.happens(OpenPicture{"ice", 1});
    CHECK(tests::whereIs(beholder.state.visit.here) == tests::whereIs(tests::pictureAt("ice", 1)));
    CHECK(beholder.state.visit.seen["ice"] == seen); // a picture is no page
    beholder.happens(GoBack{});
    CHECK(tests::whereIs(beholder.state.visit.here) == tests::whereIs(tests::storyAt("ice", 2)));
}

TEST_CASE("going through the pictures of a gallery is one step of the way back, and ends at both ends") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(TurnPage{-1});
    CHECK(visitor::leafAt(beholder.state.visit.here.own).page == 0);
    beholder.happens(TurnPage{1});
    beholder.happens(OpenPicture{"glass", 2});
    CHECK(visitor::leafAt(beholder.state.visit.here.own).page == 2);
    beholder.happens(OpenPicture{"glass", 7}); // there is none
    CHECK(visitor::leafAt(beholder.state.visit.here.own).page == 2);
    beholder.happens(GoBack{});
    CHECK(beholder.state.visit.here.kind == ScreenKind::home);
}

TEST_CASE("Back gives a picture back as closely as it was looked at, and in no hand") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(TurnPage{1});
    beholder.happens(Magnify{2});
    beholder.waits(1);
    beholder.happens(ToggleAside{});
    beholder.waits(1);
    const float goal = tests::lookOf(beholder.state).zoom.scale.goal();
    CHECK(goal > 1);
    beholder.happens(DragStarted{SurfaceOwner::closeLook, {100, 100}});
    beholder.happens(GoHome{});
    beholder.happens(GoBack{});
    const CloseLook& look = tests::lookOf(beholder.state);
    CHECK(look.number == 1);
    CHECK(look.aside);
    CHECK_FALSE(look.grip);
    CHECK_FALSE(look.zoom.moving(beholder.now));
    CHECK(look.zoom.scale.position(beholder.now) == Approx(goal));
}

TEST_CASE("after the last picture of a gallery comes what goes with it, after a story's its page") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(OpenPicture{"glass", 2});
    beholder.happens(TurnPage{1});
    CHECK(beholder.state.visit.here.kind == ScreenKind::end);
    beholder.happens(GoBack{});
    CHECK(tests::whereIs(beholder.state.visit.here) == tests::whereIs(tests::galleryAt("glass", 2)));
    beholder.happens(OpenPicture{"ice", 1});
    beholder.happens(TurnPage{1});
    CHECK(tests::whereIs(beholder.state.visit.here) == tests::whereIs(tests::pictureAt("ice", 1)));
}

TEST_CASE("touches on plus add up, and all of it is a touch away") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(Magnify{1});
    beholder.now += .05;
    beholder.happens(Magnify{1}); // before the first has come to its end
    beholder.waits(1);
    CHECK(beholder.sight().scale == Approx(1.6 * 1.6));
    CHECK_FALSE(moving(beholder.state, beholder.world, beholder.now));
    for (int i = 0; i < 9; ++i) {
        beholder.happens(Magnify{1});
    }
    beholder.waits(1);
    CHECK(beholder.sight().scale == Lens::nearest);
    beholder.happens(Magnify{0});
    beholder.waits(1);
    CHECK(beholder.sight().scale == 1);
    beholder.happens(Magnify{-1});
    beholder.waits(1);
    CHECK(beholder.sight().scale == 1);
}

TEST_CASE("a picture that is thrown glides, and stops at its edge") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(PinchStarted{visitor::SurfaceOwner::closeLook, {350, 150}});
    beholder.happens(PinchMoved{visitor::SurfaceOwner::closeLook, {350, 150}, 4});
    CHECK(beholder.sight().scale == Approx(4));
    const float before = beholder.sight().at.x;
    beholder.happens(DragDone{visitor::SurfaceOwner::closeLook, {}, {-1000, 0}, false});
    CHECK(moving(beholder.state, beholder.world, beholder.now));
    beholder.waits(2);
    CHECK(beholder.sight().at.x > before + .05F);
    for (int i = 0; i < 5; ++i) {
        beholder.happens(PinchStarted{visitor::SurfaceOwner::closeLook, {350, 150}});
        beholder.happens(DragDone{visitor::SurfaceOwner::closeLook, {}, {-2500, 0}, false});
        beholder.waits(2);
    }
    CHECK(beholder.lens().place(beholder.sight()).right() == Approx(708).margin(.3));
}

TEST_CASE("a picture that was pinched below the whole comes back to it") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(PinchStarted{visitor::SurfaceOwner::closeLook, {350, 150}});
    beholder.happens(PinchMoved{visitor::SurfaceOwner::closeLook, {350, 150}, .3F});
    CHECK(beholder.sight().scale < 1);
    beholder.happens(PinchDone{visitor::SurfaceOwner::closeLook});
    beholder.waits(1);
    CHECK(beholder.sight().scale == 1);
}

TEST_CASE("a finger that catches a gliding picture finds it where it was") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(PinchStarted{visitor::SurfaceOwner::closeLook, {350, 150}});
    beholder.happens(PinchMoved{visitor::SurfaceOwner::closeLook, {350, 150}, 5});
    beholder.happens(DragDone{visitor::SurfaceOwner::closeLook, {}, {-2000, 300}, false});
    beholder.now += .1;
    const Sight gliding = beholder.sight();
    beholder.happens(SurfaceCaught{SurfaceOwner::closeLook});
    CHECK(beholder.sight().at == gliding.at);
    beholder.happens(PinchStarted{visitor::SurfaceOwner::closeLook, {100, 100}});
    CHECK(beholder.sight().at == gliding.at);
    beholder.now += 1;
    CHECK(beholder.sight().at == gliding.at);
}

TEST_CASE("the small map leads to the part that was touched") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(Magnify{4});
    beholder.waits(1);
    beholder.happens(Slid{visitor::SurfaceOwner::closeLook, .7F, true, .4F});
    CHECK(beholder.sight().at == base::Point{.7F, .4F});
    beholder.happens(Slid{visitor::SurfaceOwner::closeLook, 1, true, 1});
    CHECK(beholder.sight().at.x < .95F); // its corner stands in the frame's
}

TEST_CASE("arrows move the part that the small map shows, and lead on from its edge") {
    const kiosk::Material& material = tests::limburg();
    Session session(material.catalogue(), material.words, material.theme, {"nl"});
    text::Typesetter typesetter;
    const stage::Screen glass = stage::screenFor(1920, 1080, 32);
    base::Seconds now = 1;
    session.intend(JumpTo{tests::galleryAt("glass-and-brick")}, now);
    const auto arrow = [&] { // what it means
        session.intend(FocusOn{scene::nodeId("look:map")}, now);
        (void)tests::shown(session, glass, typesetter, now);
        std::string last;
        for (const auto& effect : session.happen(input::Key{input::Key::Code::right, now})) {
            if (const auto* report = std::get_if<stage::TraceLine>(&effect);
                report != nullptr && report->event == "intent") {
                last = std::get<std::string>(report->fields.front().second);
            }
        }
        return last;
    };
    CHECK(arrow() == "FocusOn"); // all of the picture is seen
    session.intend(Magnify{3}, now);
    now += 1;
    (void)session.happen(stage::TimePassed{now});
    CHECK(arrow() == "Slid");
    int steps = 1;
    while (steps < 20 && arrow() == "Slid") {
        ++steps;
    }
    CHECK(steps < 10);
}

TEST_CASE("each picture begins as a whole, with its words") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(Magnify{2});
    beholder.happens(ToggleAside{});
    beholder.waits(1);
    CHECK(tests::lookOf(beholder.state).aside);
    beholder.happens(TurnPage{1});
    CHECK(beholder.sight().scale == 1);
    CHECK_FALSE(tests::lookOf(beholder.state).aside);
}

TEST_CASE("where the words give way a picture glides from where it is, and back") {
    Beholder beholder;
    beholder.state.device.screen = {398, 708};
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    const auto top = [&] { return beholder.lens().place(beholder.sight()).y; };
    const float before = top();
    beholder.happens(ToggleAside{});
    CHECK(top() == Approx(before).margin(.5));
    beholder.waits(1);
    CHECK(top() > before + 20); // it stands in the middle of the whole stage now
    const float aside = top();
    beholder.happens(ToggleAside{});
    CHECK(top() == Approx(aside).margin(.5));
    beholder.waits(1);
    CHECK(top() == Approx(before).margin(.5));
}

TEST_CASE("a finger that held a picture holds nothing of the next one, nor of one that plus has taken over") {
    Beholder beholder;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(PinchStarted{visitor::SurfaceOwner::closeLook, {350, 150}});
    beholder.happens(OpenPicture{"glass", 1});
    beholder.happens(PinchMoved{visitor::SurfaceOwner::closeLook, {200, 150}, 3});
    beholder.happens(DragDone{visitor::SurfaceOwner::closeLook, {}, {-2000, 0}, false});
    CHECK_FALSE(moving(beholder.state, beholder.world, beholder.now));
    CHECK(beholder.sight().scale == 1);
    beholder.happens(PinchStarted{visitor::SurfaceOwner::closeLook, {350, 150}});
    beholder.happens(Magnify{1});
    beholder.waits(1);
    beholder.happens(PinchMoved{visitor::SurfaceOwner::closeLook, {300, 150}, 1});
    CHECK(beholder.sight().scale == Approx(1.6));
}

TEST_CASE("with less movement a picture is nearer at once") {
    Beholder beholder;
    beholder.state.device.house.access.reducedMotion = true;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    beholder.happens(Magnify{1});
    CHECK_FALSE(moving(beholder.state, beholder.world, beholder.now));
    CHECK(beholder.sight().scale == Approx(1.6));
}

TEST_CASE("in high contrast no word lies on a picture") {
    Beholder beholder;
    beholder.state.device.house.access.contrast = true;
    beholder.happens(Begin{""});
    beholder.happens(OpenItem{"glass"});
    CHECK(beholder.lens().frame.height == beholder.lens().clear);
    CHECK(beholder.lens().place(beholder.sight()).bottom() <= beholder.lens().clear + .01F);
}

TEST_CASE("a licence has the name that it is known by") {
    CHECK(licenceName("https://creativecommons.org/licenses/by-sa/4.0/") == "CC BY-SA 4.0");
    CHECK(licenceName("https://creativecommons.org/publicdomain/zero/1.0/") == "CC0 1.0");
    CHECK(licenceName("https://creativecommons.org/publicdomain/mark/1.0/") == "Public Domain Mark 1.0");
    CHECK(licenceName("http://rightsstatements.org/vocab/InC/1.0/").empty());
}

TEST_CASE("a file's credit is its own, else its nearest folder's") {
    content::Pack pack;
    pack.credits["media/"] = {"all", "drawn", "", "", {}};
    pack.credits["media/films/"] = {"films", "filmed", "", "", {}};
    pack.credits["media/films/a.webm"] = {"one", "filmed", "", "", {}};
    CHECK(content::creditOf(pack, "media/films/a.webm")->maker == "one");
    CHECK(content::creditOf(pack, "media/films/b.webm")->maker == "films");
    CHECK(content::creditOf(pack, "media/b.svg")->maker == "all");
    CHECK(content::creditOf(pack, "else/b.svg") == nullptr);
}
