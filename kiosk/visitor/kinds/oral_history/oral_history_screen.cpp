#include "kiosk/visitor/kinds/oral_history/oral_history_screen.hpp"
#include "kiosk/visitor/parts/playback/playhead.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"
#include "kiosk/visitor/parts/playback/spoken_lines.hpp"

#include <algorithm>

namespace schacht::visitor {

using media::Phase;
using scene::Node;

namespace {

constexpr float stepSize = 26;

/// Where things stand, in millimetres from the stage's left (or right) and bottom edges.
struct Places {
    float picture;     // its width, or upright its height
    float whoBottom;   // of the name and who they are
    float saidBottom;  // of whether the voice is synthetic
    base::Rect lines;  // from the stage's upper left corner
    float top, bottom; // of the lines at rest, in that box
    float steady;      // the bottom of the line that is said, in that box
    float waveLeft;
    float waveBottom;
    float controls; // the middle of the discs
};

Places placesOf(const Sketch& sketch) {
    const base::Size stage = sketch.aboveBar();
    if (sketch.portrait()) {
        const float bottom = stage.height - 124;
        return {350,
                340,
                316,
                {layout::margin, 364, stage.width - 2 * layout::margin, bottom - 364},
                2,
                bottom - 364 - 4,
                stage.height - 174 - 364,
                layout::margin,
                65,
                31};
    }
    constexpr float left = 300;
    constexpr float top = 12;
    const float bottom = stage.height - 66;
    return {330,
            96,
            74,
            {left, top, stage.width - left - layout::margin, bottom - top},
            8,
            bottom - top - 5,
            stage.height - 126 - top,
            110,
            11,
            35};
}

/// An oral history while its screen is drawn.
class Voice {
public:
    Voice(Sketch& on, const content::Item& of, const content::OralHistory& body, const OralHistoryState& state)
        : sketch(on), item(of), heard(body), own(state), now(on.now), places(placesOf(on)),
          colour(on.colourOf(on.catalogue.themeOf(of))), playing(playingOf(on.state, of)),
          said(wordsShown(of, on.state, on.catalogue, on.state.device.library)),
          course(courseOf(on.state, of, on.catalogue, on.state.device.library, on.now)) {}

    Node draw() {
        const base::Size stage = sketch.aboveBar();
        Node node = group("screen:item:" + item.id, {0, 0, stage.width, stage.height});
        node.name = sketch.inWords(item.title);
        Node words = who();
        addPicture(node, words.children.front().box.y);
        node.children.push_back(std::move(words));
        // what changes most is painted last, so that the rest is composed once: lines in a finger's hand, else the time
        if (own.lines.held() || own.lines.moving(now) || own.linesLeft) {
            addControls(node);
            addLines(node);
        } else {
            addLines(node);
            addControls(node);
        }
        return node;
    }

private:
    [[nodiscard]] bool failed() const { return playing != nullptr && playing->report.phase == Phase::failed; }
    [[nodiscard]] bool ended() const { return playing != nullptr && playing->report.phase == Phase::ended; }
    [[nodiscard]] const content::Speaker& speaker() const { return heard.speakers.front(); }

    /// words: where the speaker's name begins. In high contrast the picture ends before words do, else it sinks under
    /// them.
    void addPicture(Node& node, float words) {
        const bool upright = sketch.portrait();
        if (sketch.theme.plain) {
            constexpr float apart = 14;
            const float line = sketch.theme.hairline;
            const base::Rect clear{0, 0, upright ? sketch.aboveBar().width : places.lines.x - apart, words - apart};
            addPortrait(node, clear);
            for (const base::Rect& edge : {base::Rect{0, clear.height, clear.width, line},
                                           base::Rect{clear.width, 0, line, clear.height + line}}) {
                node.children.push_back(box(edge, scene::Fill{sketch.theme.colour.edge, 0, {}, 0}));
            }
            return;
        }
        const base::Rect where = upright ? base::Rect{0, 0, sketch.aboveBar().width, places.picture}
                                         : base::Rect{0, 0, places.picture, sketch.aboveBar().height};
        addPortrait(node, where);
        Node shade = group("voice:shade", where);
        shade.role = scene::Role::none;
        const base::Rect whole{0, 0, where.width, where.height};
        if (upright) {
            shade.children.push_back(box(whole, scrim(sketch.theme, 0, {{.01F, 1}, {.26F, .84F}, {.56F, 0}})));
        } else {
            shade.children.push_back(box(whole, scrim(sketch.theme, 0, {{.08F, 1}, {.34F, .9F}, {.62F, 0}})));
            shade.children.push_back(box(whole, scrim(sketch.theme, 90, {{.55F, 0}, {1, 1}})));
        }
        node.children.push_back(std::move(shade));
    }

    void addPortrait(Node& node, base::Rect where) {
        const auto& portrait = speaker().portrait;
        Node picture = sketch.picture(portrait ? *portrait : item.cover, where);
        picture.id = scene::nodeId("cover:" + item.id);
        picture.motion.travel = 0.340;
        picture.motion.travelFades = portrait.has_value(); // it is another picture than the card's
        picture.motion.curve = scene::Curve::swap;
        node.children.push_back(std::move(picture));
    }

