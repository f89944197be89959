/// What a frame draws, planned without a window: the textures are made up, and nothing is drawn.
#include "engine/stage/frame_planner.hpp"

#include "tests/catch.hpp"

#include <deque>
#include <map>
#include <string>

using namespace schacht;
using namespace schacht::stage;

namespace {

constexpr base::Colour slate{128, 128, 128};
constexpr base::Rect wall{0, 0, 640, 480};

class MadeUpTexture final : public graphics::Texture {
public:
    explicit MadeUpTexture(std::uint64_t number) : Texture(10, 10, 4), own(number) {}
    [[nodiscard]] std::uint64_t key() const override { return own; }

private:
    std::uint64_t own;
};

/// Has the pictures that are laid in.
class MadeUpTextures final : public TextureSource {
public:
    const graphics::Texture* picture(const std::string& file, int width, int height) override {
        asked.push_back(file + " " + std::to_string(width) + "x" + std::to_string(height));
        const auto found = there.find(file);
        return found == there.end() ? nullptr : &found->second;
    }
    const graphics::Texture* tile(const std::string& /*file*/, assets::Tile /*tile*/) override { return nullptr; }
    const graphics::Texture* icon(const std::string& /*name*/, int /*size*/) override { return nullptr; }
    const graphics::Texture* words(const text::Paragraph& /*paragraph*/) override { return nullptr; }

    std::map<std::string, MadeUpTexture> there;
    std::vector<std::string> asked;
};

/// A wall of 640 x 480 pixels, one a millimetre, that things are put on.
struct Wall {
    std::deque<scene::Node> nodes;
    std::vector<scene::Placed> placed;
    MadeUpTextures textures;
    FramePlanner planner;
    FilmOnScreen film;
    PaintedWindow window{{640, 480}, 1, true};

    scene::Placed& put(scene::Paint paint, base::Rect box) {
        scene::Node& node = nodes.emplace_back();
        node.id = nodes.size();
        node.paint = std::move(paint);
        node.box = box;
        return placed.emplace_back(scene::Placed{&node, box, wall});
    }
    /// Two things on a card of 100 x 80 at (x, 0), which is the last thing put.
    void putCard(float x, base::Size size = {100, 80}) {
        for (const bool card : {true, false}) {
            auto& one = put(scene::Fill{slate}, {x, 0, size.width, card ? size.height : 10});
            one.within = {x, 0, size.width, size.height};
        }
        const auto number = static_cast<int>(placed.size()) - 1;
        placed[placed.size() - 2].layer = placed.back().layer = number;
    }
    void moveCard(float x) {
        for (auto i = placed.size() - 2; i < placed.size(); ++i) {
            placed[i].box.x = placed[i].within.x = x;
        }
    }
    FramePlan plan() { return planner.plan(placed, window, film, textures); }
    /// The next frame, planned and done.
    FramePlan frame() {
        FramePlan made = plan();
        if (made.film) {
            planner.coverRead(made);
            planner.filmShown(made);
        } else if (!made.unchanged) {
            planner.windowDrawn(made);
        }
        return made;
    }
    /// A picture of the film comes that can go past the canvas.
    void nextPicture() { film = {true, {320, 240}, film.count + 1, {320, 240}}; }
};

std::vector<std::size_t> numbers(const std::vector<ClippedStep>& steps) {
    std::vector<std::size_t> out;
    for (const ClippedStep& one : steps) {
        out.push_back(one.step);
    }
    return out;
}

} // namespace

TEST_CASE("the first frame draws the whole window, and the same again draws nothing") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    on.put(scene::Fill{slate}, {500, 400, 20, 20});
    const FramePlan first = on.frame();
    CHECK_FALSE(first.unchanged);
    CHECK(first.window.part == wall);
    CHECK(first.window.first() == 0);
    CHECK(first.steps.size() == 2);
    CHECK(on.frame().unchanged);
}

TEST_CASE("what cannot be seen is no step") {
    Wall on;
    on.put(scene::Nothing{}, wall);
    on.put(scene::Fill{slate}, wall).alpha = 0.001F;
    on.put(scene::Fill{slate}, {700, 0, 20, 20});
    on.put(scene::Fill{slate}, {0, 0, 20, 20}).clip = {100, 100, 20, 20};
    CHECK(on.frame().steps.empty());
}

TEST_CASE("of a window that shows parts, only the place where a thing was and is now is drawn") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    on.put(scene::Fill{slate}, {500, 400, 20, 20});
    on.put(scene::Fill{slate}, {0, 0, 20, 20});
    (void)on.frame();
    on.placed[1].box.x = 510;
    const FramePlan plan = on.plan();
    CHECK(plan.window.part == base::Rect{498, 398, 34, 24});
    const auto steps = stepsIn(plan, plan.window.first(), plan.window.part);
    CHECK(numbers(steps) == std::vector<std::size_t>{0, 1});
    CHECK(steps[0].clip == plan.window.part);
    on.window.showsParts = false;
    CHECK(on.plan().window.part == wall);
}

