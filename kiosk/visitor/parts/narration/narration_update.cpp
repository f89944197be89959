#include "kiosk/visitor/parts/narration/narration_update.hpp"
#include "kiosk/visitor/parts/narration/narration.hpp"

#include <utility>

namespace schacht::visitor {

namespace {

constexpr base::Seconds longestSentence = 60; // a narrator that is silent for so long says nothing any more

bool plays(const State& s) {
    return s.visit.playing && s.visit.playing->wanted && s.visit.playing->report.phase != media::Phase::ended &&
           s.visit.playing->report.phase != media::Phase::failed;
}

} // namespace

void NarrationUpdate::silence() const {
    Narration& r = s.visit.narration;
    if (r.busy) {
        effects.emplace_back(stage::StopSaying{});
    }
    r.busy = false;
    r.now.reset();
}

void NarrationUpdate::say(std::vector<scene::Utterance> utterances, bool brief) const {
    Narration& r = s.visit.narration;
    if (utterances.empty()) {
        silence();
        return;
    }
    stage::SayAloud aloud;
    r.first = s.device.spoken + 1;
    for (const scene::Utterance& utterance : utterances) {
        aloud.sentences.push_back({++s.device.spoken, utterance.words, utterance.language});
    }
    r.said = std::move(utterances);
    r.brief = brief;
    r.busy = true;
    r.now.reset();
    r.sign = s.device.now;
    effects.emplace_back(stage::TraceLine{
        "say",
        {{"what", std::string(brief ? "control" : "screen")}, {"sentences", static_cast<double>(r.said.size())}},
        false});
    effects.emplace_back(std::move(aloud));
}

void NarrationUpdate::readAll(bool all) const {
    Narration& r = s.visit.narration;
    r.all = all && s.device.voice;
    r.on = r.all;
    r.interrupted = false;
    r.screen.clear();
    if (!r.all) {
        silence();
    }
}

void NarrationUpdate::operator()(const ToggleReading&) const {
    Narration& r = s.visit.narration;
    const bool was = r.on || r.interrupted;
    silence();
    r.interrupted = false;
    r.on = !was && s.device.voice;
    r.all = r.all && r.on; // who puts it out has had enough of it
    r.screen.clear();
    if (r.on && plays(s)) {
        s.visit.playing->wanted = false;
        effects.emplace_back(stage::PauseMedium{});
    }
}

void NarrationUpdate::operator()(const RepeatLast&) const {
    Narration& r = s.visit.narration;
    if (s.device.voice && !r.said.empty() && r.on) {
        say(r.said, r.brief);
    }
}

void NarrationUpdate::operator()(const KeyUsed& used) const {
    s.visit.focus = used.focus;
    if (!std::exchange(s.visit.narration.byKeys, true) && !s.visit.narration.all) {
        readAll(true);
    }
}

void NarrationUpdate::operator()(const HeadphonesMoved& moved) const {
    readAll(moved.in);
    s.visit.lastTouch = s.visit.lastGlass = s.device.now;
}

void NarrationUpdate::operator()(const ScreenSeen& seen) const {
    Narration& r = s.visit.narration;
    if (!r.on) {
        return;
    }
    const std::string control = joined(seen.control);
    const bool asked = std::exchange(r.asked, false);
    if (seen.screen != r.screen) {
        r.screen = seen.screen;
        r.control = control;
        r.hinted = r.byKeys;
        std::vector<scene::Utterance> all = seen.utterances;
        all.insert(all.end(), seen.control.begin(), seen.control.end());
        say(std::move(all), false);
    } else if (asked && control != r.control) {
        r.control = control;
        if (!seen.control.empty()) {
            say(seen.control, true);
        }
    }
}

void NarrationUpdate::note(const media::NarratorReport& report, std::size_t index) const {
    const scene::Utterance& utterance = s.visit.narration.said[index];
    effects.emplace_back(stage::TraceLine{"read",
                                          {{"phase", std::string(nameOf(report.kind))},
                                           {"sentence", static_cast<double>(index + 1)},
                                           {"sentences", static_cast<double>(s.visit.narration.said.size())},
                                           {"words", utterance.words},
                                           {"language", utterance.language}},
                                          false});
}

void NarrationUpdate::over() const {
    Narration& r = s.visit.narration;
    r.busy = false;
    r.now.reset();
    s.visit.lastTouch = s.device.now; // who listened has the whole time to touch
}

void NarrationUpdate::operator()(const NarratorTold& told) const {
    using Kind = media::NarratorReport::Kind;
    Narration& r = s.visit.narration;
    const media::NarratorReport& report = told.report;
    if (report.kind == Kind::available || report.kind == Kind::unavailable) {
        s.device.voice = report.kind == Kind::available;
        effects.emplace_back(
            stage::TraceLine{"voice", {{"phase", std::string(s.device.voice ? "available" : "unavailable")}}, false});
        if (!s.device.voice) {
            readAll(false);
        } else if (r.byKeys) {
            readAll(true); // a voice that comes late finds who waits for it
        }
        return;
    }
    if (!r.busy || report.sentence < r.first || report.sentence >= r.first + r.said.size()) {
        return; // of what was silenced
    }
    const std::size_t index = report.sentence - r.first;
    r.sign = s.device.now;
    note(report, index);
    if (report.kind == Kind::began) {
        r.now = index;
    } else if (report.kind == Kind::failed || index + 1 == r.said.size()) {
        over();
    }
}

void NarrationUpdate::touched() const {
    Narration& r = s.visit.narration;
    silence();
    r.asked = true;
    r.interrupted = r.on && !r.all;
    r.on = r.all;
}

void NarrationUpdate::arrived() const {
    silence();
    s.visit.narration.interrupted = false;
    s.visit.narration.on = s.visit.narration.all;
}

void NarrationUpdate::turned() const {
    silence();
    s.visit.narration.on = s.visit.narration.on || std::exchange(s.visit.narration.interrupted, false);
}

void NarrationUpdate::tick() const {
    Narration& r = s.visit.narration;
    if (r.busy && s.device.now > r.sign + longestSentence) {
        silence();
    } else if (r.busy) {
        s.visit.lastTouch = s.device.now; // a voice reading aloud holds the clock
    }
}

void NarrationUpdate::giveWay() const {
    if (s.visit.narration.busy && !s.visit.narration.brief && plays(s)) {
        silence();
        s.visit.narration.on = s.visit.narration.all;
    }
}

} // namespace schacht::visitor
