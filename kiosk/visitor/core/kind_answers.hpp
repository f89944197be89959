#pragma once
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/world.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the answers are made of that each kind of item gives to the kiosk's questions (frame/kinds.hpp).
namespace schacht::visitor {

/// What happens to an item on the screen. The State that its kind keeps is handed over beside it.
struct KindUpdate {
    State& s;
    const World& world;
    std::vector<stage::Effect>& effects;
    const content::Item& item;
};

/// Where an Intent leads a visitor: on with the item, or to its end.
enum class Step { stay, end };

/// How a kind is told apart from others while nothing of it is drawn.
struct Manner {
    bool arrowsTurn = false;   ///< the arrows of a keypad turn its pages
    bool wordsAlone = false;   ///< it can be read without its pictures and sound
    bool named = false;        ///< its screen says its title itself, as it is now
    bool looksClosely = false; ///< its screen is its pictures, looked at closely
};

/// When something changes by itself.
struct Wakes {
    std::optional<base::Seconds> due; ///< a Tick is wanted then
    bool moves = false;               ///< every frame is another
};

/// What stands around an item's screen.
struct Surround {
    bool barOver = false; ///< the bar lies over the screen, and comes and goes
    bool bare = false;    ///< the screen has the glass to itself
};

/// How the end of an item is told.
struct Ending {
    std::string_view words; ///< the key of "You have read {title}"
    std::size_t panes = 1;  ///< of the window beside it: a pane for each of its parts
    bool itself = false;    ///< the item's own screen tells it
};
/// So many panes for parts that are not read one by one.
[[nodiscard]] inline std::size_t someOf(std::size_t parts) {
    constexpr std::size_t most = 12;
    return std::clamp<std::size_t>(parts, 1, most);
}

/// A state of an item's screen that the tour shows and the preparation prepares for.
struct TourStop {
    std::string name; ///< unique within the pack, fit for a file's name
    Own own;
};

} // namespace schacht::visitor
