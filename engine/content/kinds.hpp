#pragma once
#include "engine/content/pack.hpp"

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
inline constexpr std::array<std::string_view, 4> itemFolders = {"stories", "voices", "films", "explore"};

/// Which keys a page of a layout has; `layout` itself is on every page.
struct PageLayout {
    std::string_view name;
    Page::Layout layout = Page::Layout::text;
    std::array<std::string_view, 2> required; ///< "" where there are fewer
    std::array<std::string_view, 3> allowed;  ///< besides the required ones

    [[nodiscard]] constexpr bool needs(std::string_view key) const {
        return std::find(required.begin(), required.end(), key) != required.end();
    }
    [[nodiscard]] constexpr bool has(std::string_view key) const {
        return needs(key) || std::find(allowed.begin(), allowed.end(), key) != allowed.end();
    }
};
inline constexpr std::array pageLayouts = {
    PageLayout{"full", Page::Layout::full, {"picture"}, {"heading", "body"}},
    PageLayout{"split", Page::Layout::split, {"picture", "body"}, {"heading"}},
    PageLayout{"quote", Page::Layout::quote, {"quote"}, {"by", "picture", "invented"}},
    PageLayout{"number", Page::Layout::number, {"number"}, {"body"}},
    PageLayout{"text", Page::Layout::text, {"body"}, {"heading"}},
    PageLayout{"listen", Page::Layout::listen, {"item"}, {"from", "to", "body"}},
};

/// The colours of themes that name none, in this order; those of content/theme.json.
inline constexpr std::array<std::string_view, 5> themeColours = {"#7CC9CF", "#4F9BD9", "#E4694A", "#9C7BD1", "#9CC25A"};

/// What a sentence calls an object of a type; "": nothing.
template <class T>
inline constexpr std::string_view nounOf{};
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

/// The names of a table's rows, for "did you mean".
template <class Table>
[[nodiscard]] std::vector<std::string_view> namesOf(const Table& table) {
    std::vector<std::string_view> names;
    for (const auto& row : table) {
        if constexpr (requires { row.name; }) {
            names.emplace_back(row.name);
        } else {
            names.emplace_back(row);
        }
    }
    return names;
}

/// The row with this name; null where there is none.
template <class Table>
[[nodiscard]] auto findByName(const Table& table, std::string_view name) -> decltype(&*table.begin()) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace schacht::content