    /// Whether it is a computer that speaks; else when and where it was recorded, and that the speaker agreed.
    [[nodiscard]] text::Phrase sourceWords() const {
        if (heard.synthetic) {
            return sketch.packWords(heard.synthetic->how);
        }
        std::string what;
        const auto add = [&](std::string_view part) {
            what += (what.empty() || part.empty() ? "" : ", ") + std::string(part);
        };
        if (heard.recorded) {
            const auto& languages = sketch.catalogue.pack().languages;
            add(heard.recorded->place.find(sketch.language(), languages).words);
            add(heard.recorded->date.substr(0, 4)); // the year
            add(heard.recorded->by.find(sketch.language(), languages).words);
        }
        std::string out = what.empty() ? "" : sketch.say("voice.recorded", {{"what", what}}) + ". ";
        if (heard.consent) {
            out += heard.consent->note.empty() ? sketch.say("voice.consent") : sketch.inWords(heard.consent->note);
        }
        return sketch.ownWords(out);
    }

    /// Who speaks, from the seam down, and whether that is a person.
    Node who() {
        constexpr float sign = 10;
        constexpr float nameGap = 3; // to who they are; the seam stands twice as far above
        const base::Size stage = sketch.aboveBar();
        const auto& c = sketch.theme.colour;
        const bool upright = sketch.portrait();
        const float width = upright ? stage.width - 2 * layout::margin : 250;
        Node words = sketch.text(sourceWords(),
                                 {.rank = "label", .colour = c.chalk, .width = (upright ? width : 276) - sign - 4});
        Node icon = sketch.icon("voice", sign, colour);
        const bool oneLine = words.box.height < 14;
        const float bottom = stage.height - places.saidBottom + (oneLine ? -(sign - words.box.height) / 2 : 9);
        words.box.x = layout::margin + sign + 4;
        words.box.y = bottom - words.box.height;
        icon.box.x = layout::margin;
        icon.box.y = words.box.y + (oneLine ? (words.box.height - sign) / 2 : -.5F);
        const float least = words.box.y - 7;

        Node name = sketch.poster(sketch.packWords(speaker().name),
                                  {.rank = "poster-6", .colour = c.chalk, .width = width, .lines = 2});
        std::vector<Node> stack;
        Node seam = box({0, 0, width, 2.4F + nameGap}, {});
        seam.children.push_back(sketch.seam(colour));
        stack.push_back(std::move(seam));
        stack.push_back(std::move(name));
        if (!speaker().role.empty()) {
            stack.push_back(sketch.text(sketch.packWords(speaker().role),
                                        {.rank = "lead", .colour = c.chalk, .width = width, .lines = 3}));
        }
        Node out = group("voice:who:" + item.id, {0, 0, stage.width, stage.height});
        out.motion.enter.delay = sketch.state.visit.arrival == Arrival::opened ? 0.120 : 0;
        stackUp(out, std::move(stack), layout::margin, std::min(stage.height - places.whoBottom, least), nameGap);
        out.children.push_back(std::move(icon));
        out.children.push_back(std::move(words));
        return out;
    }

    void addControls(Node& node) {
        const base::Size stage = sketch.aboveBar();
        const float middle = stage.height - places.controls;
        if (failed()) {
            constexpr float sign = 14;
            Node icon = sketch.icon("mute", sign, sketch.theme.colour.ash);
            Node words =
                sketch.text(sketch.say("voice.failed"), {.rank = "lead",
                                                         .colour = sketch.theme.colour.chalk,
                                                         .width = stage.width - 2 * layout::margin - sign - 6});
            icon.box.x = layout::margin;
            icon.box.y = middle - sign / 2;
            words.box.x = layout::margin + sign + 6;
            words.box.y = middle - words.box.height / 2;
            node.children.push_back(std::move(icon));
            node.children.push_back(std::move(words));
            return;
        }
        const float actions = addActions(node, middle);
        addDiscs(node, middle);
        const float right = sketch.portrait() || actions <= 0 ? layout::margin : layout::margin + actions + 14;
        Node wave = playhead(sketch, item, course, stage.width - places.waveLeft - right);
        wave.box.x = places.waveLeft;
        wave.box.y = stage.height - places.waveBottom - playheadHeight;
        node.children.push_back(std::move(wave));
    }

    void addDiscs(Node& node, float middle) {
        using Look = Sketch::Look;
        Node back = sketch.disc("voice:back", "back-ten", stepSize, Look::quiet, sketch.say("voice.back"), SkipBack{});
        back.touch->repeatable = true;
        Node play = playDisc(sketch, "voice:play", playing, TogglePlay{});
        back.box.x = layout::margin;
        back.box.y = middle - stepSize / 2;
        play.box.x =
            sketch.portrait() ? sketch.aboveBar().width - layout::margin - playSize : layout::margin + stepSize + 8;
        play.box.y = middle - playSize / 2;
        node.children.push_back(std::move(back));
        node.children.push_back(std::move(play));
    }

