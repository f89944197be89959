#include "engine/content/recording_rules.hpp"

#include "engine/content/edtf.hpp"
#include "engine/content/rules.hpp"

#include <algorithm>
#include <set>

namespace schacht::content {
namespace {

/// A day a month later, or the first of the month after where that month is too short.
Day aMonthAfter(const Day& day) {
    return day.month == 12 ? Day{day.year + 1, 1, day.day} : Day{day.year, day.month + 1, day.day};
}

/// The value of a key in the item's object; it is there.
const JsonValue& valueOf(const Reading& reading, std::string_view key) {
    return *reading.document.find(reading.document.root(), key);
}

void checkConsent(Reading& reading, const Consent& consent) {
    const auto until = consent.until.empty() ? base::Result<Edtf>() : parseEdtf(consent.until);
    if (!until || !until->latest || !reading.names.today) {
        return;
    }
    const FileReport::Step step(reading.report, "consent");
    const FileReport::Step inner(reading.report, "until");
    const std::size_t at = reading.document.find(valueOf(reading, "consent"), "until")->offset;
    const std::string day = toString(*until->latest);
    if (*until->latest < *reading.names.today) {
        reading.report.warning("consent-over", at,
                               "The consent ended on " + day +
                                   ": the item is no longer shown. Ask the speaker again, or take the item out.");
    } else if (*until->latest < aMonthAfter(*reading.names.today)) {
        reading.report.warning("consent-ends", at,
                               "The consent ends on " + day +
                                   ": after that day the item is no longer shown. Ask the speaker again in time.");
    }
}

void checkSpeakers(Reading& reading, const std::vector<Speaker>& speakers) {
    const FileReport::Step step(reading.report, "speakers");
    std::set<std::string_view> seen;
    const JsonValue* each = reading.document.firstChild(valueOf(reading, "speakers"));
    for (std::size_t i = 0; i < speakers.size(); ++i, each = reading.document.nextSibling(*each)) {
        if (!seen.insert(speakers[i].id).second) {
            const FileReport::Step inner(reading.report, i);
            const FileReport::Step last(reading.report, "id");
            reading.report.error("duplicate-id", reading.document.find(*each, "id")->offset,
                                 "Another speaker is called " + inQuotes(speakers[i].id) +
                                     " already. Give this one another id.");
        }
    }
}

void checkChapterOrder(Reading& reading, const std::vector<Chapter>& chapters) {
    if (chapters.empty()) {
        return;
    }
    const FileReport::Step step(reading.report, "chapters");
    const JsonValue* each = reading.document.firstChild(valueOf(reading, "chapters"));
    for (std::size_t i = 1; i < chapters.size(); ++i) {
        each = reading.document.nextSibling(*each);
        if (chapters[i].start <= chapters[i - 1].start) {
            const FileReport::Step inner(reading.report, i);
            const FileReport::Step last(reading.report, "start");
            reading.report.error("chapter-order", reading.document.find(*each, "start")->offset,
                                 "This chapter does not start after the one above it. Put the chapters in order.");
        }
    }
}

void checkPassages(Reading& reading, const std::vector<Page>& pages) {
    const FileReport::Step step(reading.report, "pages");
    const JsonValue* each = reading.document.firstChild(valueOf(reading, "pages"));
    for (std::size_t i = 0; i < pages.size(); ++i, each = reading.document.nextSibling(*each)) {
        if (pages[i].to != 0 && pages[i].to <= pages[i].from) {
            const FileReport::Step inner(reading.report, i);
            const FileReport::Step last(reading.report, "to");
            reading.report.error("passage-order", reading.document.find(*each, "to")->offset,
                                 "“to” is not after “from”: nothing would be heard. Write seconds from the start of "
                                 "the recording in both; 0 in “to” is its end.");
        }
    }
}

void checkWords(Reading& reading, bool has, std::string_view sentence) {
    if (!has) {
        reading.report.warning("no-words", reading.document.root().offset, std::string(sentence));
    }
}

void checkStandIns(Reading& reading, const Film& film) {
    if (!film.signedPlaceholder || film.signs.empty()) {
        return;
    }
    const FileReport::Step step(reading.report, "signed");
    reading.report.warning("signed-placeholder", valueOf(reading, "signed").offset,
                           "What is shown here is a stand-in, not signing. Have the film signed, then take "
                           "“signedPlaceholder” out.");
}

} // namespace

void checkRecording(Reading& reading, const Item& item) {
    if (const auto* const story = std::get_if<Story>(&item.body)) {
        checkPassages(reading, story->pages);
    } else if (const auto* const film = std::get_if<Film>(&item.body)) {
        checkChapterOrder(reading, film->chapters);
        checkStandIns(reading, *film);
        checkWords(reading, film->spoken.empty() || !film->captions.empty(),
                   "This film is spoken and has no “captions”: a visitor who does not hear it misses what is said. "
                   "Write them, by language.");
    } else if (const auto* const voice = std::get_if<OralHistory>(&item.body)) {
        checkSpeakers(reading, voice->speakers);
        checkChapterOrder(reading, voice->chapters);
        checkWords(reading, !voice->transcripts.empty() || !voice->chapters.empty(),
                   "This recording has neither “transcripts” nor “chapters”: a visitor who does not hear it has "
                   "nothing. Write one of them.");
        if (voice->consent) {
            checkConsent(reading, *voice->consent);
        }
    }
}

} // namespace schacht::content
