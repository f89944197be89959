#pragma once
#include <string_view>

namespace schacht::text {

/// The scripts that look or behave differently here; everything else is set as Latin is.
enum class Script { latin, greek, cyrillic, arabic, hebrew };

/// The script that a BCP 47 language is written in: its script subtag ("sr-Latn") if it has one, else what is usual.
[[nodiscard]] Script scriptOf(std::string_view language);

/// Whether the letters of this code point's script join, so that space between them would tear words apart.
[[nodiscard]] bool isJoined(char32_t letter);

} // namespace schacht::text
