#include "engine/content/timed_text/webvtt_timings.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace schacht::content {
namespace {

std::string_view digitsAt(std::string_view input, std::size_t& position) {
    const std::size_t first = position;
    while (position < input.size() && base::isDigit(input[position])) {
        ++position;
    }
    return input.substr(first, position - first);
}

bool passes(std::string_view input, std::size_t& position, char expected) {
    const bool there = position < input.size() && input[position] == expected;
    position += there ? 1 : 0;
    return there;
}

/// As large as a number can be where there are more digits than that.
double numberOf(std::string_view digits) {
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return read.ec == std::errc{} ? number : std::numeric_limits<double>::max() / 1e6;
}

/// Nearest to the decimal number that the file has, which a sum of four floating-point numbers need not be.
double secondsOf(double hours, double minutes, double seconds, double milliseconds) {
    constexpr double mostExact = 1e9;
    if (hours > mostExact) {
        return hours * 3600 + minutes * 60 + seconds + milliseconds / 1000;
    }
    return ((hours * 60 + minutes) * 60 * 1000 + seconds * 1000 + milliseconds) / 1000;
}

void skipSpaces(std::string_view input, std::size_t& position) {
    while (position < input.size() && isAsciiSpace(input[position])) {
        ++position;
    }
}

/// "00:00:01:12 --> 00:00:03:12": hours, minutes, seconds and frames.
bool isInFrames(std::string_view line) {
    const std::string_view first = line.substr(0, line.find("-->"));
    return std::ranges::count(first, ':') == 3 && first.find_first_not_of("0123456789: \t") == std::string_view::npos;
}

} // namespace

std::optional<double> webVttTimestamp(std::string_view input, std::size_t& position) {
    const std::string_view first = digitsAt(input, position);
    if (first.empty() || !passes(input, position, ':')) {
        return std::nullopt;
    }
    double hours = 0;
    double minutes = numberOf(first);
    const bool startsWithHours = first.size() != 2 || minutes > 59;
    const std::string_view second = digitsAt(input, position);
    if (second.size() != 2) {
        return std::nullopt;
    }
    double seconds = numberOf(second);
    if (startsWithHours || (position < input.size() && input[position] == ':')) {
        if (!passes(input, position, ':')) {
            return std::nullopt;
        }
        const std::string_view third = digitsAt(input, position);
        if (third.size() != 2) {
            return std::nullopt;
        }
        hours = minutes;
        minutes = seconds;
        seconds = numberOf(third);
    }
    if (!passes(input, position, '.')) {
        return std::nullopt;
    }
    const std::string_view fraction = digitsAt(input, position);
    if (fraction.size() != 3 || minutes > 59 || seconds > 59) {
        return std::nullopt;
    }
    return secondsOf(hours, minutes, seconds, numberOf(fraction));
}

std::optional<CueTiming> webVttTiming(std::string_view line) {
    std::size_t position = 0;
    skipSpaces(line, position);
    const auto start = webVttTimestamp(line, position);
    if (!start) {
        return std::nullopt;
    }
    skipSpaces(line, position);
    if (!line.substr(position).starts_with("-->")) {
        return std::nullopt;
    }
    position += 3;
    skipSpaces(line, position);
    const auto end = webVttTimestamp(line, position);
    return end ? std::optional(CueTiming{*start, *end, line.substr(position)}) : std::nullopt;
}

std::string whyNoTiming(std::string_view line) {
    constexpr std::string_view lost = " What stands below it is never shown.";
    const std::string shown = inQuotes(line);
    std::string dotted(line);
    std::ranges::replace(dotted, ',', '.');
    if (webVttTiming(dotted)) {
        return "In " + shown + " there is a comma before the milliseconds. Write a dot: 00:01.000 --> 00:04.000." +
               std::string(lost);
    }
    if (isInFrames(line)) {
        return shown + " counts frames. Write thousandths of a second behind a dot: 00:00:01.000 --> 00:00:04.000." +
               std::string(lost);
    }
    return shown + " has an arrow, but not two times such as 00:01.000 --> 00:04.000." + std::string(lost);
}

} // namespace schacht::content
