#pragma once
#include "engine/base/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// Gathers what is wrong with a file of captions, by line.
class CueProblems {
public:
    /// A file that is wrong throughout would fill the memory: what comes after this many is only counted.
    static constexpr std::size_t most = 200;

    /// line: from 1.
    void error(std::string_view code, int line, std::string sentence);
    void warning(std::string_view code, int line, std::string sentence);
    /// What comes now is only counted: its sentence is not worth work.
    [[nodiscard]] bool full() const { return found.size() >= most; }
    [[nodiscard]] bool any() const { return !found.empty() || unlisted > 0; }
    void countOne() { ++unlisted; }

    /// By line; the last says how many were only counted, if any. Empty after it.
    [[nodiscard]] std::vector<base::Problem> finish();

private:
    void add(base::Severity severity, std::string_view code, int line, std::string sentence);

    std::vector<base::Problem> found; ///< by line
    std::size_t unlisted = 0;
};

} // namespace schacht::content
