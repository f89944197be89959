#include "kiosk/visitor/parts/playback/captions.hpp"

#include <algorithm>
#include <set>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float overSize = 14.4F;
constexpr float besideSize = 18;
constexpr float groundPad = 5;                    // of black beside a line
constexpr float groundAlpha = .86F;               // of it
constexpr std::string_view captionRank = "label"; // the family; size, weight and line are the captions' own

using Runs = std::vector<text::Run>;

/// Takes off the spaces around a line: they would make its ground longer.
void trim(Runs& line) {
    while (!line.empty() && line.back().words.find_last_not_of(" \t") == std::string::npos) {
        line.pop_back();
    }
    while (!line.empty() && line.front().words.find_first_not_of(" \t") == std::string::npos) {
        line.erase(line.begin());
    }
    if (!line.empty()) {
        line.back().words.erase(line.back().words.find_last_not_of(" \t") + 1);
        line.front().words.erase(0, line.front().words.find_first_not_of(" \t"));
    }
}

/// The words of a cue, line by line as the file breaks them, with who speaks before them.
std::vector<Runs> linesOf(const stage::Transcript& words, std::size_t index) {
    const content::Cue& cue = words.text.cues[index];
    std::vector<Runs> lines(1);
    if (const std::string speaker = speakerNamed(words, index); !speaker.empty()) {
        lines.back().push_back({speaker + ": ", false, true});
    }
    std::int32_t voice = cue.spans.empty() ? content::CueSpan::none : cue.spans.front().voice;
    for (const auto& span : cue.spans) {
        std::string spoken = span.ruby == content::CueSpan::Ruby::text ? "(" + span.text + ")" : span.text;
        if (span.voice != voice && span.voice != content::CueSpan::none) {
            const std::string& name = cue.voices[static_cast<std::size_t>(span.voice)];
            if (!lines.back().empty()) {
                lines.emplace_back(); // two who speak stand on lines of their own
            }
            lines.back().push_back({name.empty() ? "– " : name + ": ", false, true});
        }
        voice = span.voice;
        for (std::size_t start = 0; start <= spoken.size();) {
            const std::size_t end = std::min(spoken.find('\n', start), spoken.size());
            if (end > start) {
                lines.back().push_back({spoken.substr(start, end - start), span.italic, span.bold});
            }
            if (end < spoken.size() && !lines.back().empty()) {
                lines.emplace_back();
            }
            start = end + 1;
        }
    }
    std::for_each(lines.begin(), lines.end(), trim);
    std::erase_if(lines, [](const Runs& line) { return line.empty(); });
    return lines;
}

