#pragma once
#include "engine/base/units.hpp"

#include <string>

namespace schacht::base {

/// Seconds since the process was started (its exec, not main), by the monotonic clock. Any thread.
[[nodiscard]] Seconds now();

/// The present moment by the wall's clock, here, as strftime() writes it by a format ("%H:%M:%S"). Any thread.
[[nodiscard]] std::string wallTime(const char* format);

} // namespace schacht::base
