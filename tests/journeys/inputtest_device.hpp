#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace schacht::tests {

/// One device of Xorg's inputtest driver, spoken to over its socket (xf86-input-inputtest-protocol.h): each call
/// returns when the server has taken the event. Throws std::runtime_error where the server is gone.
class InputtestDevice {
public:
    /// Waits up to `timeout` seconds for the socket. Refused ("no-device").
    [[nodiscard]] static base::Result<InputtestDevice> connect(const std::filesystem::path& socket,
                                                               base::Seconds timeout);
    InputtestDevice(InputtestDevice&& other) noexcept;
    InputtestDevice& operator=(InputtestDevice&& other) noexcept;
    ~InputtestDevice();

    enum class Touch : std::uint32_t { began = 18, moved = 19, ended = 20 }; ///< as XI2 numbers its events
    /// x and y: shares of the screen, 0 at its left or upper edge, 1 just beyond the other one.
    void touch(std::uint32_t id, Touch what, double x, double y);
    void motion(double x, double y);
    void button(int number, bool press);
    /// code: as <linux/input-event-codes.h> numbers it.
    void key(int code, bool press);

private:
    explicit InputtestDevice(int descriptor) : socket(descriptor) {}
    void send(const void* event, std::size_t length);
    void sync();
    void receive();

    int socket = -1;
};

} // namespace schacht::tests
