#include "kiosk/visitor/parts/playback/playhead.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float barsTop = 17;
constexpr float barsHeight = 24;
constexpr float barPitch = 4.4F;
constexpr float trackHeight = 2;
constexpr float ticksHeight = 41;
constexpr float headWidth = 1.2F;
constexpr float headTop = 14;
constexpr float headHeight = 30;
constexpr float knob = 10;
constexpr float knobOver = 2; // the head
constexpr float timesTop = 44;
constexpr float touchHeight = 23; // of the slider: under the chapters and what lies between two targets
constexpr float chapterTouch = 20;
constexpr float apart = 3;
constexpr float namePad = 3;
constexpr base::Seconds headGoes = 0.280; // to what was touched

/// The waveform's right end: whole bars only, so that the head stands where a bar changes its colour.
float wholeBars(const Sketch& sketch, float width) {
    const float scale = sketch.screen.pixelsPerMillimetre;
    const float pitch = std::max(std::round(barPitch * scale), 2.0F);
    return std::floor(width * scale / pitch) * pitch / scale;
}

/// One chapter over the waveform.
struct Mark {
    float left = 0;
    float right = 0; ///< where the next one begins
    bool current = false;
    bool named = false;
    Node name;
};

std::vector<Mark> marksOf(Sketch& sketch, const std::vector<content::Chapter>& chapters, const Course& course,
                          float width) {
    const auto current = chapterAt(chapters, course.position);
    const auto& c = sketch.theme.colour;
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const auto place = [&](std::size_t n) {
            return n >= chapters.size()
                       ? width
                       : width * static_cast<float>(std::clamp(chapters[n].start / course.length, 0.0, 1.0));
        };
        Mark mark{place(i), place(i + 1), current == i, true, {}};
        mark.name = sketch.text(sketch.packWords(chapters[i].title), {.rank = "label",
                                                                      .colour = mark.current ? c.chalk : c.ash,
                                                                      .line = sketch.grown("label") > 1 ? 1.0F : 0,
                                                                      .role = scene::Role::none});
        mark.name.box.y = std::min(0.0F, headTop - knobOver - mark.name.box.height); // large ones rise over the head
        marks.push_back(std::move(mark));
    }
    // a name has the room up to the next one that is shown; the chapter that is heard goes before those behind it
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!marks[i].named) {
            continue;
        }
        const float right = marks[i].left + namePad + marks[i].name.box.width + namePad;
        if (right - namePad > width) {
            marks[i].named = false;
        }
        for (std::size_t next = i + 1; next < marks.size() && marks[i].named && marks[next].left < right; ++next) {
            if (marks[i].current) {
                marks[next].named = false;
            } else {
                marks[i].named = false;
            }
        }
    }
    return marks;
}

void addChapters(Sketch& sketch, Node& node, const content::Item& item, const Course& course, float width) {
    const auto& chapters = chaptersOf(item);
    if (course.length <= 0) {
        return;
    }
    const auto& c = sketch.theme.colour;
    auto marks = marksOf(sketch, chapters, course, width);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        Mark& mark = marks[i];
        const float thick = mark.current ? 0.9F : 0.6F;
        const float top = mark.named ? 0 : barsTop;
        node.children.push_back(
            box({mark.left, top, thick, ticksHeight - top}, scene::Fill{mark.current ? c.lamp : c.edge, 0, {}, 0}));
        const std::string title = mark.name.name;
        const float room = mark.right - mark.left - (i + 1 < marks.size() ? apart : 0);
        if (room >= chapterTouch) {
            Node touch = group("chapter:" + std::to_string(i), {mark.left, barsTop - chapterTouch, room, chapterTouch});
            sketch.touchable(touch, sketch.say("voice.chapter", {{"title", title}}), HearFrom{chapters[i].start});
            node.children.push_back(std::move(touch));
        }
        if (mark.named) {
            mark.name.box.x = mark.left + namePad;
            node.children.push_back(std::move(mark.name));
        }
    }
}

void addTrack(Sketch& sketch, Node& node, const content::Item& item, const Course& course, float width) {
    const auto& c = sketch.theme.colour;
    const auto levels = sketch.state.device.library.levels.find(content::mediumOf(item));
    if (levels != sketch.state.device.library.levels.end() && levels->second != nullptr && !levels->second->empty()) {
        node.children.push_back(box({0, barsTop, width, barsHeight},
                                    scene::WavePaint{levels->second, course.share(), barPitch, c.lamp, c.track}));
        return;
    }
    const float y = barsTop + (barsHeight - trackHeight) / 2;
    node.children.push_back(box({0, y, width, trackHeight}, scene::Fill{c.track, 0, {}, 0}));
    node.children.push_back(box({0, y, width * course.share(), trackHeight}, scene::Fill{c.lamp, 0, {}, 0}));
}

