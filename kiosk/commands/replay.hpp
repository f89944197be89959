#pragma once
#include "kiosk/production/run_options.hpp"

#include <filesystem>
#include <iosfwd>

namespace schacht::kiosk {

/// Runs the Intents of a crash report again, on a pack: each is told on `out` with the screen that it leads to, and
/// each screen is laid out, as the kiosk did, so that what crashed there crashes here. Then, with a display, the kiosk
/// is shown where they end, until it is closed. 0; 1 where a line was not understood (the others are run); 2 where the
/// report or the pack cannot be read.
[[nodiscard]] int replay(const std::filesystem::path& report, const RunOptions& options, std::ostream& out,
                         std::ostream& error);

} // namespace schacht::kiosk
