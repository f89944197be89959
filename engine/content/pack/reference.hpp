#pragma once
#include <string>

namespace schacht::content {

/// The reference of the pack format, in Markdown, written from describe.hpp: every key with what it is, its type, what
/// holds without it, and an example.
[[nodiscard]] std::string packReference();

} // namespace schacht::content
