#pragma once
#include "engine/base/bitmap.hpp"

#include <filesystem>
#include <optional>

namespace schacht::assets {

/// One file of the disk cache: a header with a checksum, then the pixels. In this machine's byte order.

/// Nothing where there is no such file, or it is damaged or made by other versions of the decoders; `damaged` tells
/// the second from the first. Marks the file as just used.
[[nodiscard]] std::optional<base::Bitmap> readEntry(const std::filesystem::path& file, bool& damaged);

/// How many bytes were written; 0 where that failed, and nothing is left behind. The file appears whole or not at all.
std::uintmax_t writeEntry(const std::filesystem::path& file, const base::Bitmap& bitmap);

} // namespace schacht::assets
