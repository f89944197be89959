#pragma once
#include "engine/base/units.hpp"

namespace schacht::base {

/// Seconds since the process was started (its exec, not main), by the monotonic clock. Any thread.
[[nodiscard]] Seconds now();

} // namespace schacht::base
