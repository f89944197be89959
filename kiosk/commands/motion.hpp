#pragma once
#include "kiosk/production/production.hpp"

#include <filesystem>

namespace schacht::kiosk {

/// Film strips of motion.md's transitions in the folder: ten pictures of each, from its touch to its end, side by side.
/// How many there are; 0 where one could not be made.
[[nodiscard]] int filmTransitions(Production& production, const RunOptions& options,
                                  const std::filesystem::path& folder);

} // namespace schacht::kiosk
