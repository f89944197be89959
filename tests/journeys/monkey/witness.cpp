#include "tests/journeys/monkey/witness.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace schacht::tests {

namespace {

constexpr base::Seconds nap = 0.010;
constexpr int napsEachLook = 10; // the cores' time is counted in hundredths of a second

/// Of all cores together, since the machine was started: all that is not idle (proc(5), /proc/stat).
base::Seconds busySeconds() {
    std::ifstream stat("/proc/stat");
    std::string name;
    double user = 0;
    double nice = 0;
    double system = 0;
    double idle = 0;
    double disk = 0;
    double interrupts = 0;
    double soft = 0;
    double stolen = 0;
    stat >> name >> user >> nice >> system >> idle >> disk >> interrupts >> soft >> stolen;
    return (user + nice + system + interrupts + soft + stolen) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

Witness::Witness(const Program& kiosk)
    : thread([this, pid = kiosk.pid()](const std::stop_token& stop) {
          Counts before = count(pid);
          while (!stop.stop_requested()) {
              base::Seconds late = 0;
              for (int i = 0; i < napsEachLook; ++i) {
                  const base::Seconds due = base::now() + nap;
                  std::this_thread::sleep_for(std::chrono::duration<double>(nap));
                  late = std::max(late, base::now() - due);
              }
              Counts after = count(pid);
              Look look = between(before, after);
              look.waited = std::max(look.waited, late);
              before = std::move(after);
              const std::lock_guard lock(mutex);
              looks.push_back(look);
          }
      }) {}

Witness::Counts Witness::count(int kiosk) {
    Counts counts;
    counts.at = base::now();
    counts.busy = busySeconds();
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(kiosk) + "/task", gone)) {
        std::ifstream statistics(task.path() / "schedstat"); // nanoseconds on a core, and ready without one
        double ran = 0;
        double ready = 0;
        if (statistics >> ran >> ready) {
            counts.ready[std::stoi(task.path().filename())] = ready * 1e-9;
            counts.own += ran * 1e-9;
        }
    }
    return counts;
}

/// The thread that waited longest, and no longer than others ran.
Witness::Look Witness::between(const Counts& before, const Counts& after) {
    Look look{before.at, after.at, 0};
    for (const auto& [id, ready] : after.ready) {
        if (const auto known = before.ready.find(id); known != before.ready.end()) {
            look.waited = std::max(look.waited, ready - known->second);
        }
    }
    const base::Seconds others = after.busy - before.busy - std::max(0.0, after.own - before.own);
    look.waited = std::clamp(look.waited, 0.0, std::max(0.0, std::min(others, after.at - before.at)));
    return look;
}

base::Seconds Witness::waited(base::Seconds from, base::Seconds until) const {
    const std::lock_guard lock(mutex);
    base::Seconds all = 0;
    for (const Look& look : looks) {
        if (const base::Seconds shared = std::min(until, look.until) - std::max(from, look.from); shared > 0) {
            all += std::min(shared, look.waited);
        }
    }
    return std::min(all, until - from);
}

} // namespace schacht::tests
