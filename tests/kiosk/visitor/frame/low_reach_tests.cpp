/// Low reach and the left hand: what they move, and what they leave.
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/session/session.hpp"
#include "tests/kiosk/visitor/kinds/film/film_stand.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"
#include "tests/kiosk/visitor/stops.hpp"
#include "tests/pages_of.hpp"

#include <functional>

using namespace schacht;
using namespace schacht::visitor;
using media::Phase;
using tests::FilmStand;

namespace {

/// A screen of the Limburg pack, and what its nodes mean.
View viewOf(const Stop& stop, Access access, bool upright = false, const std::string& language = "nl",
            Menu menu = Menu::none) {
    State state;
    state.visit.here = stop;
    state.visit.language = language;
    state.visit.access = access;
    state.visit.menu = menu;
    const auto glass = upright ? stage::screenFor(1080, 1920, 32) : stage::screenFor(1920, 1080, 32);
    if (auto* story = std::get_if<StoryState>(&state.visit.here.own)) {
        story->pages.jump(layout::pagePitch(glass.size) * static_cast<float>(story->leaf.page));
    }
    const auto& material = tests::limburg();
    const World world{material.catalogue(), 60, 20, Movement::none};
    text::Typesetter typesetter;
    Sketch sketch(state, material.catalogue(), material.words, material.theme, glass, typesetter, Movement::none);
    return view(sketch, world, 0);
}

base::Rect placeOf(const View& view, std::string_view id) {
    INFO(id);
    const auto found = nodeAt(view.scene.root, scene::nodeId(id));
    REQUIRE(found);
    return found->box;
}

std::vector<std::string> tooHigh(const View& view) {
    tests::Walk walk{{0, 0, view.scene.size.width, view.scene.size.height}, {}, {}};
    walk.visit(view.scene.root, {}, walk.screen);
    walk.faults.clear();
    tests::checkReach(walk);
    return walk.faults;
}

/// Where the words that begin so stand, else nothing.
std::optional<base::Rect> wordsAt(const View& view, std::string_view begin) {
    std::vector<std::pair<const scene::Node*, base::Rect>> all;
    tests::allOf(view.scene.root, {}, all);
    for (const auto& [node, box] : all) {
        if (std::holds_alternative<scene::TextPaint>(node->paint) && node->name.starts_with(begin)) {
            return box;
        }
    }
    return std::nullopt;
}

constexpr const char* ice = "first-ice-then-coal";
const Stop home = tests::screenAt(visitor::ScreenKind::home);
const Stop lowStory = tests::storyAt(ice);

} // namespace

TEST_CASE("without low reach something is too high on home, a theme, a story and in the menus") {
    CHECK_FALSE(tooHigh(viewOf(home, {}, true)).empty());
    CHECK_FALSE(tooHigh(viewOf(tests::screenAt(visitor::ScreenKind::theme, "mines"), {})).empty());
    CHECK_FALSE(tooHigh(viewOf(lowStory, {})).empty());
    CHECK_FALSE(tooHigh(viewOf(home, {}, false, "nl", Menu::language)).empty());
    CHECK_FALSE(tooHigh(viewOf(home, {}, false, "nl", Menu::access)).empty());
    CHECK_FALSE(tooHigh(viewOf(home, {}, false, "nl", Menu::sound)).empty());
}

TEST_CASE("low reach brings a film to the hand at every moment, its chapters and the sound too") {
    using Come = std::function<void(FilmStand&)>;
    for (const bool upright : {false, true}) {
        for (const Come& come :
             {Come([](FilmStand&) {}), Come([](FilmStand& s) { s.play(Phase::playing); }),
              Come([](FilmStand& s) { s.play(Phase::ended, 182); }), Come([](FilmStand& s) { s.play(Phase::failed); }),
              Come([](FilmStand& s) { s.play(Phase::playing), s.state.visit.menu = Menu::sound; }),
              Come([](FilmStand& s) { s.play(Phase::playing), s.state.visit.menu = Menu::chapters; })}) {
            auto stand = FilmStand::make();
            stand.state.device.house.access.lowReach = true;
            stand.glass = upright ? stage::screenFor(1080, 1920, 32) : stage::screenFor(1920, 1080, 32);
            come(stand);
            const auto faults = tooHigh(stand.view());
            INFO(upright << ": " << (faults.empty() ? "" : faults.front()));
            CHECK(faults.empty());
        }
    }
}

TEST_CASE("in low reach the whole of home's columns stands low, in one row or upright in two") {
    for (const bool upright : {false, true}) {
        const View view = viewOf(home, {.lowReach = true}, upright);
        std::set<float> tops;
        for (const auto& theme : tests::limburg().catalogue().pack().themes) {
            const base::Rect column = placeOf(view, "column:" + theme.id);
            CHECK(column.y >= .6F * view.scene.size.height - 1);
            tops.insert(column.y);
        }
        CHECK(tops.size() == (upright ? 2 : 1));
    }
}

