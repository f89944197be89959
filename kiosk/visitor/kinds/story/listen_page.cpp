#include "engine/content/kinds/oral_history.hpp"
#include "engine/content/kinds/questions.hpp"
#include "kiosk/visitor/kinds/story/page_parts.hpp"
#include "kiosk/visitor/parts/playback/playhead.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"
#include "kiosk/visitor/parts/playback/spoken_lines.hpp"

#include <algorithm>

namespace schacht::visitor {

using media::Phase;
using scene::Node;

namespace {

/// A passage of a recording, as its page shows it.
struct Passage {
    PageSketch& p;
    const content::Item& heard;
    const Playing* playing; ///< null: something else plays, or nothing
    base::Seconds position;

    Passage(PageSketch& page, const content::Item& of) : p(page), heard(of), playing(playingOf(page.sketch.state, of)) {
        if (playing != nullptr && (playing->from != p.page.from || playing->until != p.page.to)) {
            playing = nullptr;
        }
        position = playing != nullptr ? playing->report.positionAt(p.sketch.now) : p.page.from;
    }

    [[nodiscard]] std::string id() const { return "listen:" + p.item.id + ":" + std::to_string(p.number); }
    [[nodiscard]] bool begun() const { return playing != nullptr && playing->started; }
    [[nodiscard]] bool failed() const { return playing != nullptr && playing->report.phase == Phase::failed; }
    [[nodiscard]] PlayPassage whole() const { return {heard.id, p.page.from, p.page.to}; }

    void addPicture() {
        const base::Size stage = p.sketch.aboveBar();
        const auto& theme = p.sketch.theme;
        const bool upright = p.sketch.portrait();
        const bool film = content::playedOf(heard.body).film && begun() && !failed();
        const base::Rect where = upright ? base::Rect{0, 0, stage.width, 350}
                                         : base::Rect{stage.width * .3F, 0, stage.width * .9F, stage.height};
        if (p.bare) {
            return;
        }
        if (film) {
            const base::Rect seen{upright ? 0.0F : 460.0F, 0, upright ? stage.width : stage.width - 460,
                                  upright ? 250 : stage.height - 60};
            p.node.children.push_back(box(seen, scene::FilmPaint{}));
            return;
        }
        p.addPicture(p.sketch.picture(p.page.picture ? *p.page.picture : heard.cover, where));
        if (upright) {
            p.node.children.push_back(
                box({0, 0, where.width, where.height + 1}, scrim(theme, 0, {{.01F, 1}, {.3F, .88F}, {.56F, 0}})));
            return;
        }
        const base::Rect all{0, 0, stage.width, stage.height};
        p.node.children.push_back(box(all, scrim(theme, 0, {{.08F, 1}, {.34F, 0}})));
        p.node.children.push_back(box(all, scrim(theme, 90, {{.36F, 1}, {.6F, .86F}, {.82F, .2F}, {1, 0}})));
    }

    /// What the page is about; says where it ends.
    float addHead(float top, float width) {
        std::vector<Node> head;
        head.push_back(p.sketch.seam(p.colour));
        const auto& heading = p.page.heading.empty() ? heard.title : p.page.heading;
        head.push_back(
            p.sketch.poster(p.sketch.packWords(heading),
                            {.rank = "poster-6", .colour = p.sketch.theme.colour.chalk, .width = width, .lines = 2}));
        if (!p.page.body.empty()) {
            head.push_back(p.prose("lead", width, p.sketch.theme.colour.chalk, 0, 82));
        }
        stackDown(p.text, std::move(head), layout::margin, top, 6);
        return p.text.children.back().box.bottom();
    }

