#pragma once
#include <string>
#include <string_view>

namespace schacht::content::edtf {

/// What the author of a date that is not EDTF probably meant, as EDTF: "31/01/1966" gives "1966-01-31".
/// Empty where it cannot be told.
[[nodiscard]] std::string correct(std::string_view text);

} // namespace schacht::content::edtf
