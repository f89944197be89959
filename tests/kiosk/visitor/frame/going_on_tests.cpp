#include "kiosk/visitor/frame/going_on.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include "kiosk/visitor/session/session.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/shown.hpp"

#include <algorithm>

using namespace schacht;
using namespace schacht::visitor;

namespace {

/// The Limburg pack after somebody has changed it.
catalogue::Catalogue changedPack(const std::function<void(content::Pack&)>& change) {
    content::Pack pack = tests::limburg().catalogue().pack();
    change(pack);
    return catalogue::Catalogue(std::move(pack));
}

content::Item& itemIn(content::Pack& pack, const std::string& id) {
    return *std::find_if(pack.items.begin(), pack.items.end(), [&](const auto& item) { return item.id == id; });
}

void remove(content::Pack& pack, const std::string& id) {
    std::erase_if(pack.items, [&](const auto& item) { return item.id == id; });
}

Session visitOver(const catalogue::Catalogue& catalogue) {
    return {catalogue, tests::limburg().words, tests::limburg().theme, {}};
}

template <class Effect>
std::size_t countOf(const std::vector<stage::Effect>& effects) {
    return static_cast<std::size_t>(std::count_if(
        effects.begin(), effects.end(), [](const auto& each) { return std::holds_alternative<Effect>(each); }));
}

constexpr const char* storyThere = "zwartberg-1966";
constexpr const char* voiceThere = "the-lamp";

} // namespace

TEST_CASE("a visit stays on its page when another story changes") {
    auto before = visitOver(tests::limburg().catalogue());
    before.intend(JumpTo{tests::storyAt(storyThere, 2)}, 10);
    const auto now = changedPack([](content::Pack& pack) { remove(pack, "last-coal"); });
    auto after = visitOver(now);
    after.goOn(before, {{"stories/last-coal.json"}, "", ""}, 11);
    CHECK(after.place() == before.place());
    CHECK(countOf<stage::OpenMedium>(after.happen(stage::TimePassed{11})) == 0);
}

TEST_CASE("a touch that comes before the changed pack is drawn means what stands on the glass") {
    auto before = visitOver(tests::limburg().catalogue());
    before.intend(JumpTo{tests::storyAt(storyThere, 2)}, 10);
    text::Typesetter typesetter;
    (void)tests::shown(before, stage::screenFor(1920, 1080, 32), typesetter, 10);
    const auto same = changedPack([](content::Pack&) {});
    auto after = visitOver(same);
    after.goOn(before, {}, 11);
    (void)after.happen(input::Gesture{input::Tapped{scene::nodeId(std::string("next:") + storyThere), 1, {}, 11}});
    CHECK(visitor::leafAt(after.now().visit.here.own).page == 3);
    (void)after.happen(input::Key{input::Key::Code::tab, 12});
    CHECK(after.now().visit.focus != 0);
}

TEST_CASE("what stands on the glass and is gone from the pack leads nowhere") {
    Session session = visitOver(tests::limburg().catalogue());
    const Stop here = tests::storyAt(storyThere, 2);
    session.intend(JumpTo{here}, 10);
    const auto touch = [&](const Intent& gone) {
        session.intend(gone, 11);
        CHECK(tests::whereIs(session.now().visit.here) == tests::whereIs(here));
        CHECK(session.now().visit.language.empty());
    };
    touch(OpenItem{"no-such-item"});
    touch(OpenTheme{"no-such-theme"});
    touch(OpenSubject{{catalogue::Subject::Kind::place, "no-such-place"}});
    touch(OpenPicture{"no-such-item", 0});
    touch(OpenPicture{storyThere, 1000});
    touch(ChooseLanguage{"xx"});
    touch(PlayPassage{"no-such-item", 0, 0});
}

TEST_CASE("a visit whose page is gone is on the last that is left") {
    State state;
    state.visit.here = tests::storyAt(storyThere, 4);
    const auto now = changedPack(
        [](content::Pack& pack) { std::get<content::Story>(itemIn(pack, storyThere).body).pages.resize(2); });
    CHECK(keepPlace(state, now));
    CHECK(visitor::leafAt(state.visit.here.own).page == 1);
    CHECK(state.visit.here.id == storyThere);
}

