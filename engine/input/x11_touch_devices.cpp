#include "engine/input/x11_touch_devices.hpp"

namespace schacht::input {

bool X11TouchDevices::isScreen(int device) {
    ask();
    const auto found = devices.find(device);
    return found != devices.end() && found->second.screen;
}

std::optional<float> X11TouchDevices::breadth(const XIDeviceEvent& event) {
    ask();
    const auto found = devices.find(event.sourceid);
    if (found == devices.end() || found->second.breadthAxis < 0 || found->second.millimetresPerCount <= 0) {
        return std::nullopt;
    }
    // The values stand one after another, only for the axes whose bit is set.
    const double* value = event.valuators.values;
    for (int axis = 0; axis < event.valuators.mask_len * 8; ++axis) {
        if (!XIMaskIsSet(event.valuators.mask, axis)) {
            continue;
        }
        if (axis == found->second.breadthAxis) {
            return static_cast<float>(*value * found->second.millimetresPerCount);
        }
        ++value;
    }
    return std::nullopt;
}

void X11TouchDevices::ask() {
    if (asked) {
        return;
    }
    asked = true;
    devices.clear();
    const Atom breadthLabel = XInternAtom(display, "Abs MT Touch Major", False);
    int count = 0;
    // All at once: to ask for one that was just pulled out would be an X error.
    XIDeviceInfo* const all = XIQueryDevice(display, XIAllDevices, &count);
    for (int i = 0; i < count; ++i) {
        Device device;
        bool touches = false;
        for (int c = 0; c < all[i].num_classes; ++c) {
            if (all[i].classes[c]->type == XITouchClass) {
                touches = true;
                device.screen = reinterpret_cast<const XITouchClassInfo*>(all[i].classes[c])->mode == XIDirectTouch;
            } else if (all[i].classes[c]->type == XIValuatorClass) {
                const auto* axis = reinterpret_cast<const XIValuatorClassInfo*>(all[i].classes[c]);
                if (axis->label == breadthLabel) {
                    device.breadthAxis = axis->number;
                    // The resolution is in counts a metre; 0 where it is not known.
                    device.millimetresPerCount = axis->resolution > 0 ? 1000.0 / axis->resolution : 0;
                }
            }
        }
        if (touches) {
            devices[all[i].deviceid] = device;
        }
    }
    if (all) {
        XIFreeDeviceInfo(all);
    }
}

} // namespace schacht::input
