#include "engine/input/headphones.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace schacht::input {

namespace {

constexpr int again = 3000; // milliseconds, to the next look for a device that is not there

/// How the switch stands; false where the device does not say.
bool standsIn(int handle) {
    constexpr unsigned bits = 8 * sizeof(unsigned long);
    std::array<unsigned long, SW_MAX / bits + 1> switches{};
    return ioctl(handle, EVIOCGSW(sizeof switches), switches.data()) >= 0 &&
           (switches[SW_HEADPHONE_INSERT / bits] >> (SW_HEADPHONE_INSERT % bits) & 1UL) != 0;
}

} // namespace

Headphones::Headphones(std::filesystem::path where, std::function<void(bool)> tell)
    : device(std::move(where)), changed(std::move(tell)), bell(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    thread = std::thread([this] { watch(); });
}

Headphones::~Headphones() {
    eventfd_write(bell, 1);
    thread.join();
    close(bell);
}

void Headphones::become(bool now) {
    if (std::exchange(in, now) != now) {
        changed(now);
    }
}

bool Headphones::read(int handle) {
    std::array<input_event, 16> events{};
    const ssize_t got = ::read(handle, events.data(), sizeof events);
    if (got <= 0) {
        return got < 0 && (errno == EAGAIN || errno == EINTR);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(got) / sizeof(input_event); ++i) {
        if (events[i].type == EV_SW && events[i].code == SW_HEADPHONE_INSERT) {
            become(events[i].value != 0);
        }
    }
    return true;
}

void Headphones::watch() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    int handle = -1;
    bool first = true;
    for (;;) {
        if (handle < 0) {
            handle = open(device.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
            if (handle >= 0 && std::exchange(first, false)) {
                in = standsIn(handle);
            } else if (handle >= 0) {
                become(standsIn(handle));
            }
        }
        pollfd both[2] = {{bell, POLLIN, 0}, {handle, POLLIN, 0}};
        poll(both, 2, handle < 0 ? again : -1);
        if (both[0].revents != 0) {
            break;
        }
        if (handle >= 0 && both[1].revents != 0 && !read(handle)) {
            close(handle);
            handle = -1;
            become(false);
            pollfd rest{bell, POLLIN, 0};
            poll(&rest, 1, again);
        }
    }
    if (handle >= 0) {
        close(handle);
    }
}

} // namespace schacht::input
