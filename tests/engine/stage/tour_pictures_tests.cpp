#include "engine/stage/tour_pictures.hpp"

#include "engine/base/clock.hpp"
#include "tests/catch.hpp"
#include "tests/engine/graphics/test_window.hpp"
#include "tests/temporary_folder.hpp"

#include <SFML/Graphics/Image.hpp>

using namespace schacht;
using namespace schacht::stage;

namespace {

constexpr base::Seconds aWhile = 30;

/// A screen that is red for a second after it was touched off, and green from then on.
class Lamp final : public Performance {
public:
    std::vector<Effect> happen(const Happening& happening) override {
        if (const auto* tick = std::get_if<TimePassed>(&happening)) {
            now = tick->now;
        }
        return {};
    }
    scene::Scene show(const stage::Screen& screen, text::Typesetter&, base::Seconds) override {
        scene::Scene scene;
        scene.size = screen.size;
        scene.root.box = {0, 0, screen.size.width, screen.size.height};
        scene.root.paint = scene::Fill{now >= begun + 1 ? base::Colour{0, 255, 0} : base::Colour{255, 0, 0}};
        return scene;
    }
    [[nodiscard]] bool moving(base::Seconds) const override { return moves; }
    [[nodiscard]] std::optional<base::Seconds> due() const override { return std::nullopt; }
    [[nodiscard]] std::string place() const override { return "lamp"; }

    bool moves = false;
    base::Seconds begun = 0;
    base::Seconds now = 0;
};

struct Studio {
    tests::TemporaryFolder folder;
    Lamp lamp;
    std::unique_ptr<Shell> shell;

    Studio() {
        (void)tests::canvasOf(graphics::Renderer::processor); // its screen
        ShellOptions options;
        options.pack = options.icons = options.sounds = folder.path();
        options.cache.folder = folder / "cache";
        options.renderer = graphics::Renderer::processor;
        options.width = 64;
        options.height = 48;
        auto opened = Shell::open(options);
        REQUIRE(opened);
        shell = std::move(*opened);
    }
    [[nodiscard]] sf::Color colourOf(const std::string& png) const {
        sf::Image image;
        REQUIRE(image.loadFromFile((folder / png).string()));
        return image.getPixel(32, 24);
    }
};

} // namespace

TEST_CASE("a picture is taken of the screen as it has settled", "[display]") {
    Studio studio;
    studio.lamp.begun = 1e9;
    CHECK(takePicture(*studio.shell, studio.lamp, studio.folder / "lamp.png", aWhile).empty());
    CHECK(studio.colourOf("lamp.png") == sf::Color::Red);
}

TEST_CASE("a picture that cannot be written, or of a screen that does not settle, says so", "[display]") {
    Studio studio;
    const auto nowhere = studio.folder / "missing" / "lamp.png";
    CHECK(takePicture(*studio.shell, studio.lamp, nowhere, aWhile) == nowhere.string() + " cannot be written");
    studio.lamp.moves = true;
    CHECK(takePicture(*studio.shell, studio.lamp, studio.folder / "lamp.png", 0.1) == "it still moves");
}

TEST_CASE("a film strip shows what was set going at even times, however long its pictures take", "[display]") {
    Studio studio;
    studio.shell->settle(studio.lamp, aWhile);
    const auto act = [&](base::Seconds now) { studio.lamp.begun = now; };
    const base::Seconds before = base::now();
    REQUIRE(takeFilmstrip(*studio.shell, studio.lamp, act, 2,
                          {studio.folder / "0.png", studio.folder / "1.png", studio.folder / "2.png"}));
    CHECK(studio.lamp.begun >= before);
    CHECK(studio.lamp.now == studio.lamp.begun + 2);
    CHECK(studio.colourOf("0.png") == sf::Color::Red);
    CHECK(studio.colourOf("1.png") == sf::Color::Green);
    CHECK(studio.colourOf("2.png") == sf::Color::Green);
    CHECK_FALSE(takeFilmstrip(*studio.shell, studio.lamp, act, 1, {studio.folder / "missing" / "0.png"}));
}
