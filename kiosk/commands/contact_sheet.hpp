#pragma once
#include <filesystem>
#include <vector>

namespace schacht::kiosk {

/// Pictures side by side, `columns` in a row, each as wide as `width` pixels, in one PNG: to be looked at together.
/// pictures: PNGs of one shape. False where one cannot be read, or the sheet cannot be written.
[[nodiscard]] bool writeContactSheet(const std::vector<std::filesystem::path>& pictures, int columns, int width,
                                     const std::filesystem::path& sheet);

} // namespace schacht::kiosk
