#include "kiosk/commands/inspect_child.hpp"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <poll.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SCHACHT_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SCHACHT_ADDRESS_SANITIZER 1
#endif
#endif

namespace schacht::kiosk {
namespace {

using Work = std::function<int(const std::function<void(const std::string&)>&, std::string&)>;
using Clock = std::chrono::steady_clock;

constexpr std::string_view separator("\0", 1); // between what was sent early and what was sent at last

void bound(int resource, rlim_t most) {
    const rlimit limit{most, most};
    setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

void sendAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = write(descriptor, bytes.data(), bytes.size());
        if (sent < 0 && errno != EINTR) {
            return;
        }
        bytes.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
    }
}

/// Never returns: the child leaves without the parent's destructors and buffers.
[[noreturn]] void beChild(int descriptor, const Work& work, const ChildLimits& limits) {
    bound(RLIMIT_CORE, 0);
    bound(RLIMIT_FSIZE, 0);
    bound(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds) + 1);
#ifndef SCHACHT_ADDRESS_SANITIZER
    bound(RLIMIT_AS, limits.memory);
#endif
    std::signal(SIGXFSZ, SIG_IGN); // a library that tries to write is told so, and lives
    for (const int deadly : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL}) {
        std::signal(deadly, SIG_DFL); // the parent reports it
    }
    try {
        std::string last;
        const int status = work([&](const std::string& early) { sendAll(descriptor, early); }, last);
        sendAll(descriptor, std::string(separator) + last);
        _exit(status);
    } catch (...) {
        _exit(127);
    }
}

int millisecondsUntil(Clock::time_point deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return left > 0 ? static_cast<int>(left) + 1 : 0;
}

/// False where the deadline came first.
bool receive(int descriptor, std::string& all, Clock::time_point deadline) {
    std::string part(std::size_t{64} << 10U, '\0');
    for (;;) {
        pollfd waiting{descriptor, POLLIN, 0};
        const int ready = poll(&waiting, 1, millisecondsUntil(deadline));
        if (ready == 0) {
            return false;
        }
        const ssize_t got = ready > 0 ? read(descriptor, part.data(), part.size()) : -1;
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return true;
        }
        all.append(part.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    }
}

ChildReport reportOf(const std::string& all, bool inTime, int status) {
    ChildReport report;
    const auto end = all.find(separator);
    report.first = all.substr(0, end);
    if (!inTime) {
        report.end = ChildReport::End::tooLong;
    } else if (WIFEXITED(status) && WEXITSTATUS(status) <= 100 && end != std::string::npos) {
        report.end = ChildReport::End::finished;
        report.status = WEXITSTATUS(status);
        report.rest = all.substr(end + 1);
    }
    return report;
}

ChildReport runHere(const Work& work) {
    ChildReport report;
    report.status = work([&](const std::string& early) { report.first += early; }, report.rest);
    report.end = ChildReport::End::finished;
    return report;
}

} // namespace

ChildReport runInChild(const Work& work, const ChildLimits& limits) {
    int ends[2] = {-1, -1};
    if (pipe(ends) != 0) {
        return runHere(work);
    }
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        beChild(ends[1], work, limits);
    }
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return runHere(work);
    }
    std::string all;
    const auto deadline = Clock::now() + std::chrono::milliseconds(static_cast<int>(limits.seconds * 1000));
    const bool inTime = receive(ends[0], all, deadline);
    close(ends[0]);
    kill(child, SIGKILL); // also where it hangs after its last word
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return reportOf(all, inTime, status);
}

} // namespace schacht::kiosk
