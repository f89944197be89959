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

/// What is performed on the stage: the pure core, as the shell sees it.
namespace schacht::stage {

/// Time has come to what was due, or one frame further while something moves.
struct Tick {
    base::Seconds now = 0;
};

/// Words with the times at which they are said, ready to be asked.
struct Transcript {
    content::TimedText text;
    content::CueTimes times;
};
/// A file that ReadWords asked for; null: it cannot be read.
struct WordsArrived {
    std::string file;
    std::shared_ptr<const Transcript> words;
};
/// How loud a recording that MeasureSound asked for is, 0..255 from start to end; null: nobody can say.
struct SoundMeasured {
    std::string file;
    std::shared_ptr<const std::vector<std::uint8_t>> levels;
};

/// How large a picture that MeasurePicture asked for is, in pixels; none: it cannot be read.
struct PictureMeasured {
    std::string file;
    std::optional<base::Size> pixels;
};
/// Somebody put headphones into the jack, or pulled them out.
struct HeadphonesChanged {
    bool in = false;
    base::Seconds time = 0;
};

/// Another thread has something for the performance, and has called Shell::nudge().
struct Nudged {
    base::Seconds now = 0;
};

/// The day that it is here: told first when the loop begins, then whenever another has begun, at midnight or because
/// the clock was set.
struct DayBegan {
    std::string day; ///< "2026-11-30"
    base::Seconds now = 0;
};

using Happening = std::variant<input::Gesture, input::Key, Tick, media::PlayerState, WordsArrived, SoundMeasured,
                               PictureMeasured, media::NarratorReport, HeadphonesChanged, Nudged, DayBegan>;

/// What the core wants done, as values; the shell does it.
struct DecodeAhead {
    std::string file;
    base::Size size; ///< millimetres to cover
};
struct MeasurePicture {
    std::string file;
};
/// These files of the pack are no longer what they were: pictures of them are made anew.
struct FilesChanged {
    std::vector<std::string> files;
};
/// What media::Player is to do. A file is a path in the pack, or among the kiosk's own sounds.
struct OpenMedium {
    media::OpenRequest request;
    bool own = false;
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
/// What media::Narrator is to do; SetVolume is for both.
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
    bool shown = false; ///< written after the next frame, with the field "shown": when that was on the screen
};
struct Quit {};
using Effect =
    std::variant<DecodeAhead, MeasurePicture, FilesChanged, OpenMedium, PlayMedium, PauseMedium, SeekMedium, SetRate,
                 SetVolume, CloseMedium, SayAloud, StopSaying, ReadWords, MeasureSound, TraceLine, Quit>;

/// The window's thread; none of these does input or output.
class Performance {
public:
    virtual ~Performance() = default;

    [[nodiscard]] virtual std::vector<Effect> happen(const Happening& happening) = 0;
    /// What the screen as it is now needs to know of the glass and of how its words are set. Called before each show().
    [[nodiscard]] virtual std::vector<Effect> measure(const Screen& /*screen*/, text::Typesetter& /*typesetter*/,
                                                      base::Seconds /*now*/) {
        return {};
    }
    /// The screen as it is now. Called after something happened: once a frame, and before a finger lifts or a key is
    /// pressed in the same frame, so that both meet what is left of the screen.
    [[nodiscard]] virtual scene::Scene show(const Screen& screen, text::Typesetter& typesetter, base::Seconds now) = 0;
    /// True while something in the state moves by itself, so that every frame wants a Tick.
    [[nodiscard]] virtual bool moving(base::Seconds now) const = 0;
    /// When the next Tick is wanted while nothing moves; none: never.
    [[nodiscard]] virtual std::optional<base::Seconds> due() const = 0;
    /// A screen's own name: while it stays, what a finger holds stays in its hand.
    [[nodiscard]] virtual std::string place() const = 0;
    /// What lies over it; null: nothing ever does.
    [[nodiscard]] virtual Overlay* overlay() { return nullptr; }
};

} // namespace schacht::stage
