#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace schacht::text {

/// Where a font lies, for who draws letters without Pango.
struct FontFile {
    std::filesystem::path file;
    int index = 0; ///< of the font in its file: 0 but in a collection
};

/// weight: 100..900, as in CSS. None where no font of that family is installed that has its weight in its file (a
/// variable one has not). Any thread.
[[nodiscard]] std::optional<FontFile> fontFile(const std::string& family, int weight);

} // namespace schacht::text
