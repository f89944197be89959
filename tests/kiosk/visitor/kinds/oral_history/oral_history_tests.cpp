/// The screen of an oral history in every state of its voice.
#include "kiosk/visitor/parts/playback/playhead.hpp"
#include "tests/kiosk/visitor/kinds/oral_history/oral_history_stand.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"

using namespace schacht;
using namespace schacht::tests;

TEST_CASE("An oral history keeps large targets and whole texts at each of its lines, in every size") {
    auto screening = Screening::of(twoVoices);
    screening.state.device.house.access.textSize = GENERATE(1, 2, 3, 4);
    for (const auto& item : screening.material.catalogue().pack().items) {
        if (!std::holds_alternative<content::OralHistory>(item.body)) {
            continue;
        }
        screening.show(item.id);
        for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
            screening.glass = stage::screenFor(width, height, 32);
            for (const auto& cue : screening.words("nl").cues) {
                screening.at(cue.start + 0.1);
                INFO(item.id << " at " << cue.start << " on " << width << "x" << height);
                CHECK(screening.faults() == "");
            }
        }
    }
}

TEST_CASE("An oral history keeps large targets and whole texts in every language, state of its voice and size") {
    auto screening = Screening::of(twoVoices);
    screening.state.device.house.access.textSize = GENERATE(2, 4);
    std::vector<std::string> languages = screening.material.catalogue().pack().languages;
    languages.push_back("ar");
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        screening.glass = stage::screenFor(width, height, 32);
        for (const std::string& language : languages) {
            screening.state.visit.language = language;
            for (const std::string together : {"", "en", "it"}) {
                screening.state.visit.wishes.together = together;
                for (const Phase phase : {Phase::opening, Phase::playing, Phase::paused, Phase::ended, Phase::failed}) {
                    screening.at(phase == Phase::opening ? 0 : 40, phase);
                    INFO(language << " with " << together << " on " << width << "x" << height << ", phase "
                                  << static_cast<int>(phase) << "\n"
                                  << screening.faults());
                    CHECK(screening.faults() == "");
                }
                screening.at(40);
                screening.state.visit.playing->again = 7;
                INFO("again, in " << language << " with " << together << "\n" << screening.faults());
                CHECK(screening.faults() == "");
            }
        }
    }
}

TEST_CASE("The line that is said is large and stands at the same place as the voice goes on") {
    auto screening = Screening::of(twoVoices);
    const auto& cues = screening.words("nl").cues;
    std::vector<float> bottoms;
    for (std::size_t i = 3; i < 8; ++i) {
        screening.at(cues[i].start + 0.1);
        const auto scene = screening.scene();
        REQUIRE(line(scene, i, ":now"));
        CHECK_FALSE(line(scene, i + 1, ":now"));
        CHECK(line(scene, i + 1, ":plain"));
        bottoms.push_back(line(scene, i)->box.bottom());
    }
    CHECK(std::all_of(bottoms.begin(), bottoms.end(), [&](float b) { return std::abs(b - bottoms.front()) < 0.01F; }));
}

TEST_CASE("Whoever wants less movement sees the line that is said brighten, not grow") {
    auto screening = Screening::of(twoVoices);
    const auto& cues = screening.words("nl").cues;
    screening.at(cues[5].start + 0.1);
    const auto grown = screening.scene(Movement::full);
    const auto still = screening.scene(Movement::reduced);
    CHECK(line(grown, 5)->box.height > line(still, 5)->box.height);
    screening.at(cues[4].start + 0.1);
    CHECK(line(screening.scene(Movement::reduced), 5)->box.height == Approx(line(still, 5)->box.height));
}

TEST_CASE("A line that is touched is heard from its start") {
    auto screening = Screening::of(twoVoices);
    screening.at(20);
    const auto scene = screening.scene();
    REQUIRE(line(scene, 4));
    const auto* heard = std::get_if<HearFrom>(&screening.meanings.at(scene::nodeId("line:4")));
    REQUIRE(heard);
    CHECK(heard->at == screening.words("nl").cues[4].start);
    CHECK(line(scene, 4)->node->name.rfind("Hoor: ", 0) == 0);
}

TEST_CASE("Who speaks stands over a line only where that changes") {
    auto screening = Screening::of(twoVoices);
    const stage::Transcript& words = *screening.library.words.at(screening.voice().transcripts.at("nl"));
    Sketch sketch(screening.state, screening.material.catalogue(), screening.material.words, screening.material.theme,
                  screening.glass, *screening.typesetter, Movement::none);
    const auto lines = transcriptLines(sketch, screening.item(), {"nl", &words}, {});
    std::string last;
    for (std::size_t i = 0; i < lines.count; ++i) {
        const std::string who(firstVoice(words.text.cues[i]).value_or(""));
        CHECK(lines.line(i).label.runs.empty() == (who == last));
        last = who;
    }
    CHECK(lines.line(0).label.runs.front().words == "Verteller");
    CHECK(lines.line(1).label.runs.front().words == "Tweede stem");
}

