/// A film's screen, from its poster to its end.
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"
#include "tests/kiosk/visitor/kinds/film/film_stand.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"

#include <functional>

using namespace schacht;
using namespace schacht::visitor;
using media::Phase;
using tests::FilmStand;

namespace {

struct Moment {
    const char* name;
    std::function<void(FilmStand&)> come;
};

const std::vector<Moment> moments{
    {"poster", [](FilmStand&) {}},
    {"poster, opened", [](FilmStand& s) { s.play(Phase::paused, 0).started = false; }},
    {"opening", [](FilmStand& s) { s.play(Phase::opening, 0), s.now += 1; }},
    {"playing", [](FilmStand& s) { s.play(Phase::playing); }},
    {"alone", [](FilmStand& s) { s.play(Phase::playing), s.state.visit.lastGlass -= controlsStay; }},
    {"paused", [](FilmStand& s) { s.play(Phase::paused); }},
    {"length unknown", [](FilmStand& s) { s.play(Phase::playing).report.length = 0; }},
    {"silent", [](FilmStand& s) { s.play(Phase::playing).report.silent = true; }},
    {"ended", [](FilmStand& s) { s.play(Phase::ended, 182); }},
    {"failed", [](FilmStand& s) { s.play(Phase::failed); }},
    {"sliding",
     [](FilmStand& s) {
         s.play(Phase::playing), s.state.visit.sliding = Sliding{visitor::SurfaceOwner::playback, .4F};
     }},
    {"sound over the poster", [](FilmStand& s) { s.state.visit.menu = Menu::sound; }},
    {"sound", [](FilmStand& s) { s.play(Phase::playing), s.state.visit.menu = Menu::sound; }},
    {"chapters", [](FilmStand& s) { s.play(Phase::playing), s.state.visit.menu = Menu::chapters; }},
    {"language", [](FilmStand& s) { s.play(Phase::playing), s.state.visit.menu = Menu::language; }}};

const scene::Node* find(const scene::Node& tree, std::string_view id) {
    const auto found = nodeAt(tree, scene::nodeId(id));
    return found ? found->node : nullptr;
}

bool showsFilm(const scene::Node& node) {
    return std::holds_alternative<scene::FilmPaint>(node.paint) ||
           std::any_of(node.children.begin(), node.children.end(), showsFilm);
}

bool says(const scene::Node& node, const std::string& words) {
    return node.name.find(words) != std::string::npos ||
           std::any_of(node.children.begin(), node.children.end(),
                       [&](const auto& child) { return says(child, words); });
}

} // namespace

TEST_CASE("a film's screen has large, separate, named targets and whole texts at every moment, in every size") {
    const int size = GENERATE(1, 2, 3, 4);
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}, std::pair{3840, 2160}}) {
        for (const std::string language : {"nl", "en", "fr", "de", "it", "tr", "ar"}) {
            auto stand = FilmStand::make();
            stand.glass = stage::screenFor(width, height, 32);
            stand.state.visit.language = language;
            stand.state.device.house.access.textSize = size;
            const FilmStand before = stand;
            for (const Moment& moment : moments) {
                stand = before;
                moment.come(stand);
                const View view = stand.view();
                tests::Walk walk{{0, 0, stand.glass.size.width, stand.glass.size.height}, {}, {}};
                walk.visit(view.scene.root, {}, walk.screen);
                tests::checkTargets(walk);
                INFO(moment.name << " in size " << size << " in " << language << " at " << width << "x" << height
                                 << ": " << (walk.faults.empty() ? "" : walk.faults.front()));
                CHECK(walk.faults.empty());
                CHECK(!walk.targets.empty());
            }
        }
    }
}

TEST_CASE("a poster plays where it is touched, and offers only what the film has") {
    auto stand = FilmStand::make();
    View view = stand.view();
    CHECK(std::holds_alternative<TogglePlay>(view.meanings.at(scene::nodeId("film:poster"))));
    CHECK(std::holds_alternative<TogglePlay>(view.meanings.at(scene::nodeId("film:play"))));
    CHECK(view.meanings.contains(scene::nodeId("film:captions")));
    CHECK(view.meanings.contains(scene::nodeId("film:signs")));
    CHECK(view.meanings.contains(scene::nodeId("film:described")));
    content::Pack pack = stand.material->catalogue().pack();
    auto& body = std::get<content::Film>(pack.items.back().body);
    body.captions.clear();
    body.signs.clear();
    body.described.clear();
    stand.material->items = std::make_unique<catalogue::Catalogue>(std::move(pack));
    view = stand.view();
    CHECK_FALSE(view.meanings.contains(scene::nodeId("film:captions")));
    CHECK_FALSE(view.meanings.contains(scene::nodeId("film:signs")));
    CHECK_FALSE(view.meanings.contains(scene::nodeId("film:described")));
}

