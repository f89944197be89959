#pragma once
#include "engine/content/kinds/kinds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace schacht::visitor {

/// How visitors know a kind of item: by a sign, and by a word.
struct KindLooks {
    std::string_view name; ///< of the kind, as packs write it
    std::string_view icon; ///< in content/icons
    std::string_view word; ///< the key of "Story" in content/strings
};
inline constexpr std::array kindLooks = {
    KindLooks{"story", "story", "kind.story"},
    KindLooks{"oral-history", "oral-history", "kind.oral-history"},
    KindLooks{"film", "film", "kind.film"},
    KindLooks{"gallery", "gallery", "kind.gallery"},
};
static_assert(std::ranges::equal(kindLooks, content::Kinds::names, {}, &KindLooks::name),
              "each kind that is shown has its row, in the order of content::Kinds");

/// Of the kind that a body is of.
template <class... Bodies>
[[nodiscard]] constexpr const KindLooks& looksOf(const std::variant<Bodies...>& body) {
    static_assert(sizeof...(Bodies) == kindLooks.size());
    return kindLooks[body.index()];
}

} // namespace schacht::visitor
