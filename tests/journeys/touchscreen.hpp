#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"

#include <SFML/Graphics/Image.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace schacht::tests {

/// A screen with ten-finger touch, a keyboard and a mouse, without hardware: a private Xorg with the drivers `dummy`
/// and `inputtest` (Debian: xserver-xorg-core, xserver-xorg-video-dummy; to build: xserver-xorg-dev). Several may run
/// at once, each on a display number that is free.
///
/// All points are pixels of the screen. Calls return when the server has taken the event; what moves takes its time,
/// asleep. They throw std::runtime_error where the server has died. One thread.
class Touchscreen {
public:
    /// Refused ("no-touchscreen") with the end of the server's log where it does not start within 20 seconds.
    [[nodiscard]] static base::Result<Touchscreen> start(int width, int height);
    Touchscreen(Touchscreen&&) noexcept;
    Touchscreen& operator=(Touchscreen&&) noexcept;
    ~Touchscreen();

    /// For the environment variable DISPLAY: ":3".
    [[nodiscard]] const std::string& display() const;
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;

    /// finger: 0..9.
    void down(int finger, base::Point at);
    void move(int finger, base::Point at);
    void up(int finger); ///< where it is

    void tap(base::Point at, base::Seconds held = 0.06, int finger = 0);
    /// A finger that is down, to a place, sixty steps a second.
    void glide(int finger, base::Point from, base::Point to, base::Seconds seconds = 0.3);
    /// One finger from `from` to `to`.
    void drag(base::Point from, base::Point to, base::Seconds seconds = 0.3);
    void flick(base::Point from, base::Point to) { drag(from, to, 0.09); }
    /// Two fingers beside a centre, `radius` pixels from it.
    void pinch(base::Point centre, float fromRadius, float toRadius, base::Seconds seconds = 0.5);

    /// enter tab esc space up down left right home end pageup pagedown shift ctrl alt backspace, a..z, 0..9, f1..f10.
    void key(const std::string& name);
    void hold(const std::string& name);
    void release(const std::string& name);

    void mouseTo(base::Point at);
    void mouseDown(int button = 1);
    void mouseUp(int button = 1);
    void click(base::Point at);

    /// Takes the touchscreen off (with what touches it) and puts it on again, as when its cable is pulled.
    void unplug();
    void plug();
    /// Ends the server, as when it crashes; nothing else works afterwards.
    void pullTheServerAway();

    [[nodiscard]] sf::Image picture() const;
    /// The screen as a PNG. True when it is written.
    [[nodiscard]] bool screenshot(const std::filesystem::path& file) const;

private:
    struct Parts;
    explicit Touchscreen(std::unique_ptr<Parts> theParts);
    void enable(bool on);

    std::unique_ptr<Parts> parts;
};

} // namespace schacht::tests
