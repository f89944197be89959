/// From an item to what goes with it, and to the people and places that it is about.
#include "kiosk/commands/screens.hpp"
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"
#include "kiosk/visitor/parts/shelf/subjects.hpp"
#include "tests/kiosk/visitor/kinds/film/film_stand.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <set>

using namespace schacht;
using namespace schacht::visitor;
using catalogue::Subject;
using tests::FilmStand;

namespace {

content::Pack placedPack() {
    content::Pack pack;
    pack.languages = {"nl"};
    for (const char* id : {"a", "b", "c", "d", "e", "lamp"}) {
        content::Item item;
        item.id = id;
        item.kind = "story";
        item.places = {"lamp"};
        item.body = content::Story{std::vector<content::Page>(1)};
        pack.items.push_back(item);
    }
    pack.items.back().places.clear();
    content::Item voice;
    voice.id = "voice";
    voice.kind = "oral-history";
    voice.body = content::OralHistory{};
    pack.items.push_back(voice);
    pack.places["lamp"].name = content::LanguageMap("De Lamp");
    pack.places["nowhere"].name = content::LanguageMap("Nergens");
    return pack;
}

struct Visitor {
    catalogue::Catalogue catalogue{placedPack()};
    World world{catalogue};
    State state;
    void happens(Intent meaning) { state = update(state, {std::move(meaning), 1}, world).state; }
};

const Subject lampPlace{Subject::Kind::place, "lamp"};

std::vector<std::string> faultsOf(const View& view) {
    const base::Size size = view.scene.size;
    tests::Walk walk{{0, 0, size.width, size.height}, {}, {}};
    walk.visit(view.scene.root, {}, walk.screen);
    checkTargets(walk);
    checkTexts(walk);
    return walk.faults;
}

/// The name of a node, "" where it is not there.
std::string nameAt(const View& view, const std::string& id) {
    const auto found = nodeAt(view.scene.root, scene::nodeId(id));
    return found ? found->node->name : "";
}

/// Calls `check` for both orientations, every size of text, and every language of the pack and the interface.
template <class Check>
void everywhere(FilmStand& stand, Check check) {
    auto languages = stand.material->catalogue().pack().languages;
    languages.emplace_back("ar");
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        stand.glass = stage::screenFor(width, height, 32);
        for (const std::string& language : languages) {
            stand.state.visit.language = language;
            for (int size = 1; size <= textSizes; ++size) {
                stand.state.device.house.access.textSize = size;
                INFO(language << " at " << width << "x" << height << " in size " << size);
                check();
            }
        }
    }
}

} // namespace

TEST_CASE("A lamp opens its place, an item opens from there, and Back leads the way back, with the shelf as it was") {
    Visitor session;
    session.happens(OpenItem{"a"});
    session.happens(TurnPage{1});
    session.happens(OpenSubject{lampPlace});
    CHECK(tests::whereIs(session.state.visit.here) ==
          tests::whereIs(tests::screenAt(visitor::ScreenKind::place, "lamp")));
    session.happens(StepShelf{1});
    const float moved = session.state.visit.here.shelf.goal();
    CHECK(moved > 0);
    session.happens(OpenItem{"b"});
    session.happens(GoBack{});
    CHECK(tests::whereIs(session.state.visit.here) ==
          tests::whereIs(tests::screenAt(visitor::ScreenKind::place, "lamp")));
    CHECK(session.state.visit.here.shelf.goal() == moved);
    session.happens(GoBack{});
    CHECK(tests::whereIs(session.state.visit.here) == tests::whereIs(tests::screenAt(visitor::ScreenKind::end, "a")));
}

TEST_CASE("A place has its own shelf, also where an item has its id") {
    Visitor session;
    CHECK(shelvedAt(tests::screenAt(visitor::ScreenKind::place, "lamp"), session.catalogue).size() == 5);
    CHECK(shelvedAt(tests::screenAt(visitor::ScreenKind::person, "lamp"), session.catalogue).empty());
    const auto related = shelvedAt(tests::screenAt(visitor::ScreenKind::end, "lamp"), session.catalogue);
    REQUIRE(related.size() == layout::relatedCards);
    CHECK(related.front().item->id == "voice");
}

TEST_CASE("A place that nothing is about is not opened") {
    Visitor session;
    session.happens(Begin{""});
    session.happens(OpenSubject{{Subject::Kind::place, "nowhere"}});
    session.happens(OpenSubject{{Subject::Kind::person, "lamp"}});
    CHECK(session.state.visit.here.kind == ScreenKind::home);
}

TEST_CASE("A voice leads on to what goes with it, and from there to the voice again") {
    Visitor session;
    session.happens(OpenItem{"voice"});
    session.happens(TurnPage{-1});
    CHECK(visitor::nameOf(session.state.visit.here) == "oral-history");
    session.happens(TurnPage{1});
    CHECK(tests::whereIs(session.state.visit.here) ==
          tests::whereIs(tests::screenAt(visitor::ScreenKind::end, "voice")));
    session.happens(ReadAgain{});
    CHECK(tests::whereIs(session.state.visit.here) == tests::whereIs(tests::voiceAt("voice")));
}

TEST_CASE("A card tells why it stands at the end of an item, and says it aloud") {
    auto stand = FilmStand::make();
    stand.state.visit.here = tests::screenAt(visitor::ScreenKind::end, "five-churches");
    const auto dutch = stand.view();
    CHECK_THAT(nameAt(dutch, "card:seven-lights"), ContainsSubstring("ook over Zwartberg"));
    stand.state.visit.language = "tr";
    CHECK_THAT(nameAt(stand.view(), "card:seven-lights"), ContainsSubstring("bu da Zwartberg hakkında"));
    stand.state.visit.here = tests::screenAt(visitor::ScreenKind::theme, "mines");
    CHECK_THAT(nameAt(stand.view(), "card:seven-lights"), !ContainsSubstring("hakkında"));
}

