#pragma once
#include <filesystem>
#include <string>

namespace schacht::media {

/// Where a machine shows that it can sound. (Where its sound server listens, the environment says: PULSE_SERVER,
/// PULSE_RUNTIME_PATH, XDG_RUNTIME_DIR.)
struct SoundPlaces {
    std::filesystem::path devices = "/dev/snd"; ///< ALSA's devices: pcmC0D0p is one that plays
};

/// libvlc's audio output for this machine, now: "pulse" where PulseAudio or PipeWire listens, "alsa" where a device
/// plays, and `silentOutput` where neither is there. Looks at the disk and knocks at a local socket; any thread.
[[nodiscard]] std::string chooseAudioOutput(const SoundPlaces& places);

/// The output that makes no sound and only keeps time.
inline constexpr const char* silentOutput = "adummy";

} // namespace schacht::media
