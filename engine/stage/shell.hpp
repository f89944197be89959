#pragma once
#include "engine/assets/disk_cache.hpp"
#include "engine/assets/pictures.hpp"
#include "engine/base/day_watch.hpp"
#include "engine/base/end_signals.hpp"
#include "engine/base/log.hpp"
#include "engine/base/mailbox.hpp"
#include "engine/base/tasks.hpp"
#include "engine/graphics/canvas.hpp"
#include "engine/input/contact_source.hpp"
#include "engine/scene/animator.hpp"
#include "engine/stage/painter.hpp"
#include "engine/stage/performance.hpp"
#include "engine/stage/playback.hpp"
#include "engine/stage/screen.hpp"
#include "engine/stage/textures.hpp"
#include "engine/stage/trace.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>

namespace schacht::stage {

struct ShellOptions {
    std::filesystem::path pack;   ///< where pictures come from
    std::filesystem::path icons;  ///< where icons come from
    std::filesystem::path probe;  ///< the program schacht-probe, which measures recordings
    std::filesystem::path sounds; ///< the kiosk's own
    std::filesystem::path trace;  ///< empty: none
    bool traceGoesOn = false;     ///< behind what is in it; else it begins anew
    int width = 0;                ///< pixels; 0: the whole screen
    int height = 0;
    float diagonal = 0;  ///< inches; 0: by EDID, else 32
    bool onDesk = false; ///< as graphics::WindowOptions
    graphics::Orientation orientation = graphics::Orientation::asGiven;
    graphics::Renderer renderer = graphics::Renderer::fitting;
    base::Colour ground;
    media::PlayerOptions player;
    std::optional<media::SpeechDispatcherOptions> narrator; ///< none: nothing is read aloud
    std::filesystem::path headphones;                       ///< the jack's input device; empty: none is watched
    assets::CachePlace cache;
    base::Log* log = nullptr;         ///< takes every problem that is told; outlives the shell; null: none
    base::EndSignals* ends = nullptr; ///< end the loop when they come; outlive the shell; null: the loop does not ask
    std::size_t budget = 0;           ///< bytes for pictures and words; 0: as much as four screens full of pixels
};

/// The thin shell around the core: the window, one loop that sleeps in one poll(), frames, and effects performed.
class Shell {
public:
    /// Opens the window. Refused as Canvas::open and Trace::open say.
    [[nodiscard]] static base::Result<std::unique_ptr<Shell>> open(const ShellOptions& options);
    ~Shell();

    /// Runs until the core quits, the window is closed, or the options' `ends` have come.
    void run(Performance& performance);
    /// Lets time pass until everything on the screen is there, sharp and still; at most `patience` seconds. Then keeps
    /// the screen as a PNG where `file` is not empty. False where something was still missing, or cannot be written.
    [[nodiscard]] bool settle(Performance& performance, const std::filesystem::path& file, base::Seconds patience);
    /// What kept the last settle() from an end, in words for staff; "" where nothing did.
    [[nodiscard]] std::string unsettled() const { return restless; }
    /// Pictures of what `act` sets going, at even times from when it happens to `length` seconds later; the clock is
    /// told, so that they show the same whatever this machine needs for them. What is shown has settled before.
    /// False where one cannot be written.
    [[nodiscard]] bool filmstrip(Performance& performance, const std::function<void(base::Seconds)>& act,
                                 base::Seconds length, const std::vector<std::filesystem::path>& files);
    /// Any thread, until this is gone: wakes the loop, and the performance hears that it was nudged.
    void nudge() { mailbox.post(Nudge{}); }
    /// A problem of the content or a device, for staff: it goes to the trace and the log.
    void report(const base::Problem& problem);
    /// True where the processor draws: what moves by itself is then better left out.
    [[nodiscard]] bool software() const { return canvas->software(); }
    /// What draws, as it names itself.
    [[nodiscard]] const std::string& renderer() const { return canvas->renderer(); }
    /// The glass in pixels, and inches between its corners.
    [[nodiscard]] base::Size glassSize() const {
        return {static_cast<float>(canvas->width()), static_cast<float>(canvas->height())};
    }
    [[nodiscard]] float glassDiagonal() const { return diagonal; }
    [[nodiscard]] Vitals vitals() const;

private:
    /// What the animator places at a time, on the window and in a file.
    [[nodiscard]] bool draw(base::Seconds now, const std::filesystem::path& file);
    Shell(const ShellOptions& options, std::unique_ptr<graphics::Canvas> canvas, Trace trace);

