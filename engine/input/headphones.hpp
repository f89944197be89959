#pragma once
#include <filesystem>
#include <functional>
#include <thread>

namespace schacht::input {

/// Watches a jack: an input device of the kernel (evdev) with the switch SW_HEADPHONE_INSERT, as sound cards and
/// keypads for people who cannot see have one ("grep -B5 SW= /proc/bus/input/devices" shows which). A device that is
/// not there, or goes, is looked for again every few seconds.
class Headphones {
public:
    /// changed: called on a thread of its own with every change, not with how it stands at first; until this is gone.
    Headphones(std::filesystem::path device, std::function<void(bool in)> changed);
    ~Headphones();
    Headphones(const Headphones&) = delete;
    Headphones& operator=(const Headphones&) = delete;

private:
    void watch();
    /// False where the device has gone.
    [[nodiscard]] bool read(int handle);
    void become(bool now);

    const std::filesystem::path device;
    const std::function<void(bool)> changed;
    const int bell; // rings when it is to end
    bool in = false;
    std::thread thread; // last: it uses all above
};

} // namespace schacht::input
