#pragma once
#include <string>
#include <tl/expected.hpp>

namespace schacht::base {

/// Where in a pack something is. Lines and columns count from 1; 0 and "" mean that there is none.
struct Place {
    std::string file;    ///< path in the pack, with '/'
    int line = 0;        ///< 1…
    int column = 0;      ///< 1…, in characters (code points), not bytes
    std::string pointer; ///< RFC 6901 JSON pointer

    bool operator==(const Place&) const = default;
};

/// "file:line:column", or as much of it as there is.
[[nodiscard]] inline std::string placeText(const Place& place) {
    const bool isLine = place.line > 0 && !place.file.empty();
    return isLine ? place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) : place.file;
}

enum class Severity { error, warning };

/// What content, a file or a device did wrong, in a sentence that a curator understands.
struct Problem {
    std::string code; ///< short, stable, lower-case-with-dashes: what tests and `check --json` name it by
    Severity severity = Severity::error;
    std::string message; ///< one or two plain sentences: what is wrong, and what to do
    Place place;

    bool operator==(const Problem&) const = default;
};

[[nodiscard]] inline bool isError(const Problem& problem) {
    return problem.severity == Severity::error;
}

/// A value, or the Problem that stood in its way. Nothing is left changed when it is a Problem, unless the function
/// says so.
template <class T>
using Result = tl::expected<T, Problem>;

[[nodiscard]] inline tl::unexpected<Problem> refuse(std::string code, std::string message, Place place = {}) {
    return tl::unexpected<Problem>(Problem{std::move(code), Severity::error, std::move(message), std::move(place)});
}

} // namespace schacht::base
