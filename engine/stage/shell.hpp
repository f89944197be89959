#pragma once
#include "engine/assets/disk_cache.hpp"
#include "engine/assets/pictures.hpp"
#include "engine/base/end_signals.hpp"
#include "engine/base/log.hpp"
#include "engine/base/mailbox.hpp"
#include "engine/base/tasks.hpp"
#include "engine/graphics/canvas.hpp"
#include "engine/input/contact_source.hpp"
#include "engine/scene/animator.hpp"
#include "engine/stage/frame_clock.hpp"
#include "engine/stage/frame_reports.hpp"
#include "engine/stage/letter.hpp"
#include "engine/stage/outdated_files.hpp"
#include "engine/stage/painter.hpp"
#include "engine/stage/performance.hpp"
#include "engine/stage/playback.hpp"
#include "engine/stage/projector.hpp"
#include "engine/stage/screen.hpp"
#include "engine/stage/signals.hpp"
#include "engine/stage/textures.hpp"
#include "engine/stage/trace.hpp"

#include <filesystem>
#include <map>
#include <memory>

/// The room of the shell: the window, one loop that sleeps in one wait, frames, and the effects that the core wants.
/// What a screen shows and what a touch means is decided above, by a Performance; nothing here knows an item of a pack.
/// What can be decided without a window is decided by values that have none: FrameClock, FramePlanner.
namespace schacht::stage {

struct ShellOptions {
    std::filesystem::path pack;   ///< where pictures come from
    std::filesystem::path icons;  ///< where icons come from
    std::filesystem::path probe;  ///< the program schacht-probe, which measures recordings
    std::filesystem::path sounds; ///< where the kiosk's own sounds are
    std::filesystem::path trace;  ///< the file for the trace; empty: there is none
    bool traceGoesOn = false;     ///< the trace is appended to that file; else the file begins anew
    int width = 0;                ///< pixels of the window; 0: the whole screen
    int height = 0;
    float diagonal = 0;  ///< inches of the glass; 0: as its EDID says, or usualDiagonal
    bool onDesk = false; ///< as in graphics::WindowOptions
    graphics::Orientation orientation = graphics::Orientation::asGiven;
    graphics::Renderer renderer = graphics::Renderer::fitting;
    base::Colour ground; ///< behind everything
    media::PlayerOptions player;
    std::optional<media::SpeechDispatcherOptions> narrator; ///< none: nothing is read aloud
    std::filesystem::path headphones;                       ///< the jack's input device; empty: none is watched
    assets::CachePlace cache;                               ///< where decoded pictures and waveforms are kept
    base::Log* log = nullptr;         ///< gets every problem that is reported; outlives the shell; null: there is none
    base::EndSignals* ends = nullptr; ///< end the loop; outlive the shell; null: no signal does
    std::size_t budget = 0;           ///< bytes for pictures and words; 0: as much as four screens full of pixels
};

/// The thin shell around the core. The window's thread, except for nudge().
class Shell {
public:
    /// Opens the window. Refused as Canvas::open and Trace::open say.
    [[nodiscard]] static base::Result<std::unique_ptr<Shell>> open(const ShellOptions& options);
    ~Shell();

    /// Runs until the core quits, the window is closed, or the options' `ends` have come.
    void run(Performance& performance);
    /// Runs until everything on the screen is there, sharp and still, for at most `patience` seconds.
    void settle(Performance& performance, base::Seconds patience);
    /// What is still missing from the screen, in words for staff; "" where it has settled.
    [[nodiscard]] std::string unsettled(const Performance& performance) const;
    /// Takes the performance to `now`, which may be any time after the last one, whatever the clock says. Draws
    /// nothing.
    void step(Performance& performance, base::Seconds now);
    /// Draws the screen as it is at `now`, on the window and into a PNG. Nothing that was composed before is used, so
    /// the picture does not depend on how the screen came there. False where it cannot be written.
    [[nodiscard]] bool save(const std::filesystem::path& file, base::Seconds now);
    /// Wakes the loop; the performance gets a Nudged. Any thread, as long as this lives.
    void nudge() { mailbox.post(Nudge{}); }
    /// Writes a problem of the content or of a device to the trace and the log, for staff.
    void report(const base::Problem& problem);
    /// True where the processor draws, so that things had better not move by themselves.
    [[nodiscard]] bool software() const { return canvas->software(); }
    /// What draws, as it names itself.
    [[nodiscard]] const std::string& renderer() const { return canvas->renderer(); }
    /// Pixels.
    [[nodiscard]] base::Size glassSize() const {
        return {static_cast<float>(canvas->width()), static_cast<float>(canvas->height())};
    }
    /// Inches between two corners.
    [[nodiscard]] float glassDiagonal() const { return diagonal; }
    [[nodiscard]] Vitals vitals() const;

private:
    Shell(const ShellOptions& options, std::unique_ptr<graphics::Canvas> canvas, Trace trace);

