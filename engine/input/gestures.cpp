#include "engine/input/gestures.hpp"

#include <algorithm>

namespace schacht::input {

using Role = Finger::Role;

Gestures::Gestures(TouchRules theRules) : rules(theRules) {}

std::vector<Gesture> Gestures::feed(const Contact& contact, const HitTest& hit) {
    Out out;
    forgetOld(contact.time);
    Finger* finger = find(contact.id);
    switch (contact.phase) {
    case Contact::Phase::began:
        if (finger) {
            stop(*finger, Why::cancelled, contact.time, hit, out);
            forget(contact.id);
        }
        begin(contact, hit, out);
        break;
    case Contact::Phase::moved:
        if (finger) {
            move(*finger, contact, hit, out);
        }
        break;
    case Contact::Phase::ended:
        if (finger) {
            // Where a screen only repeats the last place, it is no sample of speed.
            if (contact.at != finger->at) {
                move(*finger, contact, hit, out);
            }
            if (!finger->mouse) {
                left.push_back(
                    {finger->at, contact.time, finger->role, draggedBy(finger->hit), finger->axis, finger->velocity});
            }
            stop(*finger, Why::lifted, contact.time, hit, out);
            forget(contact.id);
        }
        break;
    case Contact::Phase::cancelled:
        if (finger) {
            stop(*finger, Why::cancelled, contact.time, hit, out);
            forget(contact.id);
        }
        break;
    }
    return out;
}

std::vector<Gesture> Gestures::advance(base::Seconds now, const HitTest& hit) {
    Out out;
    forgetOld(now);
    for (Finger& finger : fingers) {
        if (finger.couldRest() && now >= finger.restsSince + rules.resting) {
            putAside(finger, now, hit, out);
        }
    }
    return out;
}

std::optional<base::Seconds> Gestures::due() const {
    std::optional<base::Seconds> next;
    for (const Finger& finger : fingers) {
        if (finger.couldRest()) {
            const base::Seconds rested = finger.restsSince + rules.resting;
            next = next ? std::min(*next, rested) : rested;
        }
    }
    return next;
}

std::vector<Gesture> Gestures::screenChanged(const std::function<bool(TargetId)>& there, base::Seconds now) {
    Out out;
    std::erase_if(pairs, [&](const FingerPair& pair) {
        const bool gone = !there(pair.surface);
        if (gone && pair.pinching) {
            out.push_back(PinchEnded{pair.surface, true, now});
            find(pair.first)->role = Role::spent;
            find(pair.second)->role = Role::spent;
        }
        return gone;
    });
    for (Finger& finger : fingers) {
        dropPress(finger, now, out);
        finger.mayTap = false;
        const TargetId dragged = draggedBy(finger.hit);
        if (dragged != 0 && there(dragged)) {
            continue;
        }
        if (finger.role == Role::dragging) {
            endDrag(finger, Why::cancelled, now, out);
        }
        if (finger.role == Role::pressing) {
            finger.role = Role::spent;
        }
    }
    for (Left& contact : left) {
        if (!there(contact.dragged)) {
            contact.dragged = 0;
        }
    }
    return out;
}

std::size_t Gestures::down() const {
    return fingers.size();
}

void Gestures::begin(const Contact& contact, const HitTest& hit, Out& out) {
    out.push_back(Touched{contact.id, contact.at, contact.time});
    const std::optional<Left> before = comeBack(contact);
    fingers.push_back(Finger::of(contact, hit(contact.at)));
    Finger& finger = fingers.back();
    if (isPalm(contact) || (before && before->role == Role::aside)) {
        finger.role = Role::aside;
        return;
    }
    const TargetId dragged = draggedBy(finger.hit);
    if (finger.hit.moving) {
        const TargetId surface = finger.hit.surface != 0 ? finger.hit.surface : finger.hit.target;
        out.push_back(Caught{dragged != 0 ? dragged : surface, contact.id, contact.time});
    } else if (finger.hit.target != 0 && !before) {
        finger.mayTap = finger.pressed = true;
        out.push_back(Pressed{finger.hit.target, contact.id, contact.at, contact.time});
    }
    pairUp(finger);
    const bool sameDrag = before && dragged != 0 && before->dragged == dragged;
    if (FingerPair* pair = pairOf(finger.id); pair && sameDrag && before->role == Role::pinching) {
        beginPinch(*pair, contact.time, out);
    } else if (dragged != 0 && finger.mayDrag && !taken(dragged)) {
        if (sameDrag && before->role == Role::dragging) {
            finger.velocity = before->velocity;
            finger.velocity.add(contact.at, contact.time);
            hold(finger, before->axis, contact.time, out);
        } else if (finger.hit.moving) {
            hold(finger, finger.hit.axes, contact.time, out);
        }
    }
}

void Gestures::move(Finger& finger, const Contact& contact, const HitTest& hit, Out& out) {
    if (finger.role == Role::aside) {
        finger.at = contact.at;
        return;
    }
    if (isPalm(contact)) {
        putAside(finger, contact.time, hit, out);
        return;
    }
    finger.moveTo(contact.at, contact.time, rules);
    switch (finger.role) {
    case Role::pressing:
        keepPress(finger, hit, contact.time, out);
        if (!tryPinch(finger, contact.time, out)) {
            tryDrag(finger, contact.time, out);
        }
        break;
    case Role::dragging:
        if (!tryPinch(finger, contact.time, out)) {
            out.push_back(Dragged{draggedBy(finger.hit), finger.id, finger.at, finger.by(), contact.time});
        }
        break;
    case Role::pinching:
        pinch(*pairOf(finger.id), contact.time, out);
        break;
    case Role::spent:
    case Role::aside:
        break;
    }
}

/// Lets go of everything that the finger does.
void Gestures::stop(Finger& finger, Why why, base::Seconds time, const HitTest& hit, Out& out) {
    switch (finger.role) {
    case Role::pressing:
        if (why == Why::lifted) {
            endPress(finger, time, out);
        } else {
            dropPress(finger, time, out);
        }
        break;
    case Role::dragging:
        endDrag(finger, why, time, out);
        break;
    case Role::pinching:
        endPinch(finger, why, time, hit, out);
        break;
    case Role::spent:
    case Role::aside:
        break;
    }
}

void Gestures::putAside(Finger& finger, base::Seconds time, const HitTest& hit, Out& out) {
    stop(finger, Why::cancelled, time, hit, out);
    std::erase_if(pairs, [&](const FingerPair& pair) { return pair.has(finger.id); });
    finger.role = Role::aside;
}

void Gestures::forget(std::uint64_t finger) {
    std::erase_if(pairs, [&](const FingerPair& pair) { return pair.has(finger); });
    std::erase_if(fingers, [&](const Finger& one) { return one.id == finger; });
}

void Gestures::forgetOld(base::Seconds now) {
    std::erase_if(left, [&](const Left& contact) { return now - contact.time > rules.lostTime; });
    std::erase_if(tapped, [&](const auto& tap) { return now - tap.second > rules.sameTarget; });
}

/// The contact that this one continues; it is taken out of `left`.
std::optional<Gestures::Left> Gestures::comeBack(const Contact& contact) {
    const auto nearer = [&](const Left& a, const Left& b) {
        return distance(a.at, contact.at) < distance(b.at, contact.at);
    };
    const auto nearest = std::min_element(left.begin(), left.end(), nearer);
    if (contact.mouse || nearest == left.end() || distance(nearest->at, contact.at) > rules.lostDistance) {
        return std::nullopt;
    }
    std::optional<Left> found = std::move(*nearest);
    left.erase(nearest);
    return found;
}

bool Gestures::isPalm(const Contact& contact) const {
    return !contact.mouse && contact.breadth > rules.palm;
}

Finger* Gestures::find(std::uint64_t finger) {
    const auto found = std::ranges::find(fingers, finger, &Finger::id);
    return found == fingers.end() ? nullptr : &*found;
}

FingerPair* Gestures::pairOf(std::uint64_t finger) {
    const auto found = std::ranges::find_if(pairs, [&](const FingerPair& pair) { return pair.has(finger); });
    return found == pairs.end() ? nullptr : &*found;
}

bool Gestures::taken(TargetId dragged, std::uint64_t except, std::uint64_t orExcept) const {
    const bool pinched =
        std::ranges::any_of(pairs, [&](const FingerPair& pair) { return pair.pinching && pair.surface == dragged; });
    return pinched || std::ranges::any_of(fingers, [&](const Finger& finger) {
               return finger.role == Role::dragging && draggedBy(finger.hit) == dragged && finger.id != except &&
                      finger.id != orExcept;
           });
}

} // namespace schacht::input
