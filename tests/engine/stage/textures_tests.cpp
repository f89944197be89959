/// What is asked for of a picture that is looked at closely, without a window: nothing is drawn here.
#include "engine/stage/textures.hpp"

#include "engine/base/tasks.hpp"
#include "tests/catch.hpp"
#include "tests/engine/graphics/test_window.hpp"
#include "tests/temporary_folder.hpp"

#include <atomic>
#include <memory>
#include <semaphore>
#include <thread>
#include <utility>

using namespace schacht;
using namespace schacht::stage;
using Part = assets::PictureRequest::Part;

namespace {

constexpr const char* file = "coal.jpg";
constexpr std::size_t budget = 1'000'000;

/// Textures over a pack without a picture; its tasks begin when they are let.
struct Desk {
    tests::TemporaryFolder folder{};
    std::atomic<int> delivered = 0;
    std::binary_semaphore let{0};
    base::Tasks tasks{1};
    assets::Pictures pictures{folder.path(), tasks, nullptr, [this](const assets::PictureArrival&) { ++delivered; }};
    Textures textures{tests::canvasOf(graphics::Renderer::processor), pictures, pictures, budget};

    Desk() {
        tasks.add(100, [this](const std::stop_token&) { let.acquire(); });
    }
    ~Desk() { let.release(); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Whether a frame that shows two tiles waits for something.
    [[nodiscard]] bool waits() {
        textures.beginFrame();
        (void)textures.tile(file, {0, 0, 0});
        (void)textures.tile(file, {0, 1, 0});
        return !textures.complete();
    }
    void cutCame() { come(requestFor(Part::cut, 0), std::make_shared<const base::Bitmap>()); }
    void failed(Part part, int column) { come(requestFor(part, column), base::refuse("tiles-unreadable", "Damaged.")); }

private:
    static assets::PictureRequest requestFor(Part part, int column) {
        assets::PictureRequest request;
        request.file = file;
        request.part = part;
        request.tile.column = column;
        return request;
    }
    void come(const assets::PictureRequest& request, base::Result<std::shared_ptr<const base::Bitmap>> bitmap) {
        (void)textures.arrived({request, std::move(bitmap), false}, false);
    }
};

} // namespace

TEST_CASE("a file of damaged tiles is cut once more, however many of them were on screen", "[display]") {
    Desk desk;
    REQUIRE(desk.waits());
    desk.cutCame();
    REQUIRE(desk.waits());
    desk.failed(Part::tile, 0);
    desk.failed(Part::tile, 1);
    CHECK(desk.waits());
    desk.cutCame();
    REQUIRE(desk.waits());
    desk.failed(Part::tile, 0);
    desk.failed(Part::tile, 1);
    CHECK_FALSE(desk.waits());
}

TEST_CASE("a picture that cannot be cut is asked for twice", "[display]") {
    Desk desk;
    REQUIRE(desk.waits());
    desk.failed(Part::cut, 0);
    CHECK(desk.waits());
    desk.failed(Part::cut, 0);
    CHECK_FALSE(desk.waits());
}

TEST_CASE("a picture that is off the screen is not cut any more", "[display]") {
    const bool stays = GENERATE(true, false);
    Desk desk;
    REQUIRE(desk.waits());
    if (stays) {
        REQUIRE(desk.waits());
    } else {
        desk.textures.beginFrame();
    }
    desk.textures.beginFrame();
    desk.let.release();
    while (desk.tasks.unfinished() > 0) {
        std::this_thread::yield();
    }
    CHECK(desk.delivered == (stays ? 1 : 0));
}