TEST_CASE("Reading together shows every line of the second language once, under the line nearest to it") {
    auto screening = Screening::of(twoVoices);
    const stage::Transcript& words = *screening.library.words.at(screening.voice().transcripts.at("nl"));
    content::TimedText other;
    for (const double start : {0.5, 5.0, 5.4, 40.0, 41.0, 300.0}) {
        content::Cue cue;
        cue.start = start;
        cue.spans.push_back({});
        cue.spans.back().text = std::to_string(start);
        other.cues.push_back(cue);
    }
    const auto second = transcript(other);
    Sketch sketch(screening.state, screening.material.catalogue(), screening.material.words, screening.material.theme,
                  screening.glass, *screening.typesetter, Movement::none);
    const auto lines = transcriptLines(sketch, screening.item(), {"nl", &words}, {"en", second.get()});
    CHECK(lines.together);
    std::size_t runs = 0;
    for (std::size_t i = 0; i < lines.count; ++i) {
        for (const auto& run : lines.line(i).beside.runs) {
            runs += run.words == " " ? 0 : 1;
        }
    }
    CHECK(runs == other.cues.size());
    CHECK(lines.line(1).besideAt == 5.0); // the second line is said from 4.7
    CHECK(lines.line(1).beside.runs.size() == 3);
}

TEST_CASE("The second language of a line can be touched and is heard from its own start") {
    auto screening = Screening::of(twoVoices);
    screening.state.visit.wishes.together = "en";
    screening.at(20);
    const auto scene = screening.scene();
    REQUIRE(nodeAt(scene.root, scene::nodeId("line:beside:3")));
    const auto* heard = std::get_if<HearFrom>(&screening.meanings.at(scene::nodeId("line:beside:3")));
    REQUIRE(heard);
    CHECK(heard->at == screening.words("en").cues[3].start);
}

TEST_CASE("Of a long transcript only what is near the line that is said is laid out") {
    auto screening = Screening::of(twoVoices);
    content::TimedText text;
    for (int i = 0; i < 500; ++i) {
        content::Cue cue;
        cue.start = i;
        cue.end = i + 1;
        cue.spans.push_back({});
        cue.spans.back().text = "Regel " + std::to_string(i);
        text.cues.push_back(cue);
    }
    screening.library.words[screening.voice().transcripts.at("nl")] = transcript(std::move(text));
    screening.at(90);
    const auto scene = screening.scene();
    CHECK(line(scene, 90, ":now"));
    CHECK(countLines(scene, 500) < 20);
}

TEST_CASE("A line longer than the screen is set smaller until all of it can be read") {
    auto screening = Screening::of(twoVoices);
    content::TimedText text;
    content::Cue cue;
    cue.end = 60;
    cue.spans.push_back({});
    for (int i = 0; i < 90; ++i) {
        cue.spans.back().text += "mijnwerkers ";
    }
    text.cues.push_back(cue);
    screening.library.words[screening.voice().transcripts.at("nl")] = transcript(std::move(text));
    screening.at(5);
    CHECK(screening.faults() == "");
}

TEST_CASE("Lines that a finger has drawn away stay where they are while the voice goes on") {
    auto screening = Screening::of(twoVoices);
    const auto& cues = screening.words("nl").cues;
    screening.at(cues[8].start + 0.1);
    tests::voiceOf(screening.state).linesAt = cues[8].start + 0.1;
    tests::voiceOf(screening.state).lines.jump(-60);
    const auto before = screening.scene();
    REQUIRE(line(before, 6));
    CHECK(line(before, 8)->box.y > 0);
    screening.at(cues[9].start + 0.1);
    const float between = line(before, 8)->box.bottom() - line(screening.scene(), 8)->box.bottom();
    CHECK(std::abs(between) < 0.01F);
}

TEST_CASE("Lines are not drawn further than to their first and last") {
    auto screening = Screening::of(twoVoices);
    screening.at(20);
    const auto still = screening.scene();
    const auto moved = [&](float by) {
        tests::voiceOf(screening.state).linesAt = 20;
        tests::voiceOf(screening.state).lines.jump(by);
        return screening.scene();
    };
    CHECK(line(moved(-5000), 0));
    CHECK(line(moved(5000), screening.words("nl").cues.size() - 1));
    CHECK_FALSE(line(still, screening.words("nl").cues.size() - 1));
}

