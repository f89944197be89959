#include "kiosk/visitor/reading_update.hpp"

#include <utility>

namespace schacht::visitor {

namespace {

constexpr base::Seconds longestSentence = 60; // a narrator that is silent for so long says nothing any more

bool plays(const State& s) {
    return s.visit.playing && s.visit.playing->wanted && s.visit.playing->report.phase != media::Phase::ended &&
           s.visit.playing->report.phase != media::Phase::failed;
}

} // namespace

void ReadingUpdate::silence() const {
    Reading& r = s.visit.reading;
    if (r.busy) {
        effects.emplace_back(stage::StopSaying{});
    }
    r.busy = false;
    r.now.reset();
}

void ReadingUpdate::say(std::vector<scene::Passage> passages, bool brief) const {
    Reading& r = s.visit.reading;
    if (passages.empty()) {
        silence();
        return;
    }
    stage::SayAloud aloud;
    r.first = s.device.spoken + 1;
    for (const scene::Passage& passage : passages) {
        aloud.sentences.push_back({++s.device.spoken, passage.words, passage.language});
    }
    r.said = std::move(passages);
    r.brief = brief;
    r.busy = true;
    r.now.reset();
    r.sign = s.device.now;
    effects.emplace_back(stage::Report{
        "say",
        {{"what", std::string(brief ? "control" : "screen")}, {"sentences", static_cast<double>(r.said.size())}},
        false});
    effects.emplace_back(std::move(aloud));
}

void ReadingUpdate::readAll(bool all) const {
    Reading& r = s.visit.reading;
    r.all = all && s.device.voice;
    r.on = r.all;
    r.interrupted = false;
    r.screen.clear();
    if (!r.all) {
        silence();
    }
}

void ReadingUpdate::operator()(const ToggleReading&) const {
    Reading& r = s.visit.reading;
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

void ReadingUpdate::operator()(const RepeatLast&) const {
    Reading& r = s.visit.reading;
    if (s.device.voice && !r.said.empty() && r.on) {
        say(r.said, r.brief);
    }
}

void ReadingUpdate::operator()(const KeyUsed& used) const {
    s.visit.focus = used.focus;
    if (!std::exchange(s.visit.reading.byKeys, true) && !s.visit.reading.all) {
        readAll(true);
    }
}

void ReadingUpdate::operator()(const HeadphonesMoved& moved) const {
    readAll(moved.in);
    s.visit.lastTouch = s.visit.lastGlass = s.device.now;
}

void ReadingUpdate::operator()(const ScreenSeen& seen) const {
    Reading& r = s.visit.reading;
    if (!r.on) {
        return;
    }
    const std::string control = joined(seen.control);
    const bool asked = std::exchange(r.asked, false);
    if (seen.screen != r.screen) {
        r.screen = seen.screen;
        r.control = control;
        r.hinted = r.byKeys;
        std::vector<scene::Passage> all = seen.passages;
        all.insert(all.end(), seen.control.begin(), seen.control.end());
        say(std::move(all), false);
    } else if (asked && control != r.control) {
        r.control = control;
        if (!seen.control.empty()) {
            say(seen.control, true);
        }
    }
}

void ReadingUpdate::note(const media::NarratorReport& report, std::size_t index) const {
    const scene::Passage& passage = s.visit.reading.said[index];
    effects.emplace_back(stage::Report{"read",
                                       {{"phase", std::string(nameOf(report.kind))},
                                        {"sentence", static_cast<double>(index + 1)},
                                        {"sentences", static_cast<double>(s.visit.reading.said.size())},
                                        {"words", passage.words},
                                        {"language", passage.language}},
                                       false});
}

void ReadingUpdate::over() const {
    Reading& r = s.visit.reading;
    r.busy = false;
    r.now.reset();
    s.visit.lastTouch = s.device.now; // who listened has the whole time to touch
}

void ReadingUpdate::operator()(const NarratorTold& told) const {
    using Kind = media::NarratorReport::Kind;
    Reading& r = s.visit.reading;
    const media::NarratorReport& report = told.report;
    if (report.kind == Kind::available || report.kind == Kind::unavailable) {
        s.device.voice = report.kind == Kind::available;
        effects.emplace_back(
            stage::Report{"voice", {{"phase", std::string(s.device.voice ? "available" : "unavailable")}}, false});
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

void ReadingUpdate::touched() const {
    Reading& r = s.visit.reading;
    silence();
    r.asked = true;
    r.interrupted = r.on && !r.all;
    r.on = r.all;
}

void ReadingUpdate::arrived() const {
    silence();
    s.visit.reading.interrupted = false;
    s.visit.reading.on = s.visit.reading.all;
}

void ReadingUpdate::turned() const {
    silence();
    s.visit.reading.on = s.visit.reading.on || std::exchange(s.visit.reading.interrupted, false);
}

void ReadingUpdate::tick() const {
    Reading& r = s.visit.reading;
    if (r.busy && s.device.now > r.sign + longestSentence) {
        silence();
    } else if (r.busy) {
        s.visit.lastTouch = s.device.now; // a voice reading aloud holds the clock
    }
}

void ReadingUpdate::giveWay() const {
    if (s.visit.reading.busy && !s.visit.reading.brief && plays(s)) {
        silence();
        s.visit.reading.on = s.visit.reading.all;
    }
}

} // namespace schacht::visitor
