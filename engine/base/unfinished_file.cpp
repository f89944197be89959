#include "engine/base/unfinished_file.hpp"

#include <atomic>
#include <string>
#include <unistd.h>

namespace schacht::base {

std::filesystem::path unfinishedBeside(const std::filesystem::path& file) {
    static std::atomic<unsigned> count = 0;
    std::filesystem::path unfinished = file;
    unfinished += "." + std::to_string(getpid()) + "." + std::to_string(++count) + unfinishedEnding;
    return unfinished;
}

} // namespace schacht::base
