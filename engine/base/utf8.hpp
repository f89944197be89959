#pragma once
#include <string_view>

namespace schacht::base {

inline constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD"; ///< U+FFFD: what was no character

/// The same text without the byte order mark that editors on Windows put before UTF-8.
[[nodiscard]] constexpr std::string_view withoutByteOrderMark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

} // namespace schacht::base
