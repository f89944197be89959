#include "engine/content/kinds/number_rules.hpp"

#include "engine/content/format/reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::content {
namespace {

/// On the smallest of a page's places for them, upright under the largest words, panes in this many rows are 4.7 mm
/// high, and the gaps between them 1 mm.
constexpr int mostRows = 24;
constexpr int mostPanes = 144; // whatever the columns: more are a pattern, which no one counts

int mostPanesIn(int columns) {
    return std::min(columns * mostRows, mostPanes);
}

bool looksLikeYear(const Amount& amount) {
    constexpr double first = 1000;
    constexpr double last = 2100;
    return amount.figures.find('.') == std::string::npos && amount.value >= first && amount.value <= last;
}

double exactPanes(const Number& number) {
    return number.value.value / number.panes->each;
}

bool isWhole(double panes) {
    constexpr double rounding = 1e-9; // of 0.3 / 0.1
    return std::abs(panes - std::round(panes)) <= rounding * std::max(panes, 1.0);
}

/// "50": what one pane may stand for, so that there are few enough; a round number, and one that leaves no rest where
/// there is such a one close by.
double roundEach(double value, int most) {
    constexpr std::array<double, 5> round{1, 2, 2.5, 4, 5};
    constexpr int tried = 5;
    const double least = value / most;
    double power = std::pow(10, std::floor(std::log10(least)));
    double first = 0;
    for (int seen = 0; seen < tried; power *= 10) {
        for (const double each : round) {
            if (each * power >= least && seen < tried) {
                ++seen;
                first = first > 0 ? first : each * power;
                if (isWhole(value / (each * power))) {
                    return each * power;
                }
            }
        }
    }
    return first;
}

/// In a sentence: at most two decimals, and none that are zero.
std::string told(double number) {
    constexpr double tooMany = 1e9;
    if (number >= tooMany) {
        return "more than a thousand million";
    }
    std::string text = std::to_string(std::round(number * 100) / 100);
    text.erase(text.find_last_not_of('0') + 1);
    return text.substr(0, text.find_last_not_of('.') + 1);
}

void checkPanes(Reading& reading, const JsonValue& object, const Number& number) {
    if (!number.panes || panesOf(number)) {
        return;
    }
    const FileReport::Step step(reading.report, "panes");
    const std::size_t at = reading.document.find(object, "panes")->offset;
    if (number.value.value <= 0) {
        reading.report.warning(
            "panes", at, "There are no panes for " + number.value.figures + ", so none are drawn. Take “panes” out.");
        return;
    }
    const int columns = number.panes->columns;
    const int most = mostPanesIn(columns);
    const double each = roundEach(number.value.value, most);
    reading.report.warning("panes", at,
                           "This makes " + told(exactPanes(number)) + " panes. At most " + std::to_string(most) +
                               " are still seen in " + std::to_string(columns) +
                               (columns == 1 ? " column" : " columns") + ", so none are drawn. Write “each” as " +
                               told(each) + ", which makes " + told(number.value.value / each) +
                               ", and say so in “key”.");
}

void checkYear(Reading& reading, const JsonValue& object, const Number& number) {
    if (number.year || !isYear(number)) {
        return;
    }
    const FileReport::Step step(reading.report, "value");
    const std::string& figures = number.value.figures;
    reading.report.warning("year", reading.document.find(object, "value")->offset,
                           figures + " is taken for a year, and its thousands are not set apart. Write \"year\": true "
                                     "beside it if it is one. If it is a count, write \"year\": false.");
}

} // namespace

bool isYear(const Number& number) {
    return number.year.value_or(!number.panes && looksLikeYear(number.value));
}

std::optional<PaneCount> panesOf(const Number& number) {
    if (!number.panes) {
        return std::nullopt;
    }
    const double panes = exactPanes(number);
    if (!(panes > 0) || panes > mostPanesIn(number.panes->columns)) {
        return std::nullopt;
    }
    const double whole = isWhole(panes) ? std::round(panes) : std::floor(panes);
    return PaneCount{static_cast<int>(whole), std::max(isWhole(panes) ? 0 : panes - whole, 0.0)};
}

void checkNumbers(Reading& reading, const std::vector<Page>& pages) {
    if (pages.empty()) {
        return;
    }
    const FileReport::Step step(reading.report, "pages");
    const std::vector<ListEntry> entries = entriesOf(reading, *reading.document.find(reading.document.root(), "pages"));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].layout == Page::Layout::number) {
            const FileReport::Step inner(reading.report, entries[i].number);
            const FileReport::Step last(reading.report, "number");
            const JsonValue& object = *reading.document.find(*entries[i].value, "number");
            checkPanes(reading, object, pages[i].number);
            checkYear(reading, object, pages[i].number);
        }
    }
}

} // namespace schacht::content
