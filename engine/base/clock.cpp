#include "engine/base/clock.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace schacht::base {

namespace {

double bootSeconds() {
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// When this process was started, in seconds since boot: field 22 of /proc/self/stat (proc(5)), in clock ticks.
double startSeconds() {
    std::ifstream stat("/proc/self/stat");
    std::string line;
    std::getline(stat, line);
    const auto afterName = line.rfind(')');
    if (afterName == std::string::npos) {
        return bootSeconds();
    }
    std::istringstream fields(line.substr(afterName + 2));
    std::string field;
    for (int i = 3; i <= 22; ++i) {
        fields >> field;
    }
    return std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

Seconds now() {
    static const double start = startSeconds();
    return bootSeconds() - start;
}

std::time_t clockAhead() {
    const char* const named = std::getenv("SCHACHT_CLOCK_AHEAD");
    std::time_t seconds = 0;
    return named != nullptr && std::ifstream(named) >> seconds ? seconds : 0;
}

std::time_t wallClock() {
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time); // not time(), which is late by up to a tick after a timer has gone off
    return time.tv_sec + clockAhead();
}

std::string wallTime(const char* format, std::time_t moment) {
    tzset(); // the zone may have been changed; localtime_r() alone keeps the first one
    std::tm local{};
    localtime_r(&moment, &local);
    std::array<char, 64> text{};
    return {text.data(), std::strftime(text.data(), text.size(), format, &local)};
}

std::string dayOf(std::time_t moment) {
    return wallTime("%Y-%m-%d", moment);
}

std::string today() {
    return dayOf(wallClock());
}

} // namespace schacht::base
