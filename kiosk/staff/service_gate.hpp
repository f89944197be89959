#pragma once
#include "engine/input/contact.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace schacht::kiosk {

constexpr float cornerSide = 60;         ///< millimetres of a corner that is held
constexpr base::Seconds cornersHeld = 3; ///< both of them
constexpr int patientTries = 3;          ///< after so many wrong PINs the next try has to wait
constexpr base::Seconds firstWait = 5;   ///< so long; each further wrong one doubles it
constexpr base::Seconds longestWait = 600;

/// The two-handed sign by which staff ask for the service menu: a finger in each of two corners of the glass for three
/// seconds. Pure.
class CornerHold {
public:
    /// Contacts in the order of their times. glass: millimetres.
    void feel(const input::Contact& contact, base::Size glass);
    /// When it is complete, unless a finger leaves before; none while no two corners are held.
    [[nodiscard]] std::optional<base::Seconds> due() const;
    /// Forgets the fingers that are down: each sign opens once.
    void reset() { held.clear(); }

private:
    struct Held {
        int corner = 0; // 0..3
        base::Seconds since = 0;
    };
    std::map<std::uint64_t, Held> held; // by contact
};

/// Tries of the PIN: who guesses waits longer after each wrong one. It is not forgotten when the menu closes. Pure.
class PinTries {
public:
    using Check = std::function<bool(const std::string& digits)>;
    explicit PinTries(Check right) : check(std::move(right)) {}

    enum class Answer { right, wrong, tooSoon };
    [[nodiscard]] Answer attempt(const std::string& digits, base::Seconds now);
    /// Seconds until the next try is looked at; 0: now.
    [[nodiscard]] base::Seconds wait(base::Seconds now) const;
    [[nodiscard]] int wrong() const { return failures; }

private:
    Check check;
    int failures = 0; // since the last right one
    base::Seconds closedUntil = 0;
};

} // namespace schacht::kiosk
