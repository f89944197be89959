#include "engine/base/clock.hpp"
#include "engine/input/contact_source.hpp"
#include "tests/catch.hpp"
#include "tests/journeys/touchscreen.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Event.hpp>

#include <cstdlib>
#include <poll.h>

using namespace schacht;
using namespace schacht::input;

namespace {

/// Everything for half a second.
std::vector<Happening> collect(ContactSource& source) {
    std::vector<Happening> all;
    const base::Seconds end = base::now() + 0.5;
    while (base::now() < end) {
        pollfd ready{source.descriptor(), POLLIN, 0};
        (void)poll(&ready, 1, 20);
        for (Happening& happening : source.collect()) {
            all.push_back(happening);
        }
    }
    return all;
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
    (void)collect(**source);
    screen->tap({400, 300});
    screen->click({200, 100});
    screen->key("right");
    int fingers = 0;
    int mice = 0;
    int keys = 0;
    for (const Happening& happening : collect(**source)) {
        if (const auto* contact = std::get_if<Contact>(&happening)) {
            (contact->mouse ? mice : fingers) += contact->phase == Contact::Phase::began ? 1 : 0;
        }
        keys += std::holds_alternative<Key>(happening) ? 1 : 0;
    }
    CHECK(fingers == 1);
    CHECK(mice == 1);
    CHECK(keys == 1);
    bool sfmlSawKey = false;
    for (sf::Event event{}; window.pollEvent(event);) {
        sfmlSawKey = sfmlSawKey || event.type == sf::Event::KeyPressed;
        CHECK(event.type != sf::Event::MouseButtonPressed);
    }
    CHECK(sfmlSawKey);
}
