#pragma once
#include "engine/content/reading.hpp"

#include <string>
#include <string_view>

namespace schacht::content {

/// Reports a path that leads out of the pack or at which there is no file. Whether there is one.
bool checkFile(Reading& reading, std::size_t offset, std::string_view path);

/// As checkFile(); reports a picture that cannot be shown too.
void checkPicture(Reading& reading, std::size_t offset, std::string_view path);

/// What to do where no file has this path: the one that is meant, as far as it can be told, such as
/// " Did you mean “media/lamp.svg”?". mediaFiles: the files under media/, sorted.
[[nodiscard]] std::string adviseFile(std::string_view path, const std::vector<std::string_view>& mediaFiles);

} // namespace schacht::content
