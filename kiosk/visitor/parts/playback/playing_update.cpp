#include "kiosk/visitor/parts/playback/playing_update.hpp"

#include "engine/content/kinds/questions.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

using media::Phase;

constexpr base::Seconds justBegun = 1;        // into a sentence: "again" means the one before
constexpr base::Seconds worthKeeping = 2;     // into a medium: coming back goes on from there
constexpr base::Seconds unknownLength = 1800; // for a film that does not say how long it is

} // namespace

/// What the screen is about, where that plays; else what plays.
const content::Item* PlayingUpdate::itemHere() const {
    const auto* item = s.visit.here.kind == ScreenKind::item ? catalogue.item(s.visit.here.id) : nullptr;
    if (item != nullptr && content::playedOf(item->body).medium != nullptr) {
        return item;
    }
    return s.visit.playing ? catalogue.item(s.visit.playing->item) : nullptr;
}

void PlayingUpdate::readWords(const content::Item& item) const {
    for (const auto& [language, file] : wordsOf(item)) {
        if (!s.device.library.words.contains(file)) {
            effects.emplace_back(stage::ReadWords{file});
        }
    }
}

void PlayingUpdate::measure(const content::Item& item) const {
    if (!s.device.library.levels.contains(content::mediumOf(item))) {
        effects.emplace_back(stage::MeasureSound{content::mediumOf(item)});
    }
}

void PlayingUpdate::open(const content::Item& item, base::Seconds from, base::Seconds until, bool wanted) const {
    Version version = Version::plain;
    if (s.visit.wishes.described && !fileOf(item, Version::described).empty()) {
        version = Version::described;
    } else if (s.visit.wishes.interpreted && !fileOf(item, Version::interpreted).empty()) {
        version = Version::interpreted;
    }
    Playing playing;
    playing.item = item.id;
    playing.file = fileOf(item, version);
    playing.version = version;
    playing.from = from;
    playing.until = until;
    playing.wanted = playing.started = wanted;
    playing.report.open = ++s.device.opens;
    playing.report.phase = Phase::opening;
    playing.report.position = from;
    playing.report.at = s.device.now;
    s.visit.playing = playing;
    media::OpenRequest request;
    request.open = s.device.opens;
    request.file = playing.file;
    request.from = from;
    request.until = until;
    request.paused = !wanted;
    effects.emplace_back(stage::OpenMedium{std::move(request)});
}

void PlayingUpdate::wait(const content::Item& item) const {
    const auto place = s.visit.heard.find(item.id);
    open(item, place == s.visit.heard.end() ? 0 : place->second, 0, false);
}

void PlayingUpdate::leave() const {
    if (!s.visit.playing) {
        return;
    }
    const base::Seconds position = s.visit.playing->report.positionAt(s.device.now);
    const bool whole = s.visit.playing->until == 0; // a passage is not the visitor's place in the recording
    if (whole && s.visit.playing->started && s.visit.playing->report.phase != Phase::ended && position > worthKeeping) {
        s.visit.heard[s.visit.playing->item] = position;
    } else if (whole && s.visit.playing->started) {
        s.visit.heard.erase(s.visit.playing->item);
    }
    effects.emplace_back(stage::CloseMedium{fadeOut});
    s.visit.playing.reset();
    s.visit.sliding.reset();
}

void PlayingUpdate::setVolume() const {
    const double volume = static_cast<double>(volumeOf(s)) / volumeSteps;
    effects.emplace_back(stage::SetVolume{volume, volumeOf(s) == 0});
}

void PlayingUpdate::stopAgain() const {
    if (s.visit.playing && s.visit.playing->again) {
        s.visit.playing->again.reset();
        effects.emplace_back(stage::SetRate{1});
    }
}