/// Runs cut at their spaces.
std::vector<Runs> wordsOf(const Runs& line) {
    std::vector<Runs> words(1);
    for (const text::Run& run : line) {
        for (std::size_t start = 0; start <= run.words.size();) {
            const std::size_t end = std::min(run.words.find(' ', start), run.words.size());
            if (end > start) {
                words.back().push_back({run.words.substr(start, end - start), run.emphasis, run.strong});
            }
            if (end < run.words.size() && !words.back().empty()) {
                words.emplace_back();
            }
            start = end + 1;
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

/// Sets lines of one size in one language.
struct Setter {
    Sketch& sketch;
    std::string language;
    float size;

    [[nodiscard]] Node set(const Runs& runs, float width = 0) const {
        return sketch.text({runs, language}, {.rank = captionRank,
                                              .colour = sketch.theme.colour.chalk,
                                              .width = width,
                                              .size = size,
                                              .weight = 600,
                                              .line = 1.5F,
                                              .role = scene::Role::none});
    }
    [[nodiscard]] float measure(const Runs& runs) const { return set(runs).box.width; }

    /// Lines no wider than `room` and of nearly the same length, as few as there can be.
    [[nodiscard]] std::vector<Node> broken(const Runs& line, float room) const {
        if (Node whole = set(line); whole.box.width <= room) {
            return {whole};
        }
        const auto words = wordsOf(line);
        std::vector<float> widths;
        widths.reserve(words.size());
        float widest = 0;
        for (const Runs& word : words) {
            widths.push_back(measure(word));
            widest = std::max(widest, widths.back());
        }
        if (widest > room) {
            return {set(line, room)}; // a script without spaces, or a very long word: broken as the text engine can
        }
        const float space = size * .3F;
        float low = widest;
        float high = room;
        const std::size_t fewest = rows(widths, space, room).size();
        for (int i = 0; i < 10; ++i) {
            const float middle = (low + high) / 2;
            (rows(widths, space, middle).size() > fewest ? low : high) = middle;
        }
        std::vector<Node> out;
        std::size_t next = 0;
        for (const std::size_t count : rows(widths, space, high)) {
            Runs joined;
            for (std::size_t i = 0; i < count; ++i, ++next) {
                joined.insert(joined.end(), words[next].begin(), words[next].end());
                joined.back().words += i + 1 < count ? " " : "";
            }
            out.push_back(set(joined));
        }
        return out;
    }
    /// How many words stand on each line, if each takes as many as it can.
    [[nodiscard]] static std::vector<std::size_t> rows(const std::vector<float>& widths, float space, float room) {
        std::vector<std::size_t> out;
        float used = room + 1;
        for (const float width : widths) {
            if (used + space + width > room) {
                out.push_back(0);
                used = -space;
            }
            used += space + width;
            ++out.back();
        }
        return out;
    }
};

struct CueBlock {
    std::vector<Node> lines;
    SetCue cue;
    std::string spoken;
};

CueBlock blockOf(const Setter& setter, const stage::Transcript& words, std::size_t index, const CaptionRoom& room) {
    const content::Cue& cue = words.text.cues[index];
    const bool rightToLeft = text::directionOf(setter.language) == text::Direction::rightToLeft;
    CueBlock block;
    block.cue.settings = &cue.settings;
    block.cue.region = cue.region ? &words.text.regions[*cue.region] : nullptr;
    block.cue.rightToLeft = rightToLeft;
    const float width = widthFor(cue.settings, block.cue.region, rightToLeft, room) - 2 * groundPad;
    for (const Runs& line : linesOf(words, index)) {
        for (Node& node : setter.broken(line, width)) {
            block.spoken += (block.spoken.empty() ? "" : " ") + node.name;
            const int rows = std::get<scene::TextPaint>(node.paint).paragraph.lines();
            block.cue.line = node.box.height / static_cast<float>(std::max(rows, 1));
            block.cue.size.width = std::max(block.cue.size.width, node.box.width + 2 * groundPad);
            block.cue.size.height += node.box.height;
            block.lines.push_back(std::move(node));
        }
    }
    return block;
}

std::vector<CueBlock> blocksIn(const Setter& setter, const stage::Transcript& words, base::Seconds position,
                               const CaptionRoom& room) {
    std::vector<CueBlock> blocks;
    for (const std::size_t index : words.times.activeAt(position)) {
        if (CueBlock block = blockOf(setter, words, index, room); !block.lines.empty()) {
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

/// A cue at its place, from the corner of what it is added to.
Node cueNode(CueBlock& block, const CuePlace& place, float top, const std::string& language) {
    Node node = box(place.box.moved(0, -top), scene::Nothing{});
    node.role = scene::Role::text;
    node.name = block.spoken;
    node.language = language;
    float y = 0;
    for (Node& line : block.lines) {
        const float width = line.box.width + 2 * groundPad;
        const float x = place.side == Side::left    ? 0
                        : place.side == Side::right ? place.box.width - width
                                                    : (place.box.width - width) / 2;
        node.children.push_back(
            box({x, y, width, line.box.height}, scene::Fill{base::Colour{}.withAlpha(groundAlpha), 0, {}, 0}));
        line.box.x = x + groundPad;
        line.box.y = y;
        y += line.box.height;
        node.children.push_back(std::move(line));
    }
    return node;
}

/// Places are those of the picture: they stay where they are when the screen is mirrored.
void keepSides(Node& node, const Sketch& sketch) {
    if (text::directionOf(sketch.language()) == text::Direction::rightToLeft) {
        mirror(node);
    }
}

} // namespace

std::string speakerNamed(const stage::Transcript& words, std::size_t index) {
    const auto& cues = words.text.cues;
    const auto speaker = content::firstVoice(cues[index]);
    if (!speaker || speaker->empty()) {
        return "";
    }
    const content::Cue* before = nullptr;
    bool others = false;
    for (const content::Cue& cue : cues) {
        others = others || std::any_of(cue.voices.begin(), cue.voices.end(),
                                       [&](const std::string& voice) { return voice != *speaker; });
        if (cue.start < cues[index].start && (before == nullptr || cue.start >= before->start)) {
            before = &cue;
        }
    }
    const bool same = before != nullptr && !before->voices.empty() && before->voices.back() == *speaker;
    return others && !same ? std::string(*speaker) : "";
}

Node captionsOver(Sketch& sketch, const Said& said, base::Seconds position, const CaptionRoom& room) {
    const float width = sketch.screen.size.width;
    Node node = group("captions", {0, 0, width, sketch.screen.size.height});
    // what stands at the bottom goes up with it when the controls come, and down again
    Node low = group("captions:low", {0, room.free.bottom(), width, 0});
    low.motion.duration = 0.160;
    for (Node* part : {&node, &low}) {
        part->motion.enter.alpha = 1; // words are there when they are said
        part->motion.leave = 0;
    }
    if (said.words != nullptr) {
        for (const float share : {1.0F, .86F, .74F, .62F, .52F}) {
            auto blocks = blocksIn({sketch, said.language, overSize * share}, *said.words, position, room);
            std::vector<SetCue> cues;
            cues.reserve(blocks.size());
            std::transform(blocks.begin(), blocks.end(), std::back_inserter(cues),
                           [](const CueBlock& b) { return b.cue; });
            const auto places = placeCues(cues, room);
            const bool all =
                std::all_of(places.begin(), places.end(), [](const auto& place) { return place.has_value(); });
            if (!all && share > .52F) {
                continue;
            }
            for (std::size_t i = 0; i < blocks.size(); ++i) {
                if (places[i]) {
                    Node& into = places[i]->fromBottom ? low : node;
                    into.children.push_back(cueNode(blocks[i], *places[i], into.box.y, said.language));
                }
            }
            break;
        }
    }
    node.children.push_back(std::move(low));
    keepSides(node, sketch);
    return node;
}

Node captionsBeside(Sketch& sketch, const Said& said, base::Seconds position, base::Rect room) {
    Node node = group("captions", room);
    node.motion.enter.alpha = 1;
    node.motion.leave = 0;
    if (said.words == nullptr) {
        return node;
    }
    for (const float share : {1.0F, .86F, .74F, .62F, .52F}) {
        std::vector<Node> column;
        float height = 0;
        const float size = besideSize * share;
        for (const std::size_t index : said.words->times.activeAt(position)) {
            Runs runs;
            for (const Runs& line : linesOf(*said.words, index)) {
                // lines are as long as there is room; only those of two who speak stay apart
                const std::string& first = line.front().words;
                const bool speaks = line.front().strong || first.starts_with("-") || first.starts_with("–");
                if (!runs.empty()) {
                    runs.push_back({speaks ? "\n" : " "});
                }
                runs.insert(runs.end(), line.begin(), line.end());
            }
            if (!runs.empty()) {
                column.push_back(sketch.text({runs, said.language}, {.rank = captionRank,
                                                                     .colour = sketch.theme.colour.chalk,
                                                                     .width = room.width,
                                                                     .size = size,
                                                                     .weight = 600,
                                                                     .line = 1.32F}));
                height += column.back().box.height + size * .4F;
            }
        }
        if (height - size * .4F <= room.height || share <= .52F) {
            while (!column.empty() && height - size * .4F > room.height) {
                height -= column.back().box.height + size * .4F;
                column.pop_back();
            }
            stackDown(node, std::move(column), 0, 0, size * .4F);
            break;
        }
    }
    return node;
}

} // namespace schacht::visitor
