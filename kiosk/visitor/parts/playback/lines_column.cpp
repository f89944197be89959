#include "kiosk/visitor/parts/playback/spoken_lines.hpp"

#include <algorithm>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr base::Seconds settle = 0.280; // motion.md, "transcript line"
constexpr base::Seconds fadeIn = 0.200; // the two looks of a line, one into the other
constexpr float lineGap = 8;            // between two lines
constexpr float gapTogether = 13;       // where each has its second language below it
constexpr float gapBeside = 6.5F;       // and from a line to that
constexpr float labelGap = 1.6F;        // from who speaks to the words
constexpr float noteGap = 2;            // from the words to what stands below them
constexpr float leastTarget = 20;       // look_and_feel.md
constexpr float lampWidth = 2.4F;
constexpr float softEdge = 6;
constexpr float againSize = 28;

enum class LineState { plain, now, again };

/// The nodes of a line, from the line's top.
struct LineBlock {
    std::vector<Node> nodes;
    float height = 0;
    float spoken = 0; ///< how high the line itself is, without its second language
    float top = 0;
    std::size_t line = 0;
};

class Column {
public:
    Column(Sketch& on, const SpokenLines& of, const LinesLook& as) : sketch(on), lines(of), look(as) {}

    /// Stands the lines in a node that is moved as a whole. drawn: millimetres that a finger has drawn them up;
    /// resting: only whole lines.
    Node layOut(std::size_t anchor, std::optional<std::size_t> now, LineState spoken, float drawn, bool resting) {
        const auto made = [&](std::size_t i) { return block(i, i == now ? spoken : LineState::plain); };
        LineBlock first = made(anchor);
        first.top = std::max(look.steady - first.height, look.top);
        blocks.push_back(std::move(first));
        const float from = resting ? look.top : std::min(drawn, 0.0F);
        const float until = resting ? look.bottom : std::max(drawn, 0.0F) + look.box.height;
        for (std::size_t i = anchor; i-- > 0;) {
            LineBlock one = made(i);
            one.top = (blocks.size() == 1 ? blocks.front().top : blocks.back().top) - between() - one.height;
            if ((resting ? one.top : one.top + one.height) < from - slack) {
                break;
            }
            blocks.push_back(std::move(one));
        }
        float below = blocks.front().top + blocks.front().height;
        for (std::size_t i = anchor + 1; i < lines.count; ++i) {
            LineBlock one = made(i);
            one.top = below + between();
            below = one.top + one.height;
            if ((resting ? below : one.top) > until + slack) {
                break;
            }
            blocks.push_back(std::move(one));
        }
        return moved(now, drawn);
    }

private:
    static constexpr float slack = 0.01F;

    [[nodiscard]] float between() const { return lines.together ? gapTogether : lineGap; }

    /// Not further than until the first or the last line stands where the line that is said does.
    [[nodiscard]] float within(float drawn) const {
        for (const LineBlock& one : blocks) {
            const float off = one.top + one.height - look.steady;
            drawn = one.line == 0 ? std::max(drawn, std::min(off, 0.0F)) : drawn;
            drawn = one.line + 1 == lines.count ? std::min(drawn, std::max(off, 0.0F)) : drawn;
        }
        return drawn;
    }

    /// What is to be seen of the blocks.
    Node moved(std::optional<std::size_t> now, float drawn) {
        const float reached = within(drawn);
        if (look.drawn != nullptr && look.drawn->held() && reached != drawn) {
            sketch.drawn = reached;
        }
        Node node = group(look.prefix + "moved", {0, -reached, look.box.width, look.box.height});
        for (LineBlock& one : blocks) {
            if (one.top + one.height < -node.box.y || one.top > look.box.height - node.box.y) {
                continue;
            }
            if (one.line == now) {
                node.children.insert(node.children.begin(), lamp(one.top, one.spoken));
            }
            for (Node& each : one.nodes) {
                each.box.y += one.top;
                reachOnly(each, node.box.y);
                node.children.push_back(std::move(each));
            }
        }
        return node;
    }

    /// In low reach a line that stands too high is read, and heard by drawing it down, or from the waveform.
    void reachOnly(Node& target, float moved) const {
        const base::Rect where = target.box.grown(target.touch ? target.touch->reach : 0);
        if (sketch.low() && target.touch &&
            !layout::reached(sketch.screen.size, where.moved(look.box.x, look.box.y + moved).intersected(look.box))) {
            target.touch->enabled = false;
        }
    }

    [[nodiscard]] Node lamp(float top, float height) const {
        Node node = box({0, top + 1, lampWidth, height - 2}, scene::Fill{sketch.theme.colour.lamp, 0, {}, 0});
        node.id = scene::nodeId(look.prefix + "lamp");
        node.motion.duration = settle;
        return node;
    }

    /// Words no taller than `height`, smaller only where they would be; at last with less than all of them.
    Node fitted(const text::Phrase& words, Sketch::Set set, float height) {
        const float full = set.size > 0 ? set.size : sketch.theme.style(set.rank).size;
        Node node;
        for (const float share : {1.0F, .88F, .76F, .66F, .57F, .5F}) {
            set.size = std::max(full * share, sketch.theme.style("label").size);
            node = sketch.text(words, set);
            if (node.box.height <= height && !std::get<scene::TextPaint>(node.paint).paragraph.cutOff()) {
                return node;
            }
        }
        const float line =
            node.box.height / static_cast<float>(std::max(std::get<scene::TextPaint>(node.paint).paragraph.lines(), 1));
        set.lines = std::max(1, static_cast<int>(height / line));
        return sketch.text(words, set);
    }

