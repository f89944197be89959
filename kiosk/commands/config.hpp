#pragma once
#include "kiosk/commands/run.hpp"

#include <filesystem>
#include <iosfwd>

namespace schacht::kiosk {

/// Takes what a configuration file says into the options. What is wrong in it is told on `error`, and is as if it were
/// not there. False where it cannot be read at all.
[[nodiscard]] bool configure(const std::filesystem::path& file, RunOptions& options, std::ostream& error);

/// Says what is wrong with a configuration file, and what holds. 0; 1 where a value is wrong; 2 where it cannot be
/// read.
[[nodiscard]] int config(const std::filesystem::path& file, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
