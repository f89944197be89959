#pragma once
#include <string>
#include <sys/types.h>
#include <vector>

namespace schacht::media {

/// Starts a program that reads nothing and is not heard, with no signal blocked. words: the program, then its
/// arguments; without a slash in the first it is looked for along PATH. output: a descriptor for its standard output;
/// -1: that is thrown away. Its process, to be waited for; -1 where it could not be started. Any thread.
[[nodiscard]] pid_t startQuietly(const std::vector<std::string>& words, int output = -1);

} // namespace schacht::media
