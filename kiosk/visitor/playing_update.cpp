#include "kiosk/visitor/playing_update.hpp"

#include "kiosk/visitor/layout.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

using media::Phase;

constexpr base::Seconds justBegun = 1;        // into a sentence: "again" means the one before
constexpr base::Seconds worthKeeping = 2;     // into a medium: coming back goes on from there
constexpr base::Seconds unknownLength = 1800; // for a film that does not say how long it is

} // namespace

const content::Item* PlayingUpdate::itemHere() const {
    if (s.here.kind == ScreenKind::oralHistory || s.here.kind == ScreenKind::film) {
        return catalogue.item(s.here.id);
    }
    return s.playing ? catalogue.item(s.playing->item) : nullptr;
}

void PlayingUpdate::askWords(const content::Item& item) const {
    for (const auto& [language, file] : wordsOf(item)) {
        if (!library.words.contains(file)) {
            effects.emplace_back(stage::ReadWords{file});
        }
    }
}

void PlayingUpdate::open(const content::Item& item, base::Seconds from, base::Seconds until, bool wanted) const {
    Version version = Version::plain;
    if (s.wishes.described && !fileOf(item, Version::described).empty()) {
        version = Version::described;
    } else if (s.wishes.interpreted && !fileOf(item, Version::interpreted).empty()) {
        version = Version::interpreted;
    }
    Playing playing;
    playing.item = item.id;
    playing.version = version;
    playing.from = from;
    playing.until = until;
    playing.wanted = playing.started = wanted;
    playing.report.open = ++s.opens;
    playing.report.phase = Phase::opening;
    playing.report.position = from;
    playing.report.at = s.now;
    s.playing = playing;
    media::OpenRequest request;
    request.open = s.opens;
    request.file = fileOf(item, version);
    request.from = from;
    request.until = until;
    request.paused = !wanted;
    effects.emplace_back(stage::OpenMedium{std::move(request)});
}

void PlayingUpdate::read() const {
    if (s.here.kind == ScreenKind::story) {
        const auto* story = catalogue.item(s.here.id);
        const auto page = static_cast<std::size_t>(s.here.page);
        if (story != nullptr && page < content::pagesOf(*story).size()) {
            if (const auto* heard = catalogue.item(content::pagesOf(*story)[page].item)) {
                askWords(*heard);
            }
        }
        return;
    }
    const auto* item = itemHere();
    if (item == nullptr || s.here.kind == ScreenKind::end) {
        return;
    }
    askWords(*item);
    if (s.here.kind == ScreenKind::oralHistory && !library.levels.contains(content::mediumOf(*item))) {
        effects.emplace_back(stage::MeasureSound{content::mediumOf(*item)});
    }
}

void PlayingUpdate::arrive() const {
    s.lines.jump(0);
    s.linesLeft.reset();
    s.linesAt.reset();
    s.sliding.reset();
    read();
    const auto* item = itemHere();
    if (s.here.kind == ScreenKind::story || item == nullptr || s.here.kind == ScreenKind::end) {
        return;
    }
    const auto place = s.heard.find(item->id);
    open(*item, place == s.heard.end() ? 0 : place->second, 0, false);
}

void PlayingUpdate::leave() const {
    if (!s.playing) {
        return;
    }
    const base::Seconds position = s.playing->report.positionAt(s.now);
    const bool whole = s.playing->until == 0; // a passage is not the visitor's place in the recording
    if (whole && s.playing->started && s.playing->report.phase != Phase::ended && position > worthKeeping) {
        s.heard[s.playing->item] = position;
    } else if (whole && s.playing->started) {
        s.heard.erase(s.playing->item);
    }
    effects.emplace_back(stage::CloseMedium{fadeOut});
    s.playing.reset();
    s.sliding.reset();
}

void PlayingUpdate::setVolume() const {
    const double volume = static_cast<double>(s.wishes.volume) / volumeSteps;
    effects.emplace_back(stage::SetVolume{volume, s.wishes.volume == 0});
}

void PlayingUpdate::stopAgain() const {
    if (s.playing && s.playing->again) {
        s.playing->again.reset();
        effects.emplace_back(stage::SetRate{1});
    }
}

