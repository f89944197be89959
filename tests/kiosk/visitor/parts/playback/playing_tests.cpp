#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/kit/layout.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/stops.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

using media::Phase;

content::Item item(const std::string& id, decltype(content::Item::body) body) {
    content::Item made;
    made.id = id;
    made.themes = {"mines"};
    made.body = std::move(body);
    return made;
}

/// A voice with words in Dutch and English, a film with three versions, a story with a passage of the voice.
content::Pack packThatSounds() {
    content::Pack pack;
    pack.languages = {"nl", "en"};
    content::Theme theme;
    theme.id = "mines";
    pack.themes.push_back(theme);
    content::OralHistory voice;
    voice.audio = "media/lamp.opus";
    voice.spoken = "nl";
    voice.transcripts = {{"nl", "media/lamp.nl.vtt"}, {"en", "media/lamp.en.vtt"}};
    pack.items.push_back(item("lamp", voice));
    content::Film film;
    film.video = "media/years.mp4";
    film.described = "media/years.described.mp4";
    film.signs = {{"vgt", "media/years.vgt.mp4"}};
    film.captions = {{"nl", "media/years.nl.vtt"}};
    pack.items.push_back(item("years", film));
    content::Story story{std::vector<content::Page>(2)};
    story.pages[0].layout = content::Page::Layout::listen;
    story.pages[0].item = "lamp";
    story.pages[0].from = 2;
    story.pages[0].to = 6;
    pack.items.push_back(item("coal", story));
    return pack;
}

std::shared_ptr<const stage::Transcript> wordsAt(std::initializer_list<std::pair<double, double>> times) {
    auto made = std::make_shared<stage::Transcript>();
    for (const auto& [start, end] : times) {
        content::Cue cue;
        cue.start = start;
        cue.end = end;
        made->text.cues.push_back(std::move(cue));
    }
    made->times = content::CueTimes(made->text.cues);
    return made;
}

struct SoundingKiosk {
    catalogue::Catalogue catalogue{packThatSounds()};
    World world{catalogue, 60, 20, Movement::full};
    State state;
    std::vector<stage::Effect> wanted; ///< since the last happens()

    SoundingKiosk() {
        const auto lines = wordsAt({{1, 4}, {4.5, 8}, {8.5, 12}});
        state.device.library.words = {
            {"media/lamp.nl.vtt", lines}, {"media/lamp.en.vtt", lines}, {"media/years.nl.vtt", lines}};
    }
    void happens(Intent meaning, base::Seconds now) {
        auto change = update(state, {std::move(meaning), now}, world);
        state = std::move(change.state);
        wanted = std::move(change.effects);
    }
    /// The player says so of what was opened last.
    void reports(Phase phase, base::Seconds position, base::Seconds now) {
        media::PlayerState report;
        report.open = state.device.opens;
        report.phase = phase;
        report.position = position;
        report.at = now;
        report.length = 100;
        happens(PlayerReport{report}, now);
    }
    template <class Effect>
    [[nodiscard]] const Effect* wants() const {
        for (const auto& effect : wanted) {
            if (const auto* found = std::get_if<Effect>(&effect)) {
                return found;
            }
        }
        return nullptr;
    }
    /// Comes to an item and lets it play.
    void plays(const std::string& id, base::Seconds now) {
        happens(OpenItem{id}, now);
        reports(Phase::paused, 0, now);
        happens(TogglePlay{}, now);
        reports(Phase::playing, 0, now);
    }
};

} // namespace

TEST_CASE("A voice that is opened waits, and its words are read") {
    SoundingKiosk kiosk;
    kiosk.state.device.library.words.clear();
    kiosk.happens(OpenItem{"lamp"}, 1);
    CHECK(visitor::nameOf(kiosk.state.visit.here) == "oral-history");
    REQUIRE(kiosk.wants<stage::OpenMedium>() != nullptr);
    CHECK(kiosk.wants<stage::OpenMedium>()->request.paused);
    CHECK(kiosk.wants<stage::OpenMedium>()->request.file == "media/lamp.opus");
    CHECK(kiosk.wants<stage::ReadWords>() != nullptr);
    CHECK(kiosk.wants<stage::MeasureSound>() != nullptr);
}

TEST_CASE("A touch plays, and a second one pauses") {
    SoundingKiosk kiosk;
    kiosk.happens(OpenItem{"lamp"}, 1);
    kiosk.reports(Phase::paused, 0, 1.1);
    kiosk.happens(TogglePlay{}, 2);
    CHECK(kiosk.wants<stage::PlayMedium>() != nullptr);
    kiosk.reports(Phase::playing, 0, 2.1);
    kiosk.happens(TogglePlay{}, 3);
    CHECK(kiosk.wants<stage::PauseMedium>() != nullptr);
}

TEST_CASE("Leaving fades what plays, and coming back goes on from there") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 1);
    kiosk.happens(GoHome{}, 11);
    REQUIRE(kiosk.wants<stage::CloseMedium>() != nullptr);
    CHECK(kiosk.wants<stage::CloseMedium>()->fade == Approx(0.3));
    CHECK_FALSE(kiosk.state.visit.playing);
    kiosk.happens(OpenItem{"lamp"}, 20);
    REQUIRE(kiosk.wants<stage::OpenMedium>() != nullptr);
    CHECK(kiosk.wants<stage::OpenMedium>()->request.from == Approx(10).margin(0.01));
}

