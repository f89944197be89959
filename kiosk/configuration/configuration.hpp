#pragma once
#include "engine/base/problem.hpp"
#include "kiosk/configuration/access.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// What a museum sets for one kiosk: its file, its options on the command line, its PIN, and how high it hangs. It
/// knows neither visits nor packs.
namespace schacht::kiosk {

/// How one kiosk in one room shows a pack: what staff write in its configuration file.
struct Configuration {
    std::string pack;                   ///< folder, from the file's own; empty: the command names it
    std::vector<std::string> languages; ///< offered, the first begins; empty: all there are
    double idle = 60;                   ///< seconds
    double answer = 20;                 ///< seconds
    double diagonal = 0;                ///< inches; 0: as the screen says
    std::string orientation;            ///< one of graphics::orientationNames; empty: as the screen is set
    std::string renderer = "auto";      ///< one of graphics::rendererNames
    double mount = -1;                  ///< millimetres from the floor to the glass's lower edge; < 0: not known
    int volume = 4;                     ///< 0..7: how loud a visit begins
    double volumeCeiling = 1;           ///< 0..1: as loud as it can become
    double budget = 0;                  ///< megabytes for pictures and words; 0: four screens full of pixels
    std::string cache;                  ///< folder, from the file's own; empty: the user's
    double cacheLimit = 2000;           ///< megabytes that it may hold
    std::string log;                    ///< file, from the file's own folder; empty: base::usualLogFile()
    double logLimit = 5;                ///< megabytes, of each of five files
    std::string logLevel = "info";      ///< one of base::logLevelNames
    std::string headphones;             ///< the input device of the headphones' jack; empty: none is watched
    std::string pin;                    ///< as keptPin() makes it; empty: there is no service menu
    visitor::Access access;             ///< what every visitor begins with
};

struct ConfigurationReading {
    Configuration configuration; ///< a value that is wrong is as if it were not there
    std::vector<base::Problem> problems;
    std::map<std::string, int> lines; ///< of the keys whose values hold, "access.textSize": the line that they stand on
};

/// Reads a configuration file. Refused where it cannot be read, or is no JSON object; the codes are those of packs.
[[nodiscard]] base::Result<ConfigurationReading> readConfiguration(const std::filesystem::path& file);
/// The same of the text that such a file holds; `file` only names it in problems.
[[nodiscard]] base::Result<ConfigurationReading> parseConfiguration(std::string text, const std::string& file);

} // namespace schacht::kiosk
