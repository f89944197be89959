#pragma once
#include "engine/base/problem.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The room of dates: EDTF texts (https://www.loc.gov/standards/datetime/), the days that they cover, and what was
/// meant where one is wrong. Nothing here knows today, nor what a date is of.
namespace schacht::content {

/// A day of the proleptic Gregorian calendar, astronomical years (0 is 1 BC).
struct Day {
    std::int64_t year = 0;
    int month = 1; ///< 1..12
    int day = 1;   ///< 1..31
    auto operator<=>(const Day&) const = default;
};

/// "1917-03-05", "-0044-03-15": the year with at least four digits.
[[nodiscard]] std::string toString(const Day& day);

/// An Extended Date/Time Format date or interval, set or list (Library of Congress EDTF 2019, levels 0 to 2).
struct Edtf {
    std::optional<Day> earliest; ///< none where open or unknown
    std::optional<Day> latest;
    bool uncertain = false;   ///< '?' or '%' anywhere
    bool approximate = false; ///< '~' or '%' anywhere
};

/// Any thread. Refused with the code "date" and a sentence that says what is wrong and what to write instead.
[[nodiscard]] base::Result<Edtf> parseEdtf(std::string_view text);

} // namespace schacht::content
