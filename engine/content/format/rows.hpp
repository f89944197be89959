#pragma once
#include <algorithm>
#include <string_view>
#include <vector>

/// Closed sets as tables: each row has a `name`, or is one.
namespace schacht::content {

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
