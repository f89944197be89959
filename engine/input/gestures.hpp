#pragma once
#include "engine/input/contact.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <variant>
#include <vector>

/// From contacts to gestures by the constants of shared/design/motion.md ("Touch"): pure, time comes in.
namespace schacht::input {

/// The constants of motion.md; a field a row. Lengths in mm, speeds in mm/s, times in seconds.
struct TouchRules {
    float tapSlop = 5;
    float dragStart = 5;
    float sliderStart = 1.5F;
    float axisDecide = 8;
    float axisCone = 30; ///< degrees
    double velocityWindow = 0.080;
    double stillAfter = 0.060;
    float flingStart = 90;
    float flingCap = 2500;
    float pinchStart = 6;
    float pinchApart = 280;
    double sameTarget = 0.250;
    float palm = 30;
    double resting = 2.5;
    double lostTime = 0.060;
    float lostDistance = 12;
};

using TargetId = std::uint64_t; ///< a scene node's id; 0: nothing

enum class Axes { none, horizontal, vertical, both };

/// What lies under a point, as the scene's hit test says.
struct Hit {
    TargetId target = 0;             ///< what a tap there means; 0: nothing
    bool repeatable = false;         ///< arrows, + and −, keys: may be tapped faster than `sameTarget`
    bool slider = false;             ///< the target follows the finger from sliderStart, along `axes`
    TargetId surface = 0;            ///< what a drag there moves (a shelf, a page, a picture); 0: nothing
    Axes axes = Axes::none;          ///< how the surface (or slider) can be dragged
    Axes ownAxis = Axes::horizontal; ///< wins where the drag is in neither cone
    bool zooms = false;              ///< the surface can be pinched
    bool moving = false;             ///< the surface moves by itself now: a touch catches it and presses nothing
};
using HitTest = std::function<Hit(base::Point)>;

/// A finger lies on a target (shown as pressed), or slid off it, or lifted elsewhere.
struct Pressed {
    TargetId target;
    std::uint64_t contact;
    base::Point at;
    base::Seconds time;
};
struct Released {
    TargetId target;
    std::uint64_t contact;
    base::Seconds time;
}; ///< without a tap
struct Tapped {
    TargetId target;
    std::uint64_t contact;
    base::Point at;
    base::Seconds time;
};
/// A finger touched a surface that moved: it must stop where it is.
struct Caught {
    TargetId surface;
    std::uint64_t contact;
    base::Seconds time;
};
struct DragBegan {
    TargetId surface;
    std::uint64_t contact;
    base::Point at;
    Axes axis;
    base::Seconds time;
};
/// by: millimetres since the drag began (without the slop, so nothing jumps); the other axis is 0 where locked.
struct Dragged {
    TargetId surface;
    std::uint64_t contact;
    base::Point at;
    base::Point by;
    base::Seconds time;
};
/// velocity: mm/s, 0 below flingStart, at most flingCap. cancelled: the finger did not let go (palm, lost, server).
struct DragEnded {
    TargetId surface;
    std::uint64_t contact;
    base::Point by;
    base::Point velocity;
    bool cancelled;
    base::Seconds time;
};
/// middle: between both fingers. scale: of their distance since it began. turn: radians clockwise since then.
struct PinchBegan {
    TargetId surface;
    base::Point middle;
    base::Seconds time;
};
struct Pinched {
    TargetId surface;
    base::Point middle;
    float scale;
    float turn;
    base::Seconds time;
};
struct PinchEnded {
    TargetId surface;
    bool cancelled;
    base::Seconds time;
};
/// Something touched the glass, wherever: the idle clock starts anew.
struct Touched {
    std::uint64_t contact;
    base::Point at;
    base::Seconds time;
};

using Gesture = std::variant<Touched, Pressed, Released, Tapped, Caught, DragBegan, Dragged, DragEnded, PinchBegan,
                             Pinched, PinchEnded>;

class Gestures {
public:
    explicit Gestures(TouchRules rules = {});

    /// One contact's news. `hit` is asked where it begins and, for a press, where it is.
    [[nodiscard]] std::vector<Gesture> feed(const Contact& contact, const HitTest& hit);
    /// Time passes: resting contacts are put aside, lost contacts end.
    [[nodiscard]] std::vector<Gesture> advance(base::Seconds now, const HitTest& hit);
    /// When advance() has something to do next; none when nothing is under way.
    [[nodiscard]] std::optional<base::Seconds> due() const;
    /// The screen has changed: contacts that are down press nothing any more; drags of surfaces that are gone end.
    /// `there` says whether a target or surface still exists.
    [[nodiscard]] std::vector<Gesture> screenChanged(const std::function<bool(TargetId)>& there, base::Seconds now);
    /// How many contacts are down.
    [[nodiscard]] std::size_t down() const;
};

} // namespace schacht::input