TEST_CASE("a poster says how long the film is once that is known") {
    auto stand = FilmStand::make();
    CHECK(says(stand.view().scene.root, "Film"));
    CHECK_FALSE(says(stand.view().scene.root, " min"));
    stand.play(Phase::paused, 0).started = false;
    CHECK(says(stand.view().scene.root, "Film · 3 min"));
}

TEST_CASE("the controls and the bar leave a film alone after four seconds") {
    auto stand = FilmStand::make();
    stand.play(Phase::playing);
    View view = stand.view();
    CHECK(find(view.scene.root, "film:controls") != nullptr);
    CHECK(find(view.scene.root, "bar") != nullptr);
    stand.state.visit.lastGlass = stand.now - controlsStay;
    view = stand.view();
    CHECK(find(view.scene.root, "film:controls") == nullptr);
    CHECK(find(view.scene.root, "bar") == nullptr);
    const auto glass = nodeAt(view.scene.root, scene::nodeId("film:glass"));
    REQUIRE(glass);
    CHECK(glass->box == base::Rect{0, 0, stand.glass.size.width, stand.glass.size.height});
    CHECK(std::holds_alternative<GlassTouched>(view.meanings.at(scene::nodeId("film:glass"))));
}

TEST_CASE("the controls stay under a finger, and four seconds after it has let go") {
    auto stand = FilmStand::make();
    stand.play(Phase::playing);
    const World world{stand.material->catalogue()};
    const auto after = [&](Intent meaning, base::Seconds later) {
        stand.state = update(stand.state, {std::move(meaning), stand.now + later}, world).state;
        return controlsShown(stand.state);
    };
    CHECK(after(PressedOn{1, scene::nodeId("track")}, 0));
    CHECK(after(Tick{}, 9));
    CHECK(after(LetGo{1}, 10));
    CHECK(after(Tick{}, 13.9));
    CHECK_FALSE(after(Tick{}, 14));
    CHECK(after(Slid{visitor::SurfaceOwner::playback, .5F, false}, 20));
    CHECK(after(Slid{visitor::SurfaceOwner::playback, .5F, true}, 30));
    stand.play(Phase::playing);
    CHECK(after(Tick{}, 33.9));
    CHECK_FALSE(after(Tick{}, 34));
}

TEST_CASE("upright, a film keeps its controls and the bar") {
    auto stand = FilmStand::make();
    stand.glass = stage::screenFor(1080, 1920, 32);
    stand.play(Phase::playing);
    stand.state.visit.lastGlass = 0;
    const View view = stand.view();
    CHECK(find(view.scene.root, "film:controls") != nullptr);
    CHECK(find(view.scene.root, "bar") != nullptr);
}

TEST_CASE("a film fills the glass pixel for pixel") {
    auto stand = FilmStand::make();
    stand.play(Phase::playing);
    const View view = stand.view();
    const auto film = nodeAt(view.scene.root, scene::nodeId("film:picture"));
    REQUIRE(film);
    CHECK(film->box.width * stand.glass.pixelsPerMillimetre == Approx(1920));
    CHECK(film->box.height * stand.glass.pixelsPerMillimetre == Approx(1080));
}

TEST_CASE("a film's time runs from left to right in every language") {
    auto stand = FilmStand::make();
    stand.play(Phase::playing, 0).report.position = 45.5; // a quarter
    for (const std::string language : {"nl", "ar"}) {
        stand.state.visit.language = language;
        const View view = stand.view();
        const auto track = nodeAt(view.scene.root, scene::nodeId("track"));
        const auto knob = nodeAt(view.scene.root, scene::nodeId("film:knob"));
        REQUIRE(track);
        REQUIRE(knob);
        CHECK((knob->box.centre().x - track->box.x) / track->box.width == Approx(.25).margin(.001));
    }
}

TEST_CASE("a knob that is held says the time and the part of the film where it would let go") {
    auto stand = FilmStand::make();
    stand.play(Phase::playing, 10);
    CHECK(find(stand.view().scene.root, "film:preview") == nullptr);
    stand.state.visit.sliding = Sliding{visitor::SurfaceOwner::playback, .5F};
    const View view = stand.view();
    const auto* shown = find(view.scene.root, "film:preview");
    REQUIRE(shown != nullptr);
    CHECK(shown->name == "1:31, Vijftig jaar in drie ploegen");
}

