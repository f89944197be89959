#include "engine/input/x11_contact_source.hpp"

#include "engine/base/clock.hpp"
#include "engine/input/x11_error_trap.hpp"

#include <X11/XKBlib.h>
#include <algorithm>

#include <array>

namespace schacht::input {

namespace {

/// XInput 2's set of events: a bit each.
std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> maskOf(std::initializer_list<unsigned> events) {
    std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> mask{};
    for (const unsigned event : events) {
        mask[event / 8] = static_cast<unsigned char>(mask[event / 8] | (1U << event % 8));
    }
    return mask;
}

} // namespace

base::Result<std::unique_ptr<ContactSource>> listenToWindow(unsigned long window, float millimetresPerPixel) {
    return X11ContactSource::listen(window, millimetresPerPixel);
}

base::Result<std::unique_ptr<ContactSource>> X11ContactSource::listen(unsigned long window, float millimetresPerPixel) {
    Display* const display = XOpenDisplay(nullptr);
    if (!display) {
        return base::refuse("no-display", "There is no X server to take touches from. Is DISPLAY set?");
    }
    std::unique_ptr<X11ContactSource> source(new X11ContactSource(display, window, millimetresPerPixel));
    if (auto problem = source->select()) {
        return tl::unexpected<base::Problem>(std::move(*problem));
    }
    return source;
}

// Contacts are numbered from the time on, so that those of a later source of this process get other numbers.
X11ContactSource::X11ContactSource(Display* theDisplay, Window theWindow, float theMillimetresPerPixel)
    : display(theDisplay), window(theWindow), millimetresPerPixel(theMillimetresPerPixel),
      nextId(static_cast<std::uint64_t>(base::now() * 1000) << 16), devices(theDisplay) {}

X11ContactSource::~X11ContactSource() {
    XCloseDisplay(display);
}

std::optional<base::Problem> X11ContactSource::select() {
    // When a server is gone Xlib calls the process's handler, which by default ends the process, and then the
    // connection's own. With a handler that only returns, each connection decides for itself.
    XSetIOErrorHandler([](Display*) { return 0; });
    XSetIOErrorExitHandler(
        display, [](Display*, void* source) { static_cast<X11ContactSource*>(source)->lost = true; }, this);
    int firstEvent = 0;
    int firstError = 0;
    int major = 2;
    int minor = 2;
    if (!XQueryExtension(display, "XInputExtension", &extension, &firstEvent, &firstError) ||
        XIQueryVersion(display, &major, &minor) != Success || major * 10 + minor < 22) {
        return base::Problem{
            "no-xinput", base::Severity::error, "The X server has no XInput 2.2, so it cannot tell of touches.", {}};
    }
    X11ErrorTrap trap(display);
    auto contacts = maskOf({XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd, XI_ButtonPress, XI_ButtonRelease, XI_Motion});
    XIEventMask onWindow{XIAllMasterDevices, static_cast<int>(contacts.size()), contacts.data()};
    XISelectEvents(display, window, &onWindow, 1);
    auto plugs = maskOf({XI_HierarchyChanged});
    XIEventMask onRoot{XIAllDevices, static_cast<int>(plugs.size()), plugs.data()};
    XISelectEvents(display, DefaultRootWindow(display), &onRoot, 1);
    XSelectInput(display, window, KeyPressMask | KeyReleaseMask | StructureNotifyMask | ExposureMask | FocusChangeMask);
    XkbSetDetectableAutoRepeat(display, True, nullptr);
    XWindowAttributes attributes{};
    if (trap.refused() || !XGetWindowAttributes(display, window, &attributes)) {
        return base::Problem{"no-window",
                             base::Severity::error,
                             "The X server does not let this program listen to its window: the window is gone, or "
                             "another program takes its touches.",
                             {}};
    }
    width = attributes.width;
    height = attributes.height;
    if (attributes.map_state == IsViewable) {
        takeFocus();
    }
    return std::nullopt;
}

/// Where no window manager gives the keyboard to a window, nobody does.
void X11ContactSource::takeFocus() {
    Window focused = None;
    int revert = 0;
    XGetInputFocus(display, &focused, &revert);
    if (focused == None || focused == PointerRoot) {
        const X11ErrorTrap trap(display);
        XSetInputFocus(display, window, RevertToPointerRoot, CurrentTime);
    }
}

int X11ContactSource::descriptor() const {
    return ConnectionNumber(display);
}

bool X11ContactSource::pending() {
    return lost ? !toldLost : XEventsQueued(display, QueuedAlready) > 0;
}

std::vector<InputEvent> X11ContactSource::collect() {
    Batch batch;
    takeWaiting(batch);
    const auto ended = [](const InputEvent& happening) {
        const auto* contact = std::get_if<Contact>(&happening);
        return contact != nullptr && contact->phase == Contact::Phase::ended && !contact->mouse;
    };
    if (!lost && std::any_of(batch.happenings.begin(), batch.happenings.end(), ended)) {
        // An unplugged screen ends its touches first and says so afterwards, in an event that may come a read later: a
        // round trip brings it, so that nothing is tapped by a cable that is pulled.
        XSync(display, False);
        takeWaiting(batch);
    }
    if (lost && !toldLost) {
        toldLost = true;
        cancelAll(batch);
        batch.happenings.emplace_back(Closed{});
    }
    tellTimes(batch);
    return std::move(batch.happenings);
}

/// Only now, since what was read last tells how the server's clock stands, and since nothing that was read can have
/// happened later. What has no time of the server's happens now.
void X11ContactSource::tellTimes(Batch& batch) {
    const base::Seconds now = base::now();
    const auto set = [&](InputEvent& happening, base::Seconds time) {
        if (auto* contact = std::get_if<Contact>(&happening)) {
            contact->time = time;
        } else if (auto* key = std::get_if<Key>(&happening)) {
            key->time = time;
        } else if (auto* staff = std::get_if<StaffKey>(&happening)) {
            staff->time = time;
        }
    };
    for (InputEvent& happening : batch.happenings) {
        set(happening, now);
    }
    const std::vector<base::Seconds> times = clock.when(batch.milliseconds, now);
    for (std::size_t i = 0; i < times.size(); ++i) {
        set(batch.happenings[batch.timed[i]], times[i]);
    }
}

void X11ContactSource::takeWaiting(Batch& batch) {
    while (!lost && XPending(display) > 0) {
        XEvent event{};
        XNextEvent(display, &event);
        if (!lost) {
            take(event, batch);
        }
    }
}

void X11ContactSource::take(XEvent& event, Batch& batch) {
    switch (event.type) {
    case GenericEvent:
        if (event.xcookie.extension == extension && XGetEventData(display, &event.xcookie)) {
            takeInput(event.xcookie, batch);
            XFreeEventData(display, &event.xcookie);
        }
        break;
    case KeyPress:
        if (auto key = keys.press(event.xkey)) {
            timed(event.xkey.time, batch);
            batch.happenings.push_back(*key);
        }
        break;
    case KeyRelease:
        keys.release(event.xkey);
        break;
    case FocusOut:
        keys.releaseAll();
        break;
    case MappingNotify:
        XRefreshKeyboardMapping(&event.xmapping);
        break;
    case MapNotify:
        takeFocus();
        break;
    case ConfigureNotify:
        takeSize(event.xconfigure, batch);
        break;
    case Expose:
        if (event.xexpose.count == 0) {
            batch.happenings.emplace_back(Exposed{});
        }
        break;
    case DestroyNotify:
        cancelAll(batch);
        batch.happenings.emplace_back(Closed{});
        break;
    default:
        break;
    }
}

void X11ContactSource::takeInput(const XGenericEventCookie& cookie, Batch& batch) {
    switch (cookie.evtype) {
    case XI_TouchBegin:
    case XI_TouchUpdate:
    case XI_TouchEnd:
        takeTouch(*static_cast<const XIDeviceEvent*>(cookie.data), batch);
        break;
    case XI_ButtonPress:
    case XI_ButtonRelease:
    case XI_Motion:
        takePointer(*static_cast<const XIDeviceEvent*>(cookie.data), batch);
        break;
    case XI_HierarchyChanged:
        takeHierarchy(*static_cast<const XIHierarchyEvent*>(cookie.data), batch);
        break;
    default:
        break;
    }
}

void X11ContactSource::takeTouch(const XIDeviceEvent& event, Batch& batch) {
    if (!devices.isScreen(event.sourceid)) {
        return;
    }
    const Finger finger{event.sourceid, event.detail};
    const bool begins = event.evtype == XI_TouchBegin;
    if (!begins && !fingers.contains(finger)) {
        return;
    }
    timed(event.time, batch);
    Down& down = fingers[finger];
    if (begins) {
        down.id = nextId++;
    }
    down.at = millimetres(event);
    down.breadth = devices.breadth(event).value_or(down.breadth);
    if (event.evtype == XI_TouchEnd) {
        batch.ended.push_back({event.sourceid, batch.happenings.size()});
        add(down, Contact::Phase::ended, false, batch);
        fingers.erase(finger);
    } else {
        add(down, begins ? Contact::Phase::began : Contact::Phase::moved, false, batch);
    }
}

void X11ContactSource::takePointer(const XIDeviceEvent& event, Batch& batch) {
    if ((event.flags & XIPointerEmulated) != 0 || devices.isScreen(event.sourceid)) {
        return;
    }
    if (event.evtype == XI_ButtonPress && event.detail == Button1 && !mouse) {
        mouse.emplace(event.sourceid, Down{nextId++, millimetres(event), 0});
        timed(event.time, batch);
        add(mouse->second, Contact::Phase::began, true, batch);
    } else if (mouse && mouse->first == event.sourceid) {
        mouse->second.at = millimetres(event);
        if (event.evtype == XI_Motion) {
            timed(event.time, batch);
            add(mouse->second, Contact::Phase::moved, true, batch);
        } else if (event.evtype == XI_ButtonRelease && event.detail == Button1) {
            batch.ended.push_back({event.sourceid, batch.happenings.size()});
            timed(event.time, batch);
            add(mouse->second, Contact::Phase::ended, true, batch);
            mouse.reset();
        }
    }
}

void X11ContactSource::takeHierarchy(const XIHierarchyEvent& event, Batch& batch) {
    devices.forget();
    for (int i = 0; i < event.num_info; ++i) {
        if ((event.info[i].flags & (XISlaveRemoved | XISlaveDetached | XIDeviceDisabled)) != 0) {
            cancelDevice(event.info[i].deviceid, batch);
        }
    }
}

void X11ContactSource::takeSize(const XConfigureEvent& event, Batch& batch) {
    if (event.width != width || event.height != height) {
        width = event.width;
        height = event.height;
        batch.happenings.emplace_back(Resized{width, height});
    }
}

void X11ContactSource::cancelDevice(int device, Batch& batch) {
    for (const Ended& ended : batch.ended) {
        if (ended.device == device) {
            std::get<Contact>(batch.happenings[ended.index]).phase = Contact::Phase::cancelled;
        }
    }
    std::erase_if(fingers, [&](const auto& finger) {
        if (finger.first.first != device) {
            return false;
        }
        add(finger.second, Contact::Phase::cancelled, false, batch);
        return true;
    });
    if (mouse && mouse->first == device) {
        add(mouse->second, Contact::Phase::cancelled, true, batch);
        mouse.reset();
    }
}

void X11ContactSource::cancelAll(Batch& batch) {
    for (const auto& [finger, down] : fingers) {
        add(down, Contact::Phase::cancelled, false, batch);
    }
    fingers.clear();
    if (mouse) {
        add(mouse->second, Contact::Phase::cancelled, true, batch);
        mouse.reset();
    }
}

/// The next happening of the batch has this time of the server's.
void X11ContactSource::timed(Time milliseconds, Batch& batch) {
    batch.timed.push_back(batch.happenings.size());
    batch.milliseconds.push_back(static_cast<std::uint32_t>(milliseconds));
}

void X11ContactSource::add(const Down& down, Contact::Phase phase, bool isMouse, Batch& batch) {
    batch.happenings.emplace_back(Contact{down.id, phase, down.at, 0, down.breadth, isMouse});
}

base::Point X11ContactSource::millimetres(const XIDeviceEvent& event) const {
    return {static_cast<float>(event.event_x) * millimetresPerPixel,
            static_cast<float>(event.event_y) * millimetresPerPixel};
}

} // namespace schacht::input
