#include "engine/content/format/amount.hpp"

#include <algorithm>
#include <charconv>

namespace schacht::content {
namespace {

/// The power of ten behind an "e"; 0 where there is none. One that no double holds is cut to one that none holds.
long exponentOf(std::string_view json) {
    constexpr long beyondAny = 100'000'000; // more than a file has decimals
    const auto at = json.find_first_of("eE");
    if (at == std::string_view::npos) {
        return 0;
    }
    json.remove_prefix(at + 1);
    json.remove_prefix(json.starts_with('+') ? 1 : 0);
    long exponent = 0;
    const auto read = std::from_chars(json.data(), json.data() + json.size(), exponent);
    const long cut = json.starts_with('-') ? -beyondAny : beyondAny;
    return read.ec == std::errc::result_out_of_range ? cut : std::clamp(exponent, -beyondAny, beyondAny);
}

} // namespace

std::optional<std::string> plainFigures(std::string_view json) {
    const bool negative = json.starts_with('-');
    json.remove_prefix(negative ? 1 : 0);
    const std::string_view number = json.substr(0, json.find_first_of("eE"));
    const auto point = number.find('.');
    const std::string_view decimals = point == std::string_view::npos ? "" : number.substr(point + 1);
    const long behind = static_cast<long>(decimals.size()) - exponentOf(json); // the point; below 0: zeros follow

    std::string digits = std::string(number.substr(0, point)) + std::string(decimals);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    const bool zero = digits.empty();
    const auto after = static_cast<std::size_t>(std::max(behind, 0L));
    const auto zeros = static_cast<std::size_t>(zero ? 0 : std::max(-behind, 0L));
    const std::size_t size = std::max(digits.size() + zeros, after + 1);
    if (size > mostFigures) {
        return std::nullopt;
    }
    digits.append(zeros, '0');
    digits.insert(0, size - digits.size(), '0');
    if (after > 0) {
        digits.insert(size - after, 1, '.');
    }
    return (negative && !zero ? "-" : "") + digits;
}

} // namespace schacht::content
