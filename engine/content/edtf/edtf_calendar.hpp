#pragma once
#include "engine/content/edtf/edtf.hpp"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

/// What the parts of an EDTF date mean as days. Used by the grammar (edtf_grammar.hpp) alone.
namespace schacht::content::edtf {

/// A value, or the sentence that says what is wrong.
template <class T>
using Parsed = tl::expected<T, std::string>;

[[nodiscard]] inline tl::unexpected<std::string> because(std::string reason) {
    return tl::unexpected<std::string>(std::move(reason));
}

/// What one date, without an interval or set around it, may mean.
struct DayRange {
    Day earliest;
    Day latest;
    bool masked = false;   ///< has an 'X'
    bool lettered = false; ///< a year that starts with 'Y'
    bool beyond = false;   ///< a year of more than 18 digits: the days are not right, only their sign
};

/// Four characters, '0'..'9' or 'X'.
struct Year {
    std::string_view digits;
    bool negative = false;
};

/// A year that is written with 'Y' or with significant digits.
struct LongYear {
    std::uint64_t value = 0; ///< at most 10^18
    int digits = 0;          ///< 1..18
    bool negative = false;
    bool beyond = false;
};

[[nodiscard]] bool isMasked(std::string_view digits);

/// The number that the digits say, where each 'X' is `with`.
[[nodiscard]] int filled(std::string_view digits, char with = '0');

/// month, day: two characters, '0'..'9' or 'X', or "" where the date has none. An 'X' stands for every digit that leads
/// to a day that exists; refused where none does.
[[nodiscard]] Parsed<DayRange> calendarDays(const Year& year, std::string_view month, std::string_view day);

/// number: 21..41, a season, quarter or other division of the year.
[[nodiscard]] Parsed<DayRange> divisionDays(const Year& year, int number);

/// certain: 1…, how many of the year's first digits are right: all years that share them.
[[nodiscard]] Parsed<DayRange> significantDays(const LongYear& year, std::uint64_t certain);

} // namespace schacht::content::edtf
