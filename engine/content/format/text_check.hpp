#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/format/reading.hpp"

#include <string_view>

namespace schacht::content {

/// Holds a string against what it means (an id that exists, a date, a file in the pack …) and reports what is wrong.
/// value: a string. False where it cannot be used; an id that this file itself gives can be, however it is written.
[[nodiscard]] bool checkText(Reading& reading, const JsonValue& value, const Field& field);

/// Holds prose against what a pack may say: problems stand where they are inside the string. language: the tag, or ""
/// where the words are the same everywhere. What is wrong in it is read as words.
void checkProse(Reading& reading, const JsonValue& value, Meant meant, std::string_view language);

/// Reports an id that is not written like one.
void checkNewId(Reading& reading, std::size_t offset, std::string_view id);

/// Which of `ids` was probably meant, or which there are where they are few; "" where neither can be said.
[[nodiscard]] std::string adviseId(std::string_view id, const std::vector<std::string_view>& ids);

} // namespace schacht::content
