#pragma once
#include "engine/base/clock.hpp"

#include <chrono>
#include <thread>

namespace schacht::tests {

/// Looks again and again until it is so, or `patience` seconds are over: a busy machine is late, not wrong.
template <class Look>
bool comes(Look look, base::Seconds patience = 30, base::Seconds between = 0.02) {
    const base::Seconds until = base::now() + patience;
    while (base::now() < until) {
        if (look()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::duration<double>(between));
    }
    return false;
}

} // namespace schacht::tests
