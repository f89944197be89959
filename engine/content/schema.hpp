#pragma once
#include <string>
#include <vector>

namespace schacht::content {

/// A JSON Schema (draft 7) of one kind of file in a pack, for editors that complete and check while one types.
struct SchemaFile {
    std::string name; ///< "item.schema.json"
    std::string text; ///< ends in a newline
};

/// All of them, written from describe.hpp: pack, item, places, people, credits, strings. What one file cannot know (ids
/// of others, files on the disk, whether a date exists) is left to `schacht check`.
[[nodiscard]] std::vector<SchemaFile> schemas();

} // namespace schacht::content
