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

TEST_CASE("a screen that hangs otherwise than its window stands is turned, whole, and touched where it is seen",
          "[display]") {
    using graphics::Turn;
    const auto [name, turn] = GENERATE(table<std::string, Turn>(
        {{"portrait", Turn::left}, {"portrait-flipped", Turn::right}, {"landscape-flipped", Turn::half}}));
    INFO(name);
    const bool upright = graphics::quarter(turn);
    const int width = upright ? 540 : 960;
    const int height = upright ? 960 : 540;
    auto straight = Kiosk::start(width, height, {"--start", "home", "--reduced-motion"});
    auto turned = Kiosk::start(960, 540, {"--start", "home", "--reduced-motion", "--orientation", name});
    straight.settles();
    turned.settles();
    const sf::Image asWanted = pictureOf(straight);
    const sf::Image asShown = pictureOf(turned);
    const base::Size page{static_cast<float>(width), static_cast<float>(height)};
    int differs = 0;
    for (int y = 2; y < height; y += 7) {
        for (int x = 2; x < width; x += 7) {
            const base::Point at =
                graphics::onWindow({static_cast<float>(x) + .5F, static_cast<float>(y) + .5F}, turn, page);
            const sf::Color seen = asShown.getPixel(static_cast<unsigned>(at.x), static_cast<unsigned>(at.y));
            const sf::Color wanted = asWanted.getPixel(static_cast<unsigned>(x), static_cast<unsigned>(y));
            differs += std::abs(seen.r - wanted.r) + std::abs(seen.g - wanted.g) + std::abs(seen.b - wanted.b) > 24;
        }
    }
    CHECK(differs < 20); // of 10,000; edges of letters may lie a shade apart
    turned.screen.tap(graphics::onWindow(turned.where("bar:text"), turn, page));
    turned.intends("ToggleAccess");
}
