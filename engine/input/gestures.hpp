#pragma once
#include "engine/input/contact.hpp"
#include "engine/input/finger.hpp"
#include "engine/input/finger_pair.hpp"
#include "engine/input/hit.hpp"
#include "engine/input/touch_rules.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <variant>
#include <vector>

/// The room of fingers and keys: contacts from the X server become gestures. What a gesture means, and what is on the
/// screen, is known above: a HitTest is asked what lies under a finger.
namespace schacht::input {

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
/// A finger touched a surface that moved: it must stop where it is. Where the surface can be dragged, DragBegan follows
/// at once: it is in the hand, and DragEnded tells when it no longer is.
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
/// velocity: mm/s, 0 below flingStart, at most flingCap. cancelled: the finger did not let go (a palm, the server, a
/// pinch that takes over).
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

/// From contacts to gestures by the constants of motion.md ("Touch"). Pure: time and the hit test come in.
///
/// Every Pressed is followed by Released or Tapped, every DragBegan by DragEnded, every PinchBegan by PinchEnded.
/// Each finger keeps what it first touched. On one surface the first finger that moves drags; a second near it makes a
/// pinch where the surface zooms, and when one of them lifts, the other goes on as a drag. Others can only tap.
///
/// A drag ends the moment its finger leaves, so that a fling does not wait. Where a contact then comes back within
/// lostTime and lostDistance, it was the same finger on a bad frame: its drag begins again at once, without the slop,
/// and it presses nothing.
class Gestures {
public:
    explicit Gestures(TouchRules rules = {});

    /// One contact's news. `hit` is asked where it begins and, for a press, where it is. Contacts come in the order of
    /// their times; news of a contact that did not begin is ignored.
    [[nodiscard]] std::vector<Gesture> feed(const Contact& contact, const HitTest& hit);
    /// Time passes: resting contacts are put aside.
    [[nodiscard]] std::vector<Gesture> advance(base::Seconds now, const HitTest& hit);
    /// When advance() has something to do next; none when nothing is under way.
    [[nodiscard]] std::optional<base::Seconds> due() const;
    /// The screen has changed: contacts that are down press nothing any more; drags of surfaces that are gone end.
    /// `there` says whether a target or surface still exists.
    [[nodiscard]] std::vector<Gesture> screenChanged(const std::function<bool(TargetId)>& there, base::Seconds now);
    /// How many contacts are down.
    [[nodiscard]] std::size_t down() const;

private:
    using Out = std::vector<Gesture>;
    /// What a contact was that left a moment ago, in case that it comes back.
    struct Left {
        base::Point at;
        base::Seconds time = 0;
        Finger::Role role = Finger::Role::spent;
        TargetId dragged = 0;
        Axes axis = Axes::none;
        Velocity velocity;
    };
    enum class Why { lifted, cancelled };

    void begin(const Contact& contact, const HitTest& hit, Out& out);
    void move(Finger& finger, const Contact& contact, const HitTest& hit, Out& out);
    void keepPress(Finger& finger, const HitTest& hit, base::Seconds time, Out& out) const;
    void dropPress(Finger& finger, base::Seconds time, Out& out) const;
    void endPress(Finger& finger, base::Seconds time, Out& out);
    void hold(Finger& finger, Axes axis, base::Seconds time, Out& out) const;
    void tryDrag(Finger& finger, base::Seconds time, Out& out) const;
    void endDrag(Finger& finger, Why why, base::Seconds time, Out& out) const;
    void pairUp(Finger& finger);
    [[nodiscard]] bool tryPinch(Finger& finger, base::Seconds time, Out& out);
    void beginPinch(FingerPair& pair, base::Seconds time, Out& out);
    void pinch(FingerPair& pair, base::Seconds time, Out& out);
    void endPinch(const Finger& finger, Why why, base::Seconds time, const HitTest& hit, Out& out);
    void stop(Finger& finger, Why why, base::Seconds time, const HitTest& hit, Out& out);
    void putAside(Finger& finger, base::Seconds time, const HitTest& hit, Out& out);
    void forget(std::uint64_t finger);
    void forgetOld(base::Seconds now);
    [[nodiscard]] std::optional<Left> comeBack(const Contact& contact);
    [[nodiscard]] bool isPalm(const Contact& contact) const;
    [[nodiscard]] Finger* find(std::uint64_t finger);
    [[nodiscard]] FingerPair* pairOf(std::uint64_t finger);
    /// Whether a finger other than these two drags or pinches it.
    [[nodiscard]] bool taken(TargetId dragged, std::uint64_t except = 0, std::uint64_t orExcept = 0) const;

    TouchRules rules;
    std::vector<Finger> fingers; ///< that are down, in the order they came
    std::vector<FingerPair> pairs;
    std::vector<Left> left;
    std::map<TargetId, base::Seconds> tapped; ///< when each target was tapped last, for a moment
};

} // namespace schacht::input
