#pragma once
#include "engine/content/format/rows.hpp"
#include "engine/content/kinds/film.hpp"
#include "engine/content/kinds/gallery.hpp"
#include "engine/content/kinds/oral_history.hpp"
#include "engine/content/kinds/story.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <variant>

/// The room of the item kinds: one unit for each, with its body type, its describe(), its rules and its answers to the
/// questions (questions.hpp), and the parts that several share, such as Picture and Chapter. A kind never includes
/// another, and nothing here knows an Item or a Pack.
namespace schacht::content {

/// The body types of the kinds that can be shown.
template <class... Bodies>
struct KindList {
    using Body = std::variant<Bodies...>;
    static constexpr std::array<std::string_view, sizeof...(Bodies)> names = {Bodies::kind...};
    /// Calls `visit` with a Body{} of each, in order.
    template <class Visit>
    static void each(Visit visit) {
        (visit(Bodies{}), ...);
    }
};
using Kinds = KindList<Story, OralHistory, Film, Gallery>;
using ItemBody = Kinds::Body;

/// A kind of item, the folder it lives in, and what a sentence calls it.
struct ItemKind {
    std::string_view name;
    std::string_view folder;
    std::string_view called; ///< "a film"
    bool heard = false;      ///< stories can play a part of it
};
inline constexpr std::array itemKinds = {
    ItemKind{"story", "stories", "a story"},
    ItemKind{"oral-history", "voices", "an oral history", true},
    ItemKind{"film", "films", "a film", true},
    ItemKind{"gallery", "explore", "a gallery"},
    ItemKind{"compare", "explore", "a comparison"},
    ItemKind{"deep-picture", "explore", "a deep picture"},
    ItemKind{"map", "explore", "a map"},
    ItemKind{"timeline", "explore", "a timeline"},
    ItemKind{"quiz", "explore", "a quiz"},
    ItemKind{"poll", "explore", "a poll"},
    ItemKind{"path", "explore", "a path"},
};
/// Whether no row before it names the same folder.
[[nodiscard]] constexpr bool isFirstOfFolder(const ItemKind& row) {
    return &*std::ranges::find(itemKinds, row.folder, &ItemKind::folder) == &row;
}
/// Those folders, each once, in the order of the table.
inline constexpr auto itemFolders = [] {
    std::array<std::string_view, std::ranges::count_if(itemKinds, isFirstOfFolder)> folders{};
    std::size_t next = 0;
    for (const ItemKind& row : itemKinds) {
        if (isFirstOfFolder(row)) {
            folders[next++] = row.folder;
        }
    }
    return folders;
}();

/// Whether this version can show a kind: it has a body. The others are left out with a warning.
[[nodiscard]] constexpr bool isShown(const ItemKind& kind) {
    return std::ranges::find(Kinds::names, kind.name) != Kinds::names.end();
}
static_assert(std::ranges::count_if(itemKinds, isShown) == std::ranges::ssize(Kinds::names), "each body has a row");

} // namespace schacht::content
