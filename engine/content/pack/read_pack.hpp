#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/format/medium.hpp"
#include "engine/content/pack/pack.hpp"

namespace schacht::content {

struct PackReading {
    Pack pack;                           ///< what can be shown; items with an error are left out
    std::size_t itemFiles = 0;           ///< how many item files were found, good or not
    std::vector<base::Problem> problems; ///< every one, ordered by file, line and column
};

/// Reads a pack folder: everything in it, and every problem it has. Any thread.
/// Refused, with a Problem, only where nothing can be shown: no folder, no readable pack.json, a newer format.
/// What else is wrong is in `problems`, and the rest of the pack is whole.
/// today: "YYYY-MM-DD", for `from`, `until` and consent (an item out of its time is left out).
struct ReadOptions {
    std::string today;
    bool everyDay = false;   ///< keeps what is out of its time, for packOn(); problems are those of today all the same
    bool lookAtMedia = true; ///< also look whether each file under media/ exists and stays in the pack, and read words
    LookIntoPicture picture{}; ///< with lookAtMedia: looks at each picture, once; none: they are taken to be right
    LookIntoMedium look{};     ///< with lookAtMedia: looks into each film and sound; none: they are taken to be right
};
[[nodiscard]] base::Result<PackReading> readPack(const std::filesystem::path& folder, const ReadOptions& options);

} // namespace schacht::content
