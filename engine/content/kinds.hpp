#pragma once
#include "engine/content/field.hpp"
#include "engine/content/pack.hpp"
#include "engine/content/rows.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

/// The closed sets of words in a pack. A new kind, layout or way of making is one row here.
namespace schacht::content {

/// A kind of item, the folder it lives in, and whether this version can show it yet.
struct ItemKind {
    std::string_view name;
    std::string_view folder;
    std::string_view called; ///< "a film", for sentences
    bool shown = false;
};
inline constexpr std::array itemKinds = {
    ItemKind{"story", "stories", "a story", true},
    ItemKind{"oral-history", "voices", "an oral history", true},
    ItemKind{"film", "films", "a film", true},
    ItemKind{"gallery", "explore", "a gallery", true},
    ItemKind{"compare", "explore", "a comparison"},
    ItemKind{"deep-picture", "explore", "a deep picture"},
    ItemKind{"map", "explore", "a map"},
    ItemKind{"timeline", "explore", "a timeline"},
    ItemKind{"quiz", "explore", "a quiz"},
    ItemKind{"poll", "explore", "a poll"},
    ItemKind{"path", "explore", "a path"},
};
/// The names of the kinds that this version can show.
inline constexpr auto shownKinds = [] {
    constexpr auto isShown = [](const ItemKind& row) { return row.shown; };
    std::array<std::string_view, std::ranges::count_if(itemKinds, isShown)> names;
    std::size_t next = 0;
    for (const ItemKind& row : itemKinds) {
        if (row.shown) {
            names[next++] = row.name;
        }
    }
    return names;
}();
inline constexpr std::array<std::string_view, 4> itemFolders = {"stories", "voices", "films", "explore"};

/// `layout` itself is on every page.
inline constexpr std::array pageLayouts = {
    KeyLayout{"full", Page::Layout::full, {"picture"}, {"heading", "body"}},
    KeyLayout{"split", Page::Layout::split, {"picture", "body"}, {"heading"}},
    KeyLayout{"quote", Page::Layout::quote, {"quote"}, {"by", "picture", "invented"}},
    KeyLayout{"number", Page::Layout::number, {"number"}, {"body"}},
    KeyLayout{"text", Page::Layout::text, {"body"}, {"heading"}},
    KeyLayout{"listen", Page::Layout::listen, {"item"}, {"from", "to", "body"}},
};

/// The colours of themes that name none, in this order; those of content/theme.json.
inline constexpr std::array<std::string_view, 5> themeColours = {"#7CC9CF", "#4F9BD9", "#E4694A", "#9C7BD1", "#9CC25A"};

template <>
inline constexpr std::string_view nounOf<Item> = "item";
template <>
inline constexpr std::string_view nounOf<Theme> = "theme";
template <>
inline constexpr std::string_view nounOf<Attract> = "attract picture";
template <>
inline constexpr std::string_view nounOf<Pack> = "pack";
template <>
inline constexpr std::string_view nounOf<Page> = "page";
template <>
inline constexpr std::string_view nounOf<Picture> = "picture";
template <>
inline constexpr std::string_view nounOf<Number> = "number";
template <>
inline constexpr std::string_view nounOf<Chapter> = "chapter";
template <>
inline constexpr std::string_view nounOf<Speaker> = "speaker";
template <>
inline constexpr std::string_view nounOf<Source> = "source";
template <>
inline constexpr std::string_view nounOf<Place> = "place";
template <>
inline constexpr std::string_view nounOf<Person> = "person";
template <>
inline constexpr std::string_view nounOf<Credit> = "credit";

/// How a file under media/ came to be.
inline constexpr std::array<std::string_view, 7> waysOfMaking = {"photographed", "scanned",  "filmed",     "recorded",
                                                                 "drawn",        "computed", "synthesised"};

} // namespace schacht::content
