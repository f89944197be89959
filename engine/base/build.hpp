#pragma once
#include <string_view>

/// What is decided when the program is built. Only build.cpp, which CMake writes into the build folder from
/// build.cpp.in, is compiled anew when it changes.
namespace schacht::base {

/// "0.1.0"
extern const std::string_view version;

/// Where an installed program finds what is installed with it, from its own folder, so that the whole may be moved:
/// its content, "../share/schacht", and the programs that only it starts, "../libexec/schacht".
extern const std::string_view installedContent;
extern const std::string_view installedPrograms;

} // namespace schacht::base