TEST_CASE("A recording without a transcript shows its chapters, each with what it is about") {
    auto screening = Screening::of(twoVoices);
    auto pack = screening.material.catalogue().pack();
    for (auto& item : pack.items) {
        if (item.id == twoVoices) {
            std::get<content::OralHistory>(item.body).transcripts.clear();
        }
    }
    const catalogue::Catalogue bare(pack);
    screening.at(20);
    screening.state.device.library = screening.library;
    Sketch sketch(screening.state, bare, screening.material.words, screening.material.theme, screening.glass,
                  *screening.typesetter, Movement::none);
    const World world{bare, 60, 20, Movement::none};
    const auto scene = view(sketch, world, 0).scene;
    REQUIRE(nodeAt(scene.root, scene::nodeId("line:chapter:0")));
    CHECK(holdsWords(scene.root, screening.voice().chapters[0].synopsis.all().at("nl")));
    CHECK_FALSE(nodeAt(scene.root, scene::nodeId("voice:again"))); // there is no sentence to say again
}

TEST_CASE("It is always on the screen that a computer speaks") {
    auto screening = Screening::of(twoVoices);
    for (const Phase phase : {Phase::opening, Phase::playing, Phase::paused, Phase::ended, Phase::failed}) {
        screening.at(30, phase);
        CHECK(holdsWords(screening.scene().root, screening.voice().synthetic->how.all().at("nl")));
    }
}

TEST_CASE("A voice that cannot be heard keeps its words and says so, without a play button") {
    auto screening = Screening::of(twoVoices);
    screening.at(0, Phase::failed);
    const auto scene = screening.scene();
    CHECK_FALSE(nodeAt(scene.root, scene::nodeId("voice:play")));
    CHECK(
        holdsWords(scene.root, "Deze stem is hier nu niet te horen. De woorden kun je wel lezen: raak een regel aan."));
    CHECK(line(scene, 0));
}

TEST_CASE("Time runs from left to right in Arabic too, while the controls stand at the right") {
    auto screening = Screening::of(twoVoices);
    screening.at(30); // of 120
    const auto share = [&] {
        const auto scene = screening.scene();
        const auto track = nodeAt(scene.root, scene::nodeId("track"))->box;
        return (nodeAt(scene.root, scene::nodeId("track:head"))->box.centre().x - track.x) / track.width;
    };
    CHECK(share() == Approx(.25F).margin(.001));
    const float left = nodeAt(screening.scene().root, scene::nodeId("voice:play"))->box.x;
    screening.state.visit.language = "ar";
    CHECK(share() == Approx(.25F).margin(.001));
    CHECK(left < 100);
    CHECK(nodeAt(screening.scene().root, scene::nodeId("voice:play"))->box.x > 600);
}

TEST_CASE("While a finger slides, the head and the words stand where the finger is") {
    auto screening = Screening::of(twoVoices);
    screening.at(10);
    screening.state.visit.sliding = Sliding{visitor::SurfaceOwner::playback, 0.5F};
    const auto scene = screening.scene();
    CHECK(holdsWords(scene.root, "1:00"));
    const auto spoken = lineAt(*screening.library.words.at(screening.voice().transcripts.at("nl")), 60);
    CHECK(line(scene, *spoken, ":now"));
}

TEST_CASE("A time is written in minutes and seconds, and with hours where it has any") {
    CHECK(clockTime(0) == "0:00");
    CHECK(clockTime(118.9) == "1:58");
    CHECK(clockTime(3727) == "1:02:07");
}

TEST_CASE("a transcript that a finger drew past its end comes back as soon as the finger does") {
    const kiosk::Material& material = tests::limburg();
    Session session(material.catalogue(), material.words, material.theme, {"nl", 60, 20, Movement::full});
    session.intend(visitor::JumpTo{tests::voiceAt(twoVoices)}, 0);
    for (const auto& [language, file] : wordsOf(*material.catalogue().item(twoVoices))) {
        (void)session.happen(stage::WordsArrived{file, readWords(file)});
    }
    text::Typesetter typesetter;
    const auto standsAt = [&](float by) {
        if (by != 0) {
            session.intend(DragMoved{SurfaceOwner::kind, {0, by}, {}}, 1);
        }
        const scene::Scene scene = tests::shown(session, stage::screenFor(1920, 1080, 32), typesetter, 1);
        const auto moved = nodeAt(scene.root, scene::nodeId("line:moved"));
        REQUIRE(moved);
        return moved->node->box.y;
    };
    (void)standsAt(0);
    session.intend(DragStarted{}, 1);
    const float began = standsAt(0);
    const float end = standsAt(-9000);
    CHECK(end < began - 100);
    CHECK(standsAt(-9500) == Approx(end));
    CHECK(standsAt(-9440) == Approx(end + 60));
}