void PlayingUpdate::play(const content::Item& item, base::Seconds from, base::Seconds until) const {
    const bool same = s.visit.playing && s.visit.playing->item == item.id && s.visit.playing->until == until &&
                      (until == 0 || s.visit.playing->from == from);
    if (!same) {
        leave();
        open(item, from, until, true);
        return;
    }
    Playing& playing = *s.visit.playing;
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
        const bool passage = s.visit.playing && s.visit.playing->item == item->id;
        play(*item, passage ? s.visit.playing->from : 0, passage ? s.visit.playing->until : 0);
    }
}

void PlayingUpdate::hearFrom(base::Seconds at) const {
    const auto* item = itemHere();
    if (item == nullptr) {
        return;
    }
    if (!s.visit.playing || s.visit.playing->item != item->id) {
        open(*item, at, 0, true);
        s.visit.playing->sought = s.device.now;
        return;
    }
    stopAgain();
    Playing& playing = *s.visit.playing;
    playing.sought = s.device.now;
    if (playing.report.phase == Phase::failed) {
        playing.report.position = at; // its words can still be read, line by line
        return;
    }
    const base::Seconds to = std::clamp(at, 0.0, playing.report.length > 0 ? playing.report.length : unknownLength);
    effects.emplace_back(stage::SeekMedium{to});
    playing.report.position = to;
    playing.report.at = s.device.now;
    const bool ended = playing.report.phase == Phase::ended;
    if (!playing.wanted || ended) {
        playing.wanted = playing.started = true;
        effects.emplace_back(stage::PlayMedium{});
    }
}

void PlayingUpdate::skipBack() const {
    if (s.visit.playing && s.visit.playing->report.phase != Phase::failed) {
        stopAgain();
        const base::Seconds to =
            std::max(s.visit.playing->from, s.visit.playing->report.positionAt(s.device.now) - skip);
        effects.emplace_back(stage::SeekMedium{to});
        s.visit.playing->report.position = to;
        s.visit.playing->report.at = s.device.now;
    }
}

void PlayingUpdate::sayAgain() const {
    const auto* item = itemHere();
    if (item == nullptr) {
        return;
    }
    const Said words = wordsShown(*item, s, catalogue, s.device.library);
    if (words.words == nullptr) {
        skipBack();
        return;
    }
    const base::Seconds position = positionOf(s, *item, s.device.now);
    auto line = lineAt(*words.words, position);
    if (line && position < words.words->text.cues[*line].start + justBegun && s.visit.playing &&
        !s.visit.playing->again) {
        if (const auto before = lineAt(*words.words, words.words->text.cues[*line].start - 0.001)) {
            line = before;
        }
    }
    if (!line) {
        return;
    }
    hearFrom(words.words->text.cues[*line].start);
    if (s.visit.playing) {
        s.visit.playing->again = line;
        effects.emplace_back(stage::SetRate{slowly});
    }
}

void PlayingUpdate::readTogether() const {
    if (const auto* item = itemHere()) {
        s.visit.wishes.together = nextTogether(*item, s, catalogue, s.device.library);
    }
}

void PlayingUpdate::change(Version version) const {
    const auto* item = itemHere();
    if (item == nullptr || fileOf(*item, version).empty() || !s.visit.playing || s.visit.playing->version == version) {
        return;
    }
    const Playing before = *s.visit.playing;
    const base::Seconds at = before.report.phase == Phase::ended ? 0 : before.report.positionAt(s.device.now);
    open(*item, at, before.until, before.wanted && before.report.phase != Phase::ended);
    s.visit.playing->from = before.from;
    s.visit.playing->started = before.started;
}

void PlayingUpdate::toggleDescribed() const {
    s.visit.wishes.described = !s.visit.wishes.described;
    s.visit.wishes.interpreted = s.visit.wishes.interpreted && !s.visit.wishes.described; // each is a film of its own
    change(s.visit.wishes.described ? Version::described : Version::plain);
}

