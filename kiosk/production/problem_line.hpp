#pragma once
#include "engine/base/problem.hpp"

#include <filesystem>
#include <iosfwd>
#include <string>

namespace schacht::kiosk {

/// "error" or "warning".
[[nodiscard]] const char* nameOf(base::Severity severity);

/// A name on a terminal: a file's name may hold what moves the cursor.
[[nodiscard]] std::string printable(std::string text);

/// "file:line:column", or as much of it as there is; `whole` where the problem has no file of its own.
[[nodiscard]] std::string whereOf(const base::Problem& problem, const std::filesystem::path& whole);

/// "file:line:column: error: sentence" and a line's end; the place as whereOf() says.
void writeProblem(const base::Problem& problem, const std::filesystem::path& whole, std::ostream& out);

} // namespace schacht::kiosk
