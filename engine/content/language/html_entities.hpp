#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace schacht::content {

/// The character as UTF-8; U+FFFD for what is no character (0, a surrogate, over 10FFFF).
[[nodiscard]] std::string utf8Of(char32_t character);

/// The words that a character reference stands for: "&eacute;", "&#233;" and "&#xE9;" are "é". Of the names that HTML
/// has, those for punctuation and for the letters of Western European languages. None where it is not known.
[[nodiscard]] std::optional<std::string> decodeEntity(std::string_view reference);

} // namespace schacht::content
