#pragma once
#include "engine/base/units.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace schacht::media {

/// How loud a recording is along its length, as bars of the same length in time. Silence is 0 throughout, else the
/// loudest bar is 255 and the others are as high as they are loud to an ear (kiosk/probe/levels.hpp says how).
struct Waveform {
    static constexpr std::size_t bars = 512; ///< of every waveform that is measured

    base::Seconds seconds = 0; ///< of the recording
    std::vector<std::uint8_t> levels;
    bool operator==(const Waveform&) const = default;
};

/// Waveforms on disk, by what is in the file they are of: a recording that was changed is measured again. One that is
/// damaged, or made by another version of this, is a miss and is deleted. Any thread; several processes may use one
/// folder.
class WaveformCache {
public:
    static constexpr std::size_t usualLimit = 4000; ///< waveforms, of about 600 bytes

    /// folder: the kiosk's cache; entries go into its "waveforms", made when something is first kept. limit: the
    /// waveforms unused for longest go first.
    explicit WaveformCache(std::filesystem::path folder, std::size_t limit = usualLimit);

    /// content: by fingerprint(). Touches the entry, so that it is kept longer.
    [[nodiscard]] std::optional<Waveform> find(std::uint64_t content) const;
    /// Failure to write (disk full, no permission) is not an error: it is measured again next time.
    void keep(std::uint64_t content, const Waveform& waveform) const;

    /// A hash of the file's bytes (FNV-1a over words of 64 bits); 0 where it cannot be read or `stop` was asked for:
    /// nothing is found or kept of that.
    [[nodiscard]] static std::uint64_t fingerprint(const std::filesystem::path& file, const std::stop_token& stop = {});

private:
    void trim() const;

    std::filesystem::path folder; // constant after construction
    std::size_t limit;            // constant after construction
};

} // namespace schacht::media
