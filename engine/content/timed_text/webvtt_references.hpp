#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace schacht::content {

/// What a character reference stands for, and how many bytes it takes of the text, from its "&" on.
struct Reference {
    std::string characters; ///< UTF-8
    std::size_t length = 0;
};

/// The reference at the start of `text` (which starts with "&"), as HTML reads them outside of attributes (HTML 5.1,
/// 8.2.4.69): every name that HTML has, the old ones also without a semicolon, and numbers. None where there is none.
[[nodiscard]] std::optional<Reference> referenceAt(std::string_view text);

} // namespace schacht::content
