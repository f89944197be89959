#include "engine/content/kinds/chapter.hpp"

#include <algorithm>

namespace schacht::content {

void orderChapters(Reading& reading, std::vector<Chapter>& chapters) {
    if (chapters.empty()) {
        return;
    }
    const FileReport::Step step(reading.report, "chapters");
    const std::vector<ListEntry> entries =
        entriesOf(reading, *reading.document.find(reading.document.root(), "chapters"));
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

} // namespace schacht::content
