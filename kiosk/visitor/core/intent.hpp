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
struct PictureHeld {
    base::Point at;
}; ///< by a finger, or between two
struct PictureMoved {
    base::Point at;
    float scale = 1; ///< since it was held
};
struct PictureLeft {
    base::Point velocity; ///< mm/s
};
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
/// Fingers, by the scene's node ids.
struct Touched {};
struct PressedOn {
    std::uint64_t contact = 0;
    scene::NodeId target = 0;
};
struct LetGo {
    std::uint64_t contact = 0;
};
struct Caught {
    scene::NodeId surface = 0;
};
struct DragBegan {
    scene::NodeId surface = 0;
};
struct DragMoved {
    scene::NodeId surface = 0;
    float by = 0;
}; ///< millimetres to the end of the line
struct DragDone {
    scene::NodeId surface = 0;
    float by = 0;
    float speed = 0;
    bool cancelled = false;
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
    scene::NodeId slider = 0;
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
/// The words of the story on the screen were measured, as this visitor wants them.
struct PagesBroken {
    PageBreaks breaks;
};
/// A transcript in a finger's hand comes no further than this.
struct LinesDrawn {
    float to = 0; ///< millimetres
};
/// Somewhere at once, as if the visitor had come there: --start, the tour.
struct JumpTo {
    Stop stop; ///< of the attract screen, `page` is which picture
    Menu menu = Menu::none;
    bool asking = false; ///< "still there?" lies over it
};
/// The pack was read again, and is what World has now.
struct PackChanged {
    std::vector<std::string> changed; ///< files that are not what they were
    std::string day;                  ///< that it is shown for from now on; "": the same
};
/// Staff set how every visit begins from now on; this one is over.
struct HouseSet {
    std::string language; ///< "": the pack's own
    int volume = 0;       ///< 0..volumeSteps
};
struct Tick {};

using Meaning =
    std::variant<Begin, OpenTheme, OpenItem, OpenSubject, TurnPage, ReadAgain, StepShelf, AnswerNotice, TakeHome,
                 OpenPicture, Magnify, ToggleAside, PictureHeld, PictureMoved, PictureLeft, GoHome, GoBack,
                 ToggleLanguages, ChooseLanguage, ToggleAccess, ChooseAccess, ResetAccess, StayHere, StartOver, Touched,
                 PressedOn, LetGo, Caught, DragBegan, DragMoved, DragDone, FocusOn, TogglePlay, PlayPassage, HearFrom,
                 SkipBack, SayAgain, ReadTogether, ToggleCaptions, ToggleDescribed, ToggleInterpreted, ToggleSound,
                 ToggleChapters, ToggleMute, Slid, PlayerReport, ToggleReading, ToggleReadAll, RepeatLast, KeyUsed,
                 HeadphonesMoved, ScreenSeen, NarratorTold, WordsCame, LevelsCame, SizeCame, ScreenTurned, PagesBroken,
                 LinesDrawn, JumpTo, PackChanged, HouseSet, Tick>;

struct Intent {
    Meaning meaning;
    base::Seconds now = 0;
};

/// "OpenTheme": for traces and crash reports.
[[nodiscard]] std::string_view nameOf(const Meaning& meaning);

} // namespace schacht::visitor