    /// The disc, and beside it who speaks and how far it is; or that it cannot be heard.
    void addPlay(float middle, float width) {
        auto& sketch = p.sketch;
        const auto& c = sketch.theme.colour;
        const float left = failed() ? layout::margin : layout::margin + playSize + 10;
        const float room = width - (left - layout::margin);
        if (!failed()) {
            Node play = playDisc(sketch, id() + ":play", playing, whole());
            play.box.x = layout::margin;
            play.box.y = middle - playSize / 2;
            p.text.children.push_back(std::move(play));
        }
        std::vector<Node> beside;
        const content::Played played = content::playedOf(heard.body);
        if (failed()) {
            beside.push_back(
                sketch.text(sketch.say("voice.failed"), {.rank = "label", .colour = c.chalk, .width = room}));
        } else if (played.synthetic != nullptr) {
            beside.push_back(
                sketch.text(sketch.packWords(*played.synthetic), {.rank = "label", .colour = c.chalk, .width = room}));
        } else if (played.speakers != nullptr) {
            beside.push_back(sketch.text(sketch.packWords(played.speakers->front().name),
                                         {.rank = "label", .colour = c.chalk, .width = room, .lines = 1}));
        }
        if (!failed()) {
            beside.push_back(progress(room));
        }
        float height = 4 * (static_cast<float>(beside.size()) - 1);
        for (const Node& one : beside) {
            height += one.box.height;
        }
        stackDown(p.text, std::move(beside), left, middle - height / 2, 4);
    }

    /// A track of the passage with its times; time runs from left to right in every language.
    Node progress(float width) {
        const auto& c = p.sketch.theme.colour;
        const base::Seconds end = p.page.to > 0 ? p.page.to : playing != nullptr ? playing->report.length : p.page.from;
        const base::Seconds length = std::max(end - p.page.from, 0.0);
        const base::Seconds passed = std::clamp(steady(position - p.page.from), 0.0, length);
        const float share = length > 0 ? static_cast<float>(passed / length) : 0;
        Node times = p.sketch.text(clockTime(passed) + " / " + clockTime(length), {.rank = "label", .colour = c.ash});
        const float reach = std::min(width - times.box.width - 6, 240.0F);
        Node node = group(id() + ":progress", {0, 0, width, times.box.height});
        const float y = (times.box.height - 2) / 2;
        node.children.push_back(box({0, y, reach, 2}, scene::Fill{c.track, 0, {}, 0}));
        node.children.push_back(box({0, y, reach * share, 2}, scene::Fill{c.lamp, 0, {}, 0}));
        times.box.x = reach + 6;
        node.children.push_back(std::move(times));
        return node;
    }

    void addLines(base::Rect where) {
        const Said said = wordsShown(heard, p.sketch.state, p.sketch.catalogue, p.sketch.state.device.library);
        if (said.words == nullptr || where.height < 40) {
            return;
        }
        const SpokenLines lines = transcriptLines(p.sketch, heard, said, {}, p.page.from, p.page.to);
        LinesLook look;
        look.prefix = id() + ":line:";
        look.box = where;
        look.top = 2;
        look.bottom = where.height - 1;
        look.steady = begun() ? where.height - 40 : 0; // before, the first line stands at the top
        const bool plays = playing != nullptr;
        look.hear = [plays, all = whole()](base::Seconds from) { return plays ? Intent(HearFrom{from}) : Intent(all); };
        const auto spoken = begun() ? lines.at(position) : std::nullopt;
        p.text.children.push_back(linesColumn(p.sketch, lines, look, lines.at(position), spoken,
                                              plays && playing->again.has_value(), p.sketch.now));
    }
};

} // namespace

void listenPage(PageSketch& p) {
    const base::Size stage = p.sketch.aboveBar();
    const bool upright = p.sketch.portrait();
    const float width = upright ? stage.width - 2 * layout::margin : 414;
    const auto* heard = p.sketch.catalogue.item(p.page.item);
    if (heard == nullptr ||
        content::playedOf(heard->body).medium == nullptr) { // it was left out: what is written of it stays
        p.addHead(p.heading("poster-7", width, 2), {layout::margin, stage.height - 60}, width, 7);
        return;
    }
    Passage passage(p, *heard);
    passage.addPicture();
    const float headBottom = passage.addHead(upright ? 256 : 24, width);
    const float middle = stage.height - (upright ? 76 : 66);
    const float top = headBottom + 8;
    passage.addLines({layout::margin, top, width, middle - playSize / 2 - 10 - top});
    passage.addPlay(middle, width);
}

} // namespace schacht::visitor
