#pragma once
#include <string>
#include <tl/expected.hpp>

namespace schacht::base {

/// Where in a pack something is. Lines and columns count from 1; 0 and "" mean that there is none.
struct Location {
    std::string file;    ///< path in the pack, with '/'
    int line = 0;        ///< 1…
    int column = 0;      ///< 1…, in characters (code points), not bytes
    std::string pointer; ///< RFC 6901 JSON pointer

    bool operator==(const Location&) const = default;
};

/// "file:line:column", or as much of it as there is.
[[nodiscard]] inline std::string locationText(const Location& location) {
    const bool isLine = location.line > 0 && !location.file.empty();
    return isLine ? location.file + ':' + std::to_string(location.line) + ':' + std::to_string(location.column)
                  : location.file;
}

enum class Severity { error, warning };

/// What content, a file or a device did wrong, in a sentence that a curator understands.
struct Problem {
    std::string code; ///< short, stable, lower-case-with-dashes: what tests and `check --json` name it by
    Severity severity = Severity::error;
    std::string message; ///< one or two plain sentences: what is wrong, and what to do
    Location location;

    bool operator==(const Problem&) const = default;
};

[[nodiscard]] inline bool isError(const Problem& problem) {
    return problem.severity == Severity::error;
}

/// A value, or the Problem that stood in its way. Nothing is left changed when it is a Problem, unless the function
/// says so.
template <class T>
using Result = tl::expected<T, Problem>;

[[nodiscard]] inline tl::unexpected<Problem> refuse(std::string code, std::string message, Location location = {}) {
    return tl::unexpected<Problem>(Problem{std::move(code), Severity::error, std::move(message), std::move(location)});
}

} // namespace schacht::base