void PlayingUpdate::play(const content::Item& item, base::Seconds from, base::Seconds until) const {
    const bool same =
        s.playing && s.playing->item == item.id && s.playing->until == until && (until == 0 || s.playing->from == from);
    if (!same) {
        leave();
        open(item, from, until, true);
        return;
    }
    Playing& playing = *s.playing;
    if (playing.report.phase == Phase::failed) {
        return;
    }
    stopAgain();
    if (playing.report.phase == Phase::ended) {
        effects.emplace_back(stage::SeekMedium{playing.from});
        playing.wanted = true;
    } else {
        playing.wanted = !playing.wanted;
    }
    playing.started = playing.started || playing.wanted;
    if (playing.wanted) {
        effects.emplace_back(stage::PlayMedium{});
    } else {
        effects.emplace_back(stage::PauseMedium{});
    }
}

void PlayingUpdate::toggle() const {
    if (const auto* item = itemHere()) {
        const bool passage = s.playing && s.playing->item == item->id;
        play(*item, passage ? s.playing->from : 0, passage ? s.playing->until : 0);
    }
}

void PlayingUpdate::hearFrom(base::Seconds at) const {
    const auto* item = itemHere();
    if (item == nullptr) {
        return;
    }
    s.lines.glide(0, scene::Curve::settle, 0.280, s.now);
    s.linesLeft.reset();
    s.linesAt.reset();
    if (!s.playing || s.playing->item != item->id) {
        open(*item, at, 0, true);
        return;
    }
    stopAgain();
    Playing& playing = *s.playing;
    if (playing.report.phase == Phase::failed) {
        playing.report.position = at; // its words can still be read, line by line
        return;
    }
    const base::Seconds to = std::clamp(at, 0.0, playing.report.length > 0 ? playing.report.length : unknownLength);
    effects.emplace_back(stage::SeekMedium{to});
    playing.report.position = to;
    playing.report.at = s.now;
    const bool ended = playing.report.phase == Phase::ended;
    if (!playing.wanted || ended) {
        playing.wanted = playing.started = true;
        effects.emplace_back(stage::PlayMedium{});
    }
}

void PlayingUpdate::skipBack() const {
    if (s.playing && s.playing->report.phase != Phase::failed) {
        stopAgain();
        const base::Seconds to = std::max(s.playing->from, s.playing->report.positionAt(s.now) - skip);
        effects.emplace_back(stage::SeekMedium{to});
        s.playing->report.position = to;
        s.playing->report.at = s.now;
    }
}

void PlayingUpdate::sayAgain() const {
    const auto* item = itemHere();
    if (item == nullptr) {
        return;
    }
    const Said words = wordsShown(*item, s, catalogue, library);
    if (words.words == nullptr) {
        skipBack();
        return;
    }
    const base::Seconds position = positionOf(s, *item, s.now);
    auto line = lineAt(*words.words, position);
    if (line && position < words.words->text.cues[*line].start + justBegun && s.playing && !s.playing->again) {
        if (const auto before = lineAt(*words.words, words.words->text.cues[*line].start - 0.001)) {
            line = before;
        }
    }
    if (!line) {
        return;
    }
    hearFrom(words.words->text.cues[*line].start);
    if (s.playing) {
        s.playing->again = line;
        effects.emplace_back(stage::SetRate{slowly});
    }
}

void PlayingUpdate::readTogether() const {
    if (const auto* item = itemHere()) {
        s.wishes.together = nextTogether(*item, s, catalogue, library);
    }
}

void PlayingUpdate::change(Version version) const {
    const auto* item = itemHere();
    if (item == nullptr || fileOf(*item, version).empty() || !s.playing || s.playing->version == version) {
        return;
    }
    const Playing before = *s.playing;
    const base::Seconds at = before.report.phase == Phase::ended ? 0 : before.report.positionAt(s.now);
    open(*item, at, before.until, before.wanted && before.report.phase != Phase::ended);
    s.playing->from = before.from;
    s.playing->started = before.started;
}