TEST_CASE("in low reach a lamp in the foot opens the picture of a page that stands too high") {
    const std::string closer = std::string("closer:") + ice + ":0";
    const View ordinary = viewOf(lowStory, {});
    const View low = viewOf(lowStory, {.lowReach = true});
    CHECK(placeOf(ordinary, closer).y == 0);
    CHECK(placeOf(low, closer).y > 320);
    CHECK(std::holds_alternative<OpenPicture>(low.meanings.at(scene::nodeId(closer))));
}

TEST_CASE("in low reach a link that stands too high has a lamp that opens the same") {
    int lamps = 0;
    for (const auto& item : tests::limburg().catalogue().pack().items) {
        for (std::size_t page = 0; page < tests::pagesOf(item).size(); ++page) {
            const View low = viewOf(tests::storyAt(item.id, static_cast<int>(page)), {.textSize = 4, .lowReach = true});
            std::vector<std::pair<const scene::Node*, base::Rect>> all;
            tests::allOf(low.scene.root, {}, all);
            for (const auto& [node, box] : all) {
                const bool here = box.x > 0 && box.x < low.scene.size.width; // not on the next page
                if (node->role != scene::Role::link || !node->touch || node->touch->enabled || !here) {
                    continue;
                }
                const auto& to = std::get<OpenItem>(low.meanings.at(node->id)).id;
                const std::string id = "linked:" + item.id + ":" + std::to_string(page) + ":" + to;
                INFO(id << " " << box.x);
                REQUIRE(low.meanings.contains(scene::nodeId(id)));
                CHECK(std::get<OpenItem>(low.meanings.at(scene::nodeId(id))).id == to);
                ++lamps;
            }
        }
    }
    CHECK(lamps > 0);
}

TEST_CASE("for a left hand the foot's arrows stand at the left and the panes at the right; the words stay") {
    for (const bool upright : {false, true}) {
        const View right = viewOf(lowStory, {}, upright);
        const View left = viewOf(lowStory, {.leftHand = true}, upright);
        const float middle = right.scene.size.width / 2;
        const std::string next = std::string("next:") + ice;
        const std::string panes = std::string("foot:") + ice + ":dark:panes";
        CHECK(placeOf(right, next).x > middle);
        CHECK(placeOf(left, next).right() < middle);
        CHECK(placeOf(right, panes).x < middle);
        CHECK(placeOf(left, panes).right() > middle);
        CHECK(placeOf(left, next).y == placeOf(right, next).y);
        const std::string page = std::string("page:") + ice + ":0:0:text";
        CHECK(placeOf(left, page) == placeOf(right, page));
        const auto words = wordsAt(right, "Eerst ");
        REQUIRE(words);
        CHECK(wordsAt(left, "Eerst ") == words);
    }
}

TEST_CASE("for a left hand a shelf's arrows and a gallery's tools stand at the left") {
    const View theme = viewOf(tests::screenAt(visitor::ScreenKind::theme, "mines"), {.leftHand = true});
    CHECK(placeOf(theme, "shelf:on").right() < 100);
    const Stop pictures = tests::galleryAt("glass-and-brick", 1);
    const View right = viewOf(pictures, {});
    const View left = viewOf(pictures, {.leftHand = true});
    CHECK(placeOf(right, "look:next").x > 600);
    CHECK(placeOf(left, "look:next").right() < 100);
    CHECK(placeOf(left, "look:larger").right() < 354);
    CHECK(placeOf(left, "look:thumb:glass-and-brick:0").x > 354);
}

TEST_CASE("in a language from right to left the buttons are at the left already, and there is no switch for it") {
    const View usual = viewOf(lowStory, {}, false, "ar");
    const View left = viewOf(lowStory, {.leftHand = true}, false, "ar");
    const std::string next = std::string("next:") + ice;
    CHECK(placeOf(usual, next).right() < 100);
    CHECK(placeOf(left, next) == placeOf(usual, next));
    const auto there = [](const std::string& language) {
        return viewOf(home, {}, false, language, Menu::access).meanings.contains(scene::nodeId("access:left"));
    };
    CHECK(there("nl"));
    CHECK_FALSE(there("ar"));
}

TEST_CASE("a touch on the switches turns low reach and the left hand on and off, and reset forgets them") {
    for (const auto& [id, member] : {std::pair{"access:low", &Access::lowReach}, {"access:left", &Access::leftHand}}) {
        const View off = viewOf(home, {}, false, "nl", Menu::access);
        const Access on = std::get<ChooseAccess>(off.meanings.at(scene::nodeId(id))).access;
        CHECK(on.*member);
        const View again = viewOf(home, on, false, "nl", Menu::access);
        CHECK_FALSE(std::get<ChooseAccess>(again.meanings.at(scene::nodeId(id))).access.*member);
        State state;
        state.visit.access = on;
        const World world{tests::limburg().catalogue()};
        CHECK(accessOf(update(state, {ResetAccess{}, 1}, world).state) == Access{});
    }
}
