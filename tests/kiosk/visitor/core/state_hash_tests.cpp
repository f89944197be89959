#include "kiosk/visitor/core/state_hash.hpp"

#include "kiosk/visitor/core/state_text.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/kinds/oral_history/oral_history_stand.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <nlohmann/json.hpp>

using namespace schacht;
using namespace schacht::visitor;

namespace {

/// A State in which as much as possible is there: what is not cannot be changed.
State fullState() {
    State state;
    state.device.now = 12.5;
    state.device.house.language = "nl";
    state.device.library.sizes = {{"a.jpg", base::Size{4000, 3000}}, {"gone.jpg", std::nullopt}};
    state.device.library.levels["a.opus"] =
        std::make_shared<const std::vector<std::uint8_t>>(std::vector<std::uint8_t>{0, 255, 7});
    Visit& visit = state.visit;
    StoryState story{{2, 1}, scene::AnimatedValue{1.5F}, {true, {{}, {content::Prose{{content::Block{}}, {}}}}}};
    story.breaks.parts[1][0].blocks[0].spans = {{"Down there", true, false, ""}};
    OralHistoryState voice;
    voice.linesLeft = voice.linesAt = 3;
    visit.here = {ScreenKind::item, "the-lamp", story};
    visit.history = {tests::screenAt(ScreenKind::home),
                     tests::screenAt(ScreenKind::theme, "mines"),
                     {ScreenKind::item, "deep", voice},
                     tests::galleryAt("glass", 1),
                     tests::filmAt("years"),
                     {ScreenKind::picture, "ice", CloseLook{1, {}, true, Grip{}}}};
    visit.access = Access{};
    visit.asking = visit.begun = 3;
    visit.pressed = {{1, 18446744073709551615U}};
    visit.seen = {{"the-lamp", {0, 2}}};
    visit.noticed = visit.wordsOnly = {"the-lamp"};
    visit.playing.emplace().report.problem = base::Problem{"broken", base::Severity::error, "It is.", {}};
    visit.playing->report.tracks = {{}};
    visit.playing->cue = visit.playing->again = 4;
    visit.playing->sought = 2;
    visit.wishes.volume = 3;
    visit.narration.said = {{"Home", "en", "", 0, 4}};
    visit.narration.now = 0;
    visit.heard = {{"the-lamp", 3.25}};
    visit.sliding = Sliding{SurfaceOwner::playback, .5F, 0};
    return state;
}

/// Another value of the same kind; null where there is none.
nlohmann::json another(const nlohmann::json& leaf) {
    return leaf.is_boolean()  ? nlohmann::json(!leaf.get<bool>())
           : leaf.is_number() ? nlohmann::json(leaf.get<double>() + 1)
           : leaf.is_string() ? nlohmann::json(leaf.get<std::string>() + "0a")
                              : nlohmann::json();
}

} // namespace

TEST_CASE("a State that is written otherwise has another hash, whichever member it is") {
    const State state = fullState();
    const std::string text = textOf(state);
    const nlohmann::json whole = nlohmann::json::parse(text);
    const nlohmann::json leaves = whole.flatten();
    StateHash hashes;
    const auto hash = hashes.of(state);
    int changed = 0;
    for (const auto& [pointer, leaf] : leaves.items()) {
        nlohmann::json changing = whole;
        changing[nlohmann::json::json_pointer(pointer)] = another(leaf);
        const auto other = stateOf(changing.dump());
        REQUIRE(other);
        if (textOf(*other) != text) {
            INFO(pointer);
            CHECK(hashes.of(*other) != hash);
            ++changed;
        }
    }
    CHECK(changed > 100);
}

TEST_CASE("States that are written alike have the same hash") {
    const State state = fullState();
    const auto back = stateOf(textOf(state));
    REQUIRE(back);
    CHECK(StateHash().of(*back) == StateHash().of(state));
}

TEST_CASE("two States that differ only in when they were have one hash without it") {
    StateHash hashes;
    State state = fullState();
    const auto still = hashes.still(state);
    const auto hash = hashes.of(state);
    state.device.now += 1;
    CHECK(hashes.still(state) == still);
    CHECK(hashes.of(state) != hash);
    CHECK(StateHash::at(state.device.now, still) == hashes.of(state));
}

TEST_CASE("the words of a file count by what they say, wherever they are in memory") {
    StateHash hashes;
    State state;
    const auto with = [&](const std::string& words) {
        content::TimedText text;
        text.cues.emplace_back().text = words;
        state.device.library.words["a.vtt"] = tests::transcript(std::move(text));
        return hashes.of(state);
    };
    const auto first = with("Down there.");
    CHECK(with("Up here.") != first);
    CHECK(with("Down there.") == first);
    state.device.library.words["a.vtt"] = nullptr;
    CHECK(hashes.of(state) != first);
}
