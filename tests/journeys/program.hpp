#pragma once
#include "tests/journeys/child_process.hpp"
#include "tests/journeys/touchscreen.hpp"
#include "tests/journeys/trace.hpp"
#include "tests/temporary_folder.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace schacht::tests {

/// What `schacht replay` makes of a program's recording.
struct Rerun {
    int status = -1;
    std::string told;
    bool packChanged = false; ///< Program::packChanges() was called
};

/// The kiosk, run as a visitor meets it: on a touchscreen, with its trace. It ends with this value.
class Program {
public:
    /// Is told how the recording of a program that ended with status 0 went when it was run again, when this goes.
    using Judge = std::function<void(const Rerun& rerun)>;

    /// program: a path (SCHACHT_PROGRAM). `--trace FILE` is added to the arguments; with a judge, `--record FILE`, too,
    /// unless they have one; the second argument is the pack then.
    [[nodiscard]] static base::Result<Program> run(const Touchscreen& screen, const std::string& program,
                                                   std::vector<std::string> arguments,
                                                   std::map<std::string, std::string> environment = {},
                                                   Judge judge = {});
    Program(Program&& other) noexcept;
    Program& operator=(Program&&) = delete;
    ~Program();

    /// The journey changes the pack while it is shown, so that nobody has what the recording begins on any more.
    void packChanges() { packChanged = true; }

    [[nodiscard]] Trace& trace() { return reported; }
    /// What it wrote to standard output and error so far.
    [[nodiscard]] std::string output() const;
    [[nodiscard]] bool running() { return process.running(); }
    /// Its exit status (128 + signal), or nothing where it still runs after `timeout` seconds.
    [[nodiscard]] std::optional<int> exitStatus(base::Seconds timeout) { return process.wait(timeout); }
    [[nodiscard]] int pid() const { return process.pid(); }
    void signal(int number) { process.signal(number); }

    /// Its proportional share of memory, in bytes (/proc/PID/smaps_rollup); 0 where it has ended.
    [[nodiscard]] std::uint64_t proportionalBytes() const { return memory("Pss:"); }
    /// What it has written and shares with nobody, whatever other programs use the same libraries; 0 where it has
    /// ended.
    [[nodiscard]] std::uint64_t ownBytes() const { return memory("Private_Dirty:"); }
    /// Seconds of processor time that it and its threads have used (/proc/PID/stat); 0 where it has ended.
    [[nodiscard]] double processorSeconds() const;
    /// Seconds since it was started, as its own trace counts them; 0 where it has ended.
    [[nodiscard]] base::Seconds age() const;
    /// How many descriptors it holds open (/proc/PID/fd), and how many threads it has; 0 where it has ended.
    [[nodiscard]] std::size_t openDescriptors() const { return entriesOf("fd"); }
    [[nodiscard]] std::size_t threads() const { return entriesOf("task"); }
    /// A library whose file is named so has been loaded (/proc/PID/maps).
    [[nodiscard]] bool hasLoaded(const std::string& library) const;

private:
    Program(TemporaryFolder&& theFolder, ChildProcess&& theProcess);
    [[nodiscard]] Rerun rerun() const;
    [[nodiscard]] std::uint64_t memory(const std::string& kind) const;
    [[nodiscard]] std::vector<double> statistics() const;
    [[nodiscard]] std::size_t entriesOf(const std::string& folder) const;

    TemporaryFolder folder;
    ChildProcess process;
    Trace reported;
    Judge judge;                      // empty: nothing is recorded
    std::vector<std::string> replays; // the command
    bool packChanged = false;
};

} // namespace schacht::tests