    [[nodiscard]] Sketch::Set setOf(LineState as, bool beside) const {
        const auto& c = sketch.theme.colour;
        // with less movement a line does not grow, it only brightens
        const bool grows = sketch.movement != Movement::reduced;
        const bool large = as == LineState::again || (as == LineState::now && grows);
        Sketch::Set set;
        set.rank = large && !beside ? "spoken-now" : "spoken";
        set.colour = as == LineState::plain ? (beside ? c.off : c.ash) : (beside ? c.ash : c.chalk);
        set.width = look.box.width - look.indent - 4;
        const float plainSize = beside ? 11.5F : 0;
        set.size = as == LineState::again ? (beside ? 18 : againSize) : large && beside ? 14.4F : large ? 0 : plainSize;
        return set;
    }

    /// One look of a line; two looks of the same line fade into each other.
    Node face(const SpokenLine& line, LineState as) {
        static constexpr const char* names[] = {":plain", ":now", ":again"};
        const auto& c = sketch.theme.colour;
        Node node = group(look.prefix + line.id + names[static_cast<std::size_t>(as)], {});
        node.role = scene::Role::none;
        node.motion.enter.fade = node.motion.leave = fadeIn;
        float y = 0;
        const auto add = [&](Node text, float after) {
            text.box.x += look.indent;
            text.box.y = y;
            y += text.box.height + after;
            node.children.push_back(std::move(text));
        };
        const Sketch::Set small{.rank = "label",
                                .colour = as == LineState::plain ? c.ash : c.chalk,
                                .width = look.box.width - look.indent - 4,
                                .lines = 1};
        if (as == LineState::again) {
            Node mark = sketch.icon("replay", 8, c.chalk);
            mark.box.x = look.indent;
            mark.box.y = 0.6F;
            node.children.push_back(std::move(mark));
            Node words = sketch.text(sketch.say("voice.slowly"), small);
            words.box.x = 11;
            add(std::move(words), labelGap);
        } else if (!line.label.runs.empty()) {
            add(sketch.text(line.label, small), labelGap);
        }
        const float room = look.bottom - look.top;
        add(fitted(line.words, setOf(as, false), (line.besideId.empty() ? room : room * .6F) - y - 1), 0);
        if (!line.note.runs.empty()) {
            y += noteGap;
            Sketch::Set set = small;
            set.rank = "body";
            set.lines = 0;
            add(sketch.text(line.note, set), 0);
        }
        node.box = {0, 0, look.box.width, y};
        return node;
    }

    /// What can be touched: as wide as the column, and at least as high as a finger needs.
    Node target(const std::string& id, Node inside, const std::string& name, base::Seconds from) {
        Node node = group(id, {0, 0, look.box.width, inside.box.height});
        node.motion.duration = settle;
        node.motion.enter.fade = fadeIn;
        node.motion.leave = fadeIn;
        sketch.touchable(node, sketch.say("voice.hear", {{"line", name}}), look.hear(from));
        node.touch->reach = std::max(0.0F, (leastTarget - inside.box.height) / 2);
        node.children.push_back(std::move(inside));
        return node;
    }

    static std::string plain(const text::Phrase& words) {
        std::string out;
        for (const text::Run& run : words.runs) {
            out += run.words;
        }
        return out;
    }

    LineBlock block(std::size_t number, LineState as) {
        const SpokenLine line = lines.line(number);
        LineBlock out;
        out.line = number;
        out.nodes.push_back(target(look.prefix + line.id, face(line, as), plain(line.words), line.start));
        out.height = out.spoken = out.nodes.front().box.height;
        if (!line.besideId.empty()) {
            Node words = fitted(line.beside, setOf(as, true), (look.bottom - look.top) * .4F - gapBeside - 1);
            words.id = scene::nodeId(look.prefix + "beside:" + line.besideId + std::to_string(static_cast<int>(as)));
            words.motion.enter.fade = words.motion.leave = fadeIn;
            words.box.x = look.indent;
            const std::string name = words.name;
            Node second = target(look.prefix + "beside:" + line.besideId, std::move(words), name, line.besideAt);
            second.language = line.beside.language;
            second.box.y = out.height + gapBeside;
            out.height = second.box.bottom();
            out.nodes.push_back(std::move(second));
        }
        return out;
    }

    Sketch& sketch;
    const SpokenLines& lines;
    const LinesLook& look;
    std::vector<LineBlock> blocks; ///< the anchor, those above it upward, those below it downward
};

} // namespace

Node linesColumn(Sketch& sketch, const SpokenLines& lines, const LinesLook& look, std::optional<std::size_t> anchor,
                 std::optional<std::size_t> now, bool again, base::Seconds at) {
    Node node = group(look.prefix, look.box);
    if (look.drawn != nullptr) {
        node.id = scene::nodeId("lines");
        sketch.owned(node, {input::Axes::vertical, look.drawn->moving(at)}, SurfaceOwner::kind);
    }
    node.role = scene::Role::list;
    node.aside = true; // a voice says them itself
    node.clip = true;
    if (lines.count == 0) {
        return node;
    }
    const float drawn = look.drawn != nullptr ? look.drawn->position(at) : 0;
    const bool resting = drawn == 0 && (look.drawn == nullptr || !look.drawn->held());
    Column column(sketch, lines, look);
    node.children.push_back(
        column.layOut(anchor.value_or(0), now, again ? LineState::again : LineState::now, drawn, resting));
    if (!resting) {
        node.children.push_back(box({0, 0, look.box.width, softEdge}, scrim(sketch.theme, 0, {{0, 0}, {1, 1}})));
        node.children.push_back(
            box({0, look.box.height - softEdge, look.box.width, softEdge}, scrim(sketch.theme, 180, {{0, 0}, {1, 1}})));
    }
    return node;
}

} // namespace schacht::visitor
