#pragma once
#include "engine/base/units.hpp"
#include "engine/catalogue/relations.hpp"
#include "engine/media/narrator.hpp"
#include "engine/media/player.hpp"
#include "engine/scene/node.hpp"
#include "engine/scene/reading_order.hpp"
#include "kiosk/visitor/core/state.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Everything that can happen. Nothing else changes State.
namespace schacht::visitor {

struct Begin {
    std::string language;
}; ///< from attract; "" in the language shown
struct OpenTheme {
    std::string id;
};
struct OpenItem {
    std::string id;
};
struct OpenSubject {
    catalogue::Subject subject;
}; ///< the screen of a person or place
struct TurnPage {
    int by = 1;
}; ///< pages of a story, pictures of a gallery; past the last, and from a recording: its end
struct ReadAgain {};
struct StepShelf {
    int by = 1;
}; ///< cards
struct AnswerNotice {
    bool wordsOnly = false;
}; ///< goes on to what the notice is about
struct TakeHome {}; ///< the address of what the screen is about
/// Of pictures that are looked at closely. Points are millimetres of the stage.
struct OpenPicture {
    std::string item;
    std::size_t number = 0; ///< of the item's exhibits
};
struct Magnify {
    int steps = 0; ///< 0: back to all of it
};
struct ToggleAside {}; ///< the words give way to the picture, or come back
struct GoHome {};
struct GoBack {};
struct ToggleLanguages {};
struct ChooseLanguage {
    std::string tag;
};
struct ToggleAccess {}; ///< the menu of text and access
struct ChooseAccess {
    Access access;
};
struct ResetAccess {}; ///< all of that menu as a visit begins with
struct StayHere {};    ///< the answer to "still there?"
struct StartOver {};
/// Fingers. Points are millimetres of the stage, as they are on the glass in every language.
struct GlassTouched {};
struct PressedOn {
    std::uint64_t contact = 0;
    scene::NodeId target = 0;
    bool startsOver = false; ///< a tap there would be StartOver
};
struct LetGo {
    std::uint64_t contact = 0;
};
/// A surface was moving, and stands still under a finger.
struct SurfaceCaught {
    SurfaceOwner owner = SurfaceOwner::kind;
};
struct DragStarted {
    SurfaceOwner owner = SurfaceOwner::kind;
    base::Point at;
};
struct DragMoved {
    SurfaceOwner owner = SurfaceOwner::kind;
    base::Point by; ///< since it began
    base::Point at;
};
struct DragDone {
    SurfaceOwner owner = SurfaceOwner::kind;
    base::Point by;
    base::Point velocity; ///< mm/s
    bool cancelled = false;
};
struct PinchStarted {
    SurfaceOwner owner = SurfaceOwner::kind;
    base::Point middle; ///< between the two fingers
};
struct PinchMoved {
    SurfaceOwner owner = SurfaceOwner::kind;
    base::Point middle;
    float scale = 1; ///< since it began
};
struct PinchDone {
    SurfaceOwner owner = SurfaceOwner::kind;
};
struct FocusOn {
    scene::NodeId node = 0;
};
/// Of sound and film.
struct TogglePlay {}; ///< plays what the screen is about, or pauses it
struct PlayPassage {
    std::string item;
    base::Seconds from = 0;
    base::Seconds until = 0; ///< 0: to the end
}; ///< or pauses it
struct HearFrom {
    base::Seconds at = 0;
}; ///< a line, a chapter
struct SkipBack {};     ///< ten seconds
struct SayAgain {};     ///< the last sentence, slowly
struct ReadTogether {}; ///< the next second language, after the last one none
struct ToggleCaptions {};
struct ToggleDescribed {};
struct ToggleInterpreted {};
struct ToggleSound {}; ///< the slider of the volume
struct ToggleChapters {};
struct ToggleMute {};
/// A finger on a slider, at a share of its length.
struct Slid {
    SurfaceOwner owner = SurfaceOwner::kind;
    float share = 0; ///< 0..1
    bool done = false;
    float down = 0; ///< 0..1 from the top, of one that goes both ways
};
struct PlayerReport {
    media::PlayerState state;
};
/// Of what is read aloud.
struct ToggleReading {}; ///< this screen
struct ToggleReadAll {}; ///< every screen as it comes
struct RepeatLast {};    ///< what was said last
/// Whichever it was: the first of a visit has everything read.
struct KeyUsed {
    scene::NodeId focus = 0; ///< where the keyboard stays
};
struct HeadphonesMoved {
    bool in = false;
};
/// What the screen says that has just come, and the control that the keys are at.
struct ScreenSeen {
    std::string screen; ///< names it
    std::vector<scene::Utterance> utterances;
    std::vector<scene::Utterance> control;
};
struct NarratorTold {
    media::NarratorReport report;
};
/// What was asked for has come; null or none: it cannot be read.
struct WordsCame {
    std::string file;
    std::shared_ptr<const stage::Transcript> words;
};
struct LevelsCame {
    std::string file;
    std::shared_ptr<const std::vector<std::uint8_t>> levels; ///< 0..255, from start to end
};
struct SizeCame {
    std::string file;
    std::optional<base::Size> pixels;
};
/// The screen was turned, or is known for the first time.
struct ScreenTurned {
    base::Size size; ///< millimetres
};
/// Somewhere at once, as if the visitor had come there: --start, the tour.
struct JumpTo {
    Stop stop;
    Menu menu = Menu::none;
    bool asking = false; ///< "still there?" lies over it
    int attract = 0;     ///< which of the attract pictures
};
/// The pack was read again, and is what World has now.
struct PackChanged {
    std::vector<std::string> changed; ///< files that are not what they were
    std::string day;                  ///< that it is shown for from now on; "": the same
    std::string files;                ///< a digest of what they are now, for recordings; "": the same
};
/// Staff set how every visit begins from now on; this one is over.
struct HouseSet {
    std::string language; ///< "": the pack's own
    int volume = 0;       ///< 0..volumeSteps
};
struct Tick {};

using Intent =
    std::variant<Begin, OpenTheme, OpenItem, OpenSubject, TurnPage, ReadAgain, StepShelf, AnswerNotice, TakeHome,
                 OpenPicture, Magnify, ToggleAside, GoHome, GoBack, ToggleLanguages, ChooseLanguage, ToggleAccess,
                 ChooseAccess, ResetAccess, StayHere, StartOver, GlassTouched, PressedOn, LetGo, SurfaceCaught,
                 DragStarted, DragMoved, DragDone, PinchStarted, PinchMoved, PinchDone, FocusOn, TogglePlay,
                 PlayPassage, HearFrom, SkipBack, SayAgain, ReadTogether, ToggleCaptions, ToggleDescribed,
                 ToggleInterpreted, ToggleSound, ToggleChapters, ToggleMute, Slid, PlayerReport, ToggleReading,
                 ToggleReadAll, RepeatLast, KeyUsed, HeadphonesMoved, ScreenSeen, NarratorTold, WordsCame, LevelsCame,
                 SizeCame, ScreenTurned, PagesBroken, LinesDrawn, JumpTo, PackChanged, HouseSet, Tick>;

/// An Intent, and when it happened.
struct TimedIntent {
    Intent what;
    base::Seconds now = 0; ///< as base::now() counts
};

/// "OpenTheme": for traces and crash reports.
[[nodiscard]] std::string_view nameOf(const Intent& meaning);

} // namespace schacht::visitor
