#include "engine/assets/pyramid.hpp"

#include "engine/assets/pictures.hpp"
#include "engine/base/mailbox.hpp"
#include "tests/catch.hpp"
#include "tests/engine/assets/made_pictures.hpp"

#include <fstream>
#include <poll.h>

using namespace schacht;
using namespace schacht::assets;
using namespace schacht::assets::test;

namespace {

/// Quarters of this many pixels, cut into tiles.
struct Cut {
    Folder folder;
    base::Result<void> done;
    explicit Cut(const Quarters& quarters, const std::string& suffix = ".jpg[Q=95]")
        : done(cutIntoTiles(saved(quarters, suffix), folder / "tiles.tif")) {}
    [[nodiscard]] base::Result<base::Bitmap> tile(Tile wanted) const { return readTile(folder / "tiles.tif", wanted); }
};

char colourAt(const base::Bitmap& bitmap, int x, int y) {
    const auto* pixel = &bitmap.rgba[static_cast<std::size_t>(y * bitmap.width + x) * 4];
    const auto lit = [](std::uint8_t value) { return value > 200; };
    const auto dark = [](std::uint8_t value) { return value < 60; };
    if (pixel[3] < 60) {
        return '.';
    }
    return lit(pixel[0]) && lit(pixel[1]) && lit(pixel[2])      ? 'w'
           : lit(pixel[0]) && dark(pixel[1]) && dark(pixel[2])  ? 'r'
           : dark(pixel[0]) && lit(pixel[1]) && dark(pixel[2])  ? 'g'
           : dark(pixel[0]) && dark(pixel[1]) && lit(pixel[2])  ? 'b'
           : dark(pixel[0]) && dark(pixel[1]) && dark(pixel[2]) ? 'k'
                                                                : '?';
}

} // namespace

TEST_CASE("tiles hold the picture in full, each in its place") {
    const Cut cut({.width = 1400, .height = 1100});
    REQUIRE(cut.done);
    const auto first = cut.tile({0, 0, 0});
    REQUIRE(first);
    CHECK(first->width == tileSide);
    CHECK(first->height == tileSide);
    CHECK(colourAt(*first, 10, 10) == 'r');
    const auto last = cut.tile({0, 2, 2});
    REQUIRE(last);
    CHECK(last->width == 1400 - 2 * tileSide);
    CHECK(last->height == 1100 - 2 * tileSide);
    CHECK(colourAt(*last, last->width - 5, last->height - 5) == 'w');
    const auto right = cut.tile({0, 2, 0});
    REQUIRE(right);
    CHECK(colourAt(*right, 300, 10) == 'g');
}

TEST_CASE("each level of tiles is half as large as the one before") {
    const Cut cut({.width = 1400, .height = 1100});
    const auto half = cut.tile({1, 1, 1});
    REQUIRE(half);
    CHECK(half->width == 700 - tileSide);
    CHECK(half->height == 550 - tileSide);
    const auto quarter = cut.tile({2, 0, 0});
    REQUIRE(quarter);
    CHECK(quarter->width == 350);
    CHECK(quarter->height == 275);
    CHECK(quartersOf(*quarter) == "rgbw");
}

TEST_CASE("tiles are turned as EXIF says") {
    const Cut cut({.width = 300, .height = 200, .orientation = 6});
    REQUIRE(cut.done);
    const auto tile = cut.tile({0, 0, 0});
    REQUIRE(tile);
    const auto whole = decodePicture(saved({.width = 300, .height = 200, .orientation = 6}, ".jpg[Q=95]"), 999, 999);
    REQUIRE(whole);
    CHECK(tile->width == whole->width);
    CHECK(quartersOf(*tile) == quartersOf(*whole));
}

TEST_CASE("tiles keep what is clear, and lose nothing for it") {
    const Cut cut({.width = 300, .height = 200, .alpha = true}, ".png");
    REQUIRE(cut.done);
    const auto tile = cut.tile({0, 0, 0});
    REQUIRE(tile);
    CHECK(colourAt(*tile, 10, 10) == '.');
    CHECK(colourAt(*tile, 290, 190) == 'w');
}

