#pragma once
#include "kiosk/configuration/options.hpp"
#include "kiosk/production/run_options.hpp"

#include <filesystem>
#include <iosfwd>

namespace schacht::kiosk {

/// Where a museum's configuration is looked for when the command names none.
inline constexpr const char* usualConfiguration = "/etc/schacht/kiosk.json";

/// What a command shows a pack by: the configuration file (`named`, else the usual one where there is one), with what
/// the command line says over it, goes into the options. What is wrong in it is told on `error`, and is as if it were
/// not there. False where it cannot be read at all, or nobody says which pack.
[[nodiscard]] bool configure(const std::filesystem::path& named, const ConfigurationOptions& said, RunOptions& options,
                             std::ostream& error);

/// Says what is wrong with the configuration file that configure() would read, what holds, and where each value comes
/// from. 0; 1 where a value is wrong; 2 where it cannot be read.
[[nodiscard]] int config(const std::filesystem::path& named, const ConfigurationOptions& said, std::ostream& out,
                         std::ostream& error);

} // namespace schacht::kiosk
