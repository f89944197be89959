#pragma once
#include "engine/base/units.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace schacht::input {

/// One finger, or the mouse while its button is down, at one moment.
struct Contact {
    enum class Phase { began, moved, ended, cancelled };
    std::uint64_t id = 0; ///< never used again for another contact of this process
    Phase phase = Phase::began;
    base::Point at;         ///< millimetres on the glass from the window's left upper corner
    base::Seconds time = 0; ///< when it arrived, by base::now()
    float breadth = 0;      ///< millimetres, the longer axis of what touches; 0 where the screen does not say
    bool mouse = false;
};

/// As the trace writes it.
[[nodiscard]] constexpr std::string_view nameOf(Contact::Phase phase) {
    switch (phase) {
    case Contact::Phase::began:
        return "began";
    case Contact::Phase::moved:
        return "moved";
    case Contact::Phase::ended:
        return "ended";
    case Contact::Phase::cancelled:
        return "cancelled";
    }
    return "";
}

/// A key that the kiosk knows. A keypad for people who cannot see sends what its maker's tool sets: arrows, Tab, Enter
/// for its middle, Escape for back, and F1 or Help to hear again what was said (`repeat`).
struct Key {
    enum class Code { tab, backTab, left, right, up, down, enter, escape, home, pageUp, pageDown, repeat };
    Code code = Code::enter;
    base::Seconds time = 0;
};

/// A key that only staff have a use for: Ctrl+Shift+S (`service`), and what a PIN is typed with.
struct StaffKey {
    enum class Code { service, digit, backspace };
    Code code = Code::service;
    int digit = 0; ///< 0..9
    base::Seconds time = 0;
};

/// The window has another size now, in pixels.
struct Resized {
    int width = 0;
    int height = 0;
};
/// What was on the window is lost; it wants drawing.
struct Exposed {};
/// Somebody closes the window.
struct Closed {};

using InputEvent = std::variant<Contact, Key, StaffKey, Resized, Exposed, Closed>;

} // namespace schacht::input