    void listen();
    void turn(Performance& performance);
    void sleep(const Performance& performance);
    void waitUntil(std::optional<base::Seconds> wake);
    void hear(Performance& performance);
    void hear(Performance& performance, const input::Contact& contact);
    void hear(Performance& performance, const input::Key& key);
    void hear(Performance& performance, const input::StaffKey& key);
    void hear(Performance& performance, const input::Exposed& exposed);
    void hear(Performance& performance, const input::Resized& resized);
    void hear(Performance& performance, const input::Closed& closed);
    void open(Performance& performance, const std::vector<Letter>& letters);
    void open(Performance& performance, const PictureLetter& letter);
    void open(Performance& performance, const Playback::Letter& letter);
    void open(Performance& performance, const Nudge& letter);
    void open(Performance& performance, const FileRenewed& letter);
    void feel(Performance& performance, const std::vector<input::Gesture>& gestures);
    void tell(Performance& performance, const Happening& happening);
    void perform(const std::vector<Effect>& effects);
    void perform(const DecodeAhead& ahead);
    void perform(const MeasurePicture& measured);
    void perform(const FilesChanged& files);
    void perform(const OpenMedium& opened);
    void perform(const CloseMedium& closed);
    void perform(const TraceLine& report);
    void perform(const Quit& /*effect*/) { quit = true; }
    /// The effects on sound that the window has no part in.
    template <class Sound>
        requires requires(Playback& plays, const Sound& sound) { plays.perform(sound); }
    void perform(const Sound& sound) {
        playback->perform(sound);
    }
    void frame(Performance& performance, base::Seconds now);
    void rest(base::Seconds now);
    /// Makes the Scene of the state as it is now. Where it is another screen's, whatever fingers hold on the old one
    /// ends. Draws nothing.
    void present(Performance& performance, base::Seconds now);
    [[nodiscard]] FrameMoves movement(const Performance& performance, base::Seconds now) const;
    [[nodiscard]] input::HitTest hitTest(base::Seconds when) const;
    /// A lift acts at once, so the finger that is lifted first leads. Where the X server reports several lifts
    /// together, the order of that report counts.
    void touch(Performance& performance, input::Contact contact);
    void press(Performance& performance, const input::Key& key);
    void cancelContacts(Performance& performance);
    void resize(Performance& performance, int width, int height);

    ShellOptions options;
    std::unique_ptr<graphics::Canvas> canvas;
    Trace trace;
    Screen glass;
    float diagonal = usualDiagonal;
    base::Mailbox<Letter> mailbox;
    Signals signals;
    base::Tasks tasks;
    std::unique_ptr<assets::Pictures> pack;
    std::unique_ptr<assets::Pictures> icons;
    std::unique_ptr<Textures> textures;
    std::unique_ptr<Painter> painter;
    std::unique_ptr<Projector> projector;
    std::unique_ptr<Playback> playback;
    OutdatedFiles outdated;
    std::unique_ptr<input::ContactSource> contacts;
    std::map<std::uint64_t, input::Contact> onGlass; ///< the contacts that are down, as they were last
    input::Gestures gestures;
    scene::Animator animator;
    text::Typesetter typesetter;
    std::vector<scene::Placed> shown; ///< in the last frame
    std::string place;                ///< the name of the screen that the Scene is of
    FrameClock clock;
    FrameReports reports;
    const char* woken = "window"; ///< what ended the last wait, for the trace
    bool quit = false;
};

} // namespace schacht::stage
