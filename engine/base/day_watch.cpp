#include "engine/base/day_watch.hpp"

#include "engine/base/clock.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace schacht::base {

std::time_t nextDay(std::time_t moment) {
    constexpr std::time_t longest = std::time_t{2} * 24 * 60 * 60; // longer than any day
    const std::string day = dayOf(moment);
    std::time_t same = moment;
    std::time_t later = moment + longest;
    while (later - same > 1) { // no sum is right everywhere: some zones leave out an hour at midnight, or a whole day
        const std::time_t middle = same + (later - same) / 2;
        (dayOf(middle) == day ? same : later) = middle;
    }
    return later;
}

DayWatch::DayWatch(const std::filesystem::path& zone)
    : timer(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)), files(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      all(epoll_create1(EPOLL_CLOEXEC)) {
    for (const int one : {timer, files}) {
        epoll_event wanted{};
        wanted.events = EPOLLIN;
        epoll_ctl(all, EPOLL_CTL_ADD, one, &wanted);
    }
    watch(zone);
    if (const char* const ahead = std::getenv("SCHACHT_CLOCK_AHEAD")) {
        watch(ahead);
    }
    arm();
}

DayWatch::~DayWatch() {
    close(all);
    close(files);
    close(timer);
}

/// By its folder: it is written by a new file that takes its name.
void DayWatch::watch(const std::filesystem::path& file) const {
    inotify_add_watch(files, file.parent_path().c_str(), IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO);
}

void DayWatch::arm() const {
    std::time_t armed = 0;
    for (std::time_t next = 0; (next = nextDay(wallClock()) - clockAhead()) != armed; armed = next) {
        itimerspec midnight{};
        midnight.it_value.tv_sec = next;
        timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &midnight, nullptr);
    } // and again where the clock was set meanwhile
}

std::optional<std::string> DayWatch::news() {
    std::uint64_t times = 0;
    (void)!read(timer, &times, sizeof times); // fails with ECANCELED where the clock was set: that is news, too
    alignas(inotify_event) std::array<char, 4096> changes{};
    while (read(files, changes.data(), changes.size()) > 0) {
    }
    arm();
    std::string day = today();
    if (day == told) {
        return std::nullopt;
    }
    told = day;
    return day;
}

} // namespace schacht::base
