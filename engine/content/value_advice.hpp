#pragma once
#include "engine/content/json.hpp"

#include <string>

/// What the author of a value that is wrong probably meant, as it would stand in the file. All give "" where it cannot
/// be told. Pure.
namespace schacht::content {

/// A value of another kind: "4.500" as a number gives 4500, 0:41 too (41 seconds); nl, en as a list gives
/// ["nl", "en"]; "ja" as true or false gives true.
[[nodiscard]] std::string meantAs(JsonValue::Kind wanted, const JsonValue& value);

/// "7CC9CF" gives "#7CC9CF".
[[nodiscard]] std::string meantColour(std::string_view text);
/// "www.example.org" gives "https://www.example.org".
[[nodiscard]] std::string meantAddress(std::string_view text);
/// "CC BY 4.0" and "© Museum" give the addresses that say so.
[[nodiscard]] std::string meantRights(std::string_view text);

/// What a number means that is written as people write thousands: "4.500", which is four and a half, gives "4500".
[[nodiscard]] std::string meantThousands(std::string_view number);

} // namespace schacht::content
