#pragma once
#include "engine/base/pack_path.hpp"
#include "engine/content/pack/pack.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// What stands under media/.
struct MediaFiles {
    std::vector<std::string> files;      ///< sorted; plain files, not those that links lead to
    std::vector<base::Problem> problems; ///< links that lead out, folders that cannot be read
};

/// Walks media/ without following links to folders. Any thread.
[[nodiscard]] MediaFiles findMediaFiles(const base::PackFolder& folder);

/// The files that have no credit: neither themselves nor by a folder. names: of credits.json, also of faulty entries.
[[nodiscard]] std::vector<base::Problem> findUncredited(const std::vector<std::string>& files,
                                                        const std::vector<std::string>& names);

} // namespace schacht::content
