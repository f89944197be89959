#pragma once
#include "engine/base/units.hpp"
#include "engine/catalogue/catalogue.hpp"
#include "engine/scene/animated_value.hpp"
#include "engine/scene/node.hpp"
#include "kiosk/configuration/access.hpp"
#include "kiosk/visitor/core/kinds/kinds.hpp"
#include "kiosk/visitor/core/library.hpp"
#include "kiosk/visitor/core/parts/close_look.hpp"
#include "kiosk/visitor/core/parts/narration.hpp"
#include "kiosk/visitor/core/parts/playback.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The core: what a visit is made of, as plain values. State, the Intents, World, the route, access, words and timing;
/// kinds/ and parts/ hold the values of each kind and part. Nothing here draws, plays or changes State.
namespace schacht::visitor {

enum class ScreenKind { attract, home, theme, item, picture, end, notice, takeHome, place, person };

/// As traces and recordings write it: "take-home".
[[nodiscard]] std::string_view nameOf(ScreenKind kind);

/// A place in the kiosk, and how it was left: what Back goes to.
struct Stop {
    ScreenKind kind = ScreenKind::attract;
    std::string id;                ///< of the theme, item, place or person
    Own own;                       ///< of an item's kind, or of the close look
    scene::AnimatedValue shelf{0}; ///< millimetres that the shelf has gone to its start
};
/// What the screen is, for traces: of an item its kind, "oral-history".
[[nodiscard]] std::string_view nameOf(const Stop& stop);

enum class Menu { none, language, access, sound, chapters };
[[nodiscard]] std::string_view nameOf(Menu menu);

/// How much moves; each is less than the next.
enum class Movement {
    none,    ///< nothing changes but by a touch: pictures of the screens are taken
    reduced, ///< screens cross-fade; only what a finger holds moves (motion.md, "Reduced motion")
    calm,    ///< screens move when they change, nothing moves by itself: the processor draws
    full
};

[[nodiscard]] std::string_view nameOf(Movement movement);

/// How the screen, and in a story its page, came.
enum class Arrival { opened, back, byHand, byArrow };
[[nodiscard]] std::string_view nameOf(Arrival arrival);

/// Whose a surface or slider is: who handles what a finger does to it.
enum class SurfaceOwner { shelf, closeLook, kind, playback, volume };
[[nodiscard]] std::string_view nameOf(SurfaceOwner owner);

/// A slider in a finger's hand.
struct Sliding {
    SurfaceOwner owner = SurfaceOwner::kind;
    float share = 0; ///< 0..1
    float down = 0;  ///< 0..1, of one that goes both ways
};

/// How every visit begins: what a museum sets, or staff.
struct House {
    std::string language; ///< "": the pack's own
    int volume = 4;       ///< 0..volumeSteps
    Access access;
};

/// What outlives visitors.
struct Device {
    base::Seconds now = 0;          ///< of the last Intent
    base::Size screen{708, 398};    ///< millimetres
    House house;                    ///< what a visitor finds who has chosen nothing
    bool voice = false;             ///< something can read aloud
    media::SentenceId spoken = 0;   ///< how many sentences were said: their ids never repeat
    media::OpenId opens = 0;        ///< how often something was opened, for the same
    int attract = 0;                ///< which of the attract pictures is shown, or will be
    base::Seconds attractSince = 0; ///< when it came
    Library library;                ///< what was read of the pack
};

/// Everything there is to know of one visitor. A new visitor is Visit{}: forgetting is assignment.
struct Visit {
    Stop here;
    std::vector<Stop> history;    ///< the last is where Back goes
    std::string language;         ///< "": the house's
    std::optional<Access> access; ///< none: the house's
    Menu menu = Menu::none;
    std::optional<base::Seconds> asking;            ///< since when "still there?" is on the screen
    base::Seconds lastTouch = 0;                    ///< as the idle clock sees it: what plays counts as a touch
    base::Seconds lastGlass = 0;                    ///< when someone really touched something
    std::optional<base::Seconds> begun;             ///< since when there is a visit
    Arrival arrival = Arrival::opened;              ///< of the screen and its page
    int cuts = 0;                                   ///< how often a track went to its goal at once: reduced motion
    float dragStart = 0;                            ///< where the track in a finger's hand was when the drag began
    std::map<std::uint64_t, scene::NodeId> pressed; ///< by contact
    scene::NodeId focus = 0;                        ///< where the keyboard is; 0: it was not used
    std::map<std::string, std::set<int>> seen;      ///< pages, by item
    std::set<std::string> noticed;                  ///< items that are wanted after their notice
    std::set<std::string> wordsOnly;                ///< of those, the ones whose pictures and sound are not
    std::optional<Playing> playing;
    Wishes wishes;
    Narration narration;
    std::map<std::string, base::Seconds> heard; ///< how far, by item
    std::optional<Sliding> sliding;
};

/// Everything that update() changes, and view() shows.
struct State {
    Device device;
    Visit visit;
};

/// What holds for this visitor: what they chose, else what the house has.
[[nodiscard]] const Access& accessOf(const State& state);
[[nodiscard]] int volumeOf(const State& state);
/// The visitor's language: the one that was chosen, else the house's, else the pack's own.
[[nodiscard]] const std::string& languageOf(const State& state, const catalogue::Catalogue& catalogue);

} // namespace schacht::visitor
