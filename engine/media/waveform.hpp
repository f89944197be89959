#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/tasks.hpp"
#include "engine/base/units.hpp"
#include "engine/media/probe.hpp"
#include "engine/media/waveform_cache.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace schacht::media {

/// Decodes the sound of a file once, by the probe, and says how loud it is along its length. Waits for that: on a task,
/// never on the thread that draws. Refused as Probe::ask(), or with "medium" and a sentence where there is no sound.
[[nodiscard]] base::Result<Waveform> measureWaveform(const Probe& probe, const std::filesystem::path& file,
                                                     const std::stop_token& stop = {});

/// As measureWaveform(), from the cache where it holds it; it is kept there afterwards.
[[nodiscard]] base::Result<Waveform> waveformOf(const Probe& probe, const WaveformCache& cache,
                                                const std::filesystem::path& file, const std::stop_token& stop = {});

/// Waveforms for who draws: asked for on its thread, found on a task, told by `arrived`.
class Waveforms {
public:
    struct Arrival {
        std::string file; ///< as it was asked for
        base::Result<Waveform> waveform;
    };

    /// pack: the folder that files are in. arrived: called on a task's thread; posts to a mailbox. tasks: must be over
    /// before what `arrived` uses is.
    Waveforms(std::filesystem::path pack, Probe probe, WaveformCache cache, base::Tasks& tasks,
              std::function<void(Arrival)> arrived);

    /// file: a path in the pack. Arrives once for each call. The owner's thread. Returns at once.
    void ask(const std::string& file);

private:
    struct Shared; // what tasks use, which may be over after this is
    std::shared_ptr<const Shared> shared;
    base::Tasks& tasks;
};

} // namespace schacht::media
