#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/timed_text/timed_text.hpp"
#include "engine/input/gestures.hpp"
#include "engine/media/narrator.hpp"
#include "engine/media/player.hpp"
#include "engine/scene/node.hpp"
#include "engine/stage/overlay.hpp"
#include "engine/stage/screen.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// The pure core, as the shell sees it: what happens, what it wants done, and what it shows.
namespace schacht::stage {

/// What was due is due now; or something moves, and this is the next frame.
struct TimePassed {
    base::Seconds now = 0;
};

/// Words with the times at which they are said, and an index of these times.
struct Transcript {
    content::TimedText text;
    content::CueTimes times;
};
/// The answer to ReadWords.
struct WordsArrived {
    std::string file;
    std::shared_ptr<const Transcript> words; ///< null: the file cannot be read
};
/// The answer to MeasureSound: how loud a recording is.
struct SoundMeasured {
    std::string file;
    std::shared_ptr<const std::vector<std::uint8_t>> levels; ///< 0..255, from start to end; null: it cannot be measured
};

/// The answer to MeasurePicture.
struct PictureMeasured {
    std::string file;
    std::optional<base::Size> pixels; ///< none: the picture cannot be read
};
/// Somebody put headphones into the jack, or pulled them out.
struct HeadphonesChanged {
    bool in = false;
    base::Seconds time = 0;
};

/// Another thread has called Shell::nudge(), because it has something for the performance.
struct Nudged {
    base::Seconds now = 0;
};

/// The day that it is here. It is told when the loop begins, and whenever another day has begun: at midnight, or
/// because the clock was set.
struct DayBegan {
    std::string day; ///< "2026-11-30"
    base::Seconds now = 0;
};

using Happening = std::variant<input::Gesture, input::Key, TimePassed, media::PlayerState, WordsArrived, SoundMeasured,
                               PictureMeasured, media::NarratorReport, HeadphonesChanged, Nudged, DayBegan>;

// Effects: what the core wants done, as values. The shell does it. A file is a path in the pack.

/// A picture will be shown soon.
struct DecodeAhead {
    std::string file;
    base::Size size; ///< millimetres that it will cover
};
struct MeasurePicture {
    std::string file;
};
/// These files of the pack have changed on the disk: what was made of them is made again.
struct FilesChanged {
    std::vector<std::string> files;
};
/// What media::Player shall do.
struct OpenMedium {
    media::OpenRequest request;
    bool own = false; ///< the file is one of the kiosk's own sounds
};
struct PlayMedium {};
struct PauseMedium {};
struct SeekMedium {
    base::Seconds to = 0;
};
struct SetRate {
    double rate = 1;
};
struct SetVolume {
    double volume = 1;
    bool muted = false;
};
struct CloseMedium {
    base::Seconds fade = 0;
};
/// What media::Narrator shall do. SetVolume is for both.
struct SayAloud {
    std::vector<media::Sentence> sentences;
};
struct StopSaying {};
struct ReadWords {
    std::string file;
};
struct MeasureSound {
    std::string file;
};
/// A line for the trace: an event's name and its fields.
struct TraceLine {
    std::string event;
    std::vector<std::pair<std::string, std::variant<std::string, double>>> fields;
    /// It is written after the next frame, with a field "shown" that says when that frame was on the screen.
    bool shown = false;
};
struct Quit {};
using Effect =
    std::variant<DecodeAhead, MeasurePicture, FilesChanged, OpenMedium, PlayMedium, PauseMedium, SeekMedium, SetRate,
                 SetVolume, CloseMedium, SayAloud, StopSaying, ReadWords, MeasureSound, TraceLine, Quit>;

/// The core. The window's thread; none of its functions does input or output.
class Performance {
public:
    virtual ~Performance() = default;

    /// Something has happened. Returns what the core wants done.
    [[nodiscard]] virtual std::vector<Effect> happen(const Happening& happening) = 0;
    /// Lets the core measure what show() depends on: the glass, and how words are set on it. Called before each show().
    [[nodiscard]] virtual std::vector<Effect> measure(const Screen& /*screen*/, text::Typesetter& /*typesetter*/,
                                                      base::Seconds /*now*/) {
        return {};
    }
    /// Returns the screen as it is now. It is called after something happened: once a frame, and also in between,
    /// before a finger is lifted or a key is pressed, so that these meet the screen as the fingers before them left it.
    [[nodiscard]] virtual scene::Scene show(const Screen& screen, text::Typesetter& typesetter, base::Seconds now) = 0;
    /// Whether something in the state moves by itself, so that every frame needs a Tick.
    [[nodiscard]] virtual bool moving(base::Seconds now) const = 0;
    /// When the next Tick is due while nothing moves; none: never.
    [[nodiscard]] virtual std::optional<base::Seconds> due() const = 0;
    /// The name of the screen. While it stays the same, a finger keeps what it holds.
    [[nodiscard]] virtual std::string place() const = 0;
    /// What staff see over the screen; null: nothing ever.
    [[nodiscard]] virtual Overlay* overlay() { return nullptr; }
};

} // namespace schacht::stage