TEST_CASE("a visit whose item is gone goes back, and to nothing that is gone") {
    State state;
    state.visit.here = tests::storyAt(storyThere);
    state.visit.history = {tests::screenAt(visitor::ScreenKind::home),
                           tests::screenAt(visitor::ScreenKind::theme, "no-such-theme")};
    const auto now = changedPack([](content::Pack& pack) { remove(pack, storyThere); });
    CHECK(keepPlace(state, now));
    CHECK(state.visit.here.kind == ScreenKind::home);
    CHECK(state.visit.history.empty());
}

TEST_CASE("a visit in a language that the pack no longer has is in the pack's own") {
    State state;
    state.visit.here = tests::screenAt(visitor::ScreenKind::home);
    state.visit.language = "fr";
    const auto now = changedPack([](content::Pack& pack) { pack.languages = {"nl", "en"}; });
    CHECK_FALSE(keepPlace(state, now));
    CHECK(state.visit.language.empty());
}

TEST_CASE("a recording whose file changed is opened anew, and plays on where it played") {
    auto before = visitOver(tests::limburg().catalogue());
    before.intend(JumpTo{tests::voiceAt(voiceThere)}, 10);
    before.intend(TogglePlay{}, 10);
    (void)before.happen(stage::TimePassed{10});
    const auto& item = *tests::limburg().catalogue().item(voiceThere);
    const auto same = changedPack([](content::Pack&) {});
    auto untouched = visitOver(same);
    untouched.goOn(before, {{"stories/last-coal.json"}, "", ""}, 12);
    CHECK(countOf<stage::OpenMedium>(untouched.happen(stage::TimePassed{12})) == 0);
    auto anew = visitOver(same);
    anew.goOn(before, {{content::mediumOf(item)}, "", ""}, 12);
    const auto effects = anew.happen(stage::TimePassed{12});
    CHECK(countOf<stage::OpenMedium>(effects) == 1);
    CHECK(countOf<stage::PlayMedium>(effects) == 1);
    CHECK(countOf<stage::MeasureSound>(effects) == 1);
}

TEST_CASE("words that changed are read again") {
    auto before = visitOver(tests::limburg().catalogue());
    before.intend(JumpTo{tests::voiceAt(voiceThere)}, 10);
    const auto& item = *tests::limburg().catalogue().item(voiceThere);
    const std::string file = std::get<content::OralHistory>(item.body).transcripts.at("nl");
    for (const auto& [language, words] : std::get<content::OralHistory>(item.body).transcripts) {
        (void)before.happen(stage::WordsArrived{words, nullptr});
    }
    const auto same = changedPack([](content::Pack&) {});
    auto after = visitOver(same);
    after.goOn(before, {{file}, "", ""}, 12);
    std::vector<std::string> read;
    for (const stage::Effect& effect : after.happen(stage::TimePassed{12})) {
        if (const auto* words = std::get_if<stage::ReadWords>(&effect)) {
            read.push_back(words->file);
        }
    }
    CHECK(read == std::vector<std::string>{file});
}

TEST_CASE("a visit that goes on is as loud as it was") {
    auto before = visitOver(tests::limburg().catalogue());
    before.intend(JumpTo{tests::voiceAt(voiceThere)}, 10);
    before.intend(ToggleMute{}, 10);
    (void)before.happen(stage::TimePassed{10});
    const auto same = changedPack([](content::Pack&) {});
    auto after = visitOver(same);
    after.goOn(before, {}, 12);
    std::optional<stage::SetVolume> last;
    for (const stage::Effect& effect : after.happen(stage::TimePassed{12})) {
        if (const auto* volume = std::get_if<stage::SetVolume>(&effect)) {
            last = *volume;
        }
    }
    REQUIRE(last);
    CHECK(last->muted);
}

TEST_CASE("what one change wants done is not lost when the next one comes at once") {
    auto before = visitOver(tests::limburg().catalogue());
    before.intend(JumpTo{tests::voiceAt(voiceThere)}, 10);
    (void)before.happen(stage::TimePassed{10});
    const auto same = changedPack([](content::Pack&) {});
    auto between = visitOver(same);
    between.goOn(before, {{content::mediumOf(*same.item(voiceThere))}, "", ""}, 12);
    auto after = visitOver(same);
    after.goOn(between, {{"stories/last-coal.json"}, "", ""}, 12);
    CHECK(countOf<stage::OpenMedium>(after.happen(stage::TimePassed{12})) == 1);
}
