#include "kiosk/commands/prepare_waveforms.hpp"

#include "engine/base/pack_path.hpp"
#include "engine/media/waveform.hpp"
#include "kiosk/production/places.hpp"

#include <ostream>

namespace schacht::kiosk {

int prepareWaveforms(const std::filesystem::path& pack, const std::vector<std::string>& files,
                     const std::filesystem::path& cacheFolder, std::ostream& out) {
    if (files.empty()) {
        return 0;
    }
    const auto folder = base::PackFolder::open(pack);
    const media::Probe probe(probeProgram());
    const media::WaveformCache cache(cacheFolder);
    std::size_t ready = 0;
    for (const std::string& file : files) {
        const auto path = folder ? folder->locate(file) : tl::unexpected(folder.error());
        const auto waveform =
            path ? media::waveformOf(probe, cache, *path) : base::Result<media::Waveform>(tl::unexpected(path.error()));
        if (waveform) {
            ++ready;
        } else {
            out << file << ": " << waveform.error().message << '\n';
        }
    }
    out << (ready == 1 ? "1 recording is ready.\n" : std::to_string(ready) + " recordings are ready.\n");
    return ready == files.size() ? 0 : 1;
}

} // namespace schacht::kiosk
