#include "kiosk/visitor/core/intent.hpp"

#include <array>

namespace schacht::visitor {

namespace {

template <class T>
struct Named {
    std::string_view name;
};

template <class... T>
struct Names {
    std::array<std::string_view, sizeof...(T)> byIndex;
    using All = std::variant<T...>;
    constexpr explicit Names(Named<T>... one) : byIndex{one.name...} {}
};

constexpr Names names(Named<Begin>{"Begin"}, Named<OpenTheme>{"OpenTheme"}, Named<OpenItem>{"OpenItem"},
                      Named<OpenSubject>{"OpenSubject"}, Named<TurnPage>{"TurnPage"}, Named<ReadAgain>{"ReadAgain"},
                      Named<StepShelf>{"StepShelf"}, Named<AnswerNotice>{"AnswerNotice"}, Named<TakeHome>{"TakeHome"},
                      Named<OpenPicture>{"OpenPicture"}, Named<Magnify>{"Magnify"}, Named<ToggleAside>{"ToggleAside"},
                      Named<GoHome>{"GoHome"}, Named<GoBack>{"GoBack"}, Named<ToggleLanguages>{"ToggleLanguages"},
                      Named<ChooseLanguage>{"ChooseLanguage"}, Named<ToggleAccess>{"ToggleAccess"},
                      Named<ChooseAccess>{"ChooseAccess"}, Named<ResetAccess>{"ResetAccess"},
                      Named<StayHere>{"StayHere"}, Named<StartOver>{"StartOver"}, Named<GlassTouched>{"GlassTouched"},
                      Named<PressedOn>{"PressedOn"}, Named<LetGo>{"LetGo"}, Named<SurfaceCaught>{"SurfaceCaught"},
                      Named<DragStarted>{"DragStarted"}, Named<DragMoved>{"DragMoved"}, Named<DragDone>{"DragDone"},
                      Named<PinchStarted>{"PinchStarted"}, Named<PinchMoved>{"PinchMoved"},
                      Named<PinchDone>{"PinchDone"}, Named<FocusOn>{"FocusOn"}, Named<TogglePlay>{"TogglePlay"},
                      Named<PlayPassage>{"PlayPassage"}, Named<HearFrom>{"HearFrom"}, Named<SkipBack>{"SkipBack"},
                      Named<SayAgain>{"SayAgain"}, Named<ReadTogether>{"ReadTogether"},
                      Named<ToggleCaptions>{"ToggleCaptions"}, Named<ToggleDescribed>{"ToggleDescribed"},
                      Named<ToggleInterpreted>{"ToggleInterpreted"}, Named<ToggleSound>{"ToggleSound"},
                      Named<ToggleChapters>{"ToggleChapters"}, Named<ToggleMute>{"ToggleMute"}, Named<Slid>{"Slid"},
                      Named<PlayerReport>{"PlayerReport"}, Named<ToggleReading>{"ToggleReading"},
                      Named<ToggleReadAll>{"ToggleReadAll"}, Named<RepeatLast>{"RepeatLast"}, Named<KeyUsed>{"KeyUsed"},
                      Named<HeadphonesMoved>{"HeadphonesMoved"}, Named<ScreenSeen>{"ScreenSeen"},
                      Named<NarratorTold>{"NarratorTold"}, Named<WordsCame>{"WordsCame"},
                      Named<LevelsCame>{"LevelsCame"}, Named<SizeCame>{"SizeCame"}, Named<ScreenTurned>{"ScreenTurned"},
                      Named<PagesBroken>{"PagesBroken"}, Named<LinesDrawn>{"LinesDrawn"}, Named<JumpTo>{"JumpTo"},
                      Named<PackChanged>{"PackChanged"}, Named<HouseSet>{"HouseSet"}, Named<Tick>{"Tick"});
static_assert(std::is_same_v<decltype(names)::All, Intent>, "each Intent has its name here, in Intent's order");

} // namespace

std::string_view nameOf(const Intent& meaning) {
    return names.byIndex[meaning.index()];
}

} // namespace schacht::visitor