TEST_CASE("a drawing is cut as sharp as it is ever shown") {
    const Folder folder;
    const auto bytes = bytesOf("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90'>"
                               "<rect width='80' height='90' fill='#f00'/><rect x='80' width='80' height='90' "
                               "fill='#fff'/></svg>");
    const auto info = lookAtPicture(std::span(bytes));
    REQUIRE(info);
    CHECK(sizeInTiles(*info) == PixelSize{drawingSide, 2304});
    REQUIRE(cutIntoTiles(bytes, folder / "tiles.tif"));
    const auto tile = readTile(folder / "tiles.tif", {0, 7, 4});
    REQUIRE(tile);
    CHECK(tile->height == 2304 - 4 * tileSide);
    CHECK(colourAt(*tile, 5, 5) == 'w');
}

TEST_CASE("a tile that is not there, or damaged, is a problem") {
    const Cut cut({.width = 300, .height = 200});
    CHECK(cut.tile({0, 1, 0}).error().code == "tiles-unreadable");
    CHECK(cut.tile({9, 0, 0}).error().code == "tiles-unreadable");
    CHECK(cut.tile({-1, 0, 0}).error().code == "tiles-unreadable");
    write(cut.folder / "tiles.tif", "II*");
    CHECK(cut.tile({0, 0, 0}).error().code == "tiles-unreadable");
}

TEST_CASE("a picture that is cut off has no tiles") {
    const Folder folder;
    auto bytes = saved({.width = 600, .height = 400}, ".jpg[Q=95]");
    bytes.resize(bytes.size() / 3);
    CHECK_FALSE(cutIntoTiles(bytes, folder / "tiles.tif"));
    CHECK_FALSE(cutIntoTiles(bytesOf("no picture"), folder / "tiles.tif"));
}

TEST_CASE("a picture is measured, cut once, and its tiles come on demand") {
    using Part = PictureRequest::Part;
    const Folder pack;
    const Folder cacheFolder;
    write(pack / "a.jpg", saved({.width = 1400, .height = 1100}, ".jpg[Q=95]"));
    const auto cache = std::make_shared<DiskCache>(cacheFolder.path(), 100'000'000);
    base::Mailbox<PictureArrival> mailbox;
    base::Tasks tasks(2);
    Pictures pictures(pack.path(), tasks, cache, [&](PictureArrival arrival) { mailbox.post(std::move(arrival)); });
    const auto ask = [&](const PictureRequest& request) {
        pictures.ask(request, 1, false);
        pollfd waiting{mailbox.descriptor(), POLLIN, 0};
        REQUIRE(poll(&waiting, 1, 10'000) == 1);
        auto arrivals = mailbox.collect();
        REQUIRE(arrivals.size() == 1);
        return arrivals.front().bitmap;
    };
    const auto size = ask({"a.jpg", 0, 0, Part::size, {}});
    REQUIRE(size);
    CHECK((*size)->width == 1400);
    CHECK((*size)->height == 1100);
    CHECK(ask({"a.jpg", 0, 0, Part::tile, {0, 1, 1}}).error().code == "tiles-unreadable");
    REQUIRE(ask({"a.jpg", 0, 0, Part::cut, {}}));
    const auto tile = ask({"a.jpg", 0, 0, Part::tile, {0, 1, 1}});
    REQUIRE(tile);
    CHECK((*tile)->width == tileSide);
    const auto tiles = cache->findTiles(DiskCache::fingerprint(pack / "a.jpg"));
    REQUIRE(tiles);
    write(*tiles, "damaged");
    CHECK(ask({"a.jpg", 0, 0, Part::tile, {0, 1, 1}}).error().code == "tiles-unreadable");
    REQUIRE(ask({"a.jpg", 0, 0, Part::cut, {}})); // the damaged ones were thrown away
    CHECK(ask({"a.jpg", 0, 0, Part::tile, {0, 1, 1}}));
}
