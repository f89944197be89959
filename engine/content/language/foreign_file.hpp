#pragma once
#include <string_view>

namespace schacht::content {

/// What a file really is that was given a name for plain text or a picture: "a PDF", for a sentence. "" where its first
/// bytes are of none of the things that people rename.
[[nodiscard]] std::string_view foreignFormat(std::string_view bytes);

} // namespace schacht::content
