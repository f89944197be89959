#include "engine/input/x11_error_trap.hpp"

namespace schacht::input {

namespace {

// Xlib's handler takes no argument of ours; only a trap's own thread, while it is set, reads and writes this.
thread_local bool sawError = false;

int remember(Display*, XErrorEvent*) {
    sawError = true;
    return 0;
}

} // namespace

X11ErrorTrap::X11ErrorTrap(Display* theDisplay) : display(theDisplay) {
    XSync(display, False);
    sawError = false;
    previous = XSetErrorHandler(remember);
}

X11ErrorTrap::~X11ErrorTrap() {
    XSync(display, False);
    XSetErrorHandler(previous);
}

bool X11ErrorTrap::refused() {
    XSync(display, False);
    return sawError;
}

} // namespace schacht::input
