#include "tests/journeys/touchscreen.hpp"

#include "engine/base/clock.hpp"
#include "tests/journeys/child_process.hpp"
#include "tests/journeys/inputtest_device.hpp"
#include "tests/journeys/xorg_configuration.hpp"
#include "tests/temporary_folder.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XInput2.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <linux/input-event-codes.h>
#include <map>
#include <optional>
#include <poll.h>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <unistd.h>
#include <vector>

namespace schacht::tests {

namespace {

constexpr double stepsEachSecond = 60;   // what a usual panel reports
constexpr base::Seconds handsRest = 0.1; // between two taps; one sooner is the same finger on a bad frame

void sleepFor(base::Seconds seconds) {
    std::this_thread::sleep_for(std::chrono::duration<double>(std::max(seconds, 0.0)));
}

int codeOf(const std::string& name) {
    static const std::map<std::string, int> named{
        {"enter", KEY_ENTER},     {"tab", KEY_TAB},       {"esc", KEY_ESC},       {"space", KEY_SPACE},
        {"up", KEY_UP},           {"down", KEY_DOWN},     {"left", KEY_LEFT},     {"right", KEY_RIGHT},
        {"home", KEY_HOME},       {"end", KEY_END},       {"pageup", KEY_PAGEUP}, {"pagedown", KEY_PAGEDOWN},
        {"shift", KEY_LEFTSHIFT}, {"ctrl", KEY_LEFTCTRL}, {"alt", KEY_LEFTALT},   {"backspace", KEY_BACKSPACE}};
    static const std::array<std::pair<std::string, int>, 4> rows{
        {{"1234567890", KEY_1}, {"qwertyuiop", KEY_Q}, {"asdfghjkl", KEY_A}, {"zxcvbnm", KEY_Z}}};
    if (const auto found = named.find(name); found != named.end()) {
        return found->second;
    }
    if (name.size() > 1 && name[0] == 'f') {
        return KEY_F1 + std::stoi(name.substr(1)) - 1;
    }
    for (const auto& [keys, first] : rows) {
        if (const auto at = keys.find(name); name.size() == 1 && at != std::string::npos) {
            return first + static_cast<int>(at);
        }
    }
    throw std::runtime_error("no such key: " + name);
}

/// The display's number as Xorg writes it when it is ready, or nothing.
std::optional<std::string> readNumber(int descriptor, ChildProcess& server) {
    std::string number;
    const base::Seconds end = base::now() + 20;
    while (base::now() < end && number.find('\n') == std::string::npos && server.running()) {
        pollfd ready{descriptor, POLLIN, 0};
        std::array<char, 16> bytes{};
        if (poll(&ready, 1, 50) == 1) {
            const ssize_t got = read(descriptor, bytes.data(), bytes.size());
            if (got <= 0) {
                break;
            }
            number.append(bytes.data(), static_cast<std::size_t>(got));
        }
    }
    const auto line = number.find('\n');
    return line == std::string::npos ? std::nullopt : std::optional(number.substr(0, line));
}

std::string endOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    const std::string all = text.str();
    return all.substr(all.size() > 1500 ? all.size() - 1500 : 0);
}

} // namespace

struct Touchscreen::Parts {
    Parts(TemporaryFolder&& theFolder, ChildProcess&& theServer) // order as below
        : folder(std::move(theFolder)), server(std::move(theServer)) {}
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() { closeConnection(); }
    void closeConnection() {
        if (connection) {
            XCloseDisplay(connection);
        }
        connection = nullptr;
    }

    TemporaryFolder folder;
    ChildProcess server;
    int width = 0;
    int height = 0;
    std::string display;
    Display* connection = nullptr;
    std::optional<InputtestDevice> pointer;
    std::optional<InputtestDevice> keyboard;
    std::optional<InputtestDevice> touch; ///< none while it is unplugged
    struct Finger {
        std::uint32_t id;
        base::Point at;
    };
    std::map<int, Finger> fingers;
    std::uint32_t nextFinger = 0;
    base::Seconds lifted = 0; ///< when the last tap was over
};