void PlayingUpdate::toggleDescribed() const {
    s.wishes.described = !s.wishes.described;
    s.wishes.interpreted = s.wishes.interpreted && !s.wishes.described; // each is a film of its own
    change(s.wishes.described ? Version::described : Version::plain);
}

void PlayingUpdate::toggleInterpreted() const {
    s.wishes.interpreted = !s.wishes.interpreted;
    s.wishes.described = s.wishes.described && !s.wishes.interpreted;
    change(s.wishes.interpreted ? Version::interpreted : Version::plain);
}

void PlayingUpdate::slide(const Slid& slid) const {
    s.lastGlass = s.lastTouch = s.now;
    s.sliding = slid.done ? std::nullopt : std::optional(Sliding{slid.slider, slid.share, slid.down});
    if (slid.slider == layout::volumeNode) {
        const int volume = static_cast<int>(std::lround(slid.share * static_cast<float>(volumeSteps)));
        if (volume != s.wishes.volume) {
            s.wishes.volume = volume;
            setVolume();
        }
    } else if (slid.slider == layout::trackNode && slid.done && s.playing) {
        hearFrom(static_cast<double>(slid.share) * s.playing->report.length);
    }
}

void PlayingUpdate::report(const media::PlayerState& state) const {
    if (!s.playing || s.playing->report.open != state.open) {
        return; // of what the visitor has left
    }
    const Phase before = s.playing->report.phase;
    s.playing->report = state;
    if (state.phase == Phase::ended || state.phase == Phase::failed) {
        stopAgain();
        s.playing->wanted = false;
    }
    effects.emplace_back(stage::Report{"media",
                                       {{"phase", std::string(nameOf(state.phase))},
                                        {"position", state.positionAt(s.now)},
                                        {"item", s.playing->item},
                                        {"open", static_cast<double>(state.open)},
                                        {"dropped", static_cast<double>(state.droppedFrames)}},
                                       false});
    if (before != state.phase && state.phase == Phase::ended) {
        s.lastGlass = s.lastTouch = s.now;
    }
}

void PlayingUpdate::sayCue() const {
    const auto* item = catalogue.item(s.playing->item);
    const Said words = item == nullptr ? Said{} : wordsShown(*item, s, catalogue, library);
    if (words.words == nullptr) {
        return;
    }
    const base::Seconds position = s.playing->report.positionAt(s.now);
    const auto active = words.words->times.activeAt(position);
    const bool hidden = screenOf(*item) == ScreenKind::film && !s.wishes.captions;
    const auto cue = active.empty() || hidden ? std::nullopt : std::optional(active.front());
    if (cue == s.playing->cue) {
        return;
    }
    s.playing->cue = cue;
    if (cue) {
        const double start = words.words->text.cues[*cue].start;
        effects.emplace_back(stage::Report{
            "cue", {{"start", start}, {"due", s.now - (position - start) / s.playing->report.rate}}, true});
    }
}

void PlayingUpdate::tick() const {
    if (s.linesLeft && s.now >= *s.linesLeft + linesStay) {
        s.lines.glide(0, scene::Curve::settle, 0.280, s.now);
        s.linesLeft.reset();
        s.linesAt.reset();
    }
    if (!s.playing || s.playing->report.phase != Phase::playing) {
        return;
    }
    // what plays holds the clock, but no longer than it lasts: a film that nobody saw does not keep the next one away
    const base::Seconds length = s.playing->report.length > 0 ? s.playing->report.length : unknownLength;
    if (s.now < s.lastGlass + length / std::max(s.playing->report.rate, 0.5) + skip) {
        s.lastTouch = std::max(s.lastTouch, s.now);
    }
    sayCue();
    if (const auto again = s.playing->again) {
        const auto* item = catalogue.item(s.playing->item);
        const Said words = item == nullptr ? Said{} : wordsShown(*item, s, catalogue, library);
        if (words.words == nullptr || *again >= words.words->text.cues.size() ||
            s.playing->report.positionAt(s.now) >= words.words->text.cues[*again].end) {
            stopAgain();
        }
    }
}

} // namespace schacht::visitor
