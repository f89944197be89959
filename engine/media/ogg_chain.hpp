#pragma once
#include "engine/base/units.hpp"

#include <filesystem>
#include <optional>

namespace schacht::media {

/// How long a chained Ogg lasts: a file of several, one after the other, as some recorders write them and `cat` makes
/// them. Seconds; 0 where its parts do not tell (they are of other kinds than Opus and Vorbis); nothing where the file
/// is not chained. Of such a one it reads some pages at both ends, of a chained one the head of each page; any thread.
[[nodiscard]] std::optional<base::Seconds> chainLength(const std::filesystem::path& ogg);

} // namespace schacht::media
