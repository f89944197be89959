#include "engine/base/clock.hpp"
#include "engine/input/contact_source.hpp"
#include "tests/catch.hpp"
#include "tests/journeys/touchscreen.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Event.hpp>

#include <cstdlib>
#include <optional>
#include <poll.h>

using namespace schacht;
using namespace schacht::input;

namespace {

struct Counted {
    int fingers = 0;
    int mice = 0;
    int keys = 0;

    [[nodiscard]] bool some() const { return fingers > 0 && mice > 0 && keys > 0; }
};

/// What begins, until there is some of each; and what comes in the tenth of a second after that.
Counted collect(ContactSource& source) {
    Counted counted;
    std::optional<base::Seconds> end;
    const base::Seconds patience = base::now() + 30;
    while (base::now() < end.value_or(patience)) {
        pollfd ready{source.descriptor(), POLLIN, 0};
        (void)poll(&ready, 1, 20);
        for (const InputEvent& happening : source.collect()) {
            if (const auto* contact = std::get_if<Contact>(&happening)) {
                (contact->mouse ? counted.mice : counted.fingers) += contact->phase == Contact::Phase::began ? 1 : 0;
            }
            counted.keys += std::holds_alternative<Key>(happening) ? 1 : 0;
        }
        if (!end && counted.some()) {
            end = base::now() + 0.1;
        }
    }
    return counted;
}

} // namespace

TEST_CASE("an SFML window's touches, mouse and keys arrive beside SFML's own connection", "[display]") {
    // SFML keeps a connection of its own until the process ends, and Xlib ends a process whose server is gone: so this
    // server lives as long as the process (its death takes the server with it)
    static auto& screen = *new auto(schacht::tests::Touchscreen::start(800, 600));
    REQUIRE(screen);
    setenv("DISPLAY", screen->display().c_str(), 1);
    sf::RenderWindow window(sf::VideoMode(800, 600), "schacht", sf::Style::None);
    window.setPosition({0, 0});
    window.display();
    auto source = listenToWindow(window.getSystemHandle(), 1);
    REQUIRE(source);
    screen->tap({400, 300});
    screen->click({200, 100});
    screen->key("right");
    const Counted counted = collect(**source);
    CHECK(counted.fingers == 1);
    CHECK(counted.mice == 1);
    CHECK(counted.keys == 1);
    bool sfmlSawKey = false;
    for (sf::Event event{}; window.pollEvent(event);) {
        sfmlSawKey = sfmlSawKey || event.type == sf::Event::KeyPressed;
        CHECK(event.type != sf::Event::MouseButtonPressed);
    }
    CHECK(sfmlSawKey);
}
