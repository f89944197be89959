#pragma once
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include <map>
#include <optional>

namespace schacht::input {

/// What the server says of its touch devices, asked once for each change of what is plugged in.
class X11TouchDevices {
public:
    explicit X11TouchDevices(Display* theDisplay) : display(theDisplay) {}

    /// Whether the device is a screen: fingers touch what they mean (a touchpad's fingers only move the pointer).
    [[nodiscard]] bool isScreen(int device);
    /// Millimetres, the longer axis of what touches; nothing where this event does not say (it says only what changed),
    /// or the device cannot tell, or not in a unit of length.
    [[nodiscard]] std::optional<float> breadth(const XIDeviceEvent& event);
    /// Something was plugged in or out.
    void forget() { asked = false; }

private:
    struct Device {
        bool screen = false;
        int breadthAxis = -1;
        double millimetresPerCount = 0;
    };
    void ask();

    Display* display;
    bool asked = false;
    std::map<int, Device> devices; ///< that have touch, by their number
};

} // namespace schacht::input
