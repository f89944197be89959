#pragma once
#include "engine/base/units.hpp"
#include "engine/scene/node.hpp"

#include <string>
#include <string_view>
#include <variant>

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
struct TurnPage {
    int by = 1;
}; ///< pages of a story; past the last: its end
struct ReadAgain {};
struct StepShelf {
    int by = 1;
}; ///< cards
struct GoHome {};
struct GoBack {};
struct ToggleLanguages {};
struct ChooseLanguage {
    std::string tag;
};
struct StayHere {}; ///< the answer to "still there?"
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
struct Tick {};

using Meaning = std::variant<Begin, OpenTheme, OpenItem, TurnPage, ReadAgain, StepShelf, GoHome, GoBack,
                             ToggleLanguages, ChooseLanguage, StayHere, StartOver, Touched, PressedOn, LetGo, Caught,
                             DragBegan, DragMoved, DragDone, FocusOn, Tick>;

struct Intent {
    Meaning meaning;
    base::Seconds now = 0;
};

/// "OpenTheme": for traces and crash reports.
[[nodiscard]] std::string_view nameOf(const Meaning& meaning);

} // namespace schacht::visitor
