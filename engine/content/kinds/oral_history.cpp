#include "engine/content/kinds/oral_history.hpp"

#include "engine/content/language/rules.hpp"

#include <set>

namespace schacht::content {

namespace {

/// A day a month later, or the first of the month after where that month is too short.
Day aMonthAfter(const Day& day) {
    return day.month == 12 ? Day{day.year + 1, 1, day.day} : Day{day.year, day.month + 1, day.day};
}

void checkConsent(Reading& reading, const OralHistory& voice) {
    const auto ends = consentEnds(voice);
    const auto problem = ends && reading.names.today ? consentProblem(*ends, *reading.names.today) : std::nullopt;
    if (!problem) {
        return;
    }
    const FileReport::Step step(reading.report, "consent");
    const FileReport::Step inner(reading.report, "until");
    const JsonValue& consent = *reading.document.find(reading.document.root(), "consent");
    reading.report.warning(problem->code, reading.document.find(consent, "until")->offset, problem->message);
}

void checkSpeakers(Reading& reading, const std::vector<Speaker>& speakers) {
    const FileReport::Step step(reading.report, "speakers");
    std::set<std::string_view> seen;
    const std::vector<ListEntry> entries =
        entriesOf(reading, *reading.document.find(reading.document.root(), "speakers"));
    for (std::size_t i = 0; i < speakers.size(); ++i) {
        if (!seen.insert(speakers[i].id).second) {
            const FileReport::Step inner(reading.report, entries[i].number);
            const FileReport::Step last(reading.report, "id");
            reading.report.error("duplicate-id", reading.document.find(*entries[i].value, "id")->offset,
                                 "Another speaker is called " + inQuotes(speakers[i].id) +
                                     " already. Give this one another id.");
        }
    }
}

} // namespace

std::optional<base::Problem> consentProblem(const Day& ends, const Day& today) {
    if (aMonthAfter(today) <= ends) {
        return std::nullopt;
    }
    const base::Location location{{}, 0, 0, "/consent/until"};
    if (ends < today) {
        return base::Problem{"consent-over", base::Severity::warning,
                             "The consent ended on " + toString(ends) +
                                 ": the item is no longer shown. Ask the speaker again, or take the item out.",
                             location};
    }
    return base::Problem{"consent-ends", base::Severity::warning,
                         "The consent ends on " + toString(ends) +
                             ": after that day the item is no longer shown. Ask the speaker again in time.",
                         location};
}

std::vector<Exhibit> exhibitsOf(const OralHistory& /*body*/, const LanguageMap& /*title*/) {
    return {};
}

const Picture* coverOf(const OralHistory& /*body*/) {
    return nullptr;
}

Played playedOf(const OralHistory& voice) {
    return {.medium = &voice.medium(),
            .texts = &voice.transcripts,
            .chapters = &voice.chapters,
            .spoken = &voice.spoken,
            .speakers = &voice.speakers,
            .synthetic = voice.synthetic ? &voice.synthetic->how : nullptr};
}

std::vector<Findable> findableIn(const OralHistory& voice) {
    return findableIn(voice.chapters);
}

double minutesOf(const OralHistory& voice, const LanguageChoice& /*languages*/) {
    return voice.heardFor / 60;
}

/// It is heard: what is said in it stands in its timed texts, which visitors choose by themselves.
bool isReadableIn(const OralHistory& /*body*/, std::string_view /*language*/) {
    return true;
}

std::optional<Day> consentEnds(const OralHistory& voice) {
    if (!voice.consent || voice.consent->until.empty()) {
        return std::nullopt;
    }
    const auto until = parseEdtf(voice.consent->until);
    return until ? until->latest : std::nullopt;
}

std::vector<Passage> checkRules(Reading& reading, OralHistory& voice) {
    checkSpeakers(reading, voice.speakers);
    orderChapters(reading, voice.chapters);
    checkWords(reading, {"transcripts", "chapters"},
               "This recording has neither “transcripts” nor “chapters”: a visitor who does not hear it has "
               "nothing. Write one of them.");
    checkConsent(reading, voice);
    return {};
}

FileFindings checkFiles(Reading& reading, OralHistory& voice) {
    MediaCheck check(reading);
    const bool isFilm = voice.audio.empty();
    check.checkMain(isFilm ? "video" : "audio", voice.medium(), isFilm);
    std::vector<std::string_view> voices;
    voices.reserve(voice.speakers.size());
    for (const Speaker& speaker : voice.speakers) {
        voices.emplace_back(speaker.id);
    }
    check.checkTexts(voice.transcripts, &voices);
    check.checkChapters(voice.chapters);
    voice.heardFor = check.heardFor();
    return std::move(check.found);
}

} // namespace schacht::content
