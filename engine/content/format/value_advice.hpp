#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/json/json.hpp"

#include <string>

/// What the author of a value that is wrong probably meant, as it would stand in the file. All give "" where it cannot
/// be told. Pure.
namespace schacht::content {

/// A value of another kind: "0:41" as a number gives 41 (seconds), "4.500" gives 4500 for an amount and 4.5 for
/// others; nl, en as a list gives ["nl", "en"]; "ja" as true or false gives true.
[[nodiscard]] std::string meantAs(JsonValue::Kind wanted, const JsonValue& value, Meant meant = Meant::words);

/// "7CC9CF" gives "#7CC9CF".
[[nodiscard]] std::string meantColour(std::string_view text);
/// "www.example.org" gives "https://www.example.org".
[[nodiscard]] std::string meantAddress(std::string_view text);
/// "info@example.org", also behind mailto:
[[nodiscard]] bool isMailAddress(std::string_view text);
/// What to write for "CC BY 4.0" or "© Museum", as a sentence with an address. "" where words do not say for sure what
/// the rights are: no advice is better than one that gives rights away.
[[nodiscard]] std::string adviseRights(std::string_view text);

/// What a number means that is written as people write thousands: "4.500", which is four and a half, gives "4500".
[[nodiscard]] std::string meantThousands(std::string_view number);
/// The same number as nobody takes for thousands: "4.500" gives "4.5", "4.125" gives "4.1250".
[[nodiscard]] std::string withoutThousands(std::string_view number);

} // namespace schacht::content
