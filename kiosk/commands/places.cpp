#include "kiosk/commands/places.hpp"

#include <array>
#include <ctime>

namespace schacht::kiosk {

std::filesystem::path contentFolder() {
    std::error_code unknown;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    const auto installed = program.parent_path().parent_path() / "share/schacht";
    return !unknown && std::filesystem::exists(installed / "theme.json", unknown)
               ? installed
               : std::filesystem::path(SCHACHT_SOURCE_CONTENT);
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
    return text.data();
}

} // namespace schacht::kiosk
