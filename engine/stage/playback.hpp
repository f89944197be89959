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

/// Performs the effects on sound and film, and reports what comes of them as happenings. The player is made when
/// something is opened for the first time, so a visit without sound does not pay for it. The narrator is made at once,
/// since a visitor who cannot see must hear it without looking for it. The window's thread; only `post` is called on
/// others.
class Playback {
public:
    /// What another thread sends to the window's. Without a happening it asks for a call of deliver().
    struct Letter {
        std::optional<Happening> happening;
        std::optional<base::Problem> problem;
    };
    using Post = std::function<void(Letter)>;

    /// tasks: outlives this. post: may be called on any thread as long as this lives.
    Playback(PlaybackOptions options, base::Tasks& tasks, Post post);
    ~Playback();

    /// screen: pixels. A film's pictures are decoded in the size that fits on it.
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
    /// Call it after a letter without a happening. Returns the player's state; none where the core knows it already.
    [[nodiscard]] std::optional<media::PlayerState> deliver();
    /// Takes a film's newest picture, which film() returns from then on. False where there is no newer one.
    [[nodiscard]] bool takeNewest();
    /// The picture that was taken last; null: there is none. Valid until the next takeNewest(), or until the
    /// medium is closed or another one opened.
    [[nodiscard]] const base::FilmFrame* film() const;
    /// How large the film should be shown, in its own pixels; 0: it has no picture.
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
    std::optional<media::PlayerState> changed;     // since the last deliver()
    media::PlayerState told;                       // what the core knows
    double volume = 1;                             // is kept until there is a player
    bool muted = false;
    struct Wake {
        std::atomic<bool> waiting{false}; // a letter is on its way: a player wakes often
    };
    std::shared_ptr<Wake> wake;
};

} // namespace schacht::stage
