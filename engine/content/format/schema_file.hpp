#pragma once
#include <string>

namespace schacht::content {

/// A JSON Schema (draft 7) of one kind of file, for editors that complete and check while one types.
struct SchemaFile {
    std::string name; ///< "item.schema.json"
    std::string text; ///< ends in a newline
};

} // namespace schacht::content
