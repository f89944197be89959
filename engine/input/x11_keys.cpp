#include "engine/input/x11_keys.hpp"

#include <X11/Xutil.h>
#include <X11/keysym.h>

#include <array>

namespace schacht::input {

namespace {

struct Known {
    KeySym symbol;
    Key::Code code;
};
constexpr std::array known{
    Known{XK_Tab, Key::Code::tab},
    Known{XK_ISO_Left_Tab, Key::Code::backTab},
    Known{XK_Left, Key::Code::left},
    Known{XK_KP_Left, Key::Code::left},
    Known{XK_Right, Key::Code::right},
    Known{XK_KP_Right, Key::Code::right},
    Known{XK_Up, Key::Code::up},
    Known{XK_KP_Up, Key::Code::up},
    Known{XK_Down, Key::Code::down},
    Known{XK_KP_Down, Key::Code::down},
    Known{XK_Return, Key::Code::enter},
    Known{XK_KP_Enter, Key::Code::enter},
    Known{XK_space, Key::Code::enter},
    Known{XK_Escape, Key::Code::escape},
    Known{XK_Home, Key::Code::home},
    Known{XK_KP_Home, Key::Code::home},
    Known{XK_Page_Up, Key::Code::pageUp},
    Known{XK_KP_Page_Up, Key::Code::pageUp},
    Known{XK_Page_Down, Key::Code::pageDown},
    Known{XK_KP_Page_Down, Key::Code::pageDown},
    Known{XK_F1, Key::Code::repeat},
    Known{XK_Help, Key::Code::repeat},
};

bool isArrow(Key::Code code) {
    return code == Key::Code::left || code == Key::Code::right || code == Key::Code::up || code == Key::Code::down;
}

std::optional<InputEvent> staffKey(KeySym symbol, unsigned modifiers) {
    constexpr unsigned both = ControlMask | ShiftMask;
    if ((symbol == XK_S || symbol == XK_s) && (modifiers & both) == both) {
        return StaffKey{StaffKey::Code::service, 0, 0};
    }
    if (symbol == XK_BackSpace) {
        return StaffKey{StaffKey::Code::backspace, 0, 0};
    }
    for (const KeySym zero : {KeySym{XK_0}, KeySym{XK_KP_0}}) {
        if (symbol >= zero && symbol <= zero + 9) {
            return StaffKey{StaffKey::Code::digit, static_cast<int>(symbol - zero), 0};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<InputEvent> X11Keys::press(XKeyEvent event) {
    const bool repeated = !held.insert(event.keycode).second;
    KeySym symbol = NoSymbol;
    std::array<char, 16> text{};
    XLookupString(&event, text.data(), static_cast<int>(text.size()), &symbol, nullptr);
    for (const Known& one : known) {
        if (one.symbol == symbol) {
            return repeated && !isArrow(one.code) ? std::nullopt : std::optional<InputEvent>(Key{one.code, 0});
        }
    }
    return repeated ? std::nullopt : staffKey(symbol, event.state);
}

} // namespace schacht::input
