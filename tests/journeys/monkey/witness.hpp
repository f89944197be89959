#pragma once
#include "engine/base/units.hpp"
#include "tests/journeys/program.hpp"

#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace schacht::tests {

/// Sees how long the kiosk had to wait for the machine: a thread that looks every ten milliseconds. It looks how late
/// it woke itself, and how long a thread of the kiosk stood ready without a core (/proc/PID/task/TID/schedstat), as far
/// as programs other than the kiosk were running meanwhile (/proc/stat): where the kiosk has the machine to itself, it
/// waits for nobody.
class Witness {
public:
    /// kiosk: outlives this.
    explicit Witness(const Program& kiosk);

    /// Seconds between those moments of base::now() that the kiosk waited for the machine.
    [[nodiscard]] base::Seconds waited(base::Seconds from, base::Seconds until) const;

private:
    struct Look {
        base::Seconds from = 0;
        base::Seconds until = 0;
        base::Seconds waited = 0;
    };
    /// What is counted since the machine, or the kiosk, was started; seconds.
    struct Counts {
        base::Seconds at = 0;
        std::map<int, base::Seconds> ready; ///< by thread: without a core
        base::Seconds busy = 0;             ///< of all cores, for anyone
        base::Seconds own = 0;              ///< of all cores, for the kiosk
    };
    [[nodiscard]] static Counts count(int kiosk);
    [[nodiscard]] static Look between(const Counts& before, const Counts& after);

    mutable std::mutex mutex;
    std::vector<Look> looks; // guarded by mutex
    std::jthread thread;
};

} // namespace schacht::tests
