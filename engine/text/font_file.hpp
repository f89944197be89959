#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace schacht::text {

/// The file of a font, for who draws letters without Pango. weight: 100..900, as in CSS. None where no font of that
/// family is installed. Any thread.
[[nodiscard]] std::optional<std::filesystem::path> fontFile(const std::string& family, int weight);

} // namespace schacht::text
