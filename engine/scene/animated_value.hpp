#pragma once
#include "engine/base/units.hpp"

namespace schacht::scene {

/// The five curves of motion.md: cubic-bezier(x1, y1, x2, y2) from (0, 0) to (1, 1).
enum class Curve { settle, leave, swap, fade, even };

/// The share of the way (0..1) at a share of the time (0..1), as CSS Easing Functions 1 defines cubic-bezier().
[[nodiscard]] float ease(Curve curve, float share);

/// One animated number with a position and a speed: a new goal starts from both, so that nothing jumps when it is
/// interrupted. A value; time comes in as an argument.
class AnimatedValue {
public:
    AnimatedValue() = default;
    explicit AnimatedValue(float position) : from(position), target(position) {}

    /// Stands at `position`, from now on.
    void jump(float position);
    /// Is in a finger's hand: stands at `position`, and its speed (units a second) is known should it be let go.
    void hold(float position);
    /// Goes to `goal` in `duration` seconds by a curve. Where it moves already, it keeps its speed at first: what the
    /// curve would have begun with gives way to it, so that touching again never makes it jump ahead.
    void glide(float goal, Curve curve, base::Seconds duration, base::Seconds now);
    /// As glide(); but where it is on its way from `goal`, it runs back in the time that it has run, at least 120 ms
    /// (motion.md, "turns").
    void glideOrTurn(float goal, Curve curve, base::Seconds duration, base::Seconds now);
    /// Goes to `goal` by a critically damped spring: x(t) = goal + (a + (v + ωa)t)·e^(−ωt) (motion.md).
    /// speed: at the start, units a second. omega: radians a second, > 0.
    void spring(float goal, float speed, float omega, base::Seconds now);

    [[nodiscard]] float position(base::Seconds now) const;
    [[nodiscard]] float speed(base::Seconds now) const;
    [[nodiscard]] float goal() const { return target; }
    /// A spring rests within `restDistance` of its goal and below `restSpeed`; a glide when its time is over.
    [[nodiscard]] bool moving(base::Seconds now) const;
    [[nodiscard]] bool held() const { return kind == Kind::held; }

    enum class Kind { rest, held, glide, spring };
    /// Each member by name, for who writes an AnimatedValue down and reads it again: each(name, member). `of` may be
    /// const.
    template <class Self, class Each>
    static void members(Self& of, Each&& each) {
        each("kind", of.kind);
        each("curve", of.curve);
        each("from", of.from);
        each("target", of.target);
        each("carried", of.carried);
        each("startSpeed", of.startSpeed);
        each("omega", of.omega);
        each("start", of.start);
        each("duration", of.duration);
    }

private:
    static constexpr float restDistance = 0.2F; // mm (motion.md)
    static constexpr float restSpeed = 8;       // mm/s (motion.md)

    Kind kind = Kind::rest;
    Curve curve = Curve::settle;
    float from = 0;
    float target = 0;
    float carried = 0; // what a glide had more of speed at its start than its curve has, units a second
    float startSpeed = 0;
    float omega = 0;
    base::Seconds start = 0;
    base::Seconds duration = 0;
};

} // namespace schacht::scene
