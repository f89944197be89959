#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace schacht::tests {

/// A program that runs beside the test and is ended with it, even where the test dies.
class ChildProcess {
public:
    struct Options {
        std::map<std::string, std::string> environment; ///< added to this process's own
        std::filesystem::path output = "/dev/null";     ///< takes standard output and error
        int keepOpen = -1;                              ///< a descriptor that the child inherits
    };
    /// command: the program (found as a shell finds it) and its arguments. Refused ("no-process") where it cannot be
    /// started; a program that is not there ends with status 127.
    [[nodiscard]] static base::Result<ChildProcess> start(const std::vector<std::string>& command,
                                                          const Options& options);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    /// SIGTERM, then SIGKILL after five seconds.
    ~ChildProcess();

    [[nodiscard]] int pid() const { return process; }
    [[nodiscard]] bool running() { return !wait(0); }
    /// Its exit status (128 + the signal that ended it), or nothing where it still runs after `timeout` seconds.
    [[nodiscard]] std::optional<int> wait(base::Seconds timeout);
    /// Nothing happens where it has ended.
    void signal(int number);

private:
    explicit ChildProcess(int pid) : process(pid) {}

    int process = -1;
    std::optional<int> status;
};

} // namespace schacht::tests