void addHead(Sketch& sketch, Node& node, const Course& course, float width) {
    const auto& c = sketch.theme.colour;
    // it goes to what was touched; else it goes on by less than anyone sees
    const auto& playing = sketch.state.visit.playing;
    const bool jumped = playing && playing->sought && sketch.state.device.now < *playing->sought + headGoes &&
                        !sketch.state.visit.sliding;
    Node head =
        group("track:head", {width * course.share() - knob / 2, headTop - knobOver, knob, headHeight + knobOver});
    head.role = scene::Role::none;
    head.motion.duration = jumped ? 0.160 : 0;
    head.children.push_back(
        box({(knob - headWidth) / 2, knobOver, headWidth, headHeight}, scene::Fill{c.lampHot, 0, {}, 0}));
    head.children.push_back(box({0, 0, knob, knob}, scene::Fill{c.lampHot, knob / 2, {}, 0}));
    node.children.push_back(std::move(head));
}

} // namespace

float Course::share() const {
    return length > 0 ? static_cast<float>(std::clamp(position / length, 0.0, 1.0)) : 0;
}

Course courseOf(const State& state, const content::Item& item, const catalogue::Catalogue& catalogue,
                const Library& library, base::Seconds now) {
    Course course;
    const Playing* playing = playingOf(state, item);
    course.length = playing != nullptr ? playing->report.length : 0;
    if (course.length <= 0) { // what it does not tell, its words do
        if (const auto* words = wordsShown(item, state, catalogue, library).words) {
            for (const auto& cue : words->text.cues) {
                course.length = std::max(course.length, cue.end);
            }
        }
    }
    if (state.visit.sliding && state.visit.sliding->owner == SurfaceOwner::playback) {
        course.position = static_cast<double>(state.visit.sliding->share) * course.length;
    } else {
        const base::Seconds position = positionOf(state, item, now);
        const bool runs = playing != nullptr && playing->report.phase == media::Phase::playing;
        course.position = runs ? steady(position) : position;
    }
    return course;
}

std::string clockTime(base::Seconds time) {
    const auto whole = static_cast<long>(std::max(time, 0.0));
    const auto two = [](long n) { return (n < 10 ? ":0" : ":") + std::to_string(n); };
    return whole < 3600 ? std::to_string(whole / 60) + two(whole % 60)
                        : std::to_string(whole / 3600) + two(whole / 60 % 60) + two(whole % 60);
}

std::optional<std::size_t> chapterAt(const std::vector<content::Chapter>& chapters, base::Seconds position) {
    std::optional<std::size_t> at;
    for (std::size_t i = 0; i < chapters.size() && chapters[i].start <= position; ++i) {
        at = i;
    }
    return at;
}

Node playhead(Sketch& sketch, const content::Item& item, const Course& course, float width) {
    const auto& c = sketch.theme.colour;
    Node node = group("playhead", {0, 0, width, playheadHeight});
    const float bars = wholeBars(sketch, width);
    addTrack(sketch, node, item, course, bars);
    addChapters(sketch, node, item, course, bars);
    Node slider = box({0, ticksHeight - touchHeight + apart, bars, touchHeight}, {});
    slider.id = scene::nodeId("track");
    sketch.touchable(slider, sketch.say("voice.track"), GlassTouched{}, scene::Role::progress);
    sketch.slides(slider, input::Axes::horizontal, headSlide(sketch.state));
    slider.touch->enabled = course.length > 0;
    node.children.push_back(std::move(slider));
    addHead(sketch, node, course, bars);
    Node passed = sketch.text(clockTime(course.position), {.rank = "label", .colour = c.chalk});
    passed.box.y = timesTop;
    node.children.push_back(std::move(passed));
    if (course.length > 0) {
        Node whole = sketch.text(clockTime(course.length), {.rank = "label", .colour = c.ash});
        whole.box.x = bars - whole.box.width;
        whole.box.y = timesTop;
        node.children.push_back(std::move(whole));
    }
    if (text::directionOf(sketch.language()) == text::Direction::rightToLeft) {
        mirror(node); // and back again with the screen
    }
    return node;
}

Slide headSlide(const State& state) {
    const auto head = headPosition(state).value_or(HeadPosition{});
    return {SurfaceOwner::playback, {head.share, 0}, {head.step, 0}};
}

Node playDisc(Sketch& sketch, std::string_view id, const Playing* playing, Intent meaning) {
    const bool ended = playing != nullptr && playing->report.phase == media::Phase::ended;
    const bool plays = playing != nullptr && playing->wanted && !ended;
    return sketch.disc(id,
                       ended   ? "replay"
                       : plays ? "pause"
                               : "play",
                       playSize, Sketch::Look::lit,
                       sketch.say(ended   ? "voice.replay"
                                  : plays ? "voice.pause"
                                          : "voice.play"),
                       std::move(meaning));
}

} // namespace schacht::visitor
