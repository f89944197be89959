#pragma once
#include "engine/base/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// Gathers what is wrong with one JSON file while it is read, each problem with its byte and its JSON pointer, and
/// turns bytes into lines and columns at the end, in one pass over the text.
class FileReport {
public:
    /// A file that is wrong throughout would fill the memory: what comes after this many is only counted.
    static constexpr std::size_t most = 200;

    explicit FileReport(std::string of) : file(std::move(of)) {}

    /// offset: a byte of the document's text. The pointer is where the steps have led.
    void error(std::string_view code, std::size_t offset, std::string message);
    void warning(std::string_view code, std::size_t offset, std::string message);
    /// As error(), with a pointer that is known already.
    void errorAt(std::string_view code, std::size_t offset, std::string message, std::string pointer);

    /// While it lives, problems are inside this key or entry.
    class Step {
    public:
        Step(FileReport& in, std::string_view key) : report(in) { report.path.push_back({key, 0}); }
        Step(FileReport& in, std::size_t index) : report(in) { report.path.push_back({{}, index + 1}); }
        ~Step() { report.path.pop_back(); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        FileReport& report;
    };

    /// One of the problems that were reported, until finish().
    using Entry = std::size_t;
    static constexpr Entry none = static_cast<Entry>(-1);
    /// The newest problem; one that lose() does not know where it is not listed.
    [[nodiscard]] Entry newest() const { return last; }
    /// Says behind the problem's own sentence what visitors miss because of it; what was said before is replaced, since
    /// who says it later has lost more. Does nothing where there is no such problem.
    void lose(Entry because, std::string sentence);
    /// What comes now is only counted: its sentence is not worth work.
    [[nodiscard]] bool full() const { return found.size() >= most; }
    /// All problems, ordered by line and column. text: what the offsets count in. The report is empty after it.
    [[nodiscard]] std::vector<base::Problem> finish(std::string_view text);

private:
    struct PathPart {
        std::string_view key;
        std::size_t number = 0; ///< 0: a key; else the index, from 1
    };
    struct Found {
        std::size_t offset = 0;
        base::Problem problem;
        std::string lost; ///< what visitors miss because of it, as a sentence
    };
    [[nodiscard]] std::string pointer() const;
    void add(base::Severity severity, std::string_view code, std::size_t offset, std::string message,
             std::string pointer);

    std::string file;
    std::vector<PathPart> path;
    std::vector<Found> found;
    Entry last = none;
    std::size_t unlisted = 0;
    bool unlistedError = false;
};

} // namespace schacht::content
