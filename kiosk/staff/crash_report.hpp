#pragma once
#include "kiosk/visitor/session/recording.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace schacht::kiosk {

/// What happened last, kept for the day on which the program crashes: a recording (kiosk/visitor/session/recording.hpp)
/// from a State that was kept on, of the last hundred Intents at least. On SIGSEGV, SIGBUS, SIGILL, SIGFPE or SIGABRT
/// it is written to a file, which `schacht replay` runs again; then the signal does what it does. One lives at a time.
class CrashReport {
public:
    static constexpr std::size_t kept = 100; ///< Intents from one State that is kept to the next

    /// file: is written only then. head: what holds at the beginning.
    CrashReport(const std::filesystem::path& file, visitor::RecordingHead head);
    /// Signals do again what they did before.
    ~CrashReport();
    CrashReport(const CrashReport&) = delete;
    CrashReport& operator=(const CrashReport&) = delete;

    /// An Intent is about to happen to a State. One that crashes is in the report. The window's thread, as done().
    void note(const visitor::State& before, const visitor::TimedIntent& intent);
    /// It has led to another.
    void done(const visitor::State& after);
    /// Writes the file now. Calls only what a signal handler may call (POSIX, "async-signal-safe").
    void write(int signal) const noexcept;

private:
    /// Intents from one State on.
    struct Part {
        std::string beginning;
        std::array<std::string, kept> lines;
        std::atomic<std::size_t> count{0}; ///< of the lines; what is written meanwhile is not among them
    };
    void begin(const visitor::State& state);

    std::array<char, 4096> path{};      // constant after construction
    visitor::RecordingHead head;        // of the next State that is kept
    std::array<Part, 2> parts;          // the newest, and the one before it
    std::atomic<std::size_t> newest{0}; // of them
    visitor::StateHash hashes;
    std::uint64_t still = 0; // the last State's hash, without its moment
    bool ticks = false;      // the Intent that happens now is a Tick
    bool idle = false;       // the last one was a Tick that changed nothing: the next takes its place
};

/// The crash reports beside a log, oldest first.
[[nodiscard]] std::vector<std::filesystem::path> crashReportsOf(const std::filesystem::path& log);
/// Where a crash of this run is written, beside the log: its name says when the run began.
[[nodiscard]] std::filesystem::path crashReportFor(const std::filesystem::path& log);

} // namespace schacht::kiosk
