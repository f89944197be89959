#pragma once
#include "engine/base/mailbox.hpp"
#include "engine/base/pack_path.hpp"
#include "engine/base/tasks.hpp"
#include "engine/input/headphones.hpp"
#include "engine/media/frames.hpp"
#include "engine/media/narrator.hpp"
#include "engine/media/player.hpp"
#include "engine/media/waveform.hpp"
#include "engine/stage/performance.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace schacht::stage {

struct PlaybackOptions {
    std::filesystem::path pack;
    std::filesystem::path sounds; ///< the kiosk's own
    std::filesystem::path probe;  ///< the program schacht-probe
    std::filesystem::path cache;  ///< where waveforms are kept
    media::PlayerOptions player;
    std::optional<media::SpeechDispatcherOptions> narrator; ///< none: nothing is read aloud
    std::filesystem::path headphones;                       ///< the jack's input device; empty: none is watched
};

/// Performs what the core wants of sound and film, and hands what comes of it back as happenings. The player is made
/// when something is opened for the first time, so that a visit without sound never pays for it; the narrator at once,
/// since a visitor who cannot see must hear without looking for it. The window's thread, but for what `post` carries.
class Playback {
public:
    /// What another thread has for the window's: a happening, or (none) that `deliver` should be called.
    struct Letter {
        std::optional<Happening> happening;
        std::optional<base::Problem> problem;
    };
    using Post = std::function<void(Letter)>;

    /// tasks outlives this; post may be called on any thread until this is gone.
    Playback(PlaybackOptions options, base::Tasks& tasks, Post post);
    ~Playback();

    /// screen: pixels, which a film's pictures are made to fit.
    void perform(const OpenMedium& opened, base::Size screen);
    void perform(const PlayMedium& effect);
    void perform(const PauseMedium& effect);
    void perform(const SeekMedium& seek);
    void perform(const SetRate& rate);
    void perform(const SetVolume& loud);
    void perform(const CloseMedium& closed);
    void perform(const SayAloud& said);
    void perform(const StopSaying& effect);
    void perform(const ReadWords& words);
    void perform(const MeasureSound& measured);
    /// After a letter without a happening: what the player reports now; none where nothing changed.
    [[nodiscard]] std::optional<media::PlayerState> deliver();
    /// True when there is a picture of a film that was not drawn yet; film() is that one then.
    [[nodiscard]] bool takeNewest();
    /// The picture that was taken last; null: none.
    [[nodiscard]] const base::FilmFrame* film() const;
    /// As the film says it should be shown, pixels; 0: there is no picture.
    [[nodiscard]] base::Size filmSize() const;

private:
    media::Player& player();
    void open(media::OpenRequest request, const std::filesystem::path& folder);
    void readWords(const std::string& file);

    PlaybackOptions options;
    base::Tasks& tasks;
    Post post;
    media::Waveforms waveforms;
    std::unique_ptr<media::Player> made;
    std::unique_ptr<media::Narrator> narrator;     // null: none is wanted
    std::unique_ptr<input::Headphones> headphones; // null: none are watched
    std::optional<media::PlayerState> changed;
    media::PlayerState told; // what the core has heard
    double volume = 1;       // until there is a player
    bool muted = false;
    struct Wake {
        std::atomic<bool> waiting{false}; // a letter is on its way: a player wakes often
    };
    std::shared_ptr<Wake> wake;
};

} // namespace schacht::stage
