#include "engine/input/server_clock.hpp"

#include <algorithm>

namespace schacht::input {

namespace {

constexpr base::Seconds longestWait = 1; // an event that seems to have waited longer shows that a clock stood still

} // namespace

base::Seconds ServerClock::when(std::uint32_t milliseconds, base::Seconds now) {
    const std::int64_t unwrapped =
        last ? *last + static_cast<std::int32_t>(milliseconds - static_cast<std::uint32_t>(*last)) : milliseconds;
    last = unwrapped;
    const base::Seconds server = static_cast<base::Seconds>(unwrapped) * 1e-3;
    ahead = std::min(ahead.value_or(now - server), now - server);
    if (now - (server + *ahead) > longestWait) {
        ahead = now - server;
    }
    told = std::min(now, std::max(told, server + *ahead));
    return told;
}

} // namespace schacht::input