TEST_CASE("What two items share is told in words: a person, a place, a year, a theme, or nothing") {
    auto stand = FilmStand::make();
    const auto& material = *stand.material;
    const Sketch sketch(stand.state, material.catalogue(), material.words, material.theme, stand.glass,
                        *stand.typesetter, Movement::none);
    CHECK(whyWords(sketch, Subject{Subject::Kind::person, "andre-dumont"}) == "ook over André Dumont");
    CHECK(whyWords(sketch, Subject{Subject::Kind::place, "eisden"}) == "ook over Eisden");
    CHECK(whyWords(sketch, catalogue::SameYears{1966}) == "ook rond 1966");
    CHECK(whyWords(sketch, catalogue::SameYears{-43}).empty());
    CHECK(whyWords(sketch, catalogue::SameTheme{"mines"}) == "ook bij “De mijn”");
    CHECK(whyWords(sketch, {}).empty());
}

TEST_CASE("Every person and place of the pack is a touch away from the end of an item, however large the words are") {
    auto stand = FilmStand::make();
    stand.state.device.house.access.textSize = textSizes;
    const auto& catalogue = stand.material->catalogue();
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        stand.glass = stage::screenFor(width, height, 32);
        std::set<std::pair<Subject::Kind, std::string>> reached;
        for (const auto& screen : kiosk::everyScreen(catalogue)) {
            stand.state.visit.here = screen.stop;
            for (const auto& [node, meaning] : stand.view().meanings) {
                if (const auto* open = std::get_if<OpenSubject>(&meaning)) {
                    reached.emplace(open->subject.kind, open->subject.id);
                }
            }
        }
        for (const Subject& subject : catalogue.relations().subjects()) {
            INFO(subject.id << " at " << width << "x" << height);
            CHECK(reached.contains({subject.kind, subject.id}));
        }
    }
}

TEST_CASE("The screen of a person has the name, what the pack says, and a card for each item") {
    auto stand = FilmStand::make();
    stand.state.visit.here = tests::screenAt(visitor::ScreenKind::person, "andre-dumont");
    const auto view = stand.view();
    const auto& people = stand.material->catalogue().pack().people;
    const auto person = people.find("andre-dumont");
    REQUIRE(person != people.end());
    const auto inDutch = [](const content::LanguageMap& map) { return std::string(map.find("nl", {}).words); };
    CHECK(view.scene.title == inDutch(person->second.name));
    std::vector<std::pair<const scene::Node*, base::Rect>> all;
    tests::allOf(view.scene.root, {}, all);
    const auto says = [&](const std::string& words) {
        return std::any_of(all.begin(), all.end(), [&](const auto& shown) { return shown.first->name == words; });
    };
    CHECK(says(inDutch(person->second.summary)));
    CHECK(says("2 verhalen"));
    CHECK_FALSE(nameAt(view, "card:first-ice-then-coal").empty());
    CHECK_FALSE(nameAt(view, "card:last-coal").empty());
    CHECK(nameAt(view, "card:zwartberg-1966").empty());
}

TEST_CASE("A place that the pack says nothing of, with one item, shows that item and the way on") {
    auto stand = FilmStand::make();
    stand.state.visit.here = tests::screenAt(visitor::ScreenKind::place, "paal");
    const auto view = stand.view();
    CHECK(view.scene.title == "Paal");
    CHECK_FALSE(nameAt(view, "card:saint-barbara").empty());
    std::vector<std::pair<const scene::Node*, base::Rect>> all;
    tests::allOf(view.scene.root, {}, all);
    const auto back = std::find_if(all.begin(), all.end(),
                                   [](const auto& shown) { return shown.first->id == scene::nodeId("bar:back"); });
    REQUIRE(back != all.end());
    CHECK((back->first->touch && back->first->touch->enabled));
}

namespace {

void crowd(content::Item& item) {
    item.places = {"genk", "hasselt", "opglabbeek", "waterschei", "winterslag", "zwartberg", "beringen"};
    item.people = {"andre-dumont", "rocco-granata"};
    item.readMore = "https://example.org/item";
}

void checkCrowdedEnd(FilmStand& stand, content::Pack pack) {
    stand.material->items = std::make_unique<catalogue::Catalogue>(std::move(pack));
    everywhere(stand, [&] {
        const auto view = stand.view();
        std::string told;
        for (const std::string& fault : faultsOf(view)) {
            told += fault + "\n";
        }
        CHECK(told == "");
        CHECK(view.meanings.contains(scene::nodeId("subject:person:andre-dumont")));
    });
}

} // namespace

TEST_CASE("The end of a film with many people and places keeps large targets and whole texts everywhere") {
    auto stand = FilmStand::make();
    content::Pack pack = stand.material->catalogue().pack();
    crowd(pack.items.back());
    stand.play(media::Phase::ended, 182);
    checkCrowdedEnd(stand, std::move(pack));
}

TEST_CASE("The end of a story with many people and places keeps large targets and whole texts everywhere") {
    auto stand = FilmStand::make();
    content::Pack pack = stand.material->catalogue().pack();
    crowd(pack.items.front());
    stand.state.visit.here = tests::screenAt(visitor::ScreenKind::end, pack.items.front().id);
    checkCrowdedEnd(stand, std::move(pack));
}
