#pragma once
#include "engine/content/edtf/edtf_calendar.hpp"

namespace schacht::content::edtf {

/// The whole text as EDTF, or a sentence that says what is wrong with it. Linear in the length of the text.
[[nodiscard]] Parsed<Edtf> parse(std::string_view text);

} // namespace schacht::content::edtf
