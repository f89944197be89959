#pragma once
#include "engine/content/describe.hpp"
#include "engine/content/reading.hpp"

#include <string_view>

namespace schacht::content {

/// Holds a string against what it means (an id that exists, a date, a file in the pack …) and reports what is wrong.
/// value: a string.
void checkText(Reading& reading, const JsonValue& value, const Field& field);

/// Holds prose against what a pack may say: problems stand where they are inside the string. language: the tag, or ""
/// where the words are the same everywhere.
void checkProse(Reading& reading, const JsonValue& value, Meant meant, std::string_view language);

/// Reports an id that is not written like one.
void checkNewId(Reading& reading, std::size_t offset, std::string_view id);

/// Reports a path that leads out of the pack or at which there is no file.
void checkFile(Reading& reading, std::size_t offset, std::string_view path);

} // namespace schacht::content
