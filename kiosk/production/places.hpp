#pragma once
#include <filesystem>

namespace schacht::kiosk {

/// Where the kiosk's own content lies (theme.json, strings/, icons/, schema/): in the source tree, to which a program
/// in a build folder has a link beside it; else where it is installed (<prefix>/share/schacht). Whether it is there is
/// not looked at.
[[nodiscard]] std::filesystem::path contentFolder();

/// The words and sounds of what only staff see.
[[nodiscard]] std::filesystem::path serviceContent();

/// The program that looks into films and sounds: beside this one in a build folder, else installed
/// (<prefix>/libexec/schacht/schacht-probe). Whether it is there is not looked at.
[[nodiscard]] std::filesystem::path probeProgram();

} // namespace schacht::kiosk
