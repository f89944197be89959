#pragma once
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/state.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>

namespace schacht::kiosk {

/// What happened last, kept for the day on which the program crashes: its last Intents, and the screens they happened
/// on. On SIGSEGV, SIGBUS, SIGILL, SIGFPE or SIGABRT they are written to a file, a line of JSON each, which
/// `schacht replay` runs again; then the signal does what it does. One lives at a time.
class CrashReport {
public:
    static constexpr std::size_t kept = 200; ///< of Ticks in a row only the last

    /// file: is written only then. head: the first line, of JSON: what the kiosk was started with.
    CrashReport(const std::filesystem::path& file, const std::string& head);
    /// Signals do again what they did before.
    ~CrashReport();
    CrashReport(const CrashReport&) = delete;
    CrashReport& operator=(const CrashReport&) = delete;

    /// before: the state that the Intent happens to. The window's thread.
    void note(const visitor::State& before, const visitor::Intent& intent);
    /// Writes the file now. Calls only what a signal handler may call (POSIX, "async-signal-safe").
    void write(int signal) const noexcept;

private:
    struct Line {
        std::array<char, 512> text{};
        std::size_t size = 0; ///< 0: none
    };
    std::array<char, 4096> path{}; // constant after construction, like the next two
    std::string first;
    std::array<Line, kept> lines;
    std::size_t next = 0; // the oldest
    bool ticked = false;  // the newest is a Tick
};

/// The crash reports beside a log, oldest first.
[[nodiscard]] std::vector<std::filesystem::path> crashReportsOf(const std::filesystem::path& log);
/// Where a crash of this run is written, beside the log: its name says when the run began.
[[nodiscard]] std::filesystem::path crashReportFor(const std::filesystem::path& log);

} // namespace schacht::kiosk
