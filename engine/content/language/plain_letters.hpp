#pragma once
#include <string>
#include <string_view>

namespace schacht::content {

/// The same words in small letters without accents, however the accents are written: "Cité", in one character or in
/// two as a Mac has it, gives "cite". Latin letters only; others stay as they are. For comparing, never for showing.
[[nodiscard]] std::string plainLetters(std::string_view text);

/// The id that stands nearest to some words: "De Cité (2)" gives "de-cite-2". "" where nothing is left.
[[nodiscard]] std::string asId(std::string_view text);

/// Whether the accents of a text are characters of their own, as in names of files that a Mac made.
[[nodiscard]] bool hasAccentsApart(std::string_view text);

} // namespace schacht::content