void PlayingUpdate::toggleInterpreted() const {
    s.visit.wishes.interpreted = !s.visit.wishes.interpreted;
    s.visit.wishes.described = s.visit.wishes.described && !s.visit.wishes.interpreted;
    change(s.visit.wishes.interpreted ? Version::interpreted : Version::plain);
}

void PlayingUpdate::slide(const Slid& slid) const {
    s.visit.lastGlass = s.visit.lastTouch = s.device.now;
    s.visit.sliding = slid.done ? std::nullopt : std::optional(Sliding{slid.owner, slid.share, slid.down});
    if (slid.owner == SurfaceOwner::volume) {
        const int volume = static_cast<int>(std::lround(slid.share * static_cast<float>(volumeSteps)));
        if (volume != volumeOf(s)) {
            s.visit.wishes.volume = volume;
            setVolume();
        }
    } else if (slid.owner == SurfaceOwner::playback && slid.done && s.visit.playing) {
        hearFrom(static_cast<double>(slid.share) * s.visit.playing->report.length);
    }
}

void PlayingUpdate::report(const media::PlayerState& state) const {
    if (!s.visit.playing || s.visit.playing->report.open != state.open) {
        return; // of what the visitor has left
    }
    const Phase before = s.visit.playing->report.phase;
    s.visit.playing->report = state;
    if (state.phase == Phase::ended || state.phase == Phase::failed) {
        stopAgain();
        s.visit.playing->wanted = false;
    }
    effects.emplace_back(stage::TraceLine{"media",
                                          {{"phase", std::string(nameOf(state.phase))},
                                           {"position", state.positionAt(s.device.now)},
                                           {"item", s.visit.playing->item},
                                           {"open", static_cast<double>(state.open)},
                                           {"dropped", static_cast<double>(state.droppedFrames)}},
                                          false});
    if (before != state.phase && state.phase == Phase::ended) {
        s.visit.lastGlass = s.visit.lastTouch = s.device.now;
    }
}

void PlayingUpdate::sayCue() const {
    const auto* item = catalogue.item(s.visit.playing->item);
    const Said words = item == nullptr ? Said{} : wordsShown(*item, s, catalogue, s.device.library);
    if (words.words == nullptr) {
        return;
    }
    const base::Seconds position = s.visit.playing->report.positionAt(s.device.now);
    const auto active = words.words->times.activeAt(position);
    const bool hidden = content::playedOf(item->body).film && !s.visit.wishes.captions;
    const auto cue = active.empty() || hidden ? std::nullopt : std::optional(active.front());
    if (cue == s.visit.playing->cue) {
        return;
    }
    s.visit.playing->cue = cue;
    if (cue) {
        const double start = words.words->text.cues[*cue].start;
        effects.emplace_back(stage::TraceLine{
            "cue",
            {{"start", start}, {"due", s.device.now - (position - start) / s.visit.playing->report.rate}},
            true});
    }
}

void PlayingUpdate::tick() const {
    if (!s.visit.playing || s.visit.playing->report.phase != Phase::playing) {
        return;
    }
    // what plays holds the clock, but no longer than it lasts: a film that nobody saw does not keep the next one away
    const base::Seconds length = s.visit.playing->report.length > 0 ? s.visit.playing->report.length : unknownLength;
    if (s.device.now < s.visit.lastGlass + length / std::max(s.visit.playing->report.rate, 0.5) + skip) {
        s.visit.lastTouch = std::max(s.visit.lastTouch, s.device.now);
    }
    sayCue();
    if (const auto again = s.visit.playing->again) {
        const auto* item = catalogue.item(s.visit.playing->item);
        const Said words = item == nullptr ? Said{} : wordsShown(*item, s, catalogue, s.device.library);
        if (words.words == nullptr || *again >= words.words->text.cues.size() ||
            s.visit.playing->report.positionAt(s.device.now) >= words.words->text.cues[*again].end) {
            stopAgain();
        }
    }
}

} // namespace schacht::visitor
