#include "engine/input/finger.hpp"

#include <cmath>
#include <numbers>

namespace schacht::input {

namespace {

using Answer = DragDecision::Answer;

/// The point where the way from `from` to `to` passed `radius`.
base::Point passed(base::Point from, base::Point to, float radius, float length) {
    const float share = radius / length;
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

/// A slider wants to be dragged: no cones, only its own axis counts.
DragDecision decideSlider(const Finger& finger, const TouchRules& rules) {
    const base::Point way = along(finger.hit.axes, {finger.at.x - finger.anchor.x, finger.at.y - finger.anchor.y});
    const float length = std::hypot(way.x, way.y);
    if (length < rules.sliderStart) {
        return {};
    }
    const base::Point end{finger.anchor.x + way.x, finger.anchor.y + way.y};
    return {Answer::begin, finger.hit.axes, passed(finger.anchor, end, rules.sliderStart, length)};
}

bool inCone(Axes axis, base::Point way, const TouchRules& rules) {
    const float aside = axis == Axes::horizontal ? std::abs(way.y) : std::abs(way.x);
    const float ahead = axis == Axes::horizontal ? std::abs(way.x) : std::abs(way.y);
    return std::atan2(aside, ahead) <= rules.axisCone * std::numbers::pi_v<float> / 180.0F;
}

} // namespace

float distance(base::Point a, base::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

base::Point along(Axes axis, base::Point p) {
    switch (axis) {
    case Axes::none:
        return {};
    case Axes::horizontal:
        return {p.x, 0};
    case Axes::vertical:
        return {0, p.y};
    case Axes::both:
        return p;
    }
    return p;
}

Finger Finger::of(const Contact& contact, const Hit& hit) {
    Finger finger;
    finger.id = contact.id;
    finger.mouse = contact.mouse;
    finger.hit = hit;
    finger.start = finger.anchor = finger.previous = finger.at = finger.restsAt = contact.at;
    finger.began = finger.restsSince = contact.time;
    finger.velocity.add(contact.at, contact.time);
    return finger;
}

void Finger::moveTo(base::Point point, base::Seconds time, const TouchRules& rules) {
    previous = at;
    at = point;
    velocity.add(point, time);
    if (distance(point, restsAt) > rules.jitter) {
        restsAt = point;
        restsSince = time;
    }
}

base::Point Finger::by() const {
    return along(axis, {at.x - origin.x, at.y - origin.y});
}

bool Finger::couldRest() const {
    return !mouse && hit.target == 0 && (role == Role::pressing || role == Role::dragging);
}

DragDecision decideDrag(const Finger& finger, const TouchRules& rules) {
    const Hit& hit = finger.hit;
    if (hit.slider) {
        return decideSlider(finger, rules);
    }
    const base::Point way{finger.at.x - finger.anchor.x, finger.at.y - finger.anchor.y};
    const float length = std::hypot(way.x, way.y);
    if (length < rules.dragStart) {
        return {};
    }
    const bool waited = distance(finger.previous, finger.anchor) >= rules.dragStart;
    const base::Point origin = waited ? finger.previous : passed(finger.anchor, finger.at, rules.dragStart, length);
    if (hit.axes == Axes::both || inCone(hit.axes, way, rules)) {
        return {Answer::begin, hit.axes, origin};
    }
    if (length < rules.axisDecide) {
        return {};
    }
    const Axes across = hit.axes == Axes::horizontal ? Axes::vertical : Axes::horizontal;
    if (inCone(across, way, rules) || hit.ownAxis != hit.axes) {
        return {Answer::refuse, Axes::none, {}};
    }
    return {Answer::begin, hit.axes, origin};
}

} // namespace schacht::input
