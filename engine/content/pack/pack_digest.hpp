#pragma once
#include <cstdint>
#include <filesystem>

namespace schacht::content {

/// A digest of what a pack is read from: the bytes of its JSON files and of its words, and the names and sizes of all
/// other media. Two folders with equal digests are the same pack to whoever reads them. A file that cannot be read
/// counts as empty. Any thread.
[[nodiscard]] std::uint64_t packDigest(const std::filesystem::path& folder);

} // namespace schacht::content
