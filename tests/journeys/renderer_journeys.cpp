/// What draws: OpenGL on a graphics card, else the processor.
#include "tests/journeys/kiosk.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace schacht;
using namespace schacht::tests;

namespace {

/// As the kiosk said when its window opened.
std::string rendererOf(Kiosk& kiosk) {
    const auto& events = kiosk.program.trace().events();
    const auto window =
        std::ranges::find_if(events, [](const nlohmann::json& event) { return event["event"] == "window"; });
    REQUIRE(window != events.end());
    return (*window)["renderer"];
}

bool graphicsCard() {
    std::error_code none;
    const std::filesystem::directory_iterator nodes("/dev/dri", none);
    return std::any_of(begin(nodes), end(nodes),
                       [](const auto& node) { return node.path().filename().string().starts_with("renderD"); });
}

/// How many there are in a picture: a screen without its pictures and lights has a few dozen.
std::size_t colours(const sf::Image& picture) {
    std::set<sf::Uint32> found;
    for (unsigned y = 0; y < picture.getSize().y; y += 3) {
        for (unsigned x = 0; x < picture.getSize().x; x += 3) {
            found.insert(picture.getPixel(x, y).toInteger());
        }
    }
    return found.size();
}

} // namespace

TEST_CASE("the processor draws where there is no graphics card, and OpenGL's drivers are not loaded", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    const bool card = graphicsCard();
    CHECK(rendererOf(kiosk).starts_with("Cairo") == !card);
    CHECK((card || !kiosk.program.hasLoaded("libLLVM")));
}

TEST_CASE("where staff choose OpenGL, a visitor opens a theme and reads a story", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home", "--renderer", "opengl"});
    CHECK_FALSE(rendererOf(kiosk).starts_with("Cairo"));
    kiosk.tap("column:mines");
    kiosk.arrives("theme");
    kiosk.tap("card:first-ice-then-coal");
    kiosk.arrives("story");
    kiosk.screen.drag(kiosk.at(.7F, .4F), kiosk.at(.3F, .4F), 0.2);
    kiosk.turnsTo(1);
    CHECK(colours(kiosk.screen.picture()) > 500);
}

TEST_CASE("where staff choose OpenGL, a film plays", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "going-down", "--play", "--renderer", "opengl"});
    kiosk.media("playing");
    CHECK(comes([&] { return colours(kiosk.screen.picture()) > 500; }));
    CHECK(kiosk.program.running());
}
