#include "kiosk/visitor/parts/playback/playing.hpp"

#include "kiosk/visitor/kit/layout.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

using media::Phase;

const std::string none;

Said said(const content::LanguageFiles& files, const std::string& language, const Library& library) {
    const auto file = files.find(language);
    if (file == files.end()) {
        return {};
    }
    const auto words = library.words.find(file->second);
    return {language, words == library.words.end() ? nullptr : words->second.get()};
}

const std::string& spokenIn(const content::Item& item) {
    const auto* voice = std::get_if<content::OralHistory>(&item.body);
    const auto* film = std::get_if<content::Film>(&item.body);
    return voice != nullptr ? voice->spoken : film != nullptr ? film->spoken : none;
}

bool plays(const Playing& playing) {
    return playing.wanted && (playing.report.phase == Phase::playing || playing.report.phase == Phase::opening);
}

} // namespace

base::Seconds steady(base::Seconds position) {
    return std::floor(position / voiceStep) * voiceStep;
}

ScreenKind screenOf(const content::Item& item) {
    return std::holds_alternative<content::Film>(item.body)          ? ScreenKind::film
           : std::holds_alternative<content::Gallery>(item.body)     ? ScreenKind::gallery
           : std::holds_alternative<content::OralHistory>(item.body) ? ScreenKind::oralHistory
                                                                     : ScreenKind::story;
}

const content::LanguageFiles& wordsOf(const content::Item& item) {
    static const content::LanguageFiles nothing;
    const auto* voice = std::get_if<content::OralHistory>(&item.body);
    const auto* film = std::get_if<content::Film>(&item.body);
    return voice != nullptr ? voice->transcripts : film != nullptr ? film->captions : nothing;
}

const std::string& fileOf(const content::Item& item, Version version) {
    const auto* film = std::get_if<content::Film>(&item.body);
    if (film == nullptr || version == Version::plain) {
        return content::mediumOf(item);
    }
    if (version == Version::described) {
        return film->described;
    }
    return film->signs.empty() ? none : film->signs.begin()->second;
}

Said wordsShown(const content::Item& item, const State& state, const catalogue::Catalogue& catalogue,
                const Library& library) {
    const auto& files = wordsOf(item);
    std::vector<std::string> wanted{languageOf(state, catalogue)};
    const auto& pack = catalogue.pack().languages;
    wanted.insert(wanted.end(), pack.begin(), pack.end());
    wanted.push_back(spokenIn(item));
    for (const std::string& language : wanted) {
        if (files.contains(language)) {
            return said(files, language, library);
        }
    }
    return files.empty() ? Said{} : said(files, files.begin()->first, library);
}

Said wordsBeside(const content::Item& item, const State& state, const Library& library) {
    return state.visit.wishes.together.empty() ? Said{} : said(wordsOf(item), state.visit.wishes.together, library);
}

std::string nextTogether(const content::Item& item, const State& state, const catalogue::Catalogue& catalogue,
                         const Library& library) {
    const auto& files = wordsOf(item);
    const std::string first = wordsShown(item, state, catalogue, library).language;
    auto next = state.visit.wishes.together.empty() ? files.begin() : files.upper_bound(state.visit.wishes.together);
    if (next != files.end() && next->first == first) {
        ++next;
    }
    return next == files.end() ? "" : next->first;
}

const Playing* playingOf(const State& state, const content::Item& item) {
    return state.visit.playing && state.visit.playing->item == item.id ? &*state.visit.playing : nullptr;
}

base::Seconds positionOf(const State& state, const content::Item& item, base::Seconds now) {
    if (const Playing* playing = playingOf(state, item)) {
        return playing->report.positionAt(now);
    }
    const auto place = state.visit.heard.find(item.id);
    return place == state.visit.heard.end() ? 0 : place->second;
}

std::optional<std::size_t> lineAt(const stage::Transcript& words, base::Seconds position) {
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < words.text.cues.size(); ++i) {
        const auto& cue = words.text.cues[i];
        if (cue.start <= position && (!last || cue.start >= words.text.cues[*last].start)) {
            last = i;
        }
    }
    return last;
}

std::optional<SliderStand> sliderStand(const State& state, scene::NodeId slider) {
    if (slider == layout::volumeNode) {
        return SliderStand{static_cast<float>(volumeOf(state)) / volumeSteps, 1.0F / volumeSteps};
    }
    if (slider == layout::trackNode && state.visit.playing && state.visit.playing->report.length > 0) {
        const base::Seconds length = state.visit.playing->report.length;
        return SliderStand{static_cast<float>(state.visit.playing->report.positionAt(state.device.now) / length),
                           static_cast<float>(skip / length)};
    }
    return std::nullopt;
}

bool controlsShown(const State& state) {
    return !state.visit.playing || !plays(*state.visit.playing) || state.visit.menu != Menu::none ||
           !state.visit.pressed.empty() || state.visit.sliding || state.visit.focus != 0 || state.visit.narration.on ||
           state.device.now < state.visit.lastGlass + controlsStay;
}

std::optional<base::Seconds> waitingSince(const State& state) {
    const bool waits =
        state.visit.playing && state.visit.playing->wanted && state.visit.playing->report.phase == Phase::opening;
    return waits ? std::optional(state.visit.lastGlass) : std::nullopt;
}

std::optional<base::Seconds> dueWhilePlaying(const State& state, const catalogue::Catalogue& catalogue,
                                             const Library& library) {
    std::optional<base::Seconds> next;
    const auto at = [&](base::Seconds when) { next = next ? std::min(*next, when) : when; };
    if (state.visit.linesLeft) {
        at(*state.visit.linesLeft + linesStay);
    }
    if (const auto since = waitingSince(state); since && state.device.now < *since + patience) {
        at(*since + patience);
    }
    if (!state.visit.playing || state.visit.playing->report.phase != Phase::playing) {
        return next;
    }
    const Playing& playing = *state.visit.playing;
    const base::Seconds position = playing.report.positionAt(state.device.now);
    const double rate = std::max(playing.report.rate, 0.1);
    const auto* item = catalogue.item(playing.item);
    const Said words = item == nullptr ? Said{} : wordsShown(*item, state, catalogue, library);
    if (words.words != nullptr) {
        if (const auto change = words.words->times.nextChangeAfter(position)) {
            at(state.device.now + (*change - position) / rate + 0.001);
        }
    }
    const bool shown = controlsShown(state);
    if (state.visit.here.kind == ScreenKind::film && shown && state.device.now < state.visit.lastGlass + controlsStay) {
        at(state.visit.lastGlass + controlsStay);
    }
    if (state.visit.here.kind == ScreenKind::film && !shown &&
        state.device.now < state.visit.lastGlass + controlsStay + controlsFade) {
        at(state.visit.lastGlass + controlsStay + controlsFade);
    }
    if (state.visit.here.kind != ScreenKind::film || shown) {
        const base::Seconds step = state.visit.here.kind == ScreenKind::film ? filmStep : voiceStep;
        at(state.device.now + (step - std::fmod(position, step)) / rate + 0.001);
    }
    return next;
}

} // namespace schacht::visitor
