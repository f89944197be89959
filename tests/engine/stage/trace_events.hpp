#pragma once
#include "tests/temporary_folder.hpp"

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace schacht::tests {

/// The lines of a trace, each as the event that it is.
inline std::vector<nlohmann::json> eventsIn(const std::filesystem::path& trace) {
    std::vector<nlohmann::json> all;
    std::istringstream lines(readFile(trace));
    for (std::string line; std::getline(lines, line);) {
        all.push_back(nlohmann::json::parse(line));
    }
    return all;
}

} // namespace schacht::tests
