#pragma once
#include "engine/input/contact.hpp"
#include "engine/input/hit.hpp"
#include "engine/input/touch_rules.hpp"
#include "engine/input/velocity.hpp"

#include <optional>

namespace schacht::input {

[[nodiscard]] float distance(base::Point a, base::Point b);

/// p without what lies across `axis`.
[[nodiscard]] base::Point along(Axes axis, base::Point p);

/// One contact that is down, with what it first touched and what it came to be. It never changes its Hit for another.
///
///     pressing ──▶ dragging ◀──▶ pinching
///         └───────────┴──────▶ spent (did what it could, or may do nothing) or aside (a palm), until it lifts
struct Finger {
    enum class Role { pressing, dragging, pinching, spent, aside };

    std::uint64_t id = 0;
    bool mouse = false;
    Role role = Role::pressing;
    Hit hit;
    bool mayTap = false;  ///< still within the slop, and began on a target
    bool mayDrag = true;  ///< false for a third finger
    bool pressed = false; ///< shown as pressed now

    base::Point start;    ///< where it began
    base::Point anchor;   ///< from where the way to a drag counts: start, or where the surface became free
    base::Point previous; ///< one event ago
    base::Point at;
    base::Seconds began = 0;

    Axes axis = Axes::none;         ///< of its drag
    base::Point origin;             ///< from where its drag counts
    base::Seconds noFlingUntil = 0; ///< its speed until then comes from a pinch
    Velocity velocity;

    base::Point restsAt;
    base::Seconds restsSince = 0;

    [[nodiscard]] static Finger of(const Contact& contact, const Hit& hit);
    void moveTo(base::Point point, base::Seconds time, const TouchRules& rules);
    /// Millimetres since its drag began, along the drag's axis.
    [[nodiscard]] base::Point by() const;
    /// Could be a palm that only rests: touches no control and holds nothing with a second finger.
    [[nodiscard]] bool couldRest() const;
};

/// What a finger's way so far means for a drag of what it touched.
struct DragDecision {
    enum class Answer { wait, begin, refuse };
    Answer answer = Answer::wait;
    Axes axis = Axes::none;
    base::Point origin; ///< from where the drag counts, so that nothing jumps
};
[[nodiscard]] DragDecision decideDrag(const Finger& finger, const TouchRules& rules);

} // namespace schacht::input
