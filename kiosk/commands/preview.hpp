#pragma once
#include "kiosk/production/run_options.hpp"

#include <iosfwd>

namespace schacht::kiosk {

/// Shows a pack in a window, and again as soon as something in its folder is saved, until the window is closed. What is
/// wrong stands in a bar over it, and on `out` each time, as `check` says it. 0, or 1 with a sentence on `error` where
/// the folder or the window cannot be opened.
[[nodiscard]] int preview(const RunOptions& options, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
