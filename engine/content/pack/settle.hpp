#pragma once
#include "engine/content/pack/pack.hpp"

#include <array>
#include <string_view>
#include <vector>

/// Makes the best of what has lost some of what it should hold: what is left is shown in another way, and where there
/// is a choice of what stands in for it, something else of the same pack does.
namespace schacht::content {

/// The colours of themes that name none, in this order; those of content/theme.json.
inline constexpr std::array<std::string_view, 5> themeColours = {"#7CC9CF", "#4F9BD9", "#E4694A", "#9C7BD1", "#9CC25A"};

/// Without a cover, its poster or first picture stands for the item.
[[nodiscard]] bool settle(Item& item);

/// The themes in which no item of the pack stands: each would be a card that leads nowhere. Pointers into the pack.
[[nodiscard]] std::vector<const Theme*> emptyThemes(const Pack& pack);

/// After all that is not shown was dropped. Empty themes go. One without a colour takes one that no other has, without
/// a cover that of its first item. Items of a pack without a theme stand in one that is called like the pack. Without
/// anything in `attract`, the themes invite.
void fillGaps(Pack& pack);

} // namespace schacht::content
