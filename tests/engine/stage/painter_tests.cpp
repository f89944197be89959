/// What a film's pictures take: all of a frame, or only themselves.
#include "engine/stage/painter.hpp"

#include "engine/base/tasks.hpp"
#include "tests/catch.hpp"
#include "tests/engine/graphics/seen_pixels.hpp"
#include "tests/engine/graphics/test_window.hpp"
#include "tests/temporary_folder.hpp"

#include <cstdlib>
#include <deque>
#include <random>

using namespace schacht;
using namespace schacht::stage;
using tests::canvas;
using tests::SeenPixels;

namespace {

constexpr base::Colour amber{250, 180, 40};
constexpr base::Colour blue{20, 40, 200};

/// A screen of 640 x 480 with a film of 320 x 240 on it, a pixel a millimetre.
class Stage {
public:
    Stage() {
        film = canvas().film(graphics::FilmWay::convert);
        direct = graphics::DirectFilm::open(canvas());
        REQUIRE(film);
        REQUIRE(direct);
        put(scene::Fill{blue}, {0, 0, 640, 480});
        put(scene::FilmPaint{}, place);
    }

    scene::Placed& put(scene::Paint paint, base::Rect box, float alpha = 1) {
        scene::Node& node = nodes.emplace_back();
        node.id = nodes.size();
        node.paint = std::move(paint);
        node.box = box;
        return placed.emplace_back(scene::Placed{&node, box, {0, 0, 640, 480}, alpha});
    }
    void takeAway() { placed.pop_back(); }
    [[nodiscard]] std::vector<scene::Placed>& things() { return placed; }
    /// A new picture of the film, all of this grey.
    Painted next(std::uint8_t grey) {
        luma.assign(luma.size(), grey);
        frame.width = 320;
        frame.height = 240;
        frame.y = {luma.data(), 320};
        frame.u = frame.v = {chroma.data(), 160};
        painter.showFilm({film.get(), direct.get(), &frame, ++count, {320, 240}});
        return paint();
    }
    Painted paint() {
        const Painted painted = painter.paint(placed, 1, {0, 0, 0});
        if (painted == Painted::drawn) {
            canvas().display(painter.fresh());
        }
        direct->finish();
        return painted;
    }

    /// Without anything kept from before, and without a trace in what is kept.
    void paintAfresh() {
        Painter other(canvas(), textures);
        REQUIRE(other.paint(placed, 1, {0, 0, 0}) == Painted::drawn);
        canvas().display(other.fresh());
    }

    [[nodiscard]] std::size_t textureBytes() const { return film->bytes(); }

    static constexpr base::Rect place{40, 30, 320, 240};

private:
    tests::TemporaryFolder folder{};
    base::Tasks tasks{1};
    assets::Pictures pictures{folder.path(), tasks, nullptr, [](const assets::PictureArrival&) {}};
    Textures textures{canvas(), pictures, pictures, 1'000'000};
    std::deque<scene::Node> nodes;
    std::vector<scene::Placed> placed;
    std::vector<std::uint8_t> luma = std::vector<std::uint8_t>(std::size_t{320} * 240);
    std::vector<std::uint8_t> chroma = std::vector<std::uint8_t>(std::size_t{160} * 120, 128);
    base::FilmFrame frame;
    std::uint64_t count = 0;
    std::unique_ptr<graphics::FilmTexture> film;
    std::unique_ptr<graphics::DirectFilm> direct;

public:
    Painter painter{canvas(), textures};
};

/// Within two of 255, which is what two ways of rounding may differ by.
bool looks(std::array<int, 3> seen, std::array<int, 3> wanted, int tolerance = 2) {
    return std::abs(seen[0] - wanted[0]) <= tolerance && std::abs(seen[1] - wanted[1]) <= tolerance &&
           std::abs(seen[2] - wanted[2]) <= tolerance;
}

} // namespace