TEST_CASE("A report about what was left changes nothing") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 1);
    media::PlayerState late;
    late.open = kiosk.state.device.opens;
    late.phase = Phase::failed;
    kiosk.happens(OpenItem{"years"}, 2);
    kiosk.happens(PlayerReport{late}, 2.1);
    REQUIRE(kiosk.state.visit.playing);
    CHECK(kiosk.state.visit.playing->report.phase == Phase::opening);
}

TEST_CASE("The number of an opening outlives the visit") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 1);
    const auto opens = kiosk.state.device.opens;
    kiosk.happens(StartOver{}, 2);
    CHECK(kiosk.state.device.opens == opens);
    CHECK(kiosk.wants<stage::CloseMedium>() != nullptr);
    CHECK(kiosk.state.visit.heard.empty());
}

TEST_CASE("The volume is forgotten with the visit, and the player hears of it") {
    SoundingKiosk kiosk;
    kiosk.happens(Slid{visitor::SurfaceOwner::volume, 1, true}, 1);
    CHECK(volumeOf(kiosk.state) == volumeSteps);
    kiosk.happens(StartOver{}, 2);
    CHECK(volumeOf(kiosk.state) == House{}.volume);
    REQUIRE(kiosk.wants<stage::SetVolume>() != nullptr);
    CHECK(kiosk.wants<stage::SetVolume>()->volume == Approx(static_cast<double>(House{}.volume) / volumeSteps));
}

TEST_CASE("A line that is touched is heard from there") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 1);
    kiosk.happens(HearFrom{8.5}, 3);
    REQUIRE(kiosk.wants<stage::SeekMedium>() != nullptr);
    CHECK(kiosk.wants<stage::SeekMedium>()->to == Approx(8.5));
}

TEST_CASE("Say it again goes to the start of the sentence, slowly, and then on as before") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 1);
    kiosk.happens(SayAgain{}, 7); // at 6 s: in the second sentence
    REQUIRE(kiosk.wants<stage::SeekMedium>() != nullptr);
    CHECK(kiosk.wants<stage::SeekMedium>()->to == Approx(4.5));
    REQUIRE(kiosk.wants<stage::SetRate>() != nullptr);
    CHECK(kiosk.wants<stage::SetRate>()->rate == Approx(slowly));
    kiosk.reports(Phase::playing, 8.01, 13);
    kiosk.happens(Tick{}, 13);
    REQUIRE(kiosk.wants<stage::SetRate>() != nullptr);
    CHECK(kiosk.wants<stage::SetRate>()->rate == Approx(1));
}

TEST_CASE("Say it again at the start of a sentence means the one before") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 1);
    kiosk.happens(SayAgain{}, 5.8); // at 4.8 s
    REQUIRE(kiosk.wants<stage::SeekMedium>() != nullptr);
    CHECK(kiosk.wants<stage::SeekMedium>()->to == Approx(1));
}

TEST_CASE("Reading together goes through the other languages, and then to none") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 1);
    kiosk.happens(ReadTogether{}, 2);
    CHECK(kiosk.state.visit.wishes.together == "en");
    kiosk.happens(ReadTogether{}, 3);
    CHECK(kiosk.state.visit.wishes.together.empty());
}

TEST_CASE("The described film takes over where the other was, and signs give way to it") {
    SoundingKiosk kiosk;
    kiosk.plays("years", 1);
    kiosk.happens(ToggleInterpreted{}, 11);
    REQUIRE(kiosk.wants<stage::OpenMedium>() != nullptr);
    CHECK(kiosk.wants<stage::OpenMedium>()->request.file == "media/years.vgt.mp4");
    CHECK(kiosk.wants<stage::OpenMedium>()->request.from == Approx(10).margin(0.01));
    kiosk.reports(Phase::playing, 10, 11);
    kiosk.happens(ToggleDescribed{}, 12);
    CHECK_FALSE(kiosk.state.visit.wishes.interpreted);
    REQUIRE(kiosk.wants<stage::OpenMedium>() != nullptr);
    CHECK(kiosk.wants<stage::OpenMedium>()->request.file == "media/years.described.mp4");
    CHECK_FALSE(kiosk.wants<stage::OpenMedium>()->request.paused);
}

TEST_CASE("What plays holds the idle clock, but a film that nobody touches not for ever") {
    SoundingKiosk kiosk;
    kiosk.happens(GlassTouched{}, 1);
    kiosk.plays("years", 1);
    kiosk.reports(Phase::playing, 90, 91);
    kiosk.happens(Tick{}, 91);
    CHECK_FALSE(kiosk.state.visit.asking);
    kiosk.reports(Phase::playing, 50, 200); // it plays on, for whatever reason, with nobody there
    kiosk.happens(Tick{}, 200);
    CHECK(kiosk.state.visit.asking);
}