    /// "Again", or at the end "and now?", and the second language: a disc with its word below it, or upright beside it.
    /// Says how wide they are.
    float addActions(Node& node, float middle) {
        std::vector<Node> actions;
        if (ended()) { // then what comes next is worth more than its last sentence
            const std::string next = sketch.say("end.question");
            actions.push_back(action("voice:next", "arrow-right", true, next, next, TurnPage{1}));
        } else if (!said.language.empty()) {
            const bool again = playing != nullptr && playing->again;
            actions.push_back(action("voice:again", "replay", again, sketch.say("voice.again"),
                                     sketch.say("voice.again.name"), SayAgain{}));
        }
        if (heard.transcripts.size() > 1) {
            const std::string on = sketch.state.visit.wishes.together;
            const bool lit = heard.transcripts.contains(on) && on != said.language;
            const std::string next = nextTogether(item, sketch.state, sketch.catalogue, sketch.state.device.library);
            actions.push_back(action("voice:together", "together", lit, nameOf(lit ? on : next),
                                     next.empty() ? sketch.say("voice.together.remove")
                                                  : sketch.say("voice.together.add", {{"language", nameOf(next)}}),
                                     ReadTogether{}));
        }
        if (actions.empty()) {
            return 0;
        }
        constexpr float gap = 8;
        const float width = rowWidth(actions, gap);
        const base::Size stage = sketch.aboveBar();
        const float free = stage.width - 2 * layout::margin - playSize - stepSize;
        float x =
            sketch.portrait() ? layout::margin + stepSize + (free - width) / 2 : stage.width - layout::margin - width;
        for (Node& one : actions) {
            one.box.x = x;
            constexpr float barApart = 3.5F;
            one.box.y = std::min(middle - stepSize / 2, stage.height - barApart - one.box.height);
            x += one.box.width + gap;
            node.children.push_back(std::move(one));
        }
        return width;
    }

    Node action(const std::string& id, const std::string& sign, bool lit, const std::string& word,
                const std::string& name, Intent meaning) {
        const auto look = lit ? Sketch::Look::lit : Sketch::Look::quiet;
        if (sketch.portrait()) {
            Node node = sketch.action(id, sign, stepSize, look, word, "label", meaning);
            node.name = name;
            return node;
        }
        // the word stands where the times do
        const float height = stepSize / 2 + places.controls - places.waveBottom;
        Node node = sketch.actionBelow(id, sign, stepSize, look, word, height, std::move(meaning));
        node.name = name;
        return node;
    }
    /// A language as those who speak it call it; its tag where the kiosk does not know it.
    [[nodiscard]] std::string nameOf(const std::string& tag) const {
        const auto known = sketch.words.languages();
        return std::find(known.begin(), known.end(), tag) == known.end() ? tag : sketch.words.get(tag, "language.name");
    }

    void addLines(Node& node) {
        const auto& files = wordsOf(item);
        const auto file = files.find(said.language);
        const bool coming = file != files.end() && !sketch.state.device.library.words.contains(file->second);
        if (coming) {
            return;
        }
        const SpokenLines lines =
            said.words != nullptr
                ? transcriptLines(sketch, item, said, wordsBeside(item, sketch.state, sketch.state.device.library))
                : chapterLines(sketch, item);
        if (lines.count == 0) {
            addSummary(node);
            return;
        }
        const bool again = playing != nullptr && playing->again;
        const base::Seconds position =
            sketch.state.visit.sliding ? course.position : positionOf(sketch.state, item, now);
        const bool begun = position > 0 || (playing != nullptr && playing->started);
        const auto spoken = begun ? lines.at(position) : std::nullopt;
        const auto anchor = own.linesAt ? lines.at(*own.linesAt) : lines.at(position);
        LinesLook look;
        look.prefix = "line:";
        look.drawn = &own.lines;
        look.box = places.lines;
        look.top = places.top;
        look.bottom = places.bottom;
        // with two languages the next line needs more room
        look.steady = places.steady - (lines.together && !sketch.portrait() ? 16.0F : 0);
        look.hear = [](base::Seconds from) { return HearFrom{from}; };
        node.children.push_back(linesColumn(sketch, lines, look, anchor, spoken, again, now));
    }

    /// What stands in place of words where there are none.
    void addSummary(Node& node) {
        Node words = sketch.text(
            sketch.packWords(item.summary),
            {.rank = "spoken", .colour = sketch.theme.colour.chalk, .width = places.lines.width - 17, .lines = 6});
        words.box.x = places.lines.x + 13;
        words.box.y = places.lines.y + places.steady - words.box.height;
        node.children.push_back(std::move(words));
    }

    Sketch& sketch;
    const content::Item& item;
    const content::OralHistory& heard;
    const OralHistoryState& own;
    const base::Seconds now;
    const Places places;
    const base::Colour colour;
    const Playing* const playing;
    const Said said;
    const Course course;
};

} // namespace

Node oralHistoryScreen(Sketch& sketch, const content::Item& item, const content::OralHistory& body,
                       const OralHistoryState& state) {
    return Voice(sketch, item, body, state).draw();
}

} // namespace schacht::visitor
