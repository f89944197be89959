#pragma once
#include <filesystem>

namespace schacht::base {

/// Where a file is written until it is whole and is renamed to `file`: beside it, under a name that no other process or
/// thread takes and that ends in unfinishedEnding. A crash leaves it there. Any thread.
[[nodiscard]] std::filesystem::path unfinishedBeside(const std::filesystem::path& file);
inline constexpr const char* unfinishedEnding = ".new";

} // namespace schacht::base
