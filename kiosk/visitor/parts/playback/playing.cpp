#include "kiosk/visitor/parts/playback/playing.hpp"

#include "engine/content/kinds/questions.hpp"

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

bool plays(const Playing& playing) {
    return playing.wanted && (playing.report.phase == Phase::playing || playing.report.phase == Phase::opening);
}

constexpr double slowest = 0.1;            // of all rates, so that nothing is due never
constexpr base::Seconds justAfter = 0.001; // what is due has come by then

double rateOf(const Playing& playing) {
    return std::max(playing.report.rate, slowest);
}

} // namespace

base::Seconds steady(base::Seconds position) {
    return std::floor(position / voiceStep) * voiceStep;
}

const content::LanguageFiles& wordsOf(const content::Item& item) {
    static const content::LanguageFiles nothing;
    const auto* texts = content::playedOf(item.body).texts;
    return texts != nullptr ? *texts : nothing;
}

const std::string& fileOf(const content::Item& item, Version version) {
    const content::Played played = content::playedOf(item.body);
    switch (version) {
    case Version::plain:
        return played.medium != nullptr ? *played.medium : none;
    case Version::described:
        return played.described != nullptr ? *played.described : none;
    case Version::interpreted:
        return played.signs == nullptr || played.signs->empty() ? none : played.signs->begin()->second;
    }
    return none;
}

Said wordsShown(const content::Item& item, const State& state, const catalogue::Catalogue& catalogue,
                const Library& library) {
    const auto& files = wordsOf(item);
    std::vector<std::string> wanted{languageOf(state, catalogue)};
    const auto& pack = catalogue.pack().languages;
    wanted.insert(wanted.end(), pack.begin(), pack.end());
    if (const auto* spoken = content::playedOf(item.body).spoken) {
        wanted.push_back(*spoken);
    }
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

std::optional<HeadPosition> headPosition(const State& state) {
    if (!state.visit.playing || state.visit.playing->report.length <= 0) {
        return std::nullopt;
    }
    const base::Seconds length = state.visit.playing->report.length;
    return HeadPosition{static_cast<float>(state.visit.playing->report.positionAt(state.device.now) / length),
                        static_cast<float>(skip / length)};
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

std::optional<base::Seconds> dueWhilePlaying(const State& state, const catalogue::Catalogue& catalogue) {
    std::optional<base::Seconds> next;
    if (const auto since = waitingSince(state); since && state.device.now < *since + patience) {
        next = *since + patience;
    }
    if (!state.visit.playing || state.visit.playing->report.phase != Phase::playing) {
        return next;
    }
    const Playing& playing = *state.visit.playing;
    const base::Seconds position = playing.report.positionAt(state.device.now);
    const auto* item = catalogue.item(playing.item);
    const Said words = item == nullptr ? Said{} : wordsShown(*item, state, catalogue, state.device.library);
    if (words.words != nullptr) {
        if (const auto change = words.words->times.nextChangeAfter(position)) {
            next = earlier(next, state.device.now + (*change - position) / rateOf(playing) + justAfter);
        }
    }
    return next;
}

std::optional<base::Seconds> dueAfterStep(const State& state, base::Seconds step) {
    if (!state.visit.playing || state.visit.playing->report.phase != Phase::playing) {
        return std::nullopt;
    }
    const Playing& playing = *state.visit.playing;
    const base::Seconds position = playing.report.positionAt(state.device.now);
    return state.device.now + (step - std::fmod(position, step)) / rateOf(playing) + justAfter;
}

std::optional<base::Seconds> earlier(std::optional<base::Seconds> one, std::optional<base::Seconds> another) {
    return one && another ? std::min(*one, *another) : one ? one : another;
}

} // namespace schacht::visitor
