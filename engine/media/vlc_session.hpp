#pragma once
#include "engine/media/frames.hpp"
#include "engine/media/player.hpp"
#include "engine/media/switchboard.hpp"
#include "engine/media/vlc_instance.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <vector>
#include <vlc/vlc.h>

namespace schacht::media {

class FrameExchange;

/// What one session of libvlc plays, and how it begins.
struct SessionPlan {
    std::uint64_t session = 0; ///< numbers the sessions of a player
    std::uint64_t opens = 0;   ///< whose pictures these are (Frames::show)
    std::filesystem::path file;
    std::string demuxer; ///< as Container names it
    Seconds from = 0;
    Seconds leadIn = 0;   ///< so much before `from` it begins
    bool paused = false;  ///< its pictures up to the first sure one are shown until `resume`
    bool running = false; ///< with `paused`: it is a film, so it plays until that picture is there
    double rate = 1;
    int volume = 100; ///< percent, as libvlc counts
    bool muted = false;
    std::string output; ///< libvlc's audio output
    base::Size fit;     ///< pixels, 0: as stored
    std::optional<base::ColourMatrix> matrix;
    std::optional<base::ColourRange> range;
};

/// One medium in one media player of libvlc, from its opening to its end. Reports to the switchboard (of pictures, only
/// the first sure one after it was opened or sought), writes pictures into the frames. Called on the worker's thread;
/// destruction stops the player and may hang where a decoder hangs, so it happens on a thread for itself.
class VlcSession {
public:
    /// nullptr where libvlc refuses (out of memory).
    [[nodiscard]] static std::shared_ptr<VlcSession>
    begin(VlcInstance instance, SessionPlan plan, std::shared_ptr<Switchboard> board, std::shared_ptr<Frames> frames);
    ~VlcSession();
    VlcSession(const VlcSession&) = delete;
    VlcSession& operator=(const VlcSession&) = delete;

    [[nodiscard]] const SessionPlan& plan() const { return planned; }

    void pause() { libvlc_media_player_set_pause(player, 1); }
    void resume();
    /// Goes on, yet its pictures only up to the first sure one are shown until `resume`: libvlc pauses some pictures
    /// late.
    void resumeForOnePicture() { libvlc_media_player_set_pause(player, 0); }
    void seek(Seconds to);
    void setRate(double rate) { libvlc_media_player_set_rate(player, static_cast<float>(rate)); }
    void setVolume(int percent) { libvlc_audio_set_volume(player, percent); }
    void setMuted(bool on) { libvlc_audio_set_mute(player, on ? 1 : 0); }

    /// No picture and no event leave it from now on.
    void retire() { retired = true; }

    struct Contents {
        std::vector<Track> tracks;
        base::Size picture;   ///< display size, 0: no film
        Seconds interval = 0; ///< from picture to picture, 0: unknown
        [[nodiscard]] bool film() const { return picture.width > 0; }
    };
    [[nodiscard]] Contents contents() const;

    struct FrameCounts {
        std::uint64_t fresh = 0;
        std::uint64_t dropped = 0;
    };
    [[nodiscard]] FrameCounts frameCounts() const;

private:
    VlcSession(VlcInstance instance, SessionPlan plan, std::shared_ptr<Switchboard> board,
               std::shared_ptr<Frames> frames);
    [[nodiscard]] bool start();
    [[nodiscard]] Seconds beginsAt() const { return std::max(0.0, planned.from - planned.leadIn); }
    void listen();
    static void hear(const libvlc_event_t* event, void* self);
    void report(SessionEvent::Kind kind, Seconds value = 0);
    static unsigned chooseFormat(void** self, char* chroma, unsigned* width, unsigned* height, unsigned* strides,
                                 unsigned* rows);
    static void* lockFrame(void* self, void** planes);
    static void displayFrame(void* self, void* picture);
    [[nodiscard]] base::Size storedSize() const;

    // Constant after `begin`:
    const VlcInstance instance;
    const SessionPlan planned;
    const std::shared_ptr<Switchboard> board;
    const std::shared_ptr<Frames> frames;
    libvlc_media_t* media = nullptr;
    libvlc_media_player_t* player = nullptr;
    // libvlc's video output's thread only:
    std::shared_ptr<FrameExchange> exchange;
    bool displayed = false; ///< a picture
    bool sure = false;      ///< that a picture is of where the session began
    // All threads:
    std::atomic<bool> retired = false;
    std::atomic<bool> frameAwaited = false;
    std::atomic<bool> firstOnly = false;
    std::atomic<std::uint64_t> fresh = 0;
    std::atomic<std::uint64_t> replaced = 0;
};

} // namespace schacht::media
