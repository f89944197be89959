#include "tests/journeys/monkey/witness.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>
#include <chrono>

namespace schacht::tests {

namespace {

constexpr base::Seconds nap = 0.010;
constexpr base::Seconds worthTelling = 0.050;

} // namespace

Witness::Witness()
    : thread([this](const std::stop_token& stop) {
          while (!stop.stop_requested()) {
              const base::Seconds due = base::now() + nap;
              std::this_thread::sleep_for(std::chrono::duration<double>(nap));
              const base::Seconds woke = base::now();
              if (woke - due > worthTelling) {
                  const std::lock_guard lock(mutex);
                  seen.push_back({woke, woke - due});
              }
          }
      }) {}

base::Seconds Witness::latest(base::Seconds from, base::Seconds until) const {
    const std::lock_guard lock(mutex);
    base::Seconds most = 0;
    for (const Late& late : seen) {
        if (late.at >= from && late.at - late.by <= until) {
            most = std::max(most, late.by);
        }
    }
    return most;
}

} // namespace schacht::tests
