#pragma once
#include "engine/content/kinds/story.hpp"

#include <optional>
#include <vector>

/// What a page that shows a number makes of it.
namespace schacht::content {

struct Reading;

/// Whether its thousands are not set apart: it is a year. Where the pack does not say it, a whole number from 1000 to
/// 2100 that is not counted out in panes is taken for one.
[[nodiscard]] bool isYear(const Number& number);

/// How many panes of glass a number comes to.
struct PaneCount {
    int whole = 0;
    double rest = 0; ///< of one more, 0 to 1
};
/// None where the page has no panes, and where they would not be read as that number: there are none below 0, nor more
/// than are still seen one by one.
[[nodiscard]] std::optional<PaneCount> panesOf(const Number& number);

/// Reports the numbers on a story's pages that are not shown as they may have been meant. pages: all that the file has.
void checkNumbers(Reading& reading, const std::vector<Page>& pages);

} // namespace schacht::content
