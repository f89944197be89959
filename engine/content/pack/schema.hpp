#pragma once
#include "engine/content/format/schema_file.hpp"

#include <vector>

namespace schacht::content {

/// The schemas of a pack's files, written from describe.hpp: pack, item, places, people, credits, strings. What one
/// file cannot know (ids of others, files on the disk, whether a date exists) is left to `schacht check`.
[[nodiscard]] std::vector<SchemaFile> schemas();

} // namespace schacht::content
