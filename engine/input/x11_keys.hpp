#pragma once
#include "engine/input/contact.hpp"

#include <X11/Xlib.h>

#include <optional>
#include <set>

namespace schacht::input {

/// Which of the kiosk's keys are pressed. A key that is held counts once; only arrows go on while they are held.
class X11Keys {
public:
    /// A Key or a StaffKey, without its time. Nothing for a key that the kiosk does not know, or that is only held.
    [[nodiscard]] std::optional<InputEvent> press(XKeyEvent event);
    void release(const XKeyEvent& event) { held.erase(event.keycode); }
    /// The keyboard is another window's now: releases do not come here.
    void releaseAll() { held.clear(); }

private:
    std::set<unsigned> held; ///< key codes
};

} // namespace schacht::input