base::Result<Touchscreen> Touchscreen::start(int width, int height) {
    TemporaryFolder folder;
    const auto configuration = folder.path() / "xorg.conf";
    std::ofstream(configuration) << xorgConfiguration(width, height, folder.path());
    std::array<int, 2> pipe{};
    if (pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return base::refuse("no-touchscreen", "no pipe");
    }
    auto server = ChildProcess::start({"Xorg", "-displayfd", std::to_string(pipe[1]), "-config", configuration.string(),
                                       "-logfile", (folder.path() / "xorg.log").string(), "-noreset", "-novtswitch",
                                       "-sharevts", "-nolisten", "tcp"},
                                      {{}, folder.path() / "xorg.out", pipe[1]});
    close(pipe[1]);
    const auto number = server ? readNumber(pipe[0], *server) : std::nullopt;
    close(pipe[0]);
    if (!number) {
        return base::refuse("no-touchscreen", "Xorg did not start: " + endOf(folder.path() / "xorg.out") +
                                                  endOf(folder.path() / "xorg.log"));
    }
    auto parts = std::make_unique<Parts>(std::move(folder), std::move(*server));
    parts->width = width;
    parts->height = height;
    parts->display = ":" + *number;
    parts->connection = XOpenDisplay(parts->display.c_str());
    auto pointer = InputtestDevice::connect(parts->folder.path() / "pointer", 10);
    auto keyboard = InputtestDevice::connect(parts->folder.path() / "keyboard", 10);
    auto touch = InputtestDevice::connect(parts->folder.path() / "touch", 10);
    if (!parts->connection || !pointer || !keyboard || !touch) {
        return base::refuse("no-touchscreen", "Xorg does not answer: " + endOf(parts->folder.path() / "xorg.log"));
    }
    parts->pointer = std::move(*pointer);
    parts->keyboard = std::move(*keyboard);
    parts->touch = std::move(*touch);
    return Touchscreen(std::move(parts));
}

Touchscreen::Touchscreen(std::unique_ptr<Parts> theParts) : parts(std::move(theParts)) {}
Touchscreen::Touchscreen(Touchscreen&&) noexcept = default;
Touchscreen& Touchscreen::operator=(Touchscreen&&) noexcept = default;
Touchscreen::~Touchscreen() = default;

const std::string& Touchscreen::display() const {
    return parts->display;
}
int Touchscreen::width() const {
    return parts->width;
}
int Touchscreen::height() const {
    return parts->height;
}

void Touchscreen::down(int finger, base::Point at) {
    parts->fingers[finger] = {parts->nextFinger++, at};
    parts->touch.value().touch(parts->fingers[finger].id, InputtestDevice::Touch::began,
                               static_cast<double>(at.x) / parts->width, static_cast<double>(at.y) / parts->height);
}

void Touchscreen::move(int finger, base::Point at) {
    parts->fingers.at(finger).at = at;
    parts->touch.value().touch(parts->fingers.at(finger).id, InputtestDevice::Touch::moved,
                               static_cast<double>(at.x) / parts->width, static_cast<double>(at.y) / parts->height);
}

void Touchscreen::up(int finger) {
    const auto [id, at] = parts->fingers.at(finger);
    parts->fingers.erase(finger);
    parts->touch.value().touch(id, InputtestDevice::Touch::ended, static_cast<double>(at.x) / parts->width,
                               static_cast<double>(at.y) / parts->height);
}

void Touchscreen::tap(base::Point at, base::Seconds held, int finger) {
    sleepFor(parts->lifted + handsRest - base::now());
    down(finger, at);
    sleepFor(held);
    up(finger);
    parts->lifted = base::now();
}

