#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/kinds/answers.hpp"
#include "engine/content/pack/pack.hpp"

#include <optional>
#include <string>
#include <vector>

namespace schacht::content {

struct ItemReading {
    std::optional<Item> item{}; ///< none where it has an error or is of a kind that is not shown yet
    std::vector<base::Problem> problems{};
    std::vector<Passage> passages{}; ///< that say where they end
    std::optional<double> seconds{}; ///< of its sound or film, where those are looked into
};

/// Reads one item from the text of its file. path: in the pack, such as "stories/coal-at-as.json"; its folder and name
/// say what kind and id the item has. Any thread; bounded by the length of the text.
[[nodiscard]] ItemReading readItem(std::string text, const std::string& path, const Names& names);

/// The id that a file name says: without folder and ending.
[[nodiscard]] std::string_view idOf(std::string_view path);

} // namespace schacht::content
