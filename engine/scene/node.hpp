#pragma once
#include "engine/base/hash.hpp"
#include "engine/base/units.hpp"
#include "engine/input/gestures.hpp"
#include "engine/scene/animated_value.hpp"
#include "engine/scene/paint.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The room of scenes: what a screen shows as a tree of nodes, how one scene turns into the next, what lies under a
/// finger, in which order it is read aloud, and the colours and times of the design. Nothing here draws, plays or reads
/// a file, and nothing knows what a node means.
namespace schacht::scene {

using NodeId = input::TargetId;

/// A stable id from a name: FNV-1a, 64 bits; never 0.
[[nodiscard]] constexpr NodeId nodeId(std::string_view name) {
    const std::uint64_t hash = base::fnv1a(name);
    return hash == 0 ? 1 : hash;
}

/// What a node is to someone who cannot see it.
enum class Role { none, group, button, link, heading, text, picture, list, progress, status };

/// How a node comes, changes and goes (motion.md, "Transitions"). Seconds and millimetres.
struct Motion {
    /// From where it enters: how far off, how large, how visible, how much later than the scene's change.
    struct Enter {
        base::Point offset;
        float scale = 1;
        float alpha = 0;
        base::Seconds delay = 0;
        base::Seconds duration = 0.160; ///< of its movement
        Curve curve = Curve::settle;
        base::Seconds fade = 0.160; ///< of its light
    };
    base::Seconds duration = 0; ///< of a change of place or light; 0: at once
    Curve curve = Curve::settle;
    Enter enter;
    base::Seconds leave = 0.160;
    bool leavesWhole = false; ///< stays as it was for that time: what comes is laid over it
    /// How long it takes to come from where it was under another parent: what leads a transition. 0: it does not.
    base::Seconds travel = 0;
    bool travelFades = false; ///< it looks different there: both looks go the way, and one fades into the other
};

/// How a control stands that can stand in two ways; `chosen`: it is the one of its group.
enum class Setting { none, off, on, chosen };

/// That a node can be touched; what it means, the view says by the node's id.
struct Touch {
    float reach = 0;                     ///< millimetres around the box that count as well
    bool repeatable = false;             ///< may be tapped again at once: arrows
    bool early = false;                  ///< from its first frame, not only once it is half there
    bool enabled = true;                 ///< false: shown, named, but not now
    Setting setting = Setting::none;     ///< is said with its name
    std::size_t place = 0;               ///< among its like, from 1, where the scene does not hold them all; else 0
    std::size_t count = 0;               ///< how many there are, where `place` is not 0
    std::optional<input::Axes> slider{}; ///< follows the finger along this axis, wherever on it the touch began
};

/// What a drag on a node moves.
struct TouchSurface {
    input::Axes axes = input::Axes::horizontal;
    bool moving = false; ///< it moves by itself now: a touch catches it
    bool zooms = false;  ///< two fingers pinch it
};

/// One thing on the screen. A Scene is a tree of these; it is a value, and what it shows is all in it.
struct Node {
    NodeId id = 0; ///< 0: has no life of its own, moves with its parent
    Role role = Role::none;
    std::string name;     ///< spoken; every node with a touch has one
    std::string language; ///< of the name, where it is not the screen's
    base::Rect box;       ///< millimetres from the parent's left upper corner
    Paint paint;
    float alpha = 1;
    float scale = 1;             ///< around the pivot
    base::Point pivot{.5F, .5F}; ///< shares of the box
    bool aside = false;          ///< stands on many screens: it can be reached, but is not read with the screen
    bool clip = false;           ///< its children are not seen outside its box
    bool layer = false;          ///< opaque, and moves as a whole: may be kept as one picture
    Motion motion;
    std::optional<Touch> touch;
    std::optional<TouchSurface> surface;
    std::vector<Node> children;
};

/// A screen, in millimetres.
struct Scene {
    base::Size size;
    Node root;
    std::string language;
    std::string title;    ///< what a speaker says on arrival
    std::string dress;    ///< how large and clear it is set: words fade where it changes, as where the language does
    bool reduced = false; ///< comes by a cross-fade: nothing moves, grows or travels (motion.md, "Reduced motion")
    /// How long it takes to come where what lies in the root gives way to something else: half to the dark, half out of
    /// it. 0: as each node says.
    base::Seconds throughDark = 0;
};

} // namespace schacht::scene
