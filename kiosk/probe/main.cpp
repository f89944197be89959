#include "kiosk/probe/description.hpp"
#include "kiosk/probe/levels.hpp"

#include <charconv>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace schacht::probe;
using std::chrono::milliseconds;

constexpr std::size_t mostBars = 100'000;

/// What one answer may use. The caller has a limit of time of its own, by the clock.
struct Budget {
    milliseconds within; ///< until reading ends and what was found counts
    rlim_t processor;    ///< seconds, after which the kernel ends it
};
constexpr Budget forDescription{milliseconds(5000), 8};
constexpr Budget forLevels{milliseconds(120'000), 120};

void bound(int resource, rlim_t most) {
    const rlimit limit{most, most};
    setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

/// A file can be written so as to make its decoder run away: it takes nothing else with it.
void confine(const Budget& budget) {
    prctl(PR_SET_PDEATHSIG, SIGKILL); // whoever asked is gone
    bound(RLIMIT_CORE, 0);
    bound(RLIMIT_CPU, budget.processor);
#if !defined(__SANITIZE_ADDRESS__)
    constexpr rlim_t mostMemory = rlim_t{1} << 30U;
    bound(RLIMIT_AS, mostMemory);
#endif
    av_log_set_level(AV_LOG_QUIET);
}

int answer(const Json& object) {
    std::cout << object.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
    return object.value("valid", true) ? 0 : 1;
}

int describeFile(const char* path) {
    confine(forDescription);
    const auto medium = Medium::open(path, forDescription.within);
    return answer(medium ? describe(*medium) : refused(medium.error()));
}

int measureFile(const char* path, std::size_t count) {
    confine(forLevels);
    const auto medium = Medium::open(path, forLevels.within);
    if (!medium) {
        return answer(refused(medium.error()));
    }
    const auto levels = measure(*medium, count);
    if (!levels) {
        return answer(refused(levels.error()));
    }
    Json rounded = Json::array();
    for (const double level : levels->loud) {
        rounded.push_back(std::round(level * 1000) / 1000);
    }
    return answer({{"seconds", levels->seconds}, {"levels", std::move(rounded)}});
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view command = argc > 1 ? argv[1] : "";
    if (argc == 3 && command == "describe") {
        return describeFile(argv[2]);
    }
    std::size_t count = 0;
    if (argc == 4 && command == "waveform") {
        const std::string_view text = argv[3];
        std::from_chars(text.data(), text.data() + text.size(), count);
    }
    if (count >= 1 && count <= mostBars) {
        return measureFile(argv[2], count);
    }
    std::cerr
        << "Usage: schacht-probe describe FILE\n"
           "       schacht-probe waveform FILE COUNT\n"
           "Says as JSON what a film or sound is, or how loud it is in COUNT parts, 0 to 1 (1 to 100000 parts).\n";
    return 2;
}
