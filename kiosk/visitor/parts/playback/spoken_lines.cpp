#include "kiosk/visitor/parts/playback/spoken_lines.hpp"

#include "engine/content/kinds/questions.hpp"

#include "kiosk/visitor/parts/playback/playhead.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace schacht::visitor {

namespace {

/// The words of a cue as one paragraph: its line breaks are those of a caption.
text::Phrase cueWords(const content::Cue& cue, const std::string& language) {
    text::Phrase out{{}, language};
    for (const content::CueSpan& span : cue.spans) {
        if (span.ruby != content::CueSpan::Ruby::text) {
            text::Run run{span.text, span.italic, span.bold};
            std::replace(run.words.begin(), run.words.end(), '\n', ' ');
            out.runs.push_back(std::move(run));
        }
    }
    return out;
}

/// Cues that say something, by their start.
std::vector<std::size_t> inOrder(const content::TimedText& text, base::Seconds from, base::Seconds until) {
    constexpr base::Seconds edge = 0.25; // a passage is marked by hand: what begins a little before it belongs to it
    std::vector<std::size_t> order;
    order.reserve(text.cues.size());
    for (std::size_t i = 0; i < text.cues.size(); ++i) {
        const double start = text.cues[i].start;
        if (!text.cues[i].spans.empty() && (from <= 0 || start >= from - edge) &&
            (until <= 0 || start < until - edge)) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return text.cues[a].start < text.cues[b].start; });
    return order;
}

/// Everything that the lines of a transcript are made from.
struct Transcribed {
    const Sketch& sketch;
    const content::Item& item;
    Said said;
    Said beside;
    std::vector<std::size_t> order;
    std::vector<std::size_t> besideOrder;

    [[nodiscard]] const content::Cue& cue(std::size_t line) const { return said.words->text.cues[order[line]]; }
    [[nodiscard]] std::string voice(std::size_t line) const { return std::string(firstVoice(cue(line)).value_or("")); }
    [[nodiscard]] text::Phrase label(std::size_t line) const {
        const auto* speakers = content::playedOf(item.body).speakers;
        const std::string who = voice(line);
        const bool alone = speakers == nullptr || speakers->size() < 2;
        if (who.empty() || alone || (line > 0 && voice(line - 1) == who)) {
            return {};
        }
        const auto speaker =
            std::find_if(speakers->begin(), speakers->end(), [&](const content::Speaker& s) { return s.id == who; });
        return speaker == speakers->end() ? sketch.ownWords(who) : sketch.packWords(speaker->name);
    }
    /// What is said in the second language nearer to this line than to its neighbours.
    void addBeside(SpokenLine& out, std::size_t line) const {
        const double start = cue(line).start;
        const double from = line == 0 ? -1 : (cue(line - 1).start + start) / 2;
        const double until = line + 1 == order.size() ? start + 1e9 : (cue(line + 1).start + start) / 2;
        const auto& cues = beside.words->text.cues;
        auto next = std::partition_point(besideOrder.begin(), besideOrder.end(),
                                         [&](std::size_t i) { return cues[i].start < from; });
        for (; next != besideOrder.end() && cues[*next].start < until; ++next) {
            const text::Phrase more = cueWords(cues[*next], beside.language);
            if (out.besideId.empty()) {
                out.besideId = std::to_string(*next);
                out.besideAt = cues[*next].start;
                out.beside = more;
            } else {
                out.beside.runs.push_back({" "});
                out.beside.runs.insert(out.beside.runs.end(), more.runs.begin(), more.runs.end());
            }
        }
    }
};

} // namespace

SpokenLines transcriptLines(const Sketch& sketch, const content::Item& item, const Said& said, const Said& beside,
                            base::Seconds from, base::Seconds until) {
    auto all = std::make_shared<Transcribed>(
        Transcribed{sketch, item, said, beside, inOrder(said.words->text, from, until), {}});
    if (beside.words != nullptr) {
        all->besideOrder = inOrder(beside.words->text, from, until);
    }
    const auto line = [all](std::size_t i) {
        SpokenLine out;
        out.id = std::to_string(all->order[i]);
        out.start = all->cue(i).start;
        out.label = all->label(i);
        out.words = cueWords(all->cue(i), all->said.language);
        if (!all->besideOrder.empty()) {
            all->addBeside(out, i);
        }
        return out;
    };
    const auto at = [all](base::Seconds time) -> std::optional<std::size_t> {
        const auto after = std::partition_point(all->order.begin(), all->order.end(), [&](std::size_t i) {
            return all->said.words->text.cues[i].start <= time;
        });
        return after == all->order.begin() ? std::nullopt
                                           : std::optional(static_cast<std::size_t>(after - all->order.begin()) - 1);
    };
    return {all->order.size(), !all->besideOrder.empty(), line, at};
}

SpokenLines chapterLines(const Sketch& sketch, const content::Item& item) {
    const auto& chapters = chaptersOf(item);
    const auto line = [&sketch, &chapters](std::size_t i) {
        SpokenLine out;
        out.id = "chapter:" + std::to_string(i);
        out.start = chapters[i].start;
        out.words = sketch.packWords(chapters[i].title);
        out.note = chapters[i].synopsis.empty() ? text::Phrase{} : sketch.packWords(chapters[i].synopsis);
        return out;
    };
    const auto at = [&chapters](base::Seconds time) { return chapterAt(chapters, time); };
    return {chapters.size(), false, line, at};
}

} // namespace schacht::visitor
