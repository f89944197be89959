#include "engine/base/user_folder.hpp"

#include <cstdlib>
#include <string>
#include <unistd.h>

namespace schacht::base {

std::filesystem::path userFolder(const char* variable, const char* belowHome) {
    namespace fs = std::filesystem;
    if (const char* named = std::getenv(variable); named != nullptr && fs::path(named).is_absolute()) {
        return fs::path(named) / "schacht";
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && fs::path(home).is_absolute()) {
        return fs::path(home) / belowHome / "schacht";
    }
    return fs::path("/tmp") / ("schacht-" + std::to_string(getuid()));
}

} // namespace schacht::base
