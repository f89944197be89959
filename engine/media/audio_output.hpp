#pragma once
#include <filesystem>
#include <string>

namespace schacht::media {

/// Where a machine shows that it can sound.
struct SoundPlaces {
    std::filesystem::path devices = "/dev/snd"; ///< ALSA's devices: pcmC0D0p is one that plays
    /// PulseAudio's or PipeWire's socket; empty: where PULSE_SERVER, PULSE_RUNTIME_PATH or XDG_RUNTIME_DIR say.
    std::filesystem::path server;
};

/// libvlc's audio output for this machine, now: "pulse" where a sound server listens, "alsa" where a device plays, and
/// "adummy", which only keeps time, where neither is there. Looks at the disk; any thread.
[[nodiscard]] std::string chooseAudioOutput(const SoundPlaces& places);

/// The output that makes no sound.
inline constexpr const char* silentOutput = "adummy";

} // namespace schacht::media
