#include "engine/scene/animated_value.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::scene {

namespace {

struct Bezier {
    float x1, y1, x2, y2;
};

constexpr std::array<Bezier, 5> curves{
    {{.2F, .8F, .2F, 1}, {.4F, 0, 1, 1}, {.4F, 0, .2F, 1}, {.4F, 0, .6F, 1}, {0, 0, 1, 1}}};

float bezier(float a, float b, float t) {
    const float u = 1 - t;
    return 3 * u * u * t * a + 3 * u * t * t * b + t * t * t;
}

/// How steeply a curve begins: shares of the way for a share of the time.
float steepness(Curve curve) {
    const Bezier& c = curves[static_cast<std::size_t>(curve)];
    return curve == Curve::even ? 1 : c.y1 / c.x1;
}

} // namespace

float ease(Curve curve, float share) {
    if (share <= 0) {
        return 0;
    }
    if (share >= 1) {
        return 1;
    }
    if (curve == Curve::even) {
        return share;
    }
    const Bezier& c = curves[static_cast<std::size_t>(curve)];
    float low = 0;
    float high = 1;
    for (int i = 0; i < 20; ++i) { // x grows with t, so halving finds t to within a millionth
        const float t = (low + high) / 2;
        (bezier(c.x1, c.x2, t) < share ? low : high) = t;
    }
    return bezier(c.y1, c.y2, (low + high) / 2);
}

void AnimatedValue::jump(float position) {
    kind = Kind::rest;
    from = target = position;
    startSpeed = carried = 0;
}

void AnimatedValue::hold(float position) {
    jump(position);
    kind = Kind::held;
}

void AnimatedValue::glide(float goal, Curve by, base::Seconds seconds, base::Seconds now) {
    const float there = position(now);
    const bool goes = moving(now) && now > start;
    const float way = goal - there;
    carried = goes && seconds > 0 ? speed(now) - way * steepness(by) / static_cast<float>(seconds) : 0;
    from = there;
    target = goal;
    curve = by;
    start = now;
    duration = seconds;
    kind = seconds > 0 ? Kind::glide : Kind::rest;
    if (kind == Kind::rest) {
        jump(goal);
    }
}

void AnimatedValue::glideOrTurn(float goal, Curve by, base::Seconds seconds, base::Seconds now) {
    constexpr base::Seconds least = 0.120;
    const bool turns = kind == Kind::glide && moving(now) && now > start && goal == from;
    glide(goal, by, turns ? std::max(least, now - start) : seconds, now);
}

void AnimatedValue::spring(float goal, float speedAtStart, float radiansPerSecond, base::Seconds now) {
    from = position(now);
    startSpeed = speedAtStart;
    target = goal;
    omega = radiansPerSecond;
    start = now;
    kind = Kind::spring;
}

float AnimatedValue::position(base::Seconds now) const {
    const auto t = static_cast<float>(now - start);
    switch (kind) {
    case Kind::rest:
    case Kind::held:
        return target;
    case Kind::glide: {
        const auto share = static_cast<float>((now - start) / duration);
        if (share >= 1) {
            return target;
        }
        // what it moved with dies away over the same time, and leaves no step at either end
        const float more = share > 0 ? carried * t * (1 - share) * (1 - share) : 0;
        return from + (target - from) * ease(curve, share) + more;
    }
    case Kind::spring: {
        const float a = from - target;
        return moving(now) ? target + (a + (startSpeed + omega * a) * t) * std::exp(-omega * t) : target;
    }
    }
    return target;
}

float AnimatedValue::speed(base::Seconds now) const {
    if (kind == Kind::spring) {
        const auto t = static_cast<float>(now - start);
        const float a = from - target;
        const float b = startSpeed + omega * a;
        return (b - omega * (a + b * t)) * std::exp(-omega * t);
    }
    if (kind == Kind::glide && moving(now)) {
        constexpr base::Seconds step = 0.001;
        return (position(now + step) - position(now)) / static_cast<float>(step);
    }
    return 0;
}

bool AnimatedValue::moving(base::Seconds now) const {
    if (kind == Kind::glide) {
        return now < start + duration;
    }
    if (kind == Kind::spring) {
        const auto t = static_cast<float>(now - start);
        const float a = from - target;
        const float b = startSpeed + omega * a;
        const float e = std::exp(-omega * t);
        const float distance = (a + b * t) * e;
        return std::abs(distance) >= restDistance || std::abs((b - omega * (a + b * t)) * e) >= restSpeed;
    }
    return false;
}

} // namespace schacht::scene
