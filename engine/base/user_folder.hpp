#pragma once
#include <filesystem>

namespace schacht::base {

/// The program's own folder of a kind, as the XDG Base Directory Specification has it: "schacht" in the folder that the
/// environment's `variable` names ("XDG_CACHE_HOME"), else below the home folder (".cache"); one in /tmp where there is
/// no home. It need not be there.
[[nodiscard]] std::filesystem::path userFolder(const char* variable, const char* belowHome);

} // namespace schacht::base
