#pragma once
#include <filesystem>

namespace schacht::kiosk {

/// Where the kiosk's own content lies (theme.json, strings/, icons/, schema/): beside the installed program
/// (<prefix>/share/schacht), else in the source tree it was built from.
[[nodiscard]] std::filesystem::path contentFolder();

/// The words and sounds of what only staff see.
[[nodiscard]] std::filesystem::path serviceContent();

/// The program that looks into films and sounds: beside this one in a build folder, else installed
/// (<prefix>/libexec/schacht/schacht-probe). Whether it is there is not looked at.
[[nodiscard]] std::filesystem::path probeProgram();

} // namespace schacht::kiosk
