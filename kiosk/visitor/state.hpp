#pragma once
#include "engine/base/units.hpp"
#include "engine/scene/node.hpp"
#include "engine/scene/track.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace schacht::visitor {

enum class ScreenKind { attract, home, theme, story, end };

/// A place in the kiosk, and how it was left: what Back goes to.
struct Stop {
    ScreenKind kind = ScreenKind::attract;
    std::string id;   ///< of the theme or item
    int page = 0;     ///< of a story, from 0
    float scroll = 0; ///< of the shelf, millimetres
    bool operator==(const Stop&) const = default;
};

enum class Menu { none, language };

/// How much moves; each is less than the next.
enum class Movement {
    none,    ///< nothing changes but by a touch: pictures of the screens are taken
    reduced, ///< screens cross-fade; only what a finger holds moves (motion.md, "Reduced motion")
    calm,    ///< screens move when they change, nothing moves by itself: the processor draws
    full
};

/// What a visitor asked for so as to see and reach everything.
struct Access {
    bool reducedMotion = false;
    bool operator==(const Access&) const = default;
};

/// How the page that one is on came.
enum class Arrival { opened, byHand, byArrow };

/// Everything there is to know of a visit. A new visitor is State{}: forgetting is assignment.
struct State {
    base::Seconds now = 0; ///< of the last intent
    Stop here;
    std::vector<Stop> history; ///< the last is where Back goes
    std::string language;      ///< empty: the pack's own
    Access access;
    Menu menu = Menu::none;
    std::optional<base::Seconds> asking; ///< since when "still there?" is on the screen
    base::Seconds lastTouch = 0;
    std::optional<base::Seconds> begun;             ///< since when there is a visit
    int attract = 0;                                ///< which of the attract pictures
    base::Seconds attractSince = 0;                 ///< when it came
    scene::Track shelf{0};                          ///< millimetres that the shelf has gone to its start
    scene::Track pages{0};                          ///< millimetres that the pages have gone to theirs
    Arrival arrival = Arrival::opened;              ///< of the page
    int cuts = 0;                                   ///< how often a track went to its goal at once: reduced motion
    float dragStart = 0;                            ///< where the track in a finger's hand was when the drag began
    std::map<std::uint64_t, scene::NodeId> pressed; ///< by contact
    scene::NodeId focus = 0;                        ///< where the keyboard is; 0: it was not used
    std::map<std::string, std::set<int>> seen;      ///< pages, by item
};

} // namespace schacht::visitor
