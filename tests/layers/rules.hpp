#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace schacht::layers {

/// A place in the source tree that breaks a rule, as a compiler would say it: "engine/base/x.hpp:3: what, and why not".
struct Violation {
    std::string file; // relative to the tree
    int line = 0;     // from 1; 0 where the whole file is meant
    std::string what;
};

/// Reads every .hpp and .cpp under engine/ and kiosk/ of the tree and reports all that breaks a rule, by file and line.
/// The rules: floors (architecture), include paths, #pragma once, no using namespace in a header, length, names.
[[nodiscard]] std::vector<Violation> violationsIn(const std::filesystem::path& tree);

/// Reports every bash script of the tree (outside build/ and .git/) that does not parse or does not stop at an error.
[[nodiscard]] std::vector<Violation> scriptViolationsIn(const std::filesystem::path& tree);

/// One line a violation.
[[nodiscard]] std::string listed(const std::vector<Violation>& violations);

} // namespace schacht::layers
