#include "engine/content/timed_text/srt_times.hpp"
#include "engine/content/timed_text/webvtt_timings.hpp"

#include <algorithm>

namespace schacht::content {
namespace {

struct Walk {
    std::string_view rest;

    void skipSpaces() { rest.remove_prefix(std::min(rest.find_first_not_of(" \t\f"), rest.size())); }
    bool passes(char expected) {
        const bool there = rest.starts_with(expected);
        rest.remove_prefix(there ? 1 : 0);
        return there;
    }
    /// At most 9 digits, which is more than any time needs.
    std::optional<double> number() {
        const auto length = std::min(rest.find_first_not_of("0123456789"), rest.size());
        double value = 0;
        if (length == 0 || length > 9) {
            return std::nullopt;
        }
        for (const char digit : rest.substr(0, length)) {
            value = value * 10 + (digit - '0');
        }
        rest.remove_prefix(length);
        return value;
    }
    bool arrow() {
        const auto dashes = std::min(rest.find_first_not_of('-'), rest.size());
        rest.remove_prefix(dashes);
        return dashes > 0 && passes('>');
    }
};

/// Thousandths of a second.
std::optional<double> fractionAt(Walk& walk, bool& odd) {
    if (!walk.passes(',') && !walk.passes('.')) {
        odd = true;
        return 0.0;
    }
    const std::size_t before = walk.rest.size();
    const auto fraction = walk.number();
    if (!fraction) {
        return std::nullopt;
    }
    const std::size_t digits = before - walk.rest.size();
    odd = odd || digits != 3;
    double thousandths = *fraction;
    for (std::size_t more = 3; more < digits; ++more) {
        thousandths /= 10;
    }
    return thousandths;
}

std::optional<double> secondsAt(Walk& walk, bool& odd) {
    const auto first = walk.number();
    const auto second = first && walk.passes(':') ? walk.number() : std::nullopt;
    if (!second) {
        return std::nullopt;
    }
    double minutes = *first;
    double seconds = *second;
    if (walk.passes(':')) {
        const auto third = walk.number();
        if (!third) {
            return std::nullopt;
        }
        minutes = *first * 60 + *second;
        seconds = *third;
    }
    const auto thousandths = fractionAt(walk, odd);
    return thousandths ? std::optional((minutes * 60'000 + seconds * 1000 + *thousandths) / 1000) : std::nullopt;
}

} // namespace

std::optional<SrtTiming> srtTiming(std::string_view line) {
    if (line.find('>') == std::string_view::npos) {
        return std::nullopt;
    }
    Walk walk{line};
    SrtTiming timing;
    walk.skipSpaces();
    const auto start = secondsAt(walk, timing.oddFraction);
    walk.skipSpaces();
    if (!start || !walk.arrow()) {
        return std::nullopt;
    }
    walk.skipSpaces();
    const auto end = secondsAt(walk, timing.oddFraction);
    if (!end || (!walk.rest.empty() && !isAsciiSpace(walk.rest.front()))) {
        return std::nullopt;
    }
    timing.start = *start;
    timing.end = *end;
    return timing;
}

} // namespace schacht::content
