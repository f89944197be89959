#include "kiosk/staff/service_gate.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::kiosk {

namespace {

std::optional<int> cornerAt(base::Point at, base::Size glass) {
    const bool left = at.x < cornerSide;
    const bool right = at.x >= glass.width - cornerSide;
    const bool top = at.y < cornerSide;
    const bool bottom = at.y >= glass.height - cornerSide;
    if ((!left && !right) || (!top && !bottom)) {
        return std::nullopt;
    }
    return (right ? 1 : 0) + (bottom ? 2 : 0);
}

} // namespace

void CornerHold::feel(const input::Contact& contact, base::Size glass) {
    using Phase = input::Contact::Phase;
    const auto corner = cornerAt(contact.at, glass);
    if (contact.phase == Phase::began && corner && !contact.mouse) {
        held[contact.id] = {*corner, contact.time};
    }
    const auto finger = held.find(contact.id);
    const bool leaves = contact.phase == Phase::ended || contact.phase == Phase::cancelled;
    if (finger != held.end() && (leaves || corner != finger->second.corner)) {
        held.erase(finger);
    }
}

std::optional<base::Seconds> CornerHold::due() const {
    std::optional<base::Seconds> first;
    for (const auto& [a, one] : held) {
        for (const auto& [b, other] : held) {
            if (one.corner < other.corner) {
                const base::Seconds then = std::max(one.since, other.since) + cornersHeld;
                first = std::min(first.value_or(then), then);
            }
        }
    }
    return first;
}

PinTries::Answer PinTries::attempt(const std::string& digits, base::Seconds now) {
    if (wait(now) > 0) {
        return Answer::tooSoon;
    }
    if (check(digits)) {
        failures = 0;
        return Answer::right;
    }
    ++failures;
    if (failures >= patientTries) {
        closedUntil = now + std::min(longestWait, firstWait * std::exp2(failures - patientTries));
    }
    return Answer::wrong;
}

base::Seconds PinTries::wait(base::Seconds now) const {
    return std::max(0.0, closedUntil - now);
}

} // namespace schacht::kiosk
