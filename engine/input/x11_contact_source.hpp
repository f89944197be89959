#pragma once
#include "engine/input/contact_source.hpp"
#include "engine/input/server_clock.hpp"
#include "engine/input/x11_keys.hpp"
#include "engine/input/x11_touch_devices.hpp"

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include <map>
#include <optional>
#include <utility>

namespace schacht::input {

/// The source that listenToWindow() makes. It has a connection of its own to the server; the window's thread.
///
/// A finger's contact ends as cancelled where its device is pulled out. The server says that in two events: first that
/// the finger lifted, then that the device is gone; both come in one read.
class X11ContactSource : public ContactSource {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<ContactSource>> listen(unsigned long window,
                                                                             float millimetresPerPixel);
    X11ContactSource(const X11ContactSource&) = delete;
    X11ContactSource& operator=(const X11ContactSource&) = delete;
    ~X11ContactSource() override;

    [[nodiscard]] int descriptor() const override;
    [[nodiscard]] std::vector<InputEvent> collect() override;
    [[nodiscard]] bool pending() override;

private:
    struct Down {
        std::uint64_t id = 0;
        base::Point at;
        float breadth = 0;
    };
    using Finger = std::pair<int, int>; ///< the device that it touches, and the server's number of the touch
    struct Ended {
        int device = 0;
        std::size_t index = 0; ///< in what collect() returns
    };
    /// One call of collect().
    struct Batch {
        std::vector<InputEvent> happenings;
        std::vector<Ended> ended;
        std::vector<std::size_t> timed;          ///< which happenings the server gave a time
        std::vector<std::uint32_t> milliseconds; ///< and which
    };

    X11ContactSource(Display* theDisplay, Window theWindow, float theMillimetresPerPixel);
    [[nodiscard]] std::optional<base::Problem> select();
    void takeFocus();
    void takeWaiting(Batch& batch);
    void tellTimes(Batch& batch);
    void take(XEvent& event, Batch& batch);
    void takeInput(const XGenericEventCookie& cookie, Batch& batch);
    void takeTouch(const XIDeviceEvent& event, Batch& batch);
    void takePointer(const XIDeviceEvent& event, Batch& batch);
    void takeHierarchy(const XIHierarchyEvent& event, Batch& batch);
    void takeSize(const XConfigureEvent& event, Batch& batch);
    void cancelDevice(int device, Batch& batch);
    void cancelAll(Batch& batch);
    static void add(const Down& down, Contact::Phase phase, bool mouse, Batch& batch);
    static void timed(Time milliseconds, Batch& batch);
    [[nodiscard]] base::Point millimetres(const XIDeviceEvent& event) const;

    Display* display;
    Window window;
    float millimetresPerPixel;
    int extension = 0; ///< XInput's major code
    int width = 0;
    int height = 0;
    bool lost = false; ///< the server is gone
    bool toldLost = false;
    std::uint64_t nextId;
    std::map<Finger, Down> fingers;
    std::optional<std::pair<int, Down>> mouse; ///< while its button is down: its device, and where it is
    X11Keys keys;
    X11TouchDevices devices;
    ServerClock clock;
};

} // namespace schacht::input
