#include "engine/base/end_signals.hpp"

#include "tests/catch.hpp"

#include <poll.h>
#include <pthread.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace schacht::base;

namespace {

bool isReadable(const EndSignals& signals) {
    pollfd one{signals.descriptor(), POLLIN, 0};
    return poll(&one, 1, 0) == 1;
}

bool isHeldBack(int signal) {
    sigset_t present{};
    pthread_sigmask(SIG_SETMASK, nullptr, &present);
    return sigismember(&present, signal) == 1;
}

} // namespace

TEST_CASE("a signal that asks the program to end waits until it is asked for, and stays told") {
    for (const int signal : {SIGTERM, SIGINT}) {
        INFO(signal);
        EndSignals signals;
        CHECK_FALSE(isReadable(signals));
        CHECK_FALSE(signals.came());
        kill(getpid(), signal);
        CHECK(isReadable(signals));
        CHECK(signals.came());
        CHECK_FALSE(isReadable(signals));
        CHECK(signals.came());
    }
}

TEST_CASE("threads that are started while the end's signals are held back hold them back too", "[threads]") {
    const EndSignals signals;
    bool both = false;
    std::thread([&both] { both = isHeldBack(SIGTERM) && isHeldBack(SIGINT); }).join();
    CHECK(both);
}

TEST_CASE("once nobody holds the end's signals back, they end the program again, also one that came before") {
    CHECK_FALSE(isHeldBack(SIGTERM));
    const pid_t child = fork();
    if (child == 0) {
        {
            const EndSignals signals;
            raise(SIGTERM);
        }
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGTERM);
}
