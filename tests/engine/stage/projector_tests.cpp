#include "engine/stage/projector.hpp"

#include "engine/base/tasks.hpp"
#include "tests/catch.hpp"
#include "tests/engine/graphics/test_window.hpp"
#include "tests/temporary_folder.hpp"

using namespace schacht;
using namespace schacht::stage;

namespace {

/// A film of 32 x 24 grey pixels, with nothing else on the screen.
struct Cinema {
    tests::TemporaryFolder folder;
    Trace trace{std::move(*Trace::open(folder / "trace"))};
    base::Tasks tasks{1};
    assets::Pictures pictures{folder.path(), tasks, nullptr, [](const assets::PictureArrival&) {}};
    Textures textures{tests::canvas(), pictures, pictures, 1'000'000};
    Painter painter{tests::canvas(), textures};
    Projector projector{tests::canvas(), painter};
    std::vector<std::uint8_t> luma = std::vector<std::uint8_t>(std::size_t{32} * 24, 235);
    std::vector<std::uint8_t> chroma = std::vector<std::uint8_t>(std::size_t{16} * 12, 128);
    base::FilmFrame frame;
    scene::Node node;

    Cinema() {
        frame.width = 32;
        frame.height = 24;
        frame.y = {luma.data(), 32};
        frame.u = frame.v = {chroma.data(), 16};
        node.paint = scene::FilmPaint{};
    }
    void show() { projector.show(frame, {32, 24}, trace); }
    [[nodiscard]] bool isSeen() {
        const base::Rect all{0, 0, 640, 480};
        (void)painter.paint({scene::Placed{&node, all, all}}, 1, {0, 0, 0});
        tests::canvas().display();
        return tests::windowPicture().getPixel(320, 240).r > 200;
    }
};

} // namespace

TEST_CASE("which way a film's pictures take is measured at the first one alone, and told", "[display]") {
    WITH_EACH_RENDERER;
    Cinema cinema;
    cinema.show();
    CHECK(cinema.isSeen());
    const std::string told = tests::readFile(cinema.folder / "trace");
    CHECK(told.find("\"film-way\"") != std::string::npos);
    cinema.show();
    cinema.projector.stop();
    CHECK_FALSE(cinema.isSeen());
    cinema.show();
    CHECK(cinema.isSeen());
    CHECK(tests::readFile(cinema.folder / "trace") == told);
}

TEST_CASE("memory is given back once a film's pictures alone have come for a while, and only then", "[display]") {
    WITH_EACH_RENDERER;
    Cinema cinema;
    cinema.show();
    const auto alone = [&](int times) {
        int given = 0;
        for (int i = 0; i < times; ++i) {
            given += cinema.projector.painted(Painted::shown) ? 1 : 0;
        }
        return given;
    };
    CHECK(alone(14) == 0);
    CHECK_FALSE(cinema.projector.painted(Painted::drawn)); // from the beginning
    CHECK(alone(14) == 0);
    CHECK_FALSE(cinema.projector.painted(Painted::unchanged));
    CHECK(alone(1) == 1);
    CHECK_FALSE(cinema.projector.painted(Painted::unchanged));
    CHECK(alone(100) == 0);
}
