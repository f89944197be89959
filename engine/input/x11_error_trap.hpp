#pragma once
#include <X11/Xlib.h>

namespace schacht::input {

/// While it lives, what the X server refuses becomes a flag instead of the end of the process. Xlib has one error
/// handler for the whole process, so it lives only as long as a few requests; the window's thread.
class X11ErrorTrap {
public:
    explicit X11ErrorTrap(Display* theDisplay);
    X11ErrorTrap(const X11ErrorTrap&) = delete;
    X11ErrorTrap& operator=(const X11ErrorTrap&) = delete;
    ~X11ErrorTrap();

    /// Waits for the server's answers; true where it refused one of the requests made since the trap was set.
    [[nodiscard]] bool refused();

private:
    Display* display;
    XErrorHandler previous;
};

} // namespace schacht::input
