#include "tests/journeys/xorg_configuration.hpp"

#include <algorithm>
#include <sstream>

namespace schacht::tests {

namespace {

/// A mode that the dummy driver takes: its clock ends at 300 MHz, and a small blanking would read as "reduced".
std::string modeline(int width, int height) {
    const int across = width + 400;
    const int down = height + 60;
    const double megahertz = std::min(across * down * 60 / 1e6, 290.0);
    std::ostringstream line;
    line << "Modeline \"" << width << "x" << height << "\" " << megahertz << " " << width << " " << width + 100 << " "
         << width + 200 << " " << across << " " << height << " " << height + 4 << " " << height + 9 << " " << down;
    return line.str();
}

// Without it the driver takes the server's own default, whose key codes are those of the nineties: no arrows.
constexpr auto evdevKeys = "  Option \"XkbRules\" \"evdev\"\n";

std::string device(const std::string& name, const std::string& type, const std::filesystem::path& folder,
                   const std::string& more = "") {
    return "Section \"InputDevice\"\n  Identifier \"" + name +
           "\"\n  Driver \"inputtest\"\n  Option \"SocketPath\" \"" + (folder / name).string() +
           "\"\n  Option \"DeviceType\" \"" + type + "\"\n" + more + "EndSection\n";
}

} // namespace

std::string xorgConfiguration(int width, int height, const std::filesystem::path& folder) {
    std::ostringstream text;
    text << "Section \"ServerFlags\"\n"
            "  Option \"AutoAddDevices\" \"false\"\n"
            "  Option \"DontVTSwitch\" \"true\"\n"
            "  Option \"AllowMouseOpenFail\" \"true\"\n"
            "EndSection\n"
            "Section \"Device\"\n  Identifier \"card\"\n  Driver \"dummy\"\n  VideoRam 256000\nEndSection\n"
            "Section \"Monitor\"\n  Identifier \"monitor\"\n  HorizSync 5-1000\n  VertRefresh 5-200\n  "
         << modeline(width, height)
         << "\nEndSection\n"
            "Section \"Screen\"\n  Identifier \"screen\"\n  Device \"card\"\n  Monitor \"monitor\"\n"
            "  DefaultDepth 24\n  SubSection \"Display\"\n    Depth 24\n    Virtual "
         << width << " " << height << "\n    Modes \"" << width << "x" << height << "\"\n  EndSubSection\nEndSection\n"
         << device("pointer", "PointerAbsolute", folder) << device("keyboard", "Keyboard", folder, evdevKeys)
         << device("touch", "Touch", folder, "  Option \"TouchCount\" \"10\"\n")
         << "Section \"ServerLayout\"\n  Identifier \"layout\"\n  Screen \"screen\"\n"
            "  InputDevice \"pointer\" \"CorePointer\"\n"
            "  InputDevice \"keyboard\" \"CoreKeyboard\"\n"
            "  InputDevice \"touch\" \"SendCoreEvents\"\n"
            "EndSection\n";
    return text.str();
}

} // namespace schacht::tests
