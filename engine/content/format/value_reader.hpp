#pragma once
#include "engine/content/format/amount.hpp"
#include "engine/content/format/field.hpp"
#include "engine/content/format/focus.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/language/language_map.hpp"

#include <string>
#include <utility>
#include <vector>

/// Single values out of JSON: each takes what is right and reports what is wrong. False where nothing of it can be
/// used: `into` is unchanged then, and `reading.cause` is the problem. Of a list, what is wrong is left out.
namespace schacht::content {

[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, std::string& into);
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, LanguageMap& into);
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, bool& into);
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, double& into);
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, int& into);
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, Amount& into);
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, Focus& into);
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field,
                             std::pair<double, double>& into);
[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field,
                             std::vector<std::string>& into);

[[nodiscard]] bool readValue(Reading& reading, const JsonValue& value, const Field& field, LanguageFiles& into);

/// Whether the value is of this kind; reports it where it is not. called: "a list", for the sentence. advice: what to
/// do, as a sentence, where it cannot be told from the value.
[[nodiscard]] bool isKind(Reading& reading, const JsonValue& value, const Field& field, JsonValue::Kind kind,
                          std::string_view called, std::string_view advice = {});

/// Whether a list has what its field asks for; reports an empty one.
[[nodiscard]] bool isLongEnough(Reading& reading, const JsonValue& list, const Field& field);

} // namespace schacht::content
