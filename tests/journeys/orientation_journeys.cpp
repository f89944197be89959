/// A screen that hangs another way than its system knows.
#include "engine/graphics/orientation.hpp"
#include "tests/journeys/kiosk.hpp"

#include <SFML/Graphics/Image.hpp>

using namespace schacht;
using namespace schacht::tests;

namespace {

sf::Image pictureOf(Kiosk& kiosk) {
    const auto file = kiosk.folder / "seen.png";
    REQUIRE(kiosk.screen.screenshot(file));
    sf::Image image;
    REQUIRE(image.loadFromFile(file.string()));
    return image;
}

} // namespace

TEST_CASE("a portrait in a wide window is turned, whole, and touched where it is seen", "[display]") {
    using graphics::Turn;
    const auto [name, turn] =
        GENERATE(table<std::string, Turn>({{"portrait", Turn::left}, {"portrait-flipped", Turn::right}}));
    INFO(name);
    auto upright = Kiosk::start(540, 960, {"--start", "home", "--reduced-motion"});
    auto turned = Kiosk::start(960, 540, {"--start", "home", "--reduced-motion", "--orientation", name});
    pause(1.5);
    const sf::Image asWanted = pictureOf(upright);
    const sf::Image asShown = pictureOf(turned);
    const base::Size page{540, 960};
    int differs = 0;
    for (unsigned y = 2; y < 960; y += 7) {
        for (unsigned x = 2; x < 540; x += 7) {
            const base::Point at =
                graphics::onWindow({static_cast<float>(x) + .5F, static_cast<float>(y) + .5F}, turn, page);
            const sf::Color seen = asShown.getPixel(static_cast<unsigned>(at.x), static_cast<unsigned>(at.y));
            const sf::Color wanted = asWanted.getPixel(x, y);
            differs += std::abs(seen.r - wanted.r) + std::abs(seen.g - wanted.g) + std::abs(seen.b - wanted.b) > 24;
        }
    }
    CHECK(differs < 20); // of 10,000; edges of letters may lie a shade apart
    turned.screen.tap(graphics::onWindow({.73F * page.width, .97F * page.height}, turn, page)); // Aa
    turned.intends("ToggleAccess");
}
