#pragma once
#include "tests/setting.hpp"
#include "tests/temporary_folder.hpp"

#include <ctime>
#include <iomanip>
#include <sstream>

namespace schacht::tests {

/// The wall's clock of this process and of those that it starts, set by a test: it goes on from what it shows. The
/// machine's own clock stays as it is (base::clockAhead()).
class WallClock {
public:
    WallClock() : file(folder / "ahead"), named("SCHACHT_CLOCK_AHEAD", file.string()) { ahead(0); }

    /// "2026-11-30 23:59:58", here.
    void shows(const std::string& words) const { ahead(moment(words) - std::time(nullptr)); }
    /// Seconds. At once whole, so that nobody reads half of it.
    void ahead(std::time_t seconds) const {
        writeFile(folder / "ahead.new", std::to_string(seconds));
        std::filesystem::rename(folder / "ahead.new", file);
    }
    [[nodiscard]] static std::time_t moment(const std::string& words) {
        std::tm local{};
        std::istringstream(words) >> std::get_time(&local, "%Y-%m-%d %H:%M:%S");
        local.tm_isdst = -1;
        return std::mktime(&local);
    }

private:
    TemporaryFolder folder;
    std::filesystem::path file;
    Setting named;
};

} // namespace schacht::tests
