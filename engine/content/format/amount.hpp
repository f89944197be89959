#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace schacht::content {

/// A number that visitors read, and how it was written: 1.70 is not shown as 1.7, nor 4.5 as 5.
struct Amount {
    double value = 0;
    std::string figures = "0"; ///< "-" or nothing, digits, and behind a point the decimals that were written
    bool operator==(const Amount&) const = default;
};

/// How many figures of an amount are kept: what a double holds, and more than anyone reads at a glance.
inline constexpr std::size_t mostFigures = 15;

/// A number as JSON writes it, in figures alone: "4.5e3" gives "4500", "1.70" stays. None where that would be more than
/// `mostFigures`. Pure.
[[nodiscard]] std::optional<std::string> plainFigures(std::string_view json);

} // namespace schacht::content
