#pragma once
#include "kiosk/production/run_options.hpp"

#include <filesystem>
#include <iosfwd>

namespace schacht::kiosk {

/// Runs a recording or a crash report again on its pack. 0 where all is the same, byte for byte; 1 where something
/// differs, which is said on `out`; 2 where it could not, with a sentence on `error`: it is no recording, or of another
/// pack, or the pack has changed since. A part of a pack that staff chose is run on the folder beside. Of one without
/// an end, as of a crash, the last events are told with the screens that they led to.
[[nodiscard]] int replay(const std::filesystem::path& file, const RunOptions& options, std::ostream& out,
                         std::ostream& error);

} // namespace schacht::kiosk
