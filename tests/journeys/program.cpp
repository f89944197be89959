#include "tests/journeys/program.hpp"

#include <fstream>
#include <sstream>
#include <unistd.h>

namespace schacht::tests {

base::Result<Program> Program::run(const Touchscreen& screen, const std::string& program,
                                   std::vector<std::string> arguments, std::map<std::string, std::string> environment) {
    TemporaryFolder folder;
    arguments.insert(arguments.begin(), program);
    arguments.insert(arguments.end(), {"--trace", (folder.path() / "trace").string()});
    environment["DISPLAY"] = screen.display();
    environment.emplace("SPEECHD_ADDRESS", "unix_socket:" + (folder.path() / "silent").string()); // no voice by itself
    auto process = ChildProcess::start(arguments, {std::move(environment), folder.path() / "output", -1});
    if (!process) {
        return tl::unexpected(process.error());
    }
    return Program(std::move(folder), std::move(*process));
}

Program::Program(TemporaryFolder&& theFolder, ChildProcess&& theProcess)
    : folder(std::move(theFolder)), process(std::move(theProcess)), reported(folder.path() / "trace") {}

std::string Program::output() const {
    std::ostringstream text;
    text << std::ifstream(folder.path() / "output").rdbuf();
    return text.str();
}

std::uint64_t Program::proportionalBytes() const {
    std::ifstream rollup("/proc/" + std::to_string(process.pid()) + "/smaps_rollup");
    std::string word;
    while (rollup >> word) {
        if (std::uint64_t kilobytes = 0; word == "Pss:" && rollup >> kilobytes) {
            return kilobytes * 1024;
        }
    }
    return 0;
}

double Program::processorSeconds() const {
    std::ifstream stat("/proc/" + std::to_string(process.pid()) + "/stat");
    std::string line;
    std::getline(stat, line);
    const auto afterName = line.rfind(')');
    if (afterName == std::string::npos) {
        return 0;
    }
    // proc(5): after the name come field 3 (state) and so on; 14 and 15 are user and system time, in clock ticks.
    std::istringstream fields(line.substr(afterName + 1));
    std::string skipped;
    for (int field = 3; field < 14; ++field) {
        fields >> skipped;
    }
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace schacht::tests
