#pragma once
#include "kiosk/production/run_options.hpp"

#include <filesystem>
#include <iosfwd>

namespace schacht::kiosk {

/// Shows a pack until it is closed. 0, or 1 with a sentence on `error` where it cannot be shown.
[[nodiscard]] int run(const RunOptions& options, std::ostream& error);

/// Every screen of a pack, as PNGs in a folder, and all of them on a contact sheet; 0, or 1 where one could not be
/// made.
[[nodiscard]] int tour(const RunOptions& options, const std::filesystem::path& folder, std::ostream& out,
                       std::ostream& error);

/// Decodes ahead what the screens of a pack ask for at the options' size (without one: the screen's, else
/// 1920 x 1080), as prepare() does.
[[nodiscard]] int prepareScreens(const RunOptions& options, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
