#pragma once
#include "engine/base/problem.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace schacht::assets {

inline constexpr std::size_t largestPictureFile = 512'000'000; ///< bytes

/// A file's bytes. A pipe or a device is never waited for.
/// Codes: "picture-missing", "picture-unreadable", "picture-too-large".
[[nodiscard]] base::Result<std::vector<std::uint8_t>> readPictureFile(const std::filesystem::path& file);

} // namespace schacht::assets
