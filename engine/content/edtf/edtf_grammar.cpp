#include "engine/content/edtf/edtf_grammar.hpp"

#include "engine/base/ascii.hpp"
#include <algorithm>

// The grammar is that of the Library of Congress's EDTF specification of 4 February 2019 and of ISO 8601-2:2019, annex
// A. Where these are silent, we do what validators in wide use (edtf-validate, edtf.js, python-edtf) agree on.
namespace schacht::content::edtf {
namespace {

using base::isDigit;

constexpr std::size_t longestText = 16384; // bytes
constexpr int mostDigits = 18;             // of a year: an int64 holds every such year

/// What the digits say, or 10^18 where they say more.
std::uint64_t numberOf(std::string_view digits) {
    constexpr std::uint64_t most = 1'000'000'000'000'000'000U;
    std::uint64_t value = 0;
    for (const char c : digits) {
        value = std::min(most, value * 10 + static_cast<std::uint64_t>(c - '0'));
    }
    return value;
}

struct Days {
    std::optional<Day> earliest;
    std::optional<Day> latest;
};

/// A date, or a range of dates, in a set.
struct Element {
    DayRange from;
    DayRange to;
    bool openStart = false;
    bool openEnd = false;
};

class Parser {
public:
    explicit Parser(std::string_view input) : text(input) {}

    Parsed<Edtf> parse() {
        if (text.empty()) {
            return because("This date is empty.");
        }
        if (text.size() > longestText) {
            return because("This date is too long.");
        }
        const bool isInterval = text.find('/') != std::string_view::npos;
        const auto days = peek() == '[' || peek() == '{' ? set() : isInterval ? interval() : single();
        if (!days) {
            return because(days.error());
        }
        if (at != text.size()) {
            return because("Something follows the end of this date.");
        }
        return Edtf{days->earliest, days->latest, uncertain, approximate};
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }

    bool take(std::string_view token) {
        const bool here = text.substr(at, token.size()) == token;
        at += here ? token.size() : 0;
        return here;
    }

    bool takeQualifier() {
        const char c = peek();
        const bool here = c == '?' || c == '~' || c == '%';
        uncertain |= c == '?' || c == '%';
        approximate |= c == '~' || c == '%';
        at += here ? 1 : 0;
        return here;
    }

    std::string_view takeNumber() {
        const std::size_t from = at;
        while (isDigit(peek())) {
            ++at;
        }
        return text.substr(from, at - from);
    }

    /// `count` digits or 'X' and no digit after them; else nothing.
    std::string_view takeDigits(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            if (!isDigit(peek(i)) && peek(i) != 'X') {
                return {};
            }
        }
        if (isDigit(peek(count))) {
            return {};
        }
        at += count;
        return text.substr(at - count, count);
    }

    Parsed<Days> single() {
        const auto span = date();
        if (!span) {
            return because(span.error());
        }
        const bool wholeDay = span->earliest == span->latest && !span->masked && !uncertain && !approximate;
        if (wholeDay && take("T") && !takeTime()) {
            return because("A time is written from 00:00:00 to 23:59:59, then nothing, Z, or the distance from UTC.");
        }
        return span->beyond ? Days{} : Days{span->earliest, span->latest};
    }

    Parsed<DayRange> date() {
        if (peek() == 'Y') {
            return letteredYear();
        }
        takeQualifier();
        Year year;
        year.negative = take("-");
        year.digits = takeDigits(4);
        if (year.digits.empty()) {
            return because("A date begins with a year of four digits.");
        }
        if (peek() == 'S' && !isMasked(year.digits)) {
            return significant({numberOf(year.digits), 4, year.negative, false});
        }
        takeQualifier();
        return take("-") ? monthOf(year) : calendarDays(year, "", "");
    }

    Parsed<DayRange> monthOf(const Year& year) {
        takeQualifier();
        const std::string_view month = takeDigits(2);
        if (month.empty()) {
            return because("A month is written with two digits.");
        }
        takeQualifier();
        if (!isMasked(month) && filled(month) >= 21 && filled(month) <= 41) {
            return peek() == '-' ? Parsed<DayRange>(because("A season has no day."))
                                 : divisionDays(year, filled(month));
        }
        if (!take("-")) {
            return calendarDays(year, month, "");
        }
        takeQualifier();
        const std::string_view day = takeDigits(2);
        if (day.empty()) {
            return because("A day is written with two digits.");
        }
        takeQualifier();
        return calendarDays(year, month, day);
    }

    Parsed<DayRange> letteredYear() {
        take("Y");
        const bool negative = take("-");
        const std::string_view digits = takeNumber();
        std::uint64_t zeros = 0;
        if (take("E")) {
            zeros = numberOf(takeNumber());
            if (zeros == 0) {
                return because("After “E” comes the number of zeros.");
            }
        }
        const std::uint64_t length = digits.size() + zeros;
        if (digits.empty() || digits[0] == '0' || length <= 4) {
            return because("“Y” is only for years of five digits or more.");
        }
        LongYear year{numberOf(digits), mostDigits, negative, length > mostDigits};
        if (!year.beyond) {
            year.digits = static_cast<int>(length);
            for (; zeros > 0; --zeros) {
                year.value *= 10;
            }
        }
        auto span = significant(year);
        if (span) {
            span->lettered = true;
        }
        return span;
    }

