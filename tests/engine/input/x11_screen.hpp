#pragma once
#include "engine/base/clock.hpp"
#include "engine/input/contact_source.hpp"
#include "tests/journeys/touchscreen.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace schacht::input::tests {

/// A private touchscreen with one window on it, whose owner listens to the pointer and the keys as SFML does, and a
/// contact source beside it. DISPLAY of this process names that screen.
class X11Screen {
public:
    static constexpr int width = 1280;
    static constexpr int height = 800;

    /// window: its place on the screen, in pixels. Throws where there is no such screen.
    explicit X11Screen(base::Rect window = {0, 0, width, height}, float millimetresPerPixel = 1);
    X11Screen(const X11Screen&) = delete;
    X11Screen& operator=(const X11Screen&) = delete;
    ~X11Screen();

    /// Everything that happened, until `enough` holds (or three seconds have passed) and then for 100 ms more.
    std::vector<InputEvent> collect(const std::function<bool(const std::vector<InputEvent>&)>& enough);
    std::vector<Contact> contacts(std::size_t atLeast);
    std::vector<Key::Code> keys(std::size_t atLeast);
    void resizeWindow(int newWidth, int newHeight);
    void destroyWindow();
    /// The server ends; nothing else may be done then but to collect.
    void loseServer();

    schacht::tests::Touchscreen touchscreen;
    std::unique_ptr<ContactSource> source;

private:
    struct Owner;
    std::unique_ptr<Owner> owner;
};

template <class Kind>
[[nodiscard]] std::vector<Kind> only(const std::vector<InputEvent>& happenings) {
    std::vector<Kind> some;
    for (const InputEvent& happening : happenings) {
        if (const auto* one = std::get_if<Kind>(&happening)) {
            some.push_back(*one);
        }
    }
    return some;
}

} // namespace schacht::input::tests
