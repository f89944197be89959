#include "tests/journeys/child_process.hpp"

#include "engine/base/clock.hpp"

#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace schacht::tests {

namespace {

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& more) {
    std::vector<std::string> all;
    for (char** one = environ; *one; ++one) {
        const std::string entry = *one;
        if (!more.contains(entry.substr(0, entry.find('=')))) {
            all.push_back(entry);
        }
    }
    for (const auto& [name, value] : more) {
        all.push_back(name + "=" + value);
    }
    return all;
}

std::vector<char*> pointersTo(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

/// In the child, after fork: nothing but system calls. held: the signals that it is to hold back.
[[noreturn]] void becomeProgram(char** arguments, char** environment, int output, int keepOpen, int parent,
                                const sigset_t& held) {
    for (const int ending : {SIGTERM, SIGINT}) {
        std::signal(ending, SIG_DFL); // the test's own handlers are not the program's
    }
    pthread_sigmask(SIG_SETMASK, &held, nullptr);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) {
        _exit(127);
    }
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    if (const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC); nothing >= 0) {
        dup2(nothing, STDIN_FILENO);
    }
    if (keepOpen >= 0) {
        fcntl(keepOpen, F_SETFD, 0);
    }
    execvpe(arguments[0], arguments, environment);
    _exit(127);
}

} // namespace

base::Result<ChildProcess> ChildProcess::start(const std::vector<std::string>& command, const Options& options) {
    std::vector<std::string> words = command;
    std::vector<std::string> settings = environmentWith(options.environment);
    const std::vector<char*> arguments = pointersTo(words);
    const std::vector<char*> environment = pointersTo(settings);
    const int output = open(options.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (output < 0) {
        return base::refuse("no-process", "cannot write " + options.output.string() + ": " + std::strerror(errno));
    }
    const int parent = getpid();
    sigset_t all{};
    sigset_t before{};
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); // no handler of the test runs in the child
    const int pid = fork();
    if (pid == 0) {
        becomeProgram(const_cast<char**>(arguments.data()), const_cast<char**>(environment.data()), output,
                      options.keepOpen, parent, before);
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    close(output);
    if (pid < 0) {
        return base::refuse("no-process", "cannot start " + command.front() + ": " + std::strerror(errno));
    }
    return ChildProcess(pid);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : process(std::exchange(other.process, -1)), status(std::exchange(other.status, std::nullopt)) {}

ChildProcess::~ChildProcess() {
    if (process > 0 && !status) {
        signal(SIGTERM);
        if (!wait(5)) {
            signal(SIGKILL);
            (void)wait(5);
        }
    }
}

std::optional<int> ChildProcess::wait(base::Seconds timeout) {
    const base::Seconds end = base::now() + timeout;
    while (!status) {
        int how = 0;
        if (waitpid(process, &how, WNOHANG) == process) {
            status = WIFSIGNALED(how) ? 128 + WTERMSIG(how) : WEXITSTATUS(how);
        } else if (base::now() >= end) {
            break;
        } else {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }
    return status;
}

void ChildProcess::signal(int number) {
    if (process > 0 && !wait(0)) {
        kill(process, number);
    }
}

} // namespace schacht::tests
