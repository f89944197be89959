#include "engine/content/edtf/edtf_calendar.hpp"

#include <array>
#include <utility>

namespace schacht::content::edtf {
namespace {

constexpr const char* noYearZeroBelowZero = "There is no year -0000: the year before 0001 is 0000.";

struct MonthDay {
    int month = 1;
    int day = 1;
};

struct MonthDays {
    MonthDay first;
    MonthDay last;
};

bool isLeap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int lengthOf(int month, bool leap) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

std::string nameOf(int month) {
    constexpr std::array<const char*, 12> names{"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};
    return names[static_cast<std::size_t>(month - 1)];
}

/// First and last month of a division of the year. No standard says when a season begins; we take the meteorological
/// ones and keep each within its year, as python-edtf does: a winter is the December of its year.
std::pair<int, int> monthsOf(int division) {
    constexpr std::array<std::pair<int, int>, 21> months{{
        {3, 5},  {6, 8},   {9, 11}, {12, 12}, // 21: spring, summer, autumn, winter
        {3, 5},  {6, 8},   {9, 11}, {12, 12}, // 25: the same in the northern hemisphere
        {9, 11}, {12, 12}, {3, 5},  {6, 8},   // 29: the same in the southern hemisphere
        {1, 3},  {4, 6},   {7, 9},  {10, 12}, // 33: quarters
        {1, 4},  {5, 8},   {9, 12},           // 37: thirds
        {1, 6},  {7, 12},                     // 40: halves
    }};
    return months[static_cast<std::size_t>(division - 21)];
}

bool fits(std::string_view digits, int value) {
    for (std::size_t i = digits.size(); i-- > 0; value /= 10) {
        if (digits[i] != 'X' && digits[i] - '0' != value % 10) {
            return false;
        }
    }
    return value == 0;
}

std::optional<MonthDays> daysThatFit(std::string_view month, std::string_view day, bool leap) {
    std::optional<MonthDays> found;
    for (int m = 1; m <= 12; ++m) {
        if (!month.empty() && !fits(month, m)) {
            continue;
        }
        for (int d = 1; d <= lengthOf(m, leap); ++d) {
            if (day.empty() || fits(day, d)) {
                found = {found ? found->first : MonthDay{m, d}, MonthDay{m, d}};
            }
        }
    }
    return found;
}

std::optional<int> yearThatFits(const Year& year, bool first, bool leapOnly) {
    const int low = filled(year.digits, '0');
    const int high = filled(year.digits, '9');
    const int step = first != year.negative ? 1 : -1;
    for (int y = step > 0 ? low : high; y >= low && y <= high; y += step) {
        if (fits(year.digits, y) && !(year.negative && y == 0) && (!leapOnly || isLeap(y))) {
            return year.negative ? -y : y;
        }
    }
    return std::nullopt;
}

std::string whyNone(std::string_view month, std::string_view day, bool masked) {
    if (!daysThatFit(month, "", true)) {
        return isMasked(month) ? "No month fits this date." : "There is no month " + std::string(month) + ".";
    }
    return masked ? "No day fits this date." : nameOf(filled(month)) + " has no day " + std::string(day) + ".";
}

} // namespace

bool isMasked(std::string_view digits) {
    return digits.find('X') != std::string_view::npos;
}

int filled(std::string_view digits, char with) {
    int value = 0;
    for (const char c : digits) {
        value = value * 10 + ((c == 'X' ? with : c) - '0');
    }
    return value;
}

Parsed<DayRange> calendarDays(const Year& year, std::string_view month, std::string_view day) {
    const bool masked = isMasked(year.digits) || isMasked(month) || isMasked(day);
    const auto leap = daysThatFit(month, day, true);
    if (!leap) {
        return because(whyNone(month, day, masked));
    }
    const auto common = daysThatFit(month, day, false);
    const auto first = yearThatFits(year, true, !common);
    const auto last = yearThatFits(year, false, !common);
    if (!first || !last) {
        return because(common ? noYearZeroBelowZero : "29 February is only in a leap year.");
    }
    const MonthDay from = (isLeap(*first) ? leap : common)->first;
    const MonthDay to = (isLeap(*last) ? leap : common)->last;
    return DayRange{{*first, from.month, from.day}, {*last, to.month, to.day}, masked, false, false};
}

Parsed<DayRange> divisionDays(const Year& year, int number) {
    const auto first = yearThatFits(year, true, false);
    const auto last = yearThatFits(year, false, false);
    if (!first || !last) {
        return because(noYearZeroBelowZero);
    }
    const auto [from, to] = monthsOf(number);
    return DayRange{{*first, from, 1}, {*last, to, lengthOf(to, isLeap(*last))}, isMasked(year.digits), false, false};
}

Parsed<DayRange> significantDays(const LongYear& year, std::uint64_t certain) {
    std::uint64_t unit = 1;
    for (auto i = certain; i < static_cast<std::uint64_t>(year.digits); ++i) {
        unit *= 10;
    }
    const auto low = static_cast<std::int64_t>(year.value - year.value % unit);
    const auto high = low + static_cast<std::int64_t>(unit - 1);
    if (year.negative && year.value == 0) {
        return because(noYearZeroBelowZero);
    }
    return DayRange{
        {year.negative ? -high : low, 1, 1}, {year.negative ? -low : high, 12, 31}, false, false, year.beyond};
}

} // namespace schacht::content::edtf
