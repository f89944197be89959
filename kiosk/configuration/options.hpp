#pragma once
#include "kiosk/configuration/configuration.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

namespace schacht::kiosk {

/// Where each value of a configuration comes from, by its key ("access.textSize"); a key that is not there has the
/// value that is built in.
using Origins = std::map<std::string, std::string>;

/// Every key of a configuration but its pack, as an option: volumeCeiling is --volume-ceiling, and what is true or
/// false has a --no-… too. Lives as long as the commands that they were added to.
class ConfigurationOptions {
public:
    void addTo(CLI::App& command);
    /// Lays what the command line says over a configuration, once it is parsed.
    void layOver(Configuration& configuration, Origins& origins) const;

private:
    Configuration said;
    std::vector<std::pair<std::string, CLI::Option*>> options; ///< by key
};

/// "--volume-ceiling", of a key.
[[nodiscard]] std::string optionName(std::string_view key);

} // namespace schacht::kiosk