TEST_CASE("a thing that goes is drawn over, and things that change places are drawn with all of the window") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    on.put(scene::Fill{slate}, {500, 400, 20, 20});
    on.put(scene::Fill{slate}, {510, 410, 20, 20});
    (void)on.frame();
    SECTION("one goes") {
        on.placed.pop_back();
        CHECK(on.plan().window.part == base::Rect{508, 408, 24, 24});
    }
    SECTION("two change places") {
        std::swap(on.placed[1], on.placed[2]);
        CHECK(on.plan().window.part == wall);
    }
}

TEST_CASE("a window that lost what was on it is drawn as a whole, although nothing is new") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    (void)on.frame();
    on.planner.windowLost();
    const FramePlan plan = on.plan();
    CHECK_FALSE(plan.unchanged);
    CHECK(plan.window.part == wall);
}

TEST_CASE("a picture is asked for as large as it is laid out, and is new when it comes") {
    Wall on;
    on.put(scene::PicturePaint{"coal.jpg"}, {0, 0, 100.5F, 80}).box = {0, 0, 50, 40}; // it grows towards that
    CHECK(on.frame().steps[0].texture == nullptr);
    CHECK(on.textures.asked == std::vector<std::string>{"coal.jpg 101x80"});
    CHECK(on.frame().unchanged);
    on.textures.there.emplace("coal.jpg", 7);
    const FramePlan plan = on.frame();
    CHECK_FALSE(plan.unchanged);
    CHECK(plan.steps[0].texture == &on.textures.there.at("coal.jpg"));
}

TEST_CASE("what stands still is composed once drawing it again has cost half as much, not for a small change") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    on.put(scene::Fill{slate}, {0, 0, 100, 100});
    on.put(scene::Fill{slate}, {100, 0, 100, 100});
    on.put(scene::Fill{slate}, {0, 0, 20, 20});
    (void)on.frame();
    const auto move = [&](float width) {
        on.placed.back().box = {on.placed.back().box.x + 1, 0, width, width * 0.75F};
        return on.frame().window;
    };
    CHECK(move(20).steady == 0);
    const WindowPlan much = move(600);
    CHECK(much.kept == 0);
    CHECK(much.steady == 3);
    CHECK(much.first() == 3);
    const WindowPlan next = move(600);
    CHECK(next.kept == 3);
    CHECK(next.steady == 3);
    SECTION("a step that changes below makes it useless") {
        on.placed[1].alpha = 0.5F;
        CHECK(move(20).first() == 0);
        CHECK_FALSE(on.planner.usesStill());
    }
    SECTION("where it is gone it is composed anew") {
        on.planner.stillLost();
        CHECK(move(600).kept == 0);
    }
}

TEST_CASE("little that is drawn again and again is composed at last") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    on.put(scene::Fill{slate}, {0, 0, 100, 100});
    on.put(scene::Fill{slate}, {100, 0, 100, 100});
    on.put(scene::Fill{slate}, {0, 0, 100, 480});
    (void)on.frame();
    int frames = 0;
    while (!on.planner.usesStill() && frames < 100) {
        on.placed.back().box.x = static_cast<float>(++frames % 2);
        (void)on.frame();
    }
    CHECK(frames > 1);
    CHECK(frames < 5); // half of what the wall costs: three times a sixth of it
}

TEST_CASE("a layer that moves is composed once and is one step from then on, wherever it is") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    on.putCard(0);
    const FramePlan first = on.frame();
    CHECK(first.layers.empty());
    CHECK(first.steps.size() == 3);
    on.moveCard(10);
    const FramePlan moved = on.frame();
    REQUIRE(moved.layers.size() == 1);
    CHECK(moved.layers[0].box == base::Rect{10, 0, 100, 80});
    CHECK(moved.layers[0].parts.size() == 2);
    REQUIRE(moved.steps.size() == 2);
    CHECK(moved.steps[1].layer == moved.layers[0].id);
    on.moveCard(20);
    const FramePlan again = on.frame();
    CHECK(again.layers.empty());
    CHECK(again.steps[1].box == base::Rect{20, 0, 100, 80});
    SECTION("it is composed anew when something on it looks different") {
        on.placed.back().alpha = 0.5F;
        CHECK(on.frame().layers.size() == 1);
    }
    SECTION("it is composed anew when it has no surface") {
        on.planner.layerLost(moved.layers[0].id);
        CHECK(on.frame().layers.size() == 1);
    }
    SECTION("while it grows it is no layer") {
        on.placed[1].magnified = 1.1F;
        const FramePlan grows = on.frame();
        CHECK(grows.layers.empty());
        CHECK(grows.steps.size() == 3);
    }
    SECTION("what stands still is never composed with it") {
        on.put(scene::Fill{slate}, {0, 100, 20, 20});
        (void)on.frame();
        on.placed.back().box = {1, 0, 600, 400};
        CHECK(on.frame().window.steady <= 1);
    }
}

