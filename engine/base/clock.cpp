#include "engine/base/clock.hpp"

#include <array>
#include <ctime>
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

std::string wallTime(const char* format) {
    const std::time_t moment = std::time(nullptr);
    std::tm local{};
    localtime_r(&moment, &local);
    std::array<char, 64> text{};
    return {text.data(), std::strftime(text.data(), text.size(), format, &local)};
}

} // namespace schacht::base
