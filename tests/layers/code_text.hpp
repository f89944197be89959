#pragma once
#include <string>

namespace schacht::layers {

/// C++ without what is no code to a reader of braces: comments, directives of the preprocessor, and what stands in
/// quotes. Every line stays where it is.
[[nodiscard]] std::string codeOf(const std::string& text);

} // namespace schacht::layers