TEST_CASE("a small layer keeps its surface until the screen is still, a large one only while it is there") {
    Wall on;
    const bool isLarge = GENERATE(false, true);
    const base::Size size = isLarge ? base::Size{400, 300} : base::Size{100, 80};
    on.put(scene::Fill{slate}, wall);
    on.putCard(0, size);
    (void)on.frame();
    on.moveCard(10);
    const auto layer = on.frame().layers.at(0).id;
    SECTION("it is there") {
        CHECK(on.planner.rest() == (isLarge ? std::vector{layer} : std::vector<scene::NodeId>{}));
    }
    SECTION("it is gone") {
        on.placed.resize(1);
        CHECK(on.frame().goneLayers == (isLarge ? std::vector{layer} : std::vector<scene::NodeId>{}));
        CHECK(on.planner.rest() == (isLarge ? std::vector<scene::NodeId>{} : std::vector{layer}));
    }
}

namespace {

/// A wall with a film and a lamp over it, of which two pictures have come past the canvas.
struct FilmOnWall : Wall {
    FramePlan first; ///< of those

    FilmOnWall() {
        put(scene::Fill{slate}, wall);
        put(scene::FilmPaint{}, {40, 30, 320, 240});
        put(scene::Fill{slate}, {50, 40, 20, 20});
        CHECK_FALSE(pictureComes().film);
        first = pictureComes();
        REQUIRE(first.film);
        REQUIRE(pictureComes().film);
    }
    FramePlan pictureComes() {
        nextPicture();
        return frame();
    }
};

} // namespace

TEST_CASE("where only a film's picture is new, it goes past the canvas, with what is over it") {
    FilmOnWall on;
    CHECK(on.first.film->place == base::Rect{40, 30, 320, 240});
    CHECK(on.first.film->above == 2);
    CHECK(on.first.film->coverAnew);
    CHECK(on.first.film->read == base::Rect{48, 38, 24, 24});
    const FramePlan next = on.pictureComes();
    REQUIRE(next.film);
    CHECK_FALSE(next.film->coverAnew);
    CHECK(next.film->read.empty());
}

TEST_CASE("of what stands over a film, only what is new is read, and all where the cover was lost") {
    FilmOnWall on;
    on.put(scene::Fill{slate}, {200, 100, 20, 20});
    REQUIRE(on.pictureComes().film);
    on.placed[2].alpha = 0.5F;
    const FramePlan changed = on.pictureComes();
    REQUIRE(changed.film);
    CHECK_FALSE(changed.film->coverAnew);
    CHECK(changed.film->read == base::Rect{48, 38, 24, 24});
    on.planner.coverLost();
    const FramePlan anew = on.pictureComes();
    REQUIRE(anew.film);
    CHECK(anew.film->coverAnew);
    CHECK(anew.film->read == base::Rect{48, 38, 174, 84});
}

TEST_CASE("a film is drawn in the window where its picture is not all that is new, or cannot go past the canvas") {
    FilmOnWall on;
    SECTION("something is new beside it: what went past the canvas is drawn, too") {
        on.put(scene::Fill{slate}, {500, 400, 20, 20});
        const FramePlan plan = on.pictureComes();
        CHECK_FALSE(plan.film);
        CHECK(plan.window.part == base::Rect{38, 28, 484, 394});
    }
    SECTION("much is new over it") {
        on.placed[2].box = {50, 40, 200, 200};
        CHECK_FALSE(on.pictureComes().film);
    }
    SECTION("light is over it") {
        scene::Radial glow;
        glow.light = true;
        on.put(glow, {100, 100, 20, 20});
        CHECK_FALSE(on.pictureComes().film);
    }
    SECTION("it is not as large as its picture") {
        on.placed[1].box.width = 200;
        (void)on.pictureComes();
        CHECK_FALSE(on.pictureComes().film);
    }
    SECTION("it did not go past the canvas after all") {
        on.nextPicture();
        FramePlan plan = on.plan();
        REQUIRE(plan.film);
        on.planner.planWindow(plan, on.window, on.film);
        CHECK_FALSE(plan.film);
        CHECK(plan.window.part == base::Rect{38, 28, 324, 244});
    }
}

TEST_CASE("nothing is drawn below a film that fills the window, and nothing kept of it") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    on.put(scene::Fill{slate}, {0, 0, 100, 100});
    on.put(scene::FilmPaint{}, wall);
    on.film = {true, {640, 480}, 1, {}};
    const FramePlan plan = on.frame();
    CHECK(plan.window.hidden == 2);
    CHECK(plan.window.first() == 2);
    CHECK_FALSE(on.planner.usesStill());
    on.placed.back().alpha = 0.9F;
    CHECK_FALSE(on.frame().window.hidden);
}

TEST_CASE("a backdrop draws the whole window, and is another one when something below it is") {
    Wall on;
    on.put(scene::Fill{slate}, wall);
    on.put(scene::Backdrop{}, wall);
    on.put(scene::Fill{slate}, {0, 0, 20, 20});
    const auto below = on.frame().steps[1].below;
    on.placed[2].box.x = 1;
    const FramePlan above = on.frame();
    CHECK(above.window.part == wall);
    CHECK(above.steps[1].below == below);
    on.placed[0].alpha = 0.5F;
    CHECK(on.frame().steps[1].below != below);
}
