#include "engine/stage/screen.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>
#include <algorithm>
#include <cmath>
#include <span>

namespace schacht::stage {

namespace {

constexpr float leastLong = 700; // the design's 708 mm, less a little for screens that are not quite 16:9
constexpr float mostLong = 900;

/// Inches between the corners, from an EDID block's first detailed timing (bytes 66 to 68 are millimetres).
std::optional<float> diagonalOf(std::span<const unsigned char> edid) {
    if (edid.size() < 128) {
        return std::nullopt;
    }
    const int width = edid[66] | ((edid[68] & 0xF0) << 4);
    const int height = edid[67] | ((edid[68] & 0x0F) << 8);
    const float diagonal = std::hypot(static_cast<float>(width), static_cast<float>(height)) / 25.4F;
    return diagonal >= 5 && diagonal <= 300 ? std::optional(diagonal) : std::nullopt;
}

std::optional<float> diagonalOfOutput(Display* display, RROutput output) {
    const Atom edid = XInternAtom(display, RR_PROPERTY_RANDR_EDID, True);
    if (edid == None) {
        return std::nullopt;
    }
    Atom type = None;
    int format = 0;
    unsigned long count = 0;
    unsigned long left = 0;
    unsigned char* bytes = nullptr;
    std::optional<float> found;
    if (XRRGetOutputProperty(display, output, edid, 0, 64, False, False, AnyPropertyType, &type, &format, &count, &left,
                             &bytes) == Success &&
        format == 8) {
        found = diagonalOf({bytes, count});
    }
    if (bytes != nullptr) {
        XFree(bytes);
    }
    return found;
}

} // namespace

std::optional<float> diagonalFromEdid() {
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr) {
        return std::nullopt;
    }
    std::optional<float> found;
    int event = 0;
    int error = 0;
    if (XRRQueryExtension(display, &event, &error)) {
        XRRScreenResources* resources = XRRGetScreenResourcesCurrent(display, DefaultRootWindow(display));
        for (int i = 0; resources != nullptr && i < resources->noutput && !found; ++i) {
            found = diagonalOfOutput(display, resources->outputs[i]);
        }
        if (resources != nullptr) {
            XRRFreeScreenResources(resources);
        }
    }
    XCloseDisplay(display);
    return found;
}

Screen screenFor(int widthPixels, int heightPixels, float diagonal) {
    const auto w = static_cast<float>(std::max(widthPixels, 1));
    const auto h = static_cast<float>(std::max(heightPixels, 1));
    const float real = std::hypot(w, h) / (diagonal * 25.4F); // pixels a millimetre of glass
    const float longSide = std::max(w, h);
    const float laid = std::clamp(longSide / real, leastLong, mostLong);
    const float scale = longSide / laid;
    return {{w / scale, h / scale}, scale};
}

} // namespace schacht::stage
