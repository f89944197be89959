#include "engine/input/server_clock.hpp"

#include <algorithm>

namespace schacht::input {

namespace {

constexpr base::Seconds longestWait = 1; // where every event seems to have waited longer, a clock stood still

} // namespace

std::vector<base::Seconds> ServerClock::when(const std::vector<std::uint32_t>& milliseconds, base::Seconds now) {
    std::vector<base::Seconds> times;
    std::optional<base::Seconds> least; // `now` − server's time, of the one that waited least
    for (const std::uint32_t wrapped : milliseconds) {
        last = last ? *last + static_cast<std::int32_t>(wrapped - static_cast<std::uint32_t>(*last)) : wrapped;
        times.push_back(static_cast<base::Seconds>(*last) * 1e-3);
        least = std::min(least.value_or(now - times.back()), now - times.back());
    }
    if (least) {
        ahead = std::min(ahead.value_or(*least), *least);
        ahead = *least - *ahead > longestWait ? *least : *ahead;
    }
    for (base::Seconds& time : times) {
        time = told = std::min(now, std::max(told, time + *ahead));
    }
    return times;
}

} // namespace schacht::input
