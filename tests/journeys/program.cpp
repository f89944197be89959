#include "tests/journeys/program.hpp"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <unistd.h>
#include <utility>

namespace schacht::tests {

base::Result<Program> Program::run(const Touchscreen& screen, const std::string& program,
                                   std::vector<std::string> arguments, std::map<std::string, std::string> environment,
                                   Judge judge) {
    TemporaryFolder folder;
    std::vector<std::string> replays;
    if (judge) {
        const auto record = std::find(arguments.begin(), arguments.end(), "--record");
        const std::string file = record != arguments.end() ? *(record + 1) : (folder.path() / "recording").string();
        replays = {program, "replay", file, arguments.at(1)};
        if (record == arguments.end()) {
            arguments.insert(arguments.end(), {"--record", file});
        }
    }
    arguments.insert(arguments.begin(), program);
    arguments.insert(arguments.end(), {"--trace", (folder.path() / "trace").string()});
    environment["DISPLAY"] = screen.display();
    environment.emplace("SPEECHD_ADDRESS", "unix_socket:" + (folder.path() / "silent").string()); // no voice by itself
    environment.emplace("XDG_STATE_HOME", folder.path().string()); // its log, where nothing else is said
    auto process = ChildProcess::start(arguments, {std::move(environment), folder.path() / "output", -1});
    if (!process) {
        return tl::unexpected(process.error());
    }
    Program made(std::move(folder), std::move(*process));
    made.judge = std::move(judge);
    made.replays = std::move(replays);
    return made;
}

Program::Program(TemporaryFolder&& theFolder, ChildProcess&& theProcess)
    : folder(std::move(theFolder)), process(std::move(theProcess)), reported(folder.path() / "trace") {}

Program::Program(Program&& other) noexcept
    : folder(std::move(other.folder)), process(std::move(other.process)), reported(std::move(other.reported)),
      judge(std::exchange(other.judge, nullptr)), replays(std::move(other.replays)), packChanged(other.packChanged) {}

Program::~Program() {
    if (!judge || std::uncaught_exceptions() > 0) { // the journey has failed already
        return;
    }
    constexpr base::Seconds patience = 20;
    process.signal(SIGTERM);
    if (process.wait(patience) == 0) {
        judge(rerun());
    }
}

Rerun Program::rerun() const {
    constexpr base::Seconds patience = 60;
    const auto told = folder.path() / "rerun";
    auto replay = ChildProcess::start(replays, {{}, told, -1});
    const int status = replay ? replay->wait(patience).value_or(-1) : -1;
    return {status, readFile(told), packChanged};
}

std::string Program::output() const {
    std::ostringstream text;
    text << std::ifstream(folder.path() / "output").rdbuf();
    return text.str();
}

std::uint64_t Program::memory(const std::string& kind) const {
    std::ifstream rollup("/proc/" + std::to_string(process.pid()) + "/smaps_rollup");
    std::string word;
    while (rollup >> word) {
        if (std::uint64_t kilobytes = 0; word == kind && rollup >> kilobytes) {
            return kilobytes * 1024;
        }
    }
    return 0;
}

/// The numbers of proc(5)'s /proc/PID/stat from field 4 on, those after the program's name and its state; or none.
std::vector<double> Program::statistics() const {
    std::ifstream stat("/proc/" + std::to_string(process.pid()) + "/stat");
    std::string line;
    std::getline(stat, line);
    const auto afterName = line.rfind(')');
    std::vector<double> numbers;
    if (afterName != std::string::npos) {
        std::istringstream fields(line.substr(afterName + 1));
        std::string state;
        fields >> state;
        std::copy(std::istream_iterator<double>(fields), {}, std::back_inserter(numbers));
    }
    return numbers;
}

double Program::processorSeconds() const {
    constexpr std::size_t user = 14 - 4; // in clock ticks; the system's follow
    const auto numbers = statistics();
    return numbers.size() <= user + 1 ? 0
                                      : (numbers[user] + numbers[user + 1]) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

base::Seconds Program::age() const {
    constexpr std::size_t start = 22 - 4; // in clock ticks since the machine was started
    const auto numbers = statistics();
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return numbers.size() <= start ? 0
                                   : static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9 -
                                         numbers[start] / static_cast<double>(sysconf(_SC_CLK_TCK));
}

bool Program::hasLoaded(const std::string& library) const {
    std::ifstream maps("/proc/" + std::to_string(process.pid()) + "/maps");
    for (std::string line; std::getline(maps, line);) {
        if (line.find("/" + library) != std::string::npos) {
            return true;
        }
    }
    return false;
}

std::size_t Program::entriesOf(const std::string& name) const {
    std::error_code gone;
    const std::filesystem::directory_iterator entries("/proc/" + std::to_string(process.pid()) + "/" + name, gone);
    return gone ? 0 : static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

} // namespace schacht::tests
