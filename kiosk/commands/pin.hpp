#pragma once
#include <iosfwd>

namespace schacht::kiosk {

/// Asks for a PIN twice, without showing it where `in` is a terminal, and prints the line for kiosk.json. 0, or 1 where
/// it is none or the second is another.
[[nodiscard]] int pin(std::istream& in, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