void Touchscreen::glide(int finger, base::Point from, base::Point to, base::Seconds seconds) {
    const int steps = std::max(1, static_cast<int>(seconds * stepsEachSecond));
    for (int step = 1; step <= steps; ++step) {
        sleepFor(seconds / steps);
        const float share = static_cast<float>(step) / static_cast<float>(steps);
        move(finger, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
}

void Touchscreen::drag(base::Point from, base::Point to, base::Seconds seconds) {
    down(0, from);
    glide(0, from, to, seconds);
    up(0);
}

void Touchscreen::pinch(base::Point centre, float fromRadius, float toRadius, base::Seconds seconds) {
    const int steps = std::max(1, static_cast<int>(seconds * stepsEachSecond));
    down(0, {centre.x - fromRadius, centre.y});
    down(1, {centre.x + fromRadius, centre.y});
    for (int step = 1; step <= steps; ++step) {
        sleepFor(seconds / steps);
        const float radius =
            fromRadius + (toRadius - fromRadius) * static_cast<float>(step) / static_cast<float>(steps);
        move(0, {centre.x - radius, centre.y});
        move(1, {centre.x + radius, centre.y});
    }
    up(0);
    up(1);
}

void Touchscreen::key(const std::string& name) {
    hold(name);
    release(name);
}
void Touchscreen::hold(const std::string& name) {
    parts->keyboard->key(codeOf(name), true);
}
void Touchscreen::release(const std::string& name) {
    parts->keyboard->key(codeOf(name), false);
}

void Touchscreen::mouseTo(base::Point at) {
    parts->pointer->motion(static_cast<double>(at.x) / parts->width, static_cast<double>(at.y) / parts->height);
}
void Touchscreen::mouseDown(int button) {
    parts->pointer->button(button, true);
}
void Touchscreen::mouseUp(int button) {
    parts->pointer->button(button, false);
}
void Touchscreen::click(base::Point at) {
    mouseTo(at);
    mouseDown();
    sleepFor(0.04);
    mouseUp();
}

void Touchscreen::unplug() {
    enable(false);
    parts->touch.reset();
    parts->fingers.clear();
}

void Touchscreen::plug() {
    enable(true);
    auto touch = InputtestDevice::connect(parts->folder.path() / "touch", 10);
    if (!touch) {
        throw std::runtime_error(touch.error().message);
    }
    parts->touch = std::move(*touch);
}

void Touchscreen::enable(bool on) {
    Display* const display = parts->connection;
    int count = 0;
    XIDeviceInfo* const devices = XIQueryDevice(display, XIAllDevices, &count);
    for (int i = 0; i < count; ++i) {
        if (std::string(devices[i].name) == "touch") {
            unsigned char value = on ? 1 : 0;
            XIChangeProperty(display, devices[i].deviceid, XInternAtom(display, "Device Enabled", False),
                             XInternAtom(display, "INTEGER", False), 8, XIPropModeReplace, &value, 1);
        }
    }
    XIFreeDeviceInfo(devices);
    XSync(display, False);
}

void Touchscreen::pullTheServerAway() {
    parts->closeConnection();
    parts->server.signal(SIGKILL);
    (void)parts->server.wait(5);
}

sf::Image Touchscreen::picture() const {
    Display* const display = parts->connection;
    XImage* const shot = XGetImage(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(parts->width),
                                   static_cast<unsigned>(parts->height), AllPlanes, ZPixmap);
    if (!shot) {
        throw std::runtime_error("the X server gives no picture");
    }
    sf::Image image;
    image.create(static_cast<unsigned>(parts->width), static_cast<unsigned>(parts->height));
    for (int y = 0; y < parts->height; ++y) {
        for (int x = 0; x < parts->width; ++x) {
            const unsigned long pixel = XGetPixel(shot, x, y);
            image.setPixel(static_cast<unsigned>(x), static_cast<unsigned>(y),
                           sf::Color(static_cast<sf::Uint8>(pixel >> 16), static_cast<sf::Uint8>(pixel >> 8),
                                     static_cast<sf::Uint8>(pixel)));
        }
    }
    XDestroyImage(shot);
    return image;
}

bool Touchscreen::screenshot(const std::filesystem::path& file) const {
    return picture().saveToFile(file.string());
}

} // namespace schacht::tests