TEST_CASE("A paused film does not hold the idle clock") {
    SoundingKiosk kiosk;
    kiosk.happens(GlassTouched{}, 1);
    kiosk.plays("years", 1);
    kiosk.happens(TogglePlay{}, 3);
    kiosk.reports(Phase::paused, 2, 3);
    kiosk.happens(Tick{}, 62);
    CHECK(kiosk.state.visit.asking);
}

TEST_CASE("Each line is told once, with the moment at which it was due") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 10);
    kiosk.happens(Tick{}, 11.02); // at 1.02 s; the first line starts at 1
    const auto told = [&] {
        std::vector<stage::TraceLine> found;
        for (const auto& effect : kiosk.wanted) {
            if (const auto* report = std::get_if<stage::TraceLine>(&effect);
                report != nullptr && report->event == "cue") {
                found.push_back(*report);
            }
        }
        return found;
    };
    REQUIRE(told().size() == 1);
    CHECK(told()[0].shown);
    CHECK(std::get<double>(told()[0].fields[1].second) == Approx(11));
    kiosk.happens(Tick{}, 11.3);
    CHECK(told().empty());
}

TEST_CASE("The controls of a film go after four seconds, and stay while it waits") {
    SoundingKiosk kiosk;
    kiosk.happens(GlassTouched{}, 1);
    kiosk.plays("years", 1);
    kiosk.happens(Tick{}, 4.9);
    CHECK(controlsShown(kiosk.state));
    kiosk.happens(Tick{}, 5.1);
    CHECK_FALSE(controlsShown(kiosk.state));
    kiosk.happens(GlassTouched{}, 6);
    CHECK(controlsShown(kiosk.state));
    kiosk.happens(TogglePlay{}, 6);
    kiosk.happens(Tick{}, 30);
    CHECK(controlsShown(kiosk.state));
}

TEST_CASE("A transcript that was drawn away comes back after six seconds") {
    SoundingKiosk kiosk;
    kiosk.plays("lamp", 1);
    kiosk.happens(DragStarted{}, 2);
    kiosk.happens(DragMoved{SurfaceOwner::kind, {0, 80}, {}}, 2.1);
    kiosk.happens(DragDone{SurfaceOwner::kind, {0, 80}, {0, 0}, false}, 2.2);
    CHECK(tests::voiceOf(kiosk.state).lines.position(5) == Approx(-80));
    kiosk.happens(Tick{}, 8.1);
    CHECK(tests::voiceOf(kiosk.state).lines.goal() == Approx(-80));
    kiosk.happens(Tick{}, 8.3);
    CHECK(tests::voiceOf(kiosk.state).lines.goal() == Approx(0));
}

TEST_CASE("A page of a story plays its passage, and stops when it is turned") {
    SoundingKiosk kiosk;
    kiosk.happens(OpenItem{"coal"}, 1);
    kiosk.happens(PlayPassage{"lamp", 2, 6}, 2);
    REQUIRE(kiosk.wants<stage::OpenMedium>() != nullptr);
    CHECK(kiosk.wants<stage::OpenMedium>()->request.from == Approx(2));
    CHECK(kiosk.wants<stage::OpenMedium>()->request.until == Approx(6));
    kiosk.reports(Phase::playing, 2, 2.1);
    kiosk.happens(TurnPage{1}, 4);
    CHECK(kiosk.wants<stage::CloseMedium>() != nullptr);
    CHECK(kiosk.state.visit.heard.count("lamp") == 0); // a passage is not the visitor's place in the recording
}

TEST_CASE("A finger on the track goes there when it lifts, and not before") {
    SoundingKiosk kiosk;
    kiosk.plays("years", 1);
    kiosk.happens(Slid{visitor::SurfaceOwner::playback, 0.2F, false}, 2);
    CHECK(kiosk.wants<stage::SeekMedium>() == nullptr);
    REQUIRE(kiosk.state.visit.sliding);
    kiosk.happens(Slid{visitor::SurfaceOwner::playback, 0.5F, true}, 3);
    REQUIRE(kiosk.wants<stage::SeekMedium>() != nullptr);
    CHECK(kiosk.wants<stage::SeekMedium>()->to == Approx(50));
    CHECK_FALSE(kiosk.state.visit.sliding);
}

TEST_CASE("A medium that fails is left alone: its screen keeps the poster and the words") {
    SoundingKiosk kiosk;
    kiosk.happens(OpenItem{"years"}, 1);
    kiosk.reports(Phase::failed, 0, 1.2);
    kiosk.happens(TogglePlay{}, 2);
    CHECK(kiosk.wants<stage::PlayMedium>() == nullptr);
    CHECK(visitor::nameOf(kiosk.state.visit.here) == "film");
}

TEST_CASE("A key moves what plays by ten seconds") {
    SoundingKiosk kiosk;
    kiosk.plays("years", 1);
    kiosk.reports(Phase::playing, 40, 2);
    const auto track = headPosition(kiosk.state);
    REQUIRE(track);
    CHECK(track->share == Approx(0.4F));
    CHECK(track->step == Approx(0.1F));
    kiosk.happens(GoHome{}, 3);
    CHECK_FALSE(headPosition(kiosk.state));
}
