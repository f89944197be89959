#pragma once
#include <filesystem>
#include <string>

namespace schacht::tests {

/// An xorg.conf for a screen of that size without hardware, whose devices listen on sockets in `folder`: "pointer",
/// "keyboard" and "touch".
[[nodiscard]] std::string xorgConfiguration(int width, int height, const std::filesystem::path& folder);

} // namespace schacht::tests
