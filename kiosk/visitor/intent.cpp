#include "kiosk/visitor/intent.hpp"

#include <array>

namespace schacht::visitor {

std::string_view nameOf(const Meaning& meaning) {
    static constexpr std::array<std::string_view, std::variant_size_v<Meaning>> names{
        "Begin",           "OpenTheme",
        "OpenItem",        "OpenSubject",
        "TurnPage",        "ReadAgain",
        "StepShelf",       "AnswerNotice",
        "TakeHome",        "OpenPicture",
        "StepPicture",     "Magnify",
        "ToggleAside",     "PictureHeld",
        "PictureMoved",    "PictureLeft",
        "GoHome",          "GoBack",
        "ToggleLanguages", "ChooseLanguage",
        "ToggleAccess",    "ChooseAccess",
        "ResetAccess",     "StayHere",
        "StartOver",       "Touched",
        "PressedOn",       "LetGo",
        "Caught",          "DragBegan",
        "DragMoved",       "DragDone",
        "FocusOn",         "TogglePlay",
        "PlayPassage",     "HearFrom",
        "SkipBack",        "SayAgain",
        "ReadTogether",    "ToggleCaptions",
        "ToggleDescribed", "ToggleInterpreted",
        "ToggleSound",     "ToggleChapters",
        "ToggleMute",      "Slid",
        "PlayerReport",    "ToggleReading",
        "ToggleReadAll",   "RepeatLast",
        "KeyUsed",         "HeadphonesMoved",
        "ScreenSeen",      "NarratorTold",
        "Arrived",         "Tick"};
    return names[meaning.index()];
}

} // namespace schacht::visitor
