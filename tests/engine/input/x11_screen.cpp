#include "tests/engine/input/x11_screen.hpp"

#include <X11/Xlib.h>

#include <cstdlib>
#include <poll.h>
#include <stdexcept>

namespace schacht::input::tests {

namespace {

template <class T>
T orThrow(base::Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().message);
    }
    return std::move(*result);
}

} // namespace

struct X11Screen::Owner {
    Display* display = nullptr;
    Window window = 0;
};

X11Screen::X11Screen(base::Rect place, float millimetresPerPixel)
    : touchscreen(orThrow(schacht::tests::Touchscreen::start(width, height))), owner(std::make_unique<Owner>()) {
    setenv("DISPLAY", touchscreen.display().c_str(), 1);
    owner->display = XOpenDisplay(nullptr);
    owner->window = XCreateSimpleWindow(owner->display, DefaultRootWindow(owner->display), static_cast<int>(place.x),
                                        static_cast<int>(place.y), static_cast<unsigned>(place.width),
                                        static_cast<unsigned>(place.height), 0, 0, 0);
    // What SFML 2.5 and 2.6 select on their windows.
    XSelectInput(owner->display, owner->window,
                 FocusChangeMask | ButtonPressMask | ButtonReleaseMask | ButtonMotionMask | PointerMotionMask |
                     KeyPressMask | KeyReleaseMask | StructureNotifyMask | EnterWindowMask | LeaveWindowMask |
                     VisibilityChangeMask | PropertyChangeMask);
    XMapWindow(owner->display, owner->window);
    XSync(owner->display, False);
    source = orThrow(listenToWindow(owner->window, millimetresPerPixel));
    (void)collect([](const auto&) { return true; });
}

X11Screen::~X11Screen() {
    source.reset();
    if (owner->display) {
        XCloseDisplay(owner->display);
    }
}

std::vector<InputEvent> X11Screen::collect(const std::function<bool(const std::vector<InputEvent>&)>& enough) {
    std::vector<InputEvent> all;
    base::Seconds end = base::now() + 30; // a busy machine is late, not wrong
    bool had = false;
    while (base::now() < end) {
        pollfd ready{source->descriptor(), POLLIN, 0};
        (void)poll(&ready, 1, 20);
        for (InputEvent& happening : source->collect()) {
            all.push_back(happening);
        }
        if (!had && enough(all)) {
            had = true;
            end = base::now() + 0.1;
        }
    }
    return all;
}

std::vector<Contact> X11Screen::contacts(std::size_t atLeast) {
    return only<Contact>(collect([&](const auto& all) { return only<Contact>(all).size() >= atLeast; }));
}

std::vector<Key::Code> X11Screen::keys(std::size_t atLeast) {
    std::vector<Key::Code> codes;
    for (const Key& key : only<Key>(collect([&](const auto& all) { return only<Key>(all).size() >= atLeast; }))) {
        codes.push_back(key.code);
    }
    return codes;
}

void X11Screen::resizeWindow(int newWidth, int newHeight) {
    XResizeWindow(owner->display, owner->window, static_cast<unsigned>(newWidth), static_cast<unsigned>(newHeight));
    XSync(owner->display, False);
}

void X11Screen::destroyWindow() {
    XDestroyWindow(owner->display, owner->window);
    XSync(owner->display, False);
}

void X11Screen::loseServer() {
    XCloseDisplay(owner->display);
    owner->display = nullptr;
    touchscreen.pullTheServerAway();
}

} // namespace schacht::input::tests
