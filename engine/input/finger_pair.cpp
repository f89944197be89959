#include "engine/input/finger_pair.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace schacht::input {

namespace {

constexpr float nearest = 5; // mm; two fingertips cannot come closer, and a scale needs something to divide by

float angleOf(const Finger& a, const Finger& b) {
    return std::atan2(b.at.y - a.at.y, b.at.x - a.at.x);
}

float apartNow(const Finger& a, const Finger& b) {
    return std::max(nearest, distance(a.at, b.at));
}

} // namespace

bool canPair(const Finger& a, const Finger& b, const TouchRules& rules) {
    const auto free = [](const Finger& finger) {
        return finger.mayDrag && (finger.role == Finger::Role::pressing || finger.role == Finger::Role::dragging) &&
               finger.hit.zooms && !finger.hit.slider && finger.hit.surface != 0;
    };
    const bool differentControls = a.hit.target != 0 && b.hit.target != 0 && a.hit.target != b.hit.target;
    return free(a) && free(b) && a.hit.surface == b.hit.surface && !differentControls &&
           distance(a.at, b.at) <= rules.pinchApart;
}

FingerPair pairOf(const Finger& a, const Finger& b) {
    FingerPair pair;
    pair.surface = a.hit.surface;
    pair.first = a.id;
    pair.second = b.id;
    pair.apart = apartNow(a, b);
    return pair;
}

bool wantsPinch(const FingerPair& pair, const Finger& a, const Finger& b, const TouchRules& rules) {
    return std::abs(apartNow(a, b) - pair.apart) >= rules.pinchStart;
}

void startPinch(FingerPair& pair, const Finger& a, const Finger& b, const TouchRules& rules) {
    const float change = std::clamp(apartNow(a, b) - pair.apart, -rules.pinchStart, rules.pinchStart);
    pair.apart = std::max(nearest, pair.apart + change);
    pair.pinching = true;
    pair.angle = angleOf(a, b);
    pair.turn = 0;
}

float followPinch(FingerPair& pair, const Finger& a, const Finger& b) {
    const float angle = angleOf(a, b);
    pair.turn += std::remainder(angle - pair.angle, 2 * std::numbers::pi_v<float>);
    pair.angle = angle;
    return apartNow(a, b) / pair.apart;
}

base::Point middleOf(const Finger& a, const Finger& b) {
    return {(a.at.x + b.at.x) / 2, (a.at.y + b.at.y) / 2};
}

} // namespace schacht::input
