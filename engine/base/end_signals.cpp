#include "engine/base/end_signals.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

namespace schacht::base {

EndSignals::EndSignals() {
    sigset_t endings{};
    sigemptyset(&endings);
    sigaddset(&endings, SIGTERM);
    sigaddset(&endings, SIGINT);
    waiting = signalfd(-1, &endings, SFD_NONBLOCK | SFD_CLOEXEC);
    pthread_sigmask(SIG_BLOCK, waiting >= 0 ? &endings : nullptr, &before);
}

EndSignals::~EndSignals() {
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (waiting >= 0) {
        close(waiting);
    }
}

bool EndSignals::came() {
    signalfd_siginfo signal{};
    while (waiting >= 0 && read(waiting, &signal, sizeof signal) > 0) {
        told = true;
    }
    return told;
}

} // namespace schacht::base
