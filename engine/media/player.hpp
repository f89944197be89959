#pragma once
#include "engine/base/film_frame.hpp"
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"
#include "engine/media/audio_output.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The room of sound and film: one player over libvlc, its state and the pictures that it decodes, a voice that reads
/// aloud, and how loud a recording is. Nothing here draws a picture or knows which item it belongs to.
namespace schacht::media {

class Frames;

using base::Seconds;

/// Names one opening of a medium, numbered by who asks for it; 0: none. Every report carries it, so that a late one
/// about what the visitor has left is never mistaken for a new one.
using OpenId = std::uint32_t;

/// What a player does.
///
///                       open            first picture or sound
///     (any phase) ───────────▶ opening ───────────────────────▶ playing ◀──play/pause──▶ paused
///                                 │  └──────(OpenRequest::paused)──────────────────────────▲
///                                 │                                 │
///                                 │ cannot be played                │ end, or OpenRequest::until
///                                 ▼                                 ▼
///     (any phase) ──close──▶   failed                             ended ──play or seek──▶ opening
///                     │
///                     └─────▶ closed
///
/// Promised: after open(r), state().open is r.open and its phase is `opening` at once; then playing or paused; ended
/// and failed are left only by open, play, seek (ended) or open (failed). No report of an earlier open follows. A phase
/// says what is so, not what was asked for: playing and paused follow play() and pause() within about 0.1 s.
enum class Phase { closed, opening, playing, paused, ended, failed };

/// As the trace and recordings write it.
[[nodiscard]] constexpr std::string_view nameOf(Phase phase) {
    switch (phase) {
    case Phase::closed:
        return "closed";
    case Phase::opening:
        return "opening";
    case Phase::playing:
        return "playing";
    case Phase::paused:
        return "paused";
    case Phase::ended:
        return "ended";
    case Phase::failed:
        return "failed";
    }
    return "";
}

struct Track {
    enum class Kind { sound, film, text };
    Kind kind = Kind::sound;
    std::string language; ///< as the file names it ("nld", "en"); empty where it does not

    bool operator==(const Track&) const = default;
};

/// All there is to know about a player, at one moment.
struct PlayerState {
    OpenId open = 0;
    Phase phase = Phase::closed;
    Seconds position = 0; ///< in the medium, at the moment `at`
    Seconds at = 0;       ///< on the clock of base::now(); ahead of it while `position` waits for what is late
    Seconds length = 0;   ///< 0 while it is not known
    double rate = 1;
    double volume = 1; ///< 0..1, of the ceiling
    bool muted = false;
    bool silent = false; ///< there is no sound device: it plays against the clock
    std::vector<Track> tracks;
    base::Size picture; ///< as it should be shown, in square pixels: turned and stretched as the file says; 0: none
    std::uint64_t newFrames = 0;          ///< pictures handed to `frames`
    std::uint64_t droppedFrames = 0;      ///< pictures that came too late, or were replaced before they were taken
    std::optional<base::Problem> problem; ///< why it failed; its place is the file

    /// Where it is at `now` (base::now()): goes on from `position` while it plays, up to the length. Within 0.1 s.
    /// While one open plays it runs backwards only by a seek.
    [[nodiscard]] Seconds positionAt(Seconds now) const;

    bool operator==(const PlayerState&) const = default;
};

struct OpenRequest {
    OpenId open = 0; ///< not 0
    std::filesystem::path file;
    Seconds from = 0;
    Seconds until = 0;   ///< it is `ended` there; 0: at the end of the file
    bool paused = false; ///< shows its first picture and waits for play()
    double rate = 1;     ///< 0.5..1.5
    /// Pixels that the film will fill on the screen: libvlc scales its pictures to them, which is the cheapest way on a
    /// software renderer. 0: they come as they are stored.
    base::Size fit = {};
    /// What the file's own metadata say of its colours, where they were probed. libvlc does not tell; without it, a
    /// film of 1280 x 720 and more is BT.709, a smaller one BT.601, as decoders do by default.
    std::optional<base::ColourMatrix> matrix = {};
    std::optional<base::ColourRange> range = {};
};

struct PlayerOptions {
    double ceiling = 1;      ///< 0..1: how loud volume 1 is, on the volume's own scale (cubic: a half is 18 dB less)
    SoundPlaces sound = {};  ///< where to look for sound devices
    std::string output = {}; ///< libvlc's audio output, for tests ("adummy", "afile"); empty: what the machine has
    std::filesystem::path recording = {}; ///< with output "afile": the WAV file that takes the sound
    bool verbose = false;                 ///< libvlc's messages go to standard error
    Seconds patience = 5;                 ///< a decoder that gives no sign of life for so long is given up
    Seconds stays = 20;                   ///< libvlc, with its 25 MB, after what it played last
};

/// Plays one medium at a time. All functions are called on the window's thread, and none waits: they say what is
/// wanted, and `state` tells what became of it.
class Player {
public:
    using Subscriber = std::function<void(const PlayerState&)>;

    virtual ~Player() = default;

    /// Plays another file, or the same anew. Of many in a row only the last one is carried out. rate and volume keep
    /// within their ranges by themselves.
    virtual void open(OpenRequest request) = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    /// To the picture or the one before it, also while paused. Of many in a row the last one counts. After the end it
    /// plays on from there.
    virtual void seek(Seconds position) = 0;
    /// 0.5..1.5, at the same pitch.
    virtual void setRate(double rate) = 0;
    /// 0..1 of the ceiling; holds for later opens too.
    virtual void setVolume(double volume) = 0;
    virtual void setMuted(bool muted) = 0;
    /// Is `closed` at once; what sounds fades out in `fade` seconds, in the background.
    virtual void close(Seconds fade) = 0;

    [[nodiscard]] virtual const PlayerState& state() const = 0;
    /// Is called at once with the present state, later by `deliver` with a changed one. Subscribers stay for good.
    virtual void subscribe(Subscriber subscriber) = 0;
    /// Brings `state` up to date and tells the subscribers, if anything changed. The loop calls it after `wake`, so a
    /// subscriber hears at most once a frame.
    virtual void deliver() = 0;
    [[nodiscard]] virtual Frames& frames() = 0;
};

/// A player over libvlc. `wake` is called on any thread, often, when there is something to `deliver` or a new picture
/// in `frames`; it must only wake the loop.
///
/// Threads: the window's calls this; one worker makes the instance of libvlc (73 ms, which nobody waits for), again
/// after it was let go because it rested, and every call to it; stopping runs on a thread for itself, which the worker
/// waits for at most `patience` seconds: what hangs then is left alone, with its memory, and the next open gets a new
/// player. libvlc's own threads (eight to twenty while it plays) report to the worker and write pictures into `frames`.
/// Destruction waits for what stops, at most `patience` seconds.
///
/// What libvlc does to the process: it reads its plugins' cache (VLC_PLUGIN_PATH), calls no setlocale, installs no
/// signal handler, blocks all signals in its threads, ignores the user's configuration (as told here), opens no X
/// connection, and writes to standard error only when `verbose`; the sound libraries below it may write there.
[[nodiscard]] std::unique_ptr<Player> createVlcPlayer(PlayerOptions options, std::function<void()> wake);

} // namespace schacht::media
