#include "kiosk/visitor/session/recording.hpp"

#include "kiosk/production/recording_file.hpp"
#include "kiosk/visitor/session/session.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/kinds/oral_history/oral_history_stand.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/temporary_folder.hpp"

#include <random>
#include <sstream>

using namespace schacht;
using namespace schacht::visitor;

namespace {

/// A kiosk that is touched at random, and records itself. What the shell would answer comes, too: words, sizes, and
/// players that play.
class Monkey {
public:
    Monkey() : session(tests::limburg().catalogue(), tests::limburg().words, tests::limburg().theme, options()) {
        head.pack = "limburg";
        head.width = 1920;
        head.height = 1080;
        head.diagonal = 32;
        recorder.emplace(out).begin(head, session.now());
        session.intend(JumpTo{}, now);
    }
    /// So many touches, one after another, by fingers that know no better.
    void touches(int count) {
        for (int i = 0; i < count; ++i) {
            touch();
        }
    }
    /// The recording to its end.
    std::string ends() {
        recorder->end(session.now(), kiosk::sceneHash(tests::limburg(), head, session.now(), session.world()));
        return out.str();
    }
    Session& of() { return session; }
    /// Somewhere else, of which nothing is written.
    void goesUnrecorded() {
        silent = true;
        session.intend(Begin{"en"}, now);
        session.intend(OpenItem{"zwartberg-1966"}, now);
        silent = false;
    }
    void goesOnInAnotherPart() { recorder->begin(head, session.now()); }

private:
    Session::Options options() {
        Session::Options wanted{.language = "nl", .movement = Movement::full, .voice = true};
        wanted.happened = [this](const TimedIntent& intent, const State& after) {
            if (recorder && !silent) {
                recorder->note(intent, after);
            }
        };
        return wanted;
    }
    void hears(const stage::Happening& happening) { answers(session.happen(happening)); }
    void answers(const std::vector<stage::Effect>& effects) {
        for (const stage::Effect& effect : effects) {
            if (const auto* opened = std::get_if<stage::OpenMedium>(&effect)) {
                media::PlayerState plays;
                plays.open = opened->request.open;
                plays.phase = chance(9) == 0 ? media::Phase::failed : media::Phase::playing;
                plays.position = opened->request.from;
                plays.at = now;
                plays.length = 61.5;
                hears(plays);
            } else if (const auto* words = std::get_if<stage::ReadWords>(&effect)) {
                hears(stage::WordsArrived{words->file, tests::readWords(words->file)});
            } else if (const auto* picture = std::get_if<stage::MeasurePicture>(&effect)) {
                hears(stage::PictureMeasured{picture->file, base::Size{4000, 3000}});
            } else if (const auto* sound = std::get_if<stage::MeasureSound>(&effect)) {
                hears(stage::SoundMeasured{sound->file, std::make_shared<const std::vector<std::uint8_t>>(40, 7)});
            }
        }
    }
    std::size_t chance(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random); }
    void touch() {
        now += static_cast<double>(chance(1000)) / 700;
        hears(stage::TimePassed{now});
        const stage::Screen glass = stage::screenFor(1920, 1080, 32);
        answers(session.measure(glass, typesetter, now));
        const scene::Scene scene = session.show(glass, typesetter, now);
        const auto all = scene::reachable(scene);
        if (all.empty()) {
            return;
        }
        const scene::Reachable& one = all[chance(all.size() - 1)];
        const base::Point at = one.box.centre();
        const std::uint64_t contact = ++contacts;
        hears(input::Gesture{input::Touched{contact, at, now}});
        hears(input::Gesture{input::Pressed{.target = one.node->id, .contact = contact, .at = at, .time = now}});
        hears(input::Gesture{input::Tapped{.target = one.node->id, .contact = contact, .at = at, .time = now + 0.05}});
    }

    std::mt19937 random{4}; // NOLINT(bugprone-random-generator-seed): each run is to be the same
    std::ostringstream out;
    std::optional<Recorder> recorder;
    bool silent = false;
    RecordingHead head;
    base::Seconds now = 100;
    std::uint64_t contacts = 0;
    text::Typesetter typesetter;
    Session session;
};

base::Result<Replayed> replayed(const std::string& recording, std::vector<RecordingHead>* heads = nullptr) {
    ReplayParts parts;
    parts.world = [heads](const RecordingHead& head) -> base::Result<World> {
        heads != nullptr ? heads->push_back(head) : void();
        return World{tests::limburg().catalogue(), head.idle, head.answer, head.movement};
    };
    parts.words = [](const std::string& file) { return tests::readWords(file); };
    parts.scene = [](const RecordingHead& head, const State& state, const World& world) {
        return kiosk::sceneHash(tests::limburg(), head, state, world);
    };
    std::istringstream in(recording);
    return replayRecording(in, parts);
}

constexpr int aFew = 300; // touches: a few seconds

} // namespace

