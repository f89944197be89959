#pragma once
#include "engine/base/problem.hpp"
#include "engine/input/contact.hpp"

#include <memory>
#include <vector>

namespace schacht::input {

/// Where contacts and keys come from: one real one (X11), and scripted ones in tests. The window's thread.
class ContactSource {
public:
    virtual ~ContactSource() = default;
    /// Readable when something happened: for poll().
    [[nodiscard]] virtual int descriptor() const = 0;
    /// Everything that happened since, in order; never blocks. Times are those of base::now().
    [[nodiscard]] virtual std::vector<InputEvent> collect() = 0;
    /// True where something is already read and waits in memory, so that poll() must not sleep.
    [[nodiscard]] virtual bool pending() = 0;
};

/// Contacts of an X window over a second connection to its server: XInput 2.2 touches, the pointer's first button,
/// keys, size and exposure. Pointer events that the server makes from touches are left out. A touchscreen that is
/// unplugged cancels its contacts; one that is plugged in is heard at once.
/// window: an X window id (sf::WindowHandle). millimetresPerPixel: > 0. Refused ("no-display", "no-xinput") where there
/// is no X server or it has no XInput 2.2; then there is no input.
[[nodiscard]] base::Result<std::unique_ptr<ContactSource>> listenToWindow(unsigned long window,
                                                                          float millimetresPerPixel);

} // namespace schacht::input
