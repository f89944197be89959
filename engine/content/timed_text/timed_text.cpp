#include "engine/content/timed_text/timed_text.hpp"

#include <algorithm>
#include <tuple>

namespace schacht::content {

using Align = CueSettings::Align;
using PositionAlign = CueSettings::PositionAlign;

std::string plainText(const Cue& cue) {
    std::string words;
    for (const CueSpan& span : cue.spans) {
        words += span.text;
    }
    return words;
}

std::optional<std::string_view> firstVoice(const Cue& cue) {
    return cue.voices.empty() ? std::nullopt : std::optional<std::string_view>(cue.voices.front());
}

std::vector<std::string_view> classesOf(const Cue& cue, const CueSpan& span) {
    std::vector<std::string_view> names;
    for (std::int32_t at = span.classes; at >= 0; at = cue.classes[static_cast<std::size_t>(at)].outer) {
        names.emplace_back(cue.classes[static_cast<std::size_t>(at)].name);
    }
    return names;
}

base::Result<TimedText> readTimedText(std::string_view bytes) {
    return hasWebVttSignature(bytes) ? readWebVtt(bytes) : readSrt(bytes);
}

double computedLine(const CueSettings& settings, int tracksBefore) {
    if (settings.line) {
        const bool outside = !settings.snapToLines && (*settings.line < 0 || *settings.line > 100);
        return outside ? 100 : *settings.line;
    }
    return settings.snapToLines ? -(tracksBefore + 1) : 100;
}

double computedPosition(const CueSettings& settings) {
    if (settings.position) {
        return *settings.position;
    }
    return settings.align == Align::left ? 0 : settings.align == Align::right ? 100 : 50;
}

PositionAlign computedPositionAlign(const CueSettings& settings, bool rightToLeft) {
    if (settings.positionAlign != PositionAlign::automatic) {
        return settings.positionAlign;
    }
    switch (settings.align) {
    case Align::left:
        return PositionAlign::lineLeft;
    case Align::right:
        return PositionAlign::lineRight;
    case Align::start:
        return rightToLeft ? PositionAlign::lineRight : PositionAlign::lineLeft;
    case Align::end:
        return rightToLeft ? PositionAlign::lineLeft : PositionAlign::lineRight;
    case Align::centre:
        break;
    }
    return PositionAlign::centre;
}

double computedSize(const CueSettings& settings, bool rightToLeft) {
    const double position = computedPosition(settings);
    double most = 2 * std::min(position, 100 - position);
    switch (computedPositionAlign(settings, rightToLeft)) {
    case PositionAlign::lineLeft:
        most = 100 - position;
        break;
    case PositionAlign::lineRight:
        most = position;
        break;
    case PositionAlign::centre:
    case PositionAlign::automatic:
        break;
    }
    return std::min(settings.size, most);
}

CueTimes::CueTimes(const std::vector<Cue>& cues) {
    entries.reserve(cues.size());
    for (std::size_t index = 0; index < cues.size(); ++index) {
        if (cues[index].start < cues[index].end) {
            entries.push_back({cues[index].start, cues[index].end, cues[index].end, index});
        }
    }
    std::ranges::sort(entries, [](const Entry& left, const Entry& right) {
        return std::tuple(left.start, right.end, left.cue) < std::tuple(right.start, left.end, right.cue);
    });
    for (std::size_t index = 1; index < entries.size(); ++index) {
        entries[index].latestEnd = std::max(entries[index].end, entries[index - 1].latestEnd);
    }
    for (const Entry& entry : entries) {
        changes.push_back(entry.start);
        changes.push_back(entry.end);
    }
    std::ranges::sort(changes);
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
}

std::vector<std::size_t> CueTimes::activeAt(double seconds) const {
    std::vector<std::size_t> active;
    auto entry = std::ranges::upper_bound(entries, seconds, {}, &Entry::start);
    while (entry != entries.begin() && std::prev(entry)->latestEnd > seconds) {
        --entry;
        if (entry->end > seconds) {
            active.push_back(entry->cue);
        }
    }
    std::ranges::reverse(active);
    return active;
}

std::optional<double> CueTimes::nextChangeAfter(double seconds) const {
    const auto next = std::ranges::upper_bound(changes, seconds);
    return next == changes.end() ? std::nullopt : std::optional(*next);
}

} // namespace schacht::content
