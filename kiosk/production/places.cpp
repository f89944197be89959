#include "kiosk/production/places.hpp"

#include "engine/base/build.hpp"

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
    const auto built = std::filesystem::canonical(programFolder() / "content", unknown);
    return unknown ? (programFolder() / base::installedContent).lexically_normal() : built;
}

std::filesystem::path serviceContent() {
    return contentFolder() / "staff";
}

std::filesystem::path probeProgram() {
    constexpr const char* name = "schacht-probe";
    std::error_code unknown;
    const auto beside = programFolder() / name;
    return std::filesystem::exists(beside, unknown)
               ? beside
               : (programFolder() / base::installedPrograms / name).lexically_normal();
}

} // namespace schacht::kiosk