TEST_CASE("once all is drawn, a film's next pictures alone go to the window", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    CHECK(stage.next(16) == Painted::drawn);
    CHECK(stage.next(235) == Painted::shown);
    const SeenPixels seen(canvas());
    CHECK(seen.at(40, 30) == std::array{255, 255, 255});
    CHECK(seen.at(359, 269) == std::array{255, 255, 255});
    CHECK(seen.at(39, 30) == std::array{20, 40, 200});
    CHECK(stage.paint() == Painted::unchanged);
}

TEST_CASE("what stands over a film looks the same whichever way its picture came", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    stage.put(scene::Fill{{0, 0, 0}}, {40, 200, 320, 70}, 0.6F);
    stage.put(scene::Fill{amber, 6}, {60.5F, 210.5F, 50, 30});
    stage.put(scene::RingPaint{0.4F, 3, amber, blue}, {150, 205, 40, 40});
    REQUIRE(stage.next(180) == Painted::drawn);
    const SeenPixels drawn(canvas());
    REQUIRE(stage.next(181) == Painted::shown);
    const SeenPixels shown(canvas());
    int wrong = 0;
    for (int y = 0; y < 480; ++y) {
        for (int x = 0; x < 640; ++x) {
            wrong += looks(shown.at(x, y), drawn.at(x, y)) ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("little that is new over a film comes with its picture, and goes with it", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    (void)stage.next(16);
    REQUIRE(stage.next(16) == Painted::shown);
    stage.put(scene::Fill{amber}, {100, 200, 80, 20});
    CHECK(stage.next(120) == Painted::shown);
    CHECK(SeenPixels(canvas()).at(110, 210) == std::array{250, 180, 40});
    stage.takeAway();
    CHECK(stage.next(235) == Painted::shown);
    CHECK(SeenPixels(canvas()).at(110, 210) == std::array{255, 255, 255});
}

TEST_CASE("a frame that was drawn before a film's picture does not come over it afterwards", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    int wrong = 0;
    for (int round = 0; round < 100; ++round) { // two connections to the X server, which serves them as it likes
        stage.put(scene::Fill{amber}, {500, 400, 20, 20});
        REQUIRE(stage.next(16) == Painted::drawn);
        REQUIRE(stage.next(235) == Painted::shown);
        wrong += SeenPixels(canvas()).at(110, 210) == std::array{255, 255, 255} ? 0 : 1;
        stage.takeAway();
        REQUIRE(stage.next(16) == Painted::drawn);
    }
    CHECK(wrong == 0);
}

TEST_CASE("what stood over a film before nothing did does not come back", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    stage.put(scene::Fill{blue}, {40, 30, 320, 200});
    (void)stage.next(16);
    REQUIRE(stage.next(17) == Painted::shown);
    stage.takeAway();
    REQUIRE(stage.next(18) == Painted::drawn);
    REQUIRE(stage.next(19) == Painted::shown);
    stage.put(scene::Fill{amber}, {100, 200, 80, 20});
    REQUIRE(stage.next(235) == Painted::shown);
    CHECK(SeenPixels(canvas()).at(50, 40) == std::array{255, 255, 255});
    CHECK(SeenPixels(canvas()).at(110, 210) == std::array{250, 180, 40});
}

TEST_CASE("where much is new over a film, or something beside it, all is drawn", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    (void)stage.next(16);
    REQUIRE(stage.next(17) == Painted::shown);
    stage.put(scene::Fill{{0, 0, 0}}, {40, 30, 320, 200}, 0.5F);
    CHECK(stage.next(18) == Painted::drawn);
    REQUIRE(stage.next(19) == Painted::shown);
    stage.put(scene::Fill{amber}, {500, 400, 20, 20});
    CHECK(stage.next(20) == Painted::drawn);
    CHECK(SeenPixels(canvas()).at(510, 410) == std::array{250, 180, 40});
}

TEST_CASE("light over a film, and a film that fades, are drawn", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    SECTION("light") {
        scene::Radial glow;
        glow.light = true;
        glow.reach = {0.5F, 0.5F};
        glow.stops = {{0, {80, 60, 20, 120}}, {1, {0, 0, 0, 0}}};
        stage.put(glow, {100, 100, 60, 60});
        (void)stage.next(100);
        CHECK(stage.next(101) == Painted::drawn);
    }
    SECTION("a film over it") {
        stage.put(scene::FilmPaint{}, {400, 300, 160, 120}, 0.5F);
        (void)stage.next(100);
        CHECK(stage.next(101) == Painted::drawn);
    }
}

TEST_CASE("a film's texture holds nothing while its pictures go another way, and is right again after that",
          "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    (void)stage.next(16);
    CHECK(stage.textureBytes() > 0);
    for (int i = 0; i < 20; ++i) {
        REQUIRE(stage.next(static_cast<std::uint8_t>(20 + i)) == Painted::shown);
    }
    stage.painter.restFilm();
    CHECK(stage.textureBytes() == 0);
    REQUIRE(stage.next(40) == Painted::shown);
    stage.put(scene::Fill{{0, 0, 0}}, {40, 30, 320, 200}, 0.5F);
    REQUIRE(stage.next(235) == Painted::drawn);
    CHECK(looks(SeenPixels(canvas()).at(50, 40), {128, 128, 128}));
    CHECK(looks(SeenPixels(canvas()).at(50, 260), {255, 255, 255}));
}

TEST_CASE("a film's last picture stays when the film itself is about to go", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    (void)stage.next(16);
    REQUIRE(stage.next(235) == Painted::shown);
    stage.painter.keepFilm();
    stage.put(scene::Fill{amber}, {500, 400, 20, 20});
    REQUIRE(stage.paint() == Painted::drawn);
    CHECK(SeenPixels(canvas()).at(50, 40) == std::array{255, 255, 255});
}

// Cairo counts a smooth edge in another grid where the clip cuts it.
constexpr int cairosEdges = 6;

namespace {

scene::Paint anyPaint(std::mt19937& random) {
    switch (random() % 5) {
    case 0:
        return scene::Fill{amber, 8};
    case 1:
        return scene::Fill{{200, 60, 60, 120}, 4, {255, 255, 255}, 3};
    case 2:
        return scene::RingPaint{static_cast<float>(random() % 10) / 10, 3, amber, blue};
    case 3: {
        scene::Radial glow;
        glow.light = random() % 2 == 0;
        glow.reach = {0.5F, 0.5F};
        glow.stops = {{0, {90, 70, 20, 160}}, {1, {0, 0, 0, 0}}};
        return glow;
    }
    default:
        return scene::Linear{115, {{0, amber}, {1, {20, 40, 60, 90}}}};
    }
}

/// Something comes, goes, moves or changes places with the uppermost thing.
void changeSomething(Stage& stage, std::mt19937& random) {
    const auto some = [&](unsigned below) { return static_cast<float>(random() % below); };
    auto& things = stage.things();
    const std::size_t which = 2 + random() % std::max<std::size_t>(things.size() - 2, 1);
    // no edge through a pixel's middle, where a surface and the window, whose y is upward, fill different sides
    const base::Rect box{some(560) + 0.25F, some(400) + 0.25F, 20 + some(120), 20 + some(90)};
    if (things.size() < 6 || (random() % 4 == 0 && things.size() < 14)) {
        stage.put(anyPaint(random), box, 0.3F + some(7) / 10);
    } else if (random() % 4 == 0) {
        things.erase(things.begin() + static_cast<std::ptrdiff_t>(which));
    } else if (random() % 3 == 0) {
        std::swap(things[which], things.back());
    } else {
        things[which].box = box;
    }
}

} // namespace

// Whatever changes from frame to frame, the window looks as it would had all been drawn.
TEST_CASE("a frame of which only a part is drawn looks as if all of it were", "[display]") {
    WITH_EACH_RENDERER;
    std::mt19937 random(1903);
    Stage stage;
    for (int step = 0; step < 120; ++step) {
        changeSomething(stage, random);
        if (stage.paint() == Painted::unchanged) {
            continue;
        }
        const SeenPixels partly(canvas());
        stage.paintAfresh();
        const SeenPixels wholly(canvas());
        int wrong = 0;
        for (int y = 0; y < 480; ++y) {
            for (int x = 0; x < 640; ++x) {
                wrong += looks(partly.at(x, y), wholly.at(x, y), cairosEdges) ? 0 : 1;
            }
        }
        INFO("step " << step);
        REQUIRE(wrong == 0);
    }
}

TEST_CASE("where little is new, little of the window is drawn", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    stage.put(scene::Fill{amber}, {500, 400, 20, 20});
    (void)stage.paint();
    CHECK(stage.painter.fresh() == base::Rect{0, 0, 640, 480});
    stage.things().back().box = {510, 400, 20, 20};
    REQUIRE(stage.paint() == Painted::drawn);
    CHECK(stage.painter.fresh() == base::Rect{498, 398, 34, 24});
}

TEST_CASE("what stands still is composed once drawing it again costs more, not for a small change", "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    stage.put(scene::Linear{115, {{0, amber}, {1, blue}}}, {0, 0, 640, 480});
    stage.put(scene::Fill{amber}, {0, 0, 20, 20});
    (void)stage.paint();
    const auto move = [&](float x, float width) {
        stage.things().back().box = {x, 0, width, 480};
        REQUIRE(stage.paint() == Painted::drawn);
    };
    move(1, 20);
    CHECK(stage.painter.bytes() == 0);
    SECTION("much at once") {
        move(0, 600);
        CHECK(stage.painter.bytes() == std::size_t{4} * 640 * 480);
    }
    SECTION("little, often") {
        for (int i = 0; i < 20; ++i) {
            move(static_cast<float>(i % 2), 20);
        }
        CHECK(stage.painter.bytes() > 0);
    }
    SECTION("what is of no use any more is let go at rest") {
        move(0, 600);
        stage.things().front().alpha = 0.5F;
        stage.things().back().box.width = 20;
        (void)stage.paint();
        stage.painter.rest();
        CHECK(stage.painter.bytes() == 0);
    }
}

TEST_CASE("what moves as a whole is cut within as where it stands still, also what comes from beyond the screen",
          "[display]") {
    WITH_EACH_RENDERER;
    Stage stage;
    const auto first = stage.things().size();
    stage.put(scene::Fill{amber}, {});
    stage.put(scene::Fill{blue}, {});
    const auto moveTo = [&](float x) {
        scene::Placed& card = stage.things()[first];
        scene::Placed& foot = stage.things()[first + 1];
        card.layer = foot.layer = static_cast<int>(first) + 1;
        card.box = card.within = {x, 300, 100, 80};
        foot.box = {x, 300, 100, 60};
        foot.within = {x, 340, 100, 40}; // only its lower part is seen
        for (scene::Placed* one : {&card, &foot}) {
            one->clip = one->within.intersected({0, 0, 640, 480});
        }
        REQUIRE(stage.paint() == Painted::drawn);
    };
    moveTo(600);
    for (const float x : {580.0F, 500.0F}) {
        moveTo(x);
        REQUIRE(stage.painter.bytes() >= std::size_t{4} * 100 * 80); // it has a surface
        const SeenPixels moved(canvas());
        CHECK(moved.at(static_cast<int>(x) + 20, 310) == std::array{250, 180, 40});
        CHECK(moved.at(static_cast<int>(x) + 20, 350) == std::array{20, 40, 200});
        CHECK(moved.at(static_cast<int>(x) + 20, 370) == std::array{250, 180, 40});
    }
    CHECK(SeenPixels(canvas()).at(590, 350) == std::array{20, 40, 200});
}