    Parsed<DayRange> significant(const LongYear& year) {
        std::uint64_t certain = mostDigits;
        if (take("S")) {
            certain = numberOf(takeNumber());
            if (certain == 0) {
                return because("After “S” comes the number of digits that are certain.");
            }
        }
        takeQualifier();
        return significantDays(year, certain);
    }

    /// hh:mm:ss with an optional distance from UTC. ISO 8601-1:2019 has no 24:00:00; a leap second is not accepted,
    /// as in other validators. ISO does not bound the distance; no clock on earth is further off than 14 hours.
    bool takeTime() {
        const auto part = [&](int most) {
            const std::string_view digits = takeDigits(2);
            return !digits.empty() && !isMasked(digits) && filled(digits) <= most;
        };
        if (!part(23) || !take(":") || !part(59) || !take(":") || !part(59)) {
            return false;
        }
        const std::string_view offset = text.substr(at);
        if (take("Z") || (!take("+") && !take("-"))) {
            return true;
        }
        const bool hours = part(14);
        const bool minutes = !take(":") || part(offset.substr(1, 2) == "14" ? 0 : 59);
        return hours && minutes && offset != "-00" && offset != "-00:00";
    }

    /// A date in an interval, or none where its end is open or unknown.
    Parsed<std::optional<DayRange>> end(char stop) {
        if (peek() == stop) {
            return std::optional<DayRange>();
        }
        const auto span = date();
        if (!span) {
            return because(span.error());
        }
        if (span->lettered) {
            return because("A year with “Y” cannot begin or end an interval.");
        }
        return std::optional(*span);
    }

    /// "..2004-06-01/" (then or earlier) and "/2004-06-20.." (then or later) are ISO 8601-2's, clause 10.6.
    Parsed<Days> interval() {
        if (text == "/") {
            return because("An interval has a start, an end, or both.");
        }
        const bool openStart = take("..");
        const auto start = end('/');
        if (!start) {
            return because(start.error());
        }
        if (!take("/")) {
            return because("Something follows the start of this interval.");
        }
        const bool openEnd = text.substr(at) == "..";
        const auto stop = openEnd ? Parsed<std::optional<DayRange>>(std::nullopt) : end('\0');
        if (!stop) {
            return because(stop.error());
        }
        const bool orLater = take("..");
        if (*start && *stop) {
            const bool masked = (*start)->masked || (*stop)->masked;
            if ((*start)->earliest > (masked ? (*stop)->latest : (*stop)->earliest)) {
                return because("This interval ends before it starts.");
            }
        }
        Days days;
        if (*start && !openStart) {
            days.earliest = (*start)->earliest;
        }
        if (*stop && !orLater) {
            days.latest = (*stop)->latest;
        }
        return days;
    }

    Parsed<Element> element(bool first) {
        Element found;
        found.openStart = first && take("..");
        const auto from = date();
        if (!from) {
            return because(from.error());
        }
        found.from = found.to = *from;
        if (found.openStart || !take("..")) {
            return found;
        }
        found.openEnd = peek() == ']' || peek() == '}';
        if (!found.openEnd) {
            const auto to = date();
            if (!to) {
                return because(to.error());
            }
            found.to = *to;
        }
        if (found.from.earliest > found.to.latest) {
            return because("A range in this set ends before it starts.");
        }
        return found;
    }

    Parsed<Days> set() {
        const std::string_view closing = peek() == '[' ? "]" : "}";
        at = 1;
        bool knowsStart = true;
        bool knowsEnd = true;
        Day earliest;
        Day latest;
        bool first = true;
        do {
            const auto next = element(first);
            if (!next) {
                return because(next.error());
            }
            const bool beyond = next->from.beyond || next->to.beyond;
            knowsStart &= !next->openStart && !beyond;
            knowsEnd &= !next->openEnd && !beyond;
            earliest = first ? next->from.earliest : std::min(earliest, next->from.earliest);
            latest = first ? next->to.latest : std::max(latest, next->to.latest);
            first = false;
        } while (take(","));
        if (!take(closing)) {
            return because("In a set, dates are separated by commas without spaces.");
        }
        return Days{knowsStart ? std::optional(earliest) : std::nullopt,
                    knowsEnd ? std::optional(latest) : std::nullopt};
    }

    std::string_view text;
    std::size_t at = 0;
    bool uncertain = false;
    bool approximate = false;
};

} // namespace

Parsed<Edtf> parse(std::string_view text) {
    return Parser(text).parse();
}

} // namespace schacht::content::edtf
