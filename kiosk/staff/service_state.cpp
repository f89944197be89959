#include "kiosk/staff/service_state.hpp"

#include "kiosk/configuration/pin.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace schacht::kiosk {

namespace {

constexpr std::size_t pathLength = 90; // points of a finger that are kept

} // namespace

const char* nameOf(ServicePage page) {
    static constexpr std::array names{"closed", "pin", "menu", "fingers", "pictures", "cleaning"};
    return names[static_cast<std::size_t>(page)];
}

ServiceState::ServiceState(PinTries::Check check) : possible(check != nullptr), tries(std::move(check)) {}

bool ServiceState::feel(const input::Contact& contact, base::Size glass) {
    using Phase = input::Contact::Phase;
    const bool leaves = contact.phase == Phase::ended || contact.phase == Phase::cancelled;
    if (leaves) {
        onGlass.erase(contact.id);
    } else if (contact.phase == Phase::began && !contact.mouse) {
        onGlass.insert(contact.id);
        most = std::max(most, onGlass.size());
    }
    if (!shown()) {
        if (possible) {
            corners.feel(contact, glass);
        }
        return leaves ? mine.erase(contact.id) > 0 : mine.contains(contact.id);
    }
    if (contact.phase == Phase::began) {
        mine.insert(contact.id);
    }
    const bool taken = mine.contains(contact.id);
    if (leaves) {
        mine.erase(contact.id);
    }
    if (!taken || here == ServicePage::cleaning) {
        return taken;
    }
    touched = contact.time;
    test(contact);
    return true;
}

void ServiceState::test(const input::Contact& contact) {
    using Phase = input::Contact::Phase;
    if (here == ServicePage::pictures && contact.phase == Phase::ended && ++shownPicture == testPictures) {
        go(ServicePage::menu, contact.time);
    }
    if (here != ServicePage::fingers) {
        return;
    }
    if (contact.phase == Phase::ended || contact.phase == Phase::cancelled) {
        down.erase(contact.id);
        return;
    }
    const auto [finger, fresh] = down.try_emplace(contact.id);
    if (fresh) {
        const auto taken = [this, &contact](int number) {
            return std::any_of(down.begin(), down.end(), [&](const auto& other) {
                return other.first != contact.id && other.second.number == number;
            });
        };
        while (taken(finger->second.number)) {
            ++finger->second.number;
        }
    }
    auto& path = finger->second.path;
    path.push_back(contact.at);
    if (path.size() > pathLength) {
        path.erase(path.begin());
    }
}

void ServiceState::press(const input::StaffKey& key) {
    using Code = input::StaffKey::Code;
    if (key.code == Code::service && !shown() && possible) {
        go(ServicePage::pin, key.time);
    } else if (key.code == Code::service && shown()) {
        go(ServicePage::closed, key.time);
    } else if (key.code == Code::digit) {
        type(key.digit, key.time);
    } else if (key.code == Code::backspace) {
        erase(key.time);
    }
}

bool ServiceState::press(const input::Key& key) {
    if (!shown()) {
        return false;
    }
    touched = key.time;
    if (key.code == input::Key::Code::enter && here == ServicePage::pin) {
        enter(key.time);
    } else if (key.code == input::Key::Code::escape) {
        const bool testing = here == ServicePage::fingers || here == ServicePage::pictures;
        go(testing ? ServicePage::menu : ServicePage::closed, key.time);
    }
    return true;
}

void ServiceState::type(int digit, base::Seconds now) {
    touched = now;
    refused = false;
    if (here == ServicePage::pin && pin.size() < longestPin) {
        pin.push_back(static_cast<char>('0' + digit));
    }
}

void ServiceState::erase(base::Seconds now) {
    touched = now;
    if (!pin.empty()) {
        pin.pop_back();
    }
}

void ServiceState::enter(base::Seconds now) {
    touched = now;
    if (here != ServicePage::pin || pin.empty()) {
        return;
    }
    const auto answer = tries.attempt(std::exchange(pin, {}), now);
    refused = answer == PinTries::Answer::wrong;
    if (answer == PinTries::Answer::right) {
        go(ServicePage::menu, now);
    }
}

void ServiceState::go(ServicePage page, base::Seconds now) {
    here = page;
    since = touched = breathed = now;
    pin.clear();
    refused = false;
    shownPicture = 0;
    down.clear();
    corners.reset();
}

std::optional<base::Seconds> ServiceState::due() const {
    return shown() ? std::optional(breathed + serviceBreath) : corners.due();
}

void ServiceState::pass(base::Seconds now) {
    if (!shown()) {
        if (const auto held = corners.due(); held && now >= *held) {
            go(ServicePage::pin, now);
        }
        return;
    }
    breathed = std::max(breathed, now);
    const base::Seconds end = here == ServicePage::cleaning ? since + cleaningTime
                              : here == ServicePage::pin    ? touched + pinIdle
                                                            : touched + serviceIdle;
    if (now >= end) {
        go(ServicePage::closed, now);
    }
}

base::Seconds ServiceState::cleaningLeft(base::Seconds now) const {
    return here == ServicePage::cleaning ? std::max(0.0, since + cleaningTime - now) : 0;
}

} // namespace schacht::kiosk
