#pragma once
#include "engine/base/problem.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::base {

enum class LogLevel { error, warning, info };
/// As they are written; the place of each is its LogLevel.
inline constexpr std::array<std::string_view, 3> logLevelNames{"error", "warning", "info"};
[[nodiscard]] std::optional<LogLevel> logLevelNamed(std::string_view name);

struct LogOptions {
    std::filesystem::path file;
    std::uintmax_t limit = 5'000'000; ///< bytes; a file that would be larger becomes FILE.1, FILE.1 becomes FILE.2 …
    int kept = 4;                     ///< of those
    LogLevel level = LogLevel::info;  ///< what is less than this is not written
};

/// What happened, for staff, over months: a line an event,
///     2026-11-26T12:03:44+0100 warning problem stories/lamp.json:3:5: There is no key “titel” here.
/// and no more files than its limit allows. Nothing of a visitor belongs in it. Any thread.
class Log {
public:
    /// The folder is made where it is not there. Refused ("log-unwritable") where the file cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<Log>> open(LogOptions options);

    /// event: one word. words: one line; what would break it is written as a space. Where the disk is full the line is
    /// lost, and the next one tried again.
    void write(LogLevel level, std::string_view event, std::string_view words);
    /// A problem of the content or a device, by its place; the same one is written once a run.
    void problem(const Problem& problem);

    /// The last 200 lines that were written, oldest first.
    [[nodiscard]] std::vector<std::string> tail() const;
    [[nodiscard]] const std::filesystem::path& file() const { return options.file; }

private:
    struct Close {
        void operator()(std::FILE* open) const { std::fclose(open); }
    };
    explicit Log(LogOptions wanted) : options(std::move(wanted)) {}
    [[nodiscard]] bool reopen();
    void rotate();

    const LogOptions options;                 // constant after construction
    mutable std::mutex mutex;                 // guards what follows
    std::unique_ptr<std::FILE, Close> stream; // null: it could not be opened
    std::uintmax_t size = 0;                  // bytes of the file
    std::deque<std::string> lines;
    std::deque<std::size_t> told; // hashes of problems, the last thousand
};

/// Where the log is where nobody says: kiosk.log in the user's folder for states.
[[nodiscard]] std::filesystem::path usualLogFile();

} // namespace schacht::base