TEST_CASE("a film that cannot be shown keeps its poster and says so, without a lamp to play it") {
    auto stand = FilmStand::make();
    stand.play(Phase::failed);
    const View view = stand.view();
    CHECK_FALSE(showsFilm(view.scene.root));
    CHECK(find(view.scene.root, "film:play") == nullptr);
    CHECK(says(view.scene.root, "De laatste auto"));
    CHECK(says(view.scene.root, "Deze film kan nu niet worden getoond."));
}

TEST_CASE("a film that has ended offers itself again and what is next") {
    auto stand = FilmStand::make();
    stand.play(Phase::ended, 182);
    const View view = stand.view();
    CHECK(std::holds_alternative<TogglePlay>(view.meanings.at(scene::nodeId("film:again"))));
    const auto* cards = find(view.scene.root, "shelf");
    REQUIRE(cards != nullptr);
    CHECK(cards->children.size() >= 3);
    CHECK(find(view.scene.root, "film:controls") == nullptr);
}

TEST_CASE("a lamp says that a film is coming once a visitor has waited for 300 ms") {
    auto stand = FilmStand::make();
    stand.play(Phase::opening, 0);
    stand.now = stand.state.visit.lastGlass + .2;
    CHECK(find(stand.view().scene.root, "film:waits") == nullptr);
    stand.now = stand.state.visit.lastGlass + .3;
    CHECK(find(stand.view().scene.root, "film:waits") != nullptr);
    stand.play(Phase::playing);
    CHECK(find(stand.view().scene.root, "film:waits") == nullptr);
}

TEST_CASE("the lamp of a film that is coming breathes only where everything may move") {
    auto stand = FilmStand::make();
    stand.play(Phase::opening, 0);
    const auto light = [&](Movement movement, base::Seconds after) {
        stand.movement = movement;
        stand.now = stand.state.visit.lastGlass + after;
        const View view = stand.view();
        const auto* lamp = find(view.scene.root, "film:waits:lamp");
        REQUIRE(lamp != nullptr);
        return lamp->alpha;
    };
    CHECK(light(Movement::full, .4) == Approx(.55));
    CHECK(light(Movement::full, 1.2) == Approx(.35));
    CHECK(light(Movement::calm, .4) == Approx(light(Movement::calm, 1.2)));
}

TEST_CASE("the seven panes of the volume are where their levels are") {
    auto stand = FilmStand::make();
    stand.state.visit.menu = Menu::sound;
    const View view = stand.view();
    const auto volume = nodeAt(view.scene.root, scene::nodeId("volume"));
    REQUIRE(volume);
    REQUIRE(volume->node->touch);
    CHECK(volume->node->touch->slider == input::Axes::vertical);
    REQUIRE(volume->node->children.size() == volumeSteps);
    for (int i = 0; i < volumeSteps; ++i) {
        const base::Rect pane = volume->node->children[static_cast<std::size_t>(i)].box;
        const float share = (volume->box.height - pane.centre().y) / volume->box.height;
        CHECK(std::lround(share * volumeSteps) == i + 1);
    }
}

TEST_CASE("where there is no sound device the bar says so") {
    auto stand = FilmStand::make();
    stand.play(Phase::playing);
    CHECK(find(stand.view().scene.root, "bar:sound")->name == "Geluid");
    stand.play(Phase::playing).report.silent = true;
    const View view = stand.view();
    const auto* part = find(view.scene.root, "bar:sound");
    CHECK(part->name == "Geen geluid");
    CHECK_FALSE(part->touch->enabled);
}

TEST_CASE("a part of a film is heard from its start, and the one that plays is marked") {
    auto stand = FilmStand::make();
    stand.play(Phase::playing, 50);
    stand.state.visit.menu = Menu::chapters;
    const View view = stand.view();
    const auto& meaning = view.meanings.at(scene::nodeId("film:chapter:2"));
    REQUIRE(std::holds_alternative<HearFrom>(meaning));
    CHECK(std::get<HearFrom>(meaning).at == 130);
    const auto mark = [&](std::string_view id) { return find(view.scene.root, id)->children.front().box.height; };
    CHECK(mark("film:chapter:1") > mark("film:chapter:0"));
}
