// What a single finger's press and drag, and two fingers' pinch, become: the second half of Gestures.
#include "engine/input/gestures.hpp"

#include <algorithm>

namespace schacht::input {

using Role = Finger::Role;

void Gestures::keepPress(Finger& finger, const HitTest& hit, base::Seconds time, Out& out) const {
    if (!finger.mayTap) {
        return;
    }
    const float way = distance(finger.start, finger.at);
    if (way > rules.tapSlop) {
        finger.mayTap = false;
        dropPress(finger, time, out);
        return;
    }
    const bool on = way <= rules.jitter || hit(finger.at).target == finger.hit.target;
    if (!on) {
        dropPress(finger, time, out);
    } else if (!finger.pressed) {
        finger.pressed = true;
        out.push_back(Pressed{finger.hit.target, finger.id, finger.at, time});
    }
}

void Gestures::dropPress(Finger& finger, base::Seconds time, Out& out) const {
    if (finger.pressed) {
        finger.pressed = false;
        out.push_back(Released{finger.hit.target, finger.id, time});
    }
}

/// The finger lifts: a tap where it is still on its target, and not the second half of a nervous double tap.
void Gestures::endPress(Finger& finger, base::Seconds time, Out& out) {
    if (!finger.pressed) {
        return;
    }
    const TargetId target = finger.hit.target;
    const auto last = tapped.find(target);
    if (!finger.hit.repeatable && last != tapped.end() && time - last->second < rules.sameTarget) {
        dropPress(finger, time, out);
        return;
    }
    finger.pressed = false;
    tapped[target] = time;
    out.push_back(Tapped{target, finger.id, finger.at, time});
}

/// The drag begins here and now, without a slop.
void Gestures::hold(Finger& finger, Axes axis, base::Seconds time, Out& out) const {
    dropPress(finger, time, out);
    finger.mayTap = false;
    finger.role = Role::dragging;
    finger.axis = axis;
    finger.origin = finger.at;
    out.push_back(DragBegan{draggedBy(finger.hit), finger.id, finger.at, axis, time});
}

void Gestures::tryDrag(Finger& finger, base::Seconds time, Out& out) const {
    const TargetId dragged = draggedBy(finger.hit);
    if (dragged == 0 || !finger.mayDrag) {
        return;
    }
    if (taken(dragged)) {
        finger.anchor = finger.at;
        return;
    }
    const DragDecision decision = decideDrag(finger, rules);
    switch (decision.answer) {
    case DragDecision::Answer::wait:
        return;
    case DragDecision::Answer::refuse:
        finger.role = Role::spent;
        return;
    case DragDecision::Answer::begin:
        hold(finger, decision.axis, time, out);
        finger.origin = decision.origin;
        if (finger.by() != base::Point{}) {
            out.push_back(Dragged{dragged, finger.id, finger.at, finger.by(), time});
        }
        return;
    }
}

void Gestures::endDrag(Finger& finger, Why why, base::Seconds time, Out& out) const {
    base::Point velocity;
    if (why == Why::lifted && time >= finger.noFlingUntil) {
        velocity = asFling(along(finger.axis, finger.velocity.at(time, rules)), rules);
    }
    out.push_back(DragEnded{draggedBy(finger.hit), finger.id, finger.by(), velocity, why == Why::cancelled, time});
    finger.role = Role::spent;
}

/// Looks for a first finger to this second one. A third finger joins nothing.
void Gestures::pairUp(Finger& finger) {
    if (finger.hit.zooms && !finger.hit.slider &&
        std::ranges::any_of(pairs, [&](const FingerPair& pair) { return pair.surface == finger.hit.surface; })) {
        finger.mayDrag = false;
        return;
    }
    const auto partner = std::ranges::find_if(
        fingers, [&](const Finger& other) { return other.id != finger.id && canPair(other, finger, rules); });
    if (partner != fingers.end()) {
        pairs.push_back(input::pairOf(*partner, finger));
    }
}

bool Gestures::tryPinch(Finger& finger, base::Seconds time, Out& out) {
    FingerPair* pair = pairOf(finger.id);
    if (!pair || taken(pair->surface, pair->first, pair->second) ||
        !wantsPinch(*pair, *find(pair->first), *find(pair->second), rules)) {
        return false;
    }
    beginPinch(*pair, time, out);
    return true;
}

void Gestures::beginPinch(FingerPair& pair, base::Seconds time, Out& out) {
    Finger& first = *find(pair.first);
    Finger& second = *find(pair.second);
    for (Finger* finger : {&first, &second}) {
        dropPress(*finger, time, out);
        finger->mayTap = false;
        if (finger->role == Role::dragging) {
            endDrag(*finger, Why::cancelled, time, out);
        }
        finger->role = Role::pinching;
    }
    startPinch(pair, first, second, rules);
    out.push_back(PinchBegan{pair.surface, middleOf(first, second), time});
    pinch(pair, time, out);
}

void Gestures::pinch(FingerPair& pair, base::Seconds time, Out& out) {
    const Finger& first = *find(pair.first);
    const Finger& second = *find(pair.second);
    const float scale = followPinch(pair, first, second);
    out.push_back(Pinched{pair.surface, middleOf(first, second), scale, pair.turn, time});
}

/// One of the two is gone; the other goes on as a drag by how the surface can be dragged now.
void Gestures::endPinch(const Finger& finger, Why why, base::Seconds time, const HitTest& hit, Out& out) {
    const FingerPair pair = *pairOf(finger.id);
    std::erase_if(pairs, [&](const FingerPair& one) { return one.has(finger.id); });
    out.push_back(PinchEnded{pair.surface, why == Why::cancelled, time});
    Finger& other = *find(finger.id == pair.first ? pair.second : pair.first);
    other.role = Role::spent;
    if (const Hit now = hit(other.at); now.surface == pair.surface) {
        other.hit.axes = now.axes;
    }
    if (draggedBy(other.hit) != 0) {
        other.velocity.forget();
        other.velocity.add(other.at, time);
        other.noFlingUntil = time + rules.velocityWindow;
        hold(other, other.hit.axes, time, out);
    }
}

} // namespace schacht::input
