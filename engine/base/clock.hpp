#pragma once
#include "engine/base/units.hpp"

#include <ctime>
#include <string>

namespace schacht::base {

/// Seconds since the process was started (its exec, not main), by the monotonic clock. Any thread.
[[nodiscard]] Seconds now();

/// Seconds since 1970 by the wall's clock, which people and networks set: it jumps. The one place that reads it. Tests
/// set it with clockAhead(). Any thread.
[[nodiscard]] std::time_t wallClock();

/// How many seconds wallClock() is ahead of the machine's own clock: what the file says that the environment variable
/// SCHACHT_CLOCK_AHEAD names, a whole number, below zero for behind. It is read each time, so that the clock of a
/// program that runs can be made to jump. 0 where nothing is named, as in every museum.
[[nodiscard]] std::time_t clockAhead();

/// A moment of the wall's clock, here, as strftime() writes it by a format ("%H:%M:%S"). Any thread.
[[nodiscard]] std::string wallTime(const char* format, std::time_t moment = wallClock());

/// The day of a moment, here: "2026-11-30". Any thread.
[[nodiscard]] std::string dayOf(std::time_t moment);
[[nodiscard]] std::string today();

} // namespace schacht::base
