#pragma once
#include "engine/base/pack_path.hpp"

#include <string>
#include <vector>

namespace schacht::content {

/// The files of a pack that hold items and words, found by their folders and names.
struct PackFiles {
    std::vector<std::string> items;      ///< one of each id
    std::size_t repeated = 0;            ///< item files that are not in `items`: another has their name
    std::vector<std::string> strings;    ///< strings/<language>.json
    std::vector<base::Problem> problems; ///< names and folders that nothing will read
};

/// Whether a file has the name of what systems and editors leave lying about, which is nobody's mistake: .DS_Store,
/// Thumbs.db, ~$coal.docx, coal.json~.
[[nodiscard]] bool isLeftover(std::string_view name);

/// Reads no file, only folders. Any thread.
[[nodiscard]] PackFiles findPackFiles(const base::PackFolder& folder);

} // namespace schacht::content
