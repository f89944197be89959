#pragma once
#include "engine/base/units.hpp"

#include <mutex>
#include <thread>
#include <vector>

namespace schacht::tests {

/// Sees when the machine itself stood still: a thread that wakes every ten milliseconds and remembers when it woke
/// late. What waits meanwhile waits for the machine, not for the kiosk.
class Witness {
public:
    Witness();

    /// The longest that it was late between those moments of base::now(); 0: never by as much as 50 ms.
    [[nodiscard]] base::Seconds latest(base::Seconds from, base::Seconds until) const;

private:
    struct Late {
        base::Seconds at = 0;
        base::Seconds by = 0;
    };

    mutable std::mutex mutex;
    std::vector<Late> seen; // guarded by mutex
    std::jthread thread;
};

} // namespace schacht::tests
