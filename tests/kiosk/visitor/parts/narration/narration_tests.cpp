/// What is read aloud: when it begins, what silences it, what it gives way to.
#include "kiosk/commands/screens.hpp"
#include "kiosk/production/production.hpp"
#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/parts/narration/narration.hpp"
#include "kiosk/visitor/session/session.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <algorithm>

using namespace schacht;
using namespace schacht::visitor;
using Kind = media::NarratorReport::Kind;

namespace {

/// A visit with a voice that says at once what it is asked, as far as the test lets it.
struct Listener {
    const kiosk::Material& material = tests::limburg();
    Session session{
        material.catalogue(), material.words, material.theme, {"en", 60, 20, Movement::none, {}, House{}.volume, true}};
    text::Typesetter typesetter;
    stage::Screen glass = stage::screenFor(1920, 1080, 32);
    base::Seconds now = 10;
    std::vector<media::Sentence> said{}; ///< what the voice was asked to say last
    int says = 0;
    int stops = 0;
    bool paused = false;
    media::OpenId opened = 0; ///< by the player, last

    void hear(const stage::Happening& happening) { wants(session.happen(happening)); }
    void wants(const std::vector<stage::Effect>& effects) {
        for (const auto& effect : effects) {
            if (const auto* aloud = std::get_if<stage::SayAloud>(&effect)) {
                said = aloud->sentences;
                ++says;
            }
            if (const auto* open = std::get_if<stage::OpenMedium>(&effect)) {
                opened = open->request.open;
            }
            stops += std::holds_alternative<stage::StopSaying>(effect) ? 1 : 0;
            paused = paused || std::holds_alternative<stage::PauseMedium>(effect);
        }
    }
    scene::Scene look() {
        wants(session.measure(glass, typesetter, now));
        scene::Scene scene = session.show(glass, typesetter, now);
        if (const auto due = session.due(); due && *due <= now) {
            hear(stage::TimePassed{now});
            wants(session.measure(glass, typesetter, now));
            scene = session.show(glass, typesetter, now);
        }
        return scene;
    }
    void key(input::Key::Code code) {
        now += 1;
        hear(input::Key{code, now});
        (void)look();
    }
    void tap(std::string_view node) {
        now += 1;
        const scene::NodeId id = scene::nodeId(node);
        hear(input::Gesture{input::Touched{1, {}, now}});
        hear(input::Gesture{input::Pressed{.target = id, .contact = 1, .at = {}, .time = now}});
        hear(input::Gesture{input::Tapped{.target = id, .contact = 1, .at = {}, .time = now}});
        (void)look();
    }
    void report(Kind kind, std::size_t sentence = 0) {
        now += 1;
        hear(media::NarratorReport{kind, said.empty() ? 0 : said[sentence].id, now});
        (void)look();
    }
    void goTo(const Stop& stop) {
        session.intend(JumpTo{stop}, now);
        (void)look();
    }
    [[nodiscard]] bool saysSomewhere(const std::string& part) const {
        return std::any_of(said.begin(), said.end(),
                           [&](const auto& sentence) { return sentence.words.find(part) != std::string::npos; });
    }
};

const Stop iceStory = tests::storyAt("first-ice-then-coal");
constexpr const char* readLamp = "read:first-ice-then-coal";
constexpr const char* nextPage = "next:first-ice-then-coal";

std::size_t marksIn(const scene::Node& node, base::Colour lamp) {
    const auto* fill = std::get_if<scene::Fill>(&node.paint);
    std::size_t count = fill != nullptr && node.id == 0 && fill->colour == lamp && fill->radius == 0 ? 1 : 0;
    for (const auto& child : node.children) {
        count += marksIn(child, lamp);
    }
    return count;
}

bool holds(const scene::Scene& scene, std::string_view id) {
    return nodeAt(scene.root, scene::nodeId(id)).has_value();
}

} // namespace

TEST_CASE("the button reads the page, its heading first, and marks the sentence that is said") {
    Listener visitor;
    visitor.goTo(iceStory);
    const base::Colour lamp = visitor.material.theme.colour.lamp;
    visitor.tap(readLamp);
    REQUIRE(visitor.says == 1);
    CHECK(visitor.said.size() > 2);
    CHECK(visitor.said.front().language == "en");
    CHECK(marksIn(visitor.look().root, lamp) == 0);
    visitor.report(Kind::began);
    CHECK(marksIn(visitor.look().root, lamp) >= 1);
    visitor.report(Kind::ended);
    visitor.report(Kind::began, 1);
    CHECK(marksIn(visitor.look().root, lamp) >= 1);
    visitor.tap(readLamp); // again: silence
    CHECK(visitor.stops == 1);
    CHECK(visitor.says == 1);
    CHECK(marksIn(visitor.look().root, lamp) == 0);
}

