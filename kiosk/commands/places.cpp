#include "kiosk/commands/places.hpp"

namespace schacht::kiosk {

namespace {

/// The folder of this program; empty where the system does not say.
std::filesystem::path programFolder() {
    std::error_code unknown;
    return std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
}

} // namespace

std::filesystem::path contentFolder() {
    std::error_code unknown;
    const auto installed = programFolder().parent_path() / "share/schacht";
    return std::filesystem::exists(installed / "theme.json", unknown) ? installed
                                                                      : std::filesystem::path(SCHACHT_SOURCE_CONTENT);
}

std::filesystem::path serviceContent() {
    return contentFolder() / "staff";
}

std::filesystem::path probeProgram() {
    constexpr const char* name = "schacht-probe";
    std::error_code unknown;
    const auto beside = programFolder() / name;
    return std::filesystem::exists(beside, unknown) ? beside : programFolder().parent_path() / "libexec/schacht" / name;
}

} // namespace schacht::kiosk
