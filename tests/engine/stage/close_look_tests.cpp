#include "engine/stage/close_look.hpp"

#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::stage;

namespace {

const base::Size large{12000, 9000};

/// The whole picture on a box of this width.
std::vector<TilePlace> wholeOn(base::Rect box, base::Rect clip) {
    return tilesShown(large, {0, 0, large.width, large.height}, box, clip);
}

} // namespace

TEST_CASE("a part of a picture that covers a box keeps its shape and its focus") {
    const base::Rect part = shownPart({400, 300}, {0, 0, 100, 100}, {.5F, .5F}, 1);
    CHECK(part == base::Rect{50, 0, 300, 300});
    CHECK(shownPart({400, 300}, {0, 0, 100, 100}, {1, 0}, 1) == base::Rect{100, 0, 300, 300});
    CHECK(shownPart({400, 300}, {0, 0, 100, 100}, {.5F, .5F}, 2) == base::Rect{125, 75, 150, 150});
}

TEST_CASE("the tiles of a large picture are about as fine as the screen, whatever the zoom") {
    for (const float width : {900.0F, 1500.0F, 2200.0F, 5000.0F, 9000.0F, 12000.0F, 20000.0F}) {
        const auto tiles = wholeOn({0, 0, width, width * .75F}, {0, 0, 1920, 1080});
        REQUIRE_FALSE(tiles.empty());
        const float pixels = large.width / static_cast<float>(1 << tiles.front().tile.level);
        CHECK((pixels / width >= sharpEnough || tiles.front().tile.level == 0));
        CHECK((pixels / width < 2 * sharpEnough + .01F || width > large.width));
        CHECK(tiles.size() <= 48);
    }
}

TEST_CASE("tiles cover what is seen without a seam and nothing else") {
    const base::Rect clip{0, 0, 1920, 1080};
    const base::Rect box{-733.3F, -411.7F, 6100, 4575};
    const auto tiles = wholeOn(box, clip);
    REQUIRE_FALSE(tiles.empty());
    float area = 0;
    for (const TilePlace& one : tiles) {
        CHECK_FALSE(one.box.intersected(clip).empty());
        CHECK(one.box == one.box.snapped());
        const base::Rect seen = one.box.intersected(clip);
        area += seen.width * seen.height;
        for (const TilePlace& other : tiles) {
            CHECK((&one == &other || one.box.intersected(other.box).empty()));
        }
    }
    CHECK(area == clip.width * clip.height);
}

TEST_CASE("the last tiles of a picture reach to its edge") {
    const auto tiles = wholeOn({0, 0, 1001, 751}, {0, 0, 1920, 1080});
    CHECK(tiles.back().box.right() == 1001);
    CHECK(tiles.back().box.bottom() == 751);
}

TEST_CASE("nothing is asked for of a picture that is not seen") {
    CHECK(wholeOn({2000, 0, 500, 375}, {0, 0, 1920, 1080}).empty());
    CHECK(tilesShown(large, {}, {}, {0, 0, 1920, 1080}).empty());
}

TEST_CASE("the whole of a picture is asked for as it fits on the screen, however near one looks") {
    CHECK(wholeWanted({4096, 2304}, {1920, 1080}) == assets::PixelSize{1920, 1080});
    CHECK(wholeWanted({12000, 9000}, {1920, 1080}) == assets::PixelSize{1440, 1080});
    CHECK(wholeWanted({100, 9000}, {1920, 1080}) == assets::PixelSize{12, 1080});
}

TEST_CASE("a picture is cut into tiles only when one looks nearer than its whole is sharp") {
    const assets::PixelSize wanted = wholeWanted(large, {1920, 1080}); // 1440 x 1080
    const base::Rect all{0, 0, large.width, large.height};
    CHECK_FALSE(wantsTiles(large, wanted, all, {0, 0, 1340, 1005}));
    CHECK_FALSE(wantsTiles(large, wanted, all, {0, 0, 1700, 1275}));
    CHECK(wantsTiles(large, wanted, all, {0, 0, 1800, 1350}));
    CHECK(wantsTiles(large, wanted, {0, 0, 6000, 4500}, {0, 0, 1340, 1005}));
    const base::Size small{600, 400}; // is there in full already
    CHECK_FALSE(wantsTiles(small, wholeWanted(small, {1920, 1080}), {0, 0, 300, 200}, {0, 0, 1800, 1200}));
}