TEST_CASE("who turns the page has the new one read; a touch elsewhere ends it") {
    Listener visitor;
    visitor.goTo(iceStory);
    visitor.tap(readLamp);
    const auto first = visitor.said;
    visitor.tap(nextPage);
    CHECK(visitor.says == 2);
    CHECK(visitor.said.front().words != first.front().words);
    CHECK(visitor.said.front().id > first.back().id);
    visitor.tap("pages");
    CHECK(visitor.stops == 2);
    visitor.tap(nextPage);
    CHECK(visitor.says == 2);
}

TEST_CASE("leaving ends it") {
    Listener visitor;
    visitor.goTo(iceStory);
    visitor.tap(readLamp);
    visitor.tap("bar:home");
    CHECK(visitor.says == 1);
    CHECK(visitor.stops == 1);
    visitor.goTo(iceStory);
    CHECK(visitor.says == 1);
}

TEST_CASE("with everything read each screen is said as it comes, until it is as it was") {
    Listener visitor;
    visitor.goTo(tests::screenAt(visitor::ScreenKind::home));
    visitor.tap("bar:text");
    visitor.tap("access:read");
    CHECK(visitor.says == 1);
    CHECK(visitor.saysSomewhere("Make it easy"));
    CHECK(visitor.saysSomewhere("Read everything aloud"));
    visitor.tap("bar:home");
    CHECK(visitor.saysSomewhere("What would you like to see?"));
    visitor.tap("bar:text");
    visitor.tap("access:reset");
    const int says = visitor.says;
    visitor.tap("bar:home");
    CHECK(visitor.says == says);
}

TEST_CASE("the first key of a visit has everything read, and says each control that keys come to") {
    using Code = input::Key::Code;
    Listener visitor;
    (void)visitor.look();
    visitor.key(Code::right); // at the attract screen
    REQUIRE(visitor.says == 1);
    CHECK(visitor.saysSomewhere("What would you like to see?"));
    CHECK(visitor.saysSomewhere("arrow keys"));
    visitor.key(Code::tab);
    REQUIRE(visitor.said.size() == 1);
    CHECK(visitor.said[0].words.starts_with("Theme: "));
    CHECK(visitor.said[0].words.ends_with("button, 1 of 5"));
    const auto before = visitor.said[0];
    visitor.key(Code::repeat);
    CHECK(visitor.said[0].words == before.words);
    CHECK(visitor.said[0].id > before.id);
    visitor.key(Code::enter);
    CHECK_FALSE(visitor.saysSomewhere("arrow keys")); // said once
    CHECK(visitor.said.size() > 2);
}

TEST_CASE("a switch is said with how it stands, and again when a key has changed it") {
    using Code = input::Key::Code;
    Listener visitor;
    visitor.goTo(tests::screenAt(visitor::ScreenKind::home));
    visitor.key(Code::tab);
    visitor.session.intend(ToggleAccess{}, visitor.now);
    (void)visitor.look();
    for (int i = 0; i < 30 && (visitor.said.size() > 1 || !visitor.saysSomewhere("High contrast,")); ++i) {
        visitor.key(Code::tab);
    }
    REQUIRE(visitor.said.size() == 1);
    CHECK(visitor.said[0].words == "High contrast, Black, white and yellow, button, Off, 3 of 8");
    visitor.key(Code::enter);
    REQUIRE(visitor.said.size() == 1);
    CHECK(visitor.said[0].words == "High contrast, Black, white and yellow, button, On, 3 of 8");
}

TEST_CASE("where nothing can speak there is no button, no switch, and no key makes it speak") {
    Listener visitor;
    visitor.goTo(iceStory);
    CHECK(holds(visitor.look(), readLamp));
    visitor.report(Kind::unavailable);
    CHECK_FALSE(holds(visitor.look(), readLamp));
    visitor.key(input::Key::Code::tab);
    CHECK(visitor.says == 0);
    visitor.session.intend(ToggleAccess{}, visitor.now);
    CHECK_FALSE(holds(visitor.look(), "access:read"));
    visitor.report(Kind::available); // it comes late, and finds who uses keys
    CHECK(holds(visitor.look(), "access:read"));
    CHECK(visitor.says == 1);
}

