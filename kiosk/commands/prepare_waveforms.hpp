#pragma once
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace schacht::kiosk {

/// `schacht prepare PACK`, of its recordings: measures how loud each is, so that its waveform is in the kiosk's cache
/// folder before the first visitor listens. One after another, on this thread.
/// files: in the pack. out: one line for each that cannot be measured, then one sentence. Returns the exit status: 0
/// all are ready, 1 some cannot be measured.
[[nodiscard]] int prepareWaveforms(const std::filesystem::path& pack, const std::vector<std::string>& files,
                                   const std::filesystem::path& cacheFolder, std::ostream& out);

} // namespace schacht::kiosk
