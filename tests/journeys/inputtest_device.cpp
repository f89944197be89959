#include "tests/journeys/inputtest_device.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <xorg/xf86-input-inputtest-protocol.h>

namespace schacht::tests {

namespace {

/// An event with its header filled in and everything else zero.
template <class Event>
Event eventOf(xf86ITEventType type) {
    Event event{};
    event.header.length = sizeof(Event);
    event.header.type = type;
    return event;
}

/// The driver's absolute axes run from 0 to 65535, which the server spreads over the whole screen.
void setPoint(xf86ITValuatorData& data, double x, double y) {
    const auto value = [](double share) { return std::clamp(share * 65536.0, 0.0, 65535.0); };
    data.mask[0] = 0b11;
    data.valuators[0] = value(x);
    data.valuators[1] = value(y);
}

} // namespace

base::Result<InputtestDevice> InputtestDevice::connect(const std::filesystem::path& path, base::Seconds timeout) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.string().size() >= sizeof(address.sun_path)) {
        return base::refuse("no-device", "the socket's path is too long: " + path.string());
    }
    std::strcpy(address.sun_path, path.c_str());
    const base::Seconds end = base::now() + timeout;
    while (true) {
        InputtestDevice device(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (::connect(device.socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
            auto version = eventOf<xf86ITEventClientVersion>(XF86IT_EVENT_CLIENT_VERSION);
            version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
            version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
            device.send(&version, sizeof(version));
            device.receive();
            return device;
        }
        if (base::now() > end) {
            return base::refuse("no-device", "nobody listens at " + path.string());
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

InputtestDevice::InputtestDevice(InputtestDevice&& other) noexcept : socket(std::exchange(other.socket, -1)) {}

InputtestDevice& InputtestDevice::operator=(InputtestDevice&& other) noexcept {
    std::swap(socket, other.socket);
    return *this;
}

InputtestDevice::~InputtestDevice() {
    if (socket >= 0) {
        close(socket);
    }
}

void InputtestDevice::touch(std::uint32_t id, Touch what, double x, double y) {
    auto event = eventOf<xf86ITEventTouch>(XF86IT_EVENT_TOUCH);
    event.touchid = id;
    event.touch_type = static_cast<std::uint32_t>(what);
    setPoint(event.valuators, x, y);
    send(&event, sizeof(event));
    sync();
}

void InputtestDevice::motion(double x, double y) {
    auto event = eventOf<xf86ITEventMotion>(XF86IT_EVENT_MOTION);
    event.is_absolute = 1;
    setPoint(event.valuators, x, y);
    send(&event, sizeof(event));
    sync();
}

void InputtestDevice::button(int number, bool press) {
    auto event = eventOf<xf86ITEventButton>(XF86IT_EVENT_BUTTON);
    event.button = number;
    event.is_press = press ? 1 : 0;
    send(&event, sizeof(event));
    sync();
}

void InputtestDevice::key(int code, bool press) {
    auto event = eventOf<xf86ITEventKey>(XF86IT_EVENT_KEY);
    event.key_code = code + 8; // X counts evdev's keys from 8
    event.is_press = press ? 1 : 0;
    send(&event, sizeof(event));
    sync();
}

void InputtestDevice::send(const void* event, std::size_t length) {
    if (::send(socket, event, length, MSG_NOSIGNAL) != static_cast<ssize_t>(length)) {
        throw std::runtime_error("the X server does not take input any more");
    }
}

void InputtestDevice::sync() {
    const auto event = eventOf<xf86ITEventWaitForSync>(XF86IT_EVENT_WAIT_FOR_SYNC);
    send(&event, sizeof(event));
    receive();
}

void InputtestDevice::receive() {
    xf86ITResponseHeader header{};
    std::array<char, 256> rest{};
    if (recv(socket, &header, sizeof(header), MSG_WAITALL) != sizeof(header) || header.length < sizeof(header) ||
        header.length - sizeof(header) > rest.size()) {
        throw std::runtime_error("the X server does not answer any more");
    }
    const std::size_t more = header.length - sizeof(header);
    if (more > 0 && recv(socket, rest.data(), more, MSG_WAITALL) != static_cast<ssize_t>(more)) {
        throw std::runtime_error("the X server does not answer any more");
    }
}

} // namespace schacht::tests
