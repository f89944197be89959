#include "kiosk/visitor/core/state_text.hpp"
#include "kiosk/visitor/frame/update.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include "kiosk/visitor/core/intent_text.hpp"
#include "kiosk/visitor/session/session.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/shown.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

const std::string voiceThere = "the-lamp";

/// A visitor who has left a trace in as much of State as a few touches can.
void visits(Session& session) {
    text::Typesetter typesetter;
    base::Seconds now = 100;
    const auto then = [&](const Intent& meaning) {
        session.intend(meaning, now += 0.5);
        (void)tests::shown(session, stage::screenFor(1080, 1920, 32), typesetter, now);
    };
    then(GlassTouched{});
    then(Begin{"en"});
    then(ChooseAccess{{.textSize = 4, .reducedMotion = true}});
    then(OpenTheme{tests::limburg().catalogue().pack().themes.front().id});
    then(OpenItem{"zwartberg-1966"});
    then(TurnPage{1});
    then(OpenPicture{"zwartberg-1966", 0});
    then(Magnify{1});
    then(OpenItem{voiceThere});
    then(TogglePlay{});
    then(ToggleMute{});
    then(HeadphonesMoved{true});
    then(PressedOn{7, 18446744073709551615U});
    then(ToggleSound{});
}

Session limburgSession() {
    const auto& material = tests::limburg();
    return {material.catalogue(), material.words, material.theme, {.language = "nl", .volume = 3, .voice = true}};
}

} // namespace

TEST_CASE("a State comes back from its text, byte for byte") {
    Session session = limburgSession();
    visits(session);
    State state = session.now();
    Stop look = tests::pictureAt("ice", 2);
    std::get<CloseLook>(look.own).zoom.x.spring(120.3F, 1.0F / 3, 16, 101.7);
    std::get<CloseLook>(look.own).grip = Grip{{0.25F, 1.0F / 3}, 1.7F};
    Stop voice = tests::voiceAt("the-lamp");
    std::get<OralHistoryState>(voice.own).lines.hold(-3.7F);
    state.visit.history = {look, voice, tests::galleryAt("glass", 1), tests::filmAt("years"), state.visit.here};
    state.device.library.sizes["a.jpg"] = base::Size{0.1F, 3};
    state.device.library.sizes["gone.jpg"] = std::nullopt;
    state.device.library.levels["a.opus"] =
        std::make_shared<const std::vector<std::uint8_t>>(std::vector<std::uint8_t>{0, 255});
    const std::string text = textOf(state);
    const auto back = stateOf(text);
    REQUIRE(back);
    CHECK(textOf(*back) == text);
    CHECK(text.find("\n") == std::string::npos);
}

TEST_CASE("who comes after a visitor finds what a first one finds") {
    Session session = limburgSession();
    visits(session);
    session.intend(StartOver{}, 200);
    State after;
    after.visit = session.now().visit;
    CHECK(textOf(after) == textOf(State{}));
    CHECK(session.now().device.house.language == "nl");
    CHECK(volumeOf(session.now()) == 3);
    CHECK(session.now().device.opens > 0);
}

TEST_CASE("the same Intents lead from the same State to the same State") {
    std::vector<std::pair<std::string, std::string>> noted; // an Intent, and the State that it came to
    const auto& material = tests::limburg();
    Session::Options options{.language = "nl", .movement = Movement::full, .voice = true};
    options.heard = [&](const State& before, const TimedIntent& intent) {
        noted.emplace_back(textOf(before), textOf(intent));
    };
    Session session(material.catalogue(), material.words, material.theme, options);
    visits(session);
    REQUIRE(noted.size() > 10);
    const World world{material.catalogue()};
    auto state = stateOf(noted.front().first);
    REQUIRE(state);
    for (const auto& [before, line] : noted) {
        INFO(line);
        REQUIRE(textOf(*state) == before);
        const auto intent = intentOf(line);
        REQUIRE(intent);
        *state = update(std::move(*state), *intent, world).state;
    }
    CHECK(textOf(*state) == textOf(session.now()));
}

TEST_CASE("a line that is no State is refused") {
    CHECK_FALSE(stateOf("{"));
    CHECK(stateOf("[]").error().message == "This line is no state that this version of the kiosk knows.");
    CHECK_FALSE(stateOf(R"({"device":{}})"));
}