TEST_CASE("a voice that reads holds the idle clock, but not when nothing is heard of it any more") {
    Listener visitor;
    visitor.goTo(iceStory);
    visitor.tap(readLamp);
    const auto wait = [&](base::Seconds seconds) {
        visitor.now += seconds;
        visitor.hear(stage::TimePassed{visitor.now});
        return visitor.session.place().ends_with(":asking");
    };
    visitor.report(Kind::began);
    CHECK_FALSE(wait(59));
    visitor.report(Kind::ended);
    visitor.report(Kind::began, 1);
    CHECK_FALSE(wait(59));
    CHECK_FALSE(wait(30));
    CHECK(wait(90));
}

TEST_CASE("the next visitor hears nothing of what this one wished") {
    Listener visitor;
    visitor.key(input::Key::Code::tab);
    REQUIRE(visitor.says == 1);
    for (int i = 0; i < 30 && visitor.session.place() != "attract:"; ++i) {
        visitor.now += 61;
        visitor.hear(stage::TimePassed{visitor.now});
    }
    REQUIRE(visitor.session.place() == "attract:");
    CHECK(visitor.stops >= 1);
    const int says = visitor.says;
    (void)visitor.look();
    visitor.tap("attract");
    CHECK(visitor.says == says);
}

TEST_CASE("headphones that are put in have everything read, and pulled out end it") {
    Listener visitor;
    visitor.goTo(iceStory);
    visitor.hear(stage::HeadphonesChanged{true, visitor.now});
    (void)visitor.look();
    CHECK(visitor.says == 1);
    visitor.hear(stage::HeadphonesChanged{false, visitor.now});
    CHECK(visitor.stops == 1);
    visitor.tap(nextPage);
    CHECK(visitor.says == 1);
}

TEST_CASE("one thing sounds at a time: a voice that is played silences the reading, but a control is still said") {
    using Code = input::Key::Code;
    Listener visitor;
    visitor.goTo(tests::voiceAt("the-lamp"));
    visitor.key(Code::tab);
    REQUIRE(visitor.says == 1);
    visitor.session.intend(TogglePlay{}, visitor.now);
    visitor.hear(stage::TimePassed{visitor.now});
    CHECK(visitor.stops == 1);
    visitor.key(Code::tab);
    CHECK(visitor.says == 2);
    CHECK(visitor.said.size() == 1);
    CHECK(visitor.stops == 1);
    CHECK_FALSE(visitor.paused);
}

TEST_CASE("a control that changes by itself, as time does, is said only when a key asks") {
    using Code = input::Key::Code;
    Listener visitor;
    visitor.goTo(tests::filmAt("going-down"));
    visitor.session.intend(TogglePlay{}, visitor.now);
    visitor.hear(stage::TimePassed{visitor.now});
    const auto plays = [&](base::Seconds position) {
        media::PlayerState state;
        state.open = visitor.opened;
        state.phase = media::Phase::playing;
        state.position = position;
        state.at = visitor.now;
        state.length = 180;
        state.newFrames = 1;
        visitor.hear(state);
        (void)visitor.look();
    };
    plays(1);
    for (int i = 0; i < 30 && (visitor.said.size() != 1 || !visitor.saysSomewhere("Where you are")); ++i) {
        visitor.key(Code::tab);
    }
    REQUIRE(visitor.saysSomewhere("Where you are"));
    const int says = visitor.says;
    visitor.now += 20;
    plays(40);
    visitor.now += 1;
    plays(41);
    CHECK(visitor.says == says);
    visitor.key(Code::right);
    CHECK(visitor.says == says + 1);
}

TEST_CASE("every screen of the pack says something, each sentence in a language, each control by a name") {
    Listener visitor;
    for (const auto& screen : kiosk::everyScreen(visitor.material.catalogue())) {
        INFO(screen.name);
        kiosk::visitTo(visitor.session, screen, visitor.now);
        const scene::Scene scene = visitor.look();
        const auto passages = scene::utterancesOf(scene);
        CHECK_FALSE(passages.empty());
        CHECK(std::all_of(passages.begin(), passages.end(),
                          [](const auto& passage) { return !passage.words.empty() && !passage.language.empty(); }));
        for (const auto& control : scene::reachable(scene)) {
            CHECK_FALSE(controlSaid(control, scene, visitor.material.words).front().words.starts_with(","));
        }
    }
}

TEST_CASE("late reports of what was silenced change nothing") {
    Listener visitor;
    visitor.goTo(iceStory);
    visitor.tap(readLamp);
    const auto old = visitor.said;
    visitor.tap(nextPage);
    visitor.hear(media::NarratorReport{Kind::began, old[1].id, visitor.now});
    CHECK(marksIn(visitor.look().root, visitor.material.theme.colour.lamp) == 0);
    visitor.report(Kind::began);
    CHECK(marksIn(visitor.look().root, visitor.material.theme.colour.lamp) >= 1);
}