TEST_CASE("what a monkey touched is the same when it is run again, to the last scene") {
    Monkey monkey;
    monkey.touches(aFew);
    const auto done = replayed(monkey.ends());
    REQUIRE(done);
    INFO((done->difference ? std::to_string(done->difference->line) + ": " + done->difference->what : ""));
    CHECK_FALSE(done->difference);
    CHECK(done->ended);
    CHECK(done->intents > aFew);
}

TEST_CASE("the first Intent that leads elsewhere is named, and where it leads") {
    Monkey monkey;
    monkey.of().intend(Begin{"en"}, 101);
    monkey.of().intend(OpenItem{"zwartberg-1966"}, 102);
    monkey.of().intend(TurnPage{1}, 103);
    std::string recording = monkey.ends();
    const auto at = recording.find(R"("with":["zwartberg-1966"])");
    REQUIRE(at != std::string::npos);
    recording.replace(at, 25, R"("with":["first-ice-then-coal"])");
    const auto done = replayed(recording);
    REQUIRE(done);
    REQUIRE(done->difference);
    CHECK(done->difference->line == 5); // the head, the State, JumpTo, Begin
    CHECK_THAT(done->difference->what,
               ContainsSubstring("the state after it is another: story:first-ice-then-coal, page 1. In the end: ["));
    CHECK_THAT(done->difference->what, ContainsSubstring(R"("path":"/visit/here/id","value":"first-ice-then-coal")"));
}

TEST_CASE("a State that is another at the end is told with what differs") {
    Monkey monkey;
    std::string recording = monkey.ends();
    const auto at = recording.rfind(R"("opens":0)");
    REQUIRE(at != std::string::npos);
    recording.replace(at, 9, R"("opens":3)");
    const auto done = replayed(recording);
    REQUIRE(done);
    REQUIRE(done->difference);
    CHECK(done->difference->what ==
          R"(the state at the end is another: [{"op":"replace","path":"/device/opens","value":0}])");
}

TEST_CASE("a recording that was cut off is judged as far as it goes") {
    Monkey monkey;
    monkey.of().intend(Begin{"en"}, 101);
    const std::string recording = monkey.ends();
    const auto done = replayed(recording.substr(0, recording.rfind("{\"end\"") + 4));
    REQUIRE(done);
    CHECK_FALSE(done->difference);
    CHECK_FALSE(done->ended);
    CHECK(done->intents == 2);
}

TEST_CASE("a recording of two parts is run again from the State that each begins with") {
    Monkey monkey;
    monkey.touches(5);
    (void)monkey.ends();
    monkey.goesUnrecorded();
    monkey.goesOnInAnotherPart();
    monkey.touches(5);
    const auto done = replayed(monkey.ends());
    REQUIRE(done);
    CHECK_FALSE(done->difference);
    CHECK(done->ended);
    CHECK(done->intents > 10);
}

TEST_CASE("a part that was cut off is followed by the next one") {
    Monkey monkey;
    monkey.of().intend(Begin{"en"}, 101);
    const std::string one = monkey.ends();
    const auto done = replayed(one.substr(0, one.rfind("{\"end\"") + 4) + "\n" + one);
    REQUIRE(done);
    CHECK_FALSE(done->difference);
    CHECK(done->ended);
    CHECK(done->intents == 4);
}

TEST_CASE("a recording with a broken line in the middle is refused") {
    Monkey monkey;
    monkey.of().intend(Begin{"en"}, 101);
    std::string recording = monkey.ends();
    recording.insert(recording.find("{\"t\":"), "}");
    CHECK(replayed(recording).error().message == "Line 3 of this recording is broken.");
}

TEST_CASE("a pack that changed is looked up as it is from then on") {
    Monkey monkey;
    monkey.of().intend(PackChanged{{}, "2026-12-01", "0123456789abcdef"}, 101);
    std::vector<RecordingHead> heads;
    REQUIRE(replayed(monkey.ends(), &heads));
    REQUIRE(heads.size() == 2);
    CHECK(heads[1].pack == "limburg");
    CHECK(heads[1].day == "2026-12-01");
    CHECK(heads[1].files == "0123456789abcdef");
}

TEST_CASE("a recording goes on in a file that is there, and is refused where there can be none") {
    const tests::TemporaryFolder folder;
    for (int run = 0; run < 2; ++run) {
        auto file = kiosk::RecordingFile::open(folder / "visit");
        REQUIRE(file);
        (*file)->note({Tick{}, 1}, {}); // no part has begun
        (*file)->begin({}, {});
    }
    const std::string written = tests::readFile(folder / "visit");
    CHECK(written.starts_with("{\"recording\":1,"));
    CHECK(written.find("\n\n{\"recording\":1,") != std::string::npos);
    CHECK(written.find("Tick") == std::string::npos);
    CHECK(kiosk::RecordingFile::open(folder / "no-folder/visit").error().code == "record-unwritable");
}

TEST_CASE("what is no recording, or has no State at its start, is refused") {
    CHECK(replayed("{\"schacht\":\"0.1\"}\n").error().message == "This file is no recording.");
    CHECK(replayed("{\"recording\":1}\n").error().message == "This recording has no state at its start.");
}
