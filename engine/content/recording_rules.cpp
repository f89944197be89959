#include "engine/content/recording_rules.hpp"

#include "engine/content/in_time.hpp"
#include "engine/content/rules.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace schacht::content {
namespace {

/// The value of a key in the item's object; it is there.
const JsonValue& valueOf(const Reading& reading, std::string_view key) {
    return *reading.document.find(reading.document.root(), key);
}

void checkConsent(Reading& reading, const Item& item) {
    const auto problem = reading.names.today ? consentProblem(item, *reading.names.today) : std::nullopt;
    if (!problem) {
        return;
    }
    const FileReport::Step step(reading.report, "consent");
    const FileReport::Step inner(reading.report, "until");
    const JsonValue* const until = reading.document.find(valueOf(reading, "consent"), "until");
    reading.report.warning(problem->code, until->offset, problem->message);
}

void checkSpeakers(Reading& reading, const std::vector<Speaker>& speakers) {
    const FileReport::Step step(reading.report, "speakers");
    std::set<std::string_view> seen;
    const std::vector<ListEntry> entries = entriesOf(reading, valueOf(reading, "speakers"));
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

void orderChapters(Reading& reading, std::vector<Chapter>& chapters) {
    if (chapters.empty()) {
        return;
    }
    const FileReport::Step step(reading.report, "chapters");
    const std::vector<ListEntry> entries = entriesOf(reading, valueOf(reading, "chapters"));
    for (std::size_t i = 1; i < chapters.size(); ++i) {
        if (chapters[i].start <= chapters[i - 1].start) {
            const FileReport::Step inner(reading.report, entries[i].number);
            const FileReport::Step last(reading.report, "start");
            reading.report.error("chapter-order", reading.document.find(*entries[i].value, "start")->offset,
                                 "This chapter does not start after the one above it. Put the chapters in order.");
        }
    }
    std::ranges::stable_sort(chapters, {}, &Chapter::start);
    const auto same = std::ranges::unique(chapters, {}, &Chapter::start); // of two that start together, the first
    chapters.erase(same.begin(), same.end());
}

void checkPassages(Reading& reading, std::vector<Page>& pages) {
    const FileReport::Step step(reading.report, "pages");
    const std::vector<ListEntry> entries = entriesOf(reading, valueOf(reading, "pages"));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].to != 0 && pages[i].to <= pages[i].from) {
            const FileReport::Step inner(reading.report, entries[i].number);
            const FileReport::Step last(reading.report, "to");
            reading.report.error("passage-order", reading.document.find(*entries[i].value, "to")->offset,
                                 "“to” is not after “from”: nothing would be heard. Write seconds from the start of "
                                 "the recording in both; 0 in “to” is its end. Visitors hear it to its end.");
            pages[i].to = 0;
        }
    }
}

/// keys: any of which holds what is said; one that could not be read was reported already.
void checkWords(Reading& reading, std::initializer_list<std::string_view> keys, std::string_view sentence) {
    const auto isThere = [&](std::string_view key) {
        return reading.document.find(reading.document.root(), key) != nullptr;
    };
    if (std::ranges::none_of(keys, isThere)) {
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

void checkRecording(Reading& reading, Item& item) {
    if (auto* const story = std::get_if<Story>(&item.body)) {
        checkPassages(reading, story->pages);
    } else if (auto* const film = std::get_if<Film>(&item.body)) {
        orderChapters(reading, film->chapters);
        checkStandIns(reading, *film);
        if (!film->spoken.empty()) {
            checkWords(reading, {"captions"},
                       "This film is spoken and has no “captions”: a visitor who does not hear it misses what is said. "
                       "Write them, by language.");
        }
    } else if (auto* const voice = std::get_if<OralHistory>(&item.body)) {
        checkSpeakers(reading, voice->speakers);
        orderChapters(reading, voice->chapters);
        checkWords(reading, {"transcripts", "chapters"},
                   "This recording has neither “transcripts” nor “chapters”: a visitor who does not hear it has "
                   "nothing. Write one of them.");
        checkConsent(reading, item);
    }
}

} // namespace schacht::content