    struct PictureLetter {
        assets::PictureArrival arrival;
        bool icon = false;
    };
    struct Nudge {};
    /// What comes behind this of a file that has changed is what it is now.
    struct Anew {
        std::string file;
    };
    using Letter = std::variant<PictureLetter, Playback::Letter, Nudge, Anew>;

    void listen();
    void turn(Performance& performance);
    void sleep(const Performance& performance);
    void hear(Performance& performance);
    void open(Performance& performance, const std::vector<Letter>& letters);
    void open(Performance& performance, const PictureLetter& letter);
    void open(Performance& performance, const Playback::Letter& letter);
    void prepareFilm();
    void dropFilm();
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
    /// Of sound, what the window has no part in.
    template <class Sound>
        requires requires(Playback& plays, const Sound& sound) { plays.perform(sound); }
    void perform(const Sound& sound) {
        playback->perform(sound);
    }
    [[nodiscard]] bool isOutdated(const Letter& letter) const;
    void frame(Performance& performance, base::Seconds now);
    void reportFrame(base::Seconds began, bool drawn);
    /// The scene becomes that of the state as it is now; what fingers hold on a screen that is gone ends. Nothing is
    /// drawn.
    void present(Performance& performance, base::Seconds now);
    /// Whether who touched the glass then can have meant the screen that is there now.
    [[nodiscard]] bool couldSee(base::Seconds when) const { return seen && when >= *seen; }
    [[nodiscard]] input::HitTest hitTest(base::Seconds when) const;
    /// Fingers act in the order in which they are lifted, so the first leads; where the screen tells of several in one
    /// report, in the order of that.
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
    base::DayWatch days;
    bool dayToTell = true; ///< days has news
    bool endToHear = true; ///< the options' ends may have
    base::Tasks tasks;
    std::unique_ptr<assets::Pictures> pack;
    std::unique_ptr<assets::Pictures> icons;
    std::unique_ptr<Textures> textures;
    std::unique_ptr<Painter> painter;
    std::unique_ptr<Playback> playback;
    std::optional<graphics::FilmWay> filmWay;     // measured at the first picture of a film
    std::unique_ptr<graphics::FilmTexture> film;  // while there is a picture
    std::unique_ptr<graphics::DirectFilm> direct; // beside it; null where that way is not open here
    std::uint64_t filmCount = 0;
    int filmAlone = 0; // of the last frames, how many were its pictures alone
    std::vector<TraceLine> afterFrame;
    std::unique_ptr<input::ContactSource> contacts;
    std::map<std::uint64_t, input::Contact> onGlass; ///< the contacts that are down, as they were last
    input::Gestures gestures;
    scene::Animator animator;
    text::Typesetter typesetter;
    std::vector<scene::Placed> shown;
    std::string place;                 ///< of the scene
    std::optional<base::Seconds> seen; ///< since when that place is on the window; none: not yet
    bool changed = true;               ///< the state has, since the last show()
    bool stale = true;                 ///< what is on the window is not what should be
    bool settled = false;
    bool animated = false; ///< the last frame was drawn while something moved: its end is still to be drawn
    bool glided = false;   ///< something in the state moved at the last turn
    bool firstFrame = true;
    std::map<std::string, int> outdated; ///< files that have changed: how many letters Anew are on their way
    std::string restless;
    bool quit = false;
    base::Seconds lastFrame = 0;
    Vitals counted;                 ///< its frames
    bool covered = false;           ///< an overlay was on the last frame
    base::Seconds firstContact = 0; ///< the oldest contact that the next frame answers; 0: none
    int contactsToAnswer = 0;
    const char* woken = "window";
};

} // namespace schacht::stage
