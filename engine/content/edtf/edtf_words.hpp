#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content::edtf {

/// What a date in words may mean, in Dutch, English, French or German: "31 januari 1966", "jaren 50", "19th century",
/// "before 1950". EDTF or near it; the caller keeps what is a date. Empty where no words are known. Pure.
[[nodiscard]] std::vector<std::string> datesInWords(std::string_view text);

/// Whether the words say that the date is not known.
[[nodiscard]] bool saysUnknown(std::string_view text);

} // namespace schacht::content::edtf
