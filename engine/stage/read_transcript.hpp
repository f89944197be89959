#pragma once
#include "engine/base/pack_path.hpp"
#include "engine/stage/performance.hpp"

#include <memory>
#include <string>

namespace schacht::stage {

/// The words of a file of a pack: what ReadWords asks for. Refused where the file is not in the pack, cannot be read,
/// is larger than 16 MB, or is no timed text; the problem's place is the file. Any thread.
[[nodiscard]] base::Result<std::shared_ptr<const Transcript>> readTranscript(const std::filesystem::path& pack,
                                                                             const std::string& file);

} // namespace schacht::stage
