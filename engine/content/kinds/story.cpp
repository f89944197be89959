#include "engine/content/kinds/story.hpp"

#include "engine/content/kinds/number_rules.hpp"
#include "engine/content/language/line_counter.hpp"

#include <algorithm>

namespace schacht::content {

namespace {

bool hasWords(const Page& page) {
    return !page.body.empty() || !page.heading.empty();
}

std::ptrdiff_t countWords(std::string_view text) {
    std::ptrdiff_t words = 0;
    bool within = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        words += !space && !within ? 1 : 0;
        within = !space;
    }
    return words;
}

void checkPassages(Reading& reading, std::vector<Page>& pages) {
    const FileReport::Step step(reading.report, "pages");
    const std::vector<ListEntry> entries = entriesOf(reading, *reading.document.find(reading.document.root(), "pages"));
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

/// Where the passages that a story plays end.
std::vector<Passage> passagesOf(const Reading& reading, const std::vector<Page>& pages) {
    std::vector<Passage> found;
    if (pages.empty()) {
        return found;
    }
    const std::vector<ListEntry> entries = entriesOf(reading, *reading.document.find(reading.document.root(), "pages"));
    LineCounter lines(reading.document.text());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (const char* const key : {"to", "from"}) {
            const JsonValue* const seconds =
                pages[i].item.empty() ? nullptr : reading.document.find(*entries[i].value, key);
            if (seconds != nullptr && seconds->number > 0) {
                const auto position = lines.at(seconds->offset);
                found.push_back(
                    {pages[i].item,
                     seconds->number,
                     {{}, position.line, position.column, "/pages/" + std::to_string(entries[i].number) + "/" + key}});
                break;
            }
        }
    }
    return found;
}

} // namespace

bool settle(Page& page) {
    using Layout = Page::Layout;
    switch (page.layout) {
    case Layout::full:
    case Layout::split:
        if (!page.picture) {
            page.layout = Layout::text;
            return hasWords(page);
        }
        page.layout = page.body.empty() ? Layout::full : page.layout;
        return true;
    case Layout::number:
        if (page.number.unit.empty()) {
            page.layout = Layout::text;
            return hasWords(page);
        }
        return true;
    case Layout::quote:
        return !page.quote.empty();
    case Layout::text:
        return hasWords(page);
    case Layout::listen:
        return !page.item.empty();
    }
    return false;
}

std::vector<Exhibit> exhibitsOf(const Story& story, const LanguageMap& title) {
    std::vector<Exhibit> out;
    for (std::size_t page = 0; page < story.pages.size(); ++page) {
        const Page& on = story.pages[page];
        const auto same = [&](const Exhibit& one) { return one.picture->file == on.picture->file; };
        if (on.picture && std::ranges::none_of(out, same)) {
            const LanguageMap& heading = on.heading.empty() ? title : on.heading;
            out.push_back({&*on.picture, on.picture->title.empty() ? &heading : &on.picture->title, page});
        }
    }
    return out;
}

const Picture* coverOf(const Story& story) {
    const auto found = std::ranges::find_if(story.pages, [](const Page& page) { return page.picture.has_value(); });
    return found == story.pages.end() ? nullptr : &*found->picture;
}

Played playedOf(const Story& /*body*/) {
    return {};
}

std::vector<Findable> findableIn(const Story& story) {
    std::vector<Findable> found;
    for (std::size_t page = 0; page < story.pages.size(); ++page) {
        const Page& on = story.pages[page];
        for (const LanguageMap* const words : {&on.heading, &on.body, &on.quote, &on.by, &on.number.unit}) {
            found.push_back({.words = words, .part = page});
        }
        if (on.picture) {
            found.push_back({.words = &on.picture->title, .part = page});
            found.push_back({.words = &on.picture->caption, .part = page});
        }
    }
    std::erase_if(found, [](const Findable& each) { return each.words->empty(); });
    return found;
}

double minutesOf(const Story& story, const LanguageChoice& languages) {
    constexpr double wordsAMinute = 130; // reading aloud, and calm reading at B1
    std::ptrdiff_t words = 0;
    for (const Page& page : story.pages) {
        for (const LanguageMap* const part : {&page.heading, &page.body, &page.quote}) {
            words += countWords(part->find(languages.language, languages.fallbacks).words);
        }
    }
    return static_cast<double>(words) / wordsAMinute;
}

bool isReadableIn(const Story& story, std::string_view language) {
    return std::ranges::all_of(story.pages, [&](const Page& page) {
        const bool picture =
            !page.picture || (isWholeIn(page.picture->title, language) && isWholeIn(page.picture->caption, language));
        return picture && isWholeIn(page.heading, language) && isWholeIn(page.body, language) &&
               isWholeIn(page.quote, language);
    });
}

std::optional<Day> consentEnds(const Story& /*body*/) {
    return std::nullopt;
}

std::vector<Passage> checkRules(Reading& reading, Story& story) {
    checkNumbers(reading, story.pages);
    checkPassages(reading, story.pages);
    return passagesOf(reading, story.pages);
}

FileFindings checkFiles(Reading& /*reading*/, Story& /*body*/) {
    return {};
}

} // namespace schacht::content
