#pragma once
#include <csignal>

namespace schacht::base {

/// SIGTERM and SIGINT as news for poll(). While this lives they do not end the program: they wait until they are asked
/// for, so that none is lost, whenever it comes. That holds for the thread that makes it and for those that are started
/// from there later: make it before any other thread. A program that is started meanwhile inherits it, unless whoever
/// starts it gives it another mask. One thread.
class EndSignals {
public:
    /// Where the system has no descriptor left, nothing changes: the signals end the program at once.
    EndSignals();
    /// From here on they end the program again, also one that nobody has asked for.
    ~EndSignals();
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;

    /// For poll(): readable when came() has not told of a signal yet. Below 0: there is none.
    [[nodiscard]] int descriptor() const { return waiting; }
    /// Whether one has come since this was made.
    [[nodiscard]] bool came();

private:
    sigset_t before{}; ///< what this thread held back without it
    int waiting = -1;
    bool told = false;
};

} // namespace schacht::base
