#include "engine/assets/decode.hpp"

#include "tests/catch.hpp"
#include "tests/engine/assets/made_pictures.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <sys/stat.h>
#include <thread>

using namespace schacht;
using namespace schacht::assets;
using namespace schacht::assets::test;

namespace {

base::Bitmap decoded(const Bytes& bytes, int width = 16384, int height = 16384) {
    auto bitmap = decodePicture(std::span(bytes), width, height);
    INFO((bitmap ? std::string() : bitmap.error().message));
    REQUIRE(bitmap);
    REQUIRE(bitmap->rgba.size() == static_cast<std::size_t>(bitmap->width * bitmap->height * 4));
    return std::move(*bitmap);
}

std::string codeOf(const Bytes& bytes) {
    const auto bitmap = decodePicture(std::span(bytes), 64, 64);
    return bitmap ? "decoded" : bitmap.error().code;
}

std::array<int, 4> pixelAt(const base::Bitmap& bitmap, int x, int y) {
    const auto* p = bitmap.rgba.data() + (static_cast<std::ptrdiff_t>(y) * bitmap.width + x) * 4;
    return {p[0], p[1], p[2], p[3]};
}

PictureInfo looked(const Bytes& bytes) {
    const auto info = lookAtPicture(std::span(bytes));
    REQUIRE(info);
    return *info;
}

} // namespace

TEST_CASE("every EXIF orientation is shown upright") {
    // What each orientation makes of stored quarters "rgbw".
    const std::array<std::string, 9> shown{"", "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
    const int orientation = GENERATE(1, 2, 3, 4, 5, 6, 7, 8);
    const std::string suffix = GENERATE(".jpg[Q=95]", ".png", ".tif", ".webp[lossless]");
    CAPTURE(orientation, suffix);
    const auto bytes = saved({.width = 64, .height = 48, .orientation = orientation}, suffix);

    const auto info = looked(bytes);
    CHECK(info.width == 64);
    CHECK(info.height == 48);
    CHECK(info.orientation == orientation);
    CHECK(info.displayWidth == (orientation < 5 ? 64 : 48));
    CHECK(info.displayHeight == (orientation < 5 ? 48 : 64));

    const auto bitmap = decoded(bytes);
    CHECK(bitmap.width == info.displayWidth);
    CHECK(bitmap.height == info.displayHeight);
    CHECK(quartersOf(bitmap) == shown[static_cast<std::size_t>(orientation)]);
}

TEST_CASE("an orientation that is turned and shrunk keeps its quarters") {
    const auto bytes = saved({.width = 1600, .height = 800, .orientation = 6}, ".jpg");
    const auto bitmap = decoded(bytes, 50, 20);
    CHECK(bitmap.width == 50);
    CHECK(bitmap.height == 100);
    CHECK(quartersOf(bitmap) == "brwg");
}

TEST_CASE("an orientation out of range counts as 1") {
    CHECK(looked(saved({.orientation = 0}, ".jpg")).orientation == 1);
    auto bytes = saved({.orientation = 6}, ".tif");
    // The tag 0x0112, SHORT, one value: 6 becomes 77.
    const std::array<std::uint8_t, 10> tag{0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0};
    const auto at = std::search(bytes.begin(), bytes.end(), tag.begin(), tag.end());
    REQUIRE(at != bytes.end());
    at[8] = 77;
    CHECK(looked(bytes).orientation == 1);
    CHECK(quartersOf(decoded(bytes)) == "rgbw");
}

TEST_CASE("content decides what a picture is") {
    CHECK(looked(saved({}, ".jpg")).format == PictureFormat::jpeg);
    CHECK(looked(saved({}, ".png")).format == PictureFormat::png);
    CHECK(looked(saved({}, ".tif")).format == PictureFormat::tiff);
    CHECK(looked(saved({}, ".tif[bigtiff]")).format == PictureFormat::tiff);
    CHECK(looked(saved({}, ".webp")).format == PictureFormat::webp);
    CHECK(looked(saved({}, ".gif")).format == PictureFormat::gif);
    CHECK(looked(contentOf(picture("quarters.avif"))).format == PictureFormat::avif);
    CHECK(looked(contentOf(picture("quarters.heic"))).format == PictureFormat::heif);
    CHECK(toString(PictureFormat::heif) == "heif");
    CHECK(toString(PictureFormat::svg) == "svg");
}

TEST_CASE("every format shows its colours") {
    const std::string suffix =
        GENERATE(".jpg[Q=95]", ".jpg[Q=95,interlace]", ".png", ".png[interlace]", ".png[palette]", ".tif",
                 ".tif[compression=deflate,tile,pyramid]", ".tif[bigtiff]", ".webp[lossless]", ".gif");
    CAPTURE(suffix);
    CHECK(quartersOf(decoded(saved({}, suffix))) == "rgbw");
}

TEST_CASE("HEIF and AVIF show their colours") {
    CHECK(quartersOf(decoded(contentOf(picture("quarters.avif")))) == "rgbw");
    CHECK(quartersOf(decoded(contentOf(picture("quarters.heic")))) == "rgbw");
}

TEST_CASE("a picture covers what was asked for without more") {
    const auto bytes = saved({.width = 400, .height = 200}, ".png");
    const auto bitmap = decoded(bytes, 100, 80);
    CHECK(bitmap.width == 160);
    CHECK(bitmap.height == 80);
}

TEST_CASE("a picture of pixels is never larger than stored") {
    const auto bitmap = decoded(saved({.width = 64, .height = 48}, ".png"), 1000, 1000);
    CHECK(bitmap.width == 64);
    CHECK(bitmap.height == 48);
}

TEST_CASE("sixteen bits become eight") {
    const auto bitmap = decoded(saved({.sixteenBits = true}, ".png"));
    const auto red = pixelAt(bitmap, 10, 10);
    CHECK(red[0] == Approx(127).margin(2));
    CHECK(red[1] == 0);
    CHECK(red[3] == 255);
}

TEST_CASE("TIFF's odd numbers keep their colours") {
    const std::string name = GENERATE("grey_float.tif", "grey_32_bits.tif", "lab.tif", "fax.tif", "five_bands.tif");
    CAPTURE(name);
    const auto bitmap = decoded(contentOf(picture(name)));
    const auto left = pixelAt(bitmap, 2, 4);
    const auto right = pixelAt(bitmap, 13, 4);
    CHECK(std::abs(left[0]) <= 2);
    CHECK(right[0] >= 253);
    CHECK(right[2] >= 253);
    CHECK(right[3] == 255);
}

TEST_CASE("a profile that does not fit its picture is ignored") {
    const auto bitmap = decoded(contentOf(picture("rubbish_profile.jpg")));
    CHECK(pixelAt(bitmap, 13, 4)[0] >= 253);
}

TEST_CASE("grey becomes grey in three channels") {
    const auto white = pixelAt(decoded(saved({.grey = true}, ".png")), 60, 40);
    CHECK(white == std::array{255, 255, 255, 255});
    const auto small = pixelAt(decoded(saved({.width = 512, .height = 512, .grey = true}, ".jpg"), 8, 8), 6, 6);
    CHECK(small[0] > 250);
    CHECK(small[0] == small[2]);
}

TEST_CASE("CMYK is shown in its colours, with a profile and without") {
    const std::string suffix = GENERATE(".jpg", ".jpg[strip]", ".tif", ".tif[strip]");
    CAPTURE(suffix);
    const auto bitmap = decoded(saved({.profile = "cmyk"}, suffix));
    const auto red = pixelAt(bitmap, 4, 4);
    CHECK(red[0] > 180);
    CHECK(red[1] < 80);
    CHECK(red[2] < 80);
    const auto white = pixelAt(bitmap, bitmap.width - 4, bitmap.height - 4);
    CHECK(white[0] > 240);
    CHECK(white[1] > 240);
    CHECK(white[2] > 240);
}

TEST_CASE("an embedded profile is honoured") {
    // Display P3 stores sRGB's red as 234, 51, 35.
    const std::string suffix = GENERATE(".png", ".jpg[Q=98]", ".tif", ".webp[lossless]");
    const auto stripped = pixelAt(decoded(saved({.profile = "p3"}, ".png[strip]")), 4, 4);
    REQUIRE(stripped[1] > 40);
    const auto red = pixelAt(decoded(saved({.profile = "p3"}, suffix)), 4, 4);
    CHECK(red[0] >= 250);
    CHECK(red[1] <= 12);
    CHECK(red[2] <= 12);
}

TEST_CASE("what is clear does not bleed into what is not when a picture is scaled") {
    const auto bitmap = decoded(saved({.width = 400, .height = 400, .alpha = true}, ".png"), 40, 40);
    CHECK(quartersOf(bitmap) == ".g.w");
    const auto edge = pixelAt(bitmap, 20, 5); // green beside clear red
    CHECK(edge[0] < 10);
    CHECK(edge[1] > 245);
}

TEST_CASE("a picture that is cut off is broken") {
    const std::string suffix =
        GENERATE(".jpg", ".jpg[interlace]", ".png", ".png[interlace]", ".tif[compression=deflate]", ".webp", ".gif");
    CAPTURE(suffix);
    auto bytes = saved({.width = 640, .height = 480}, suffix);
    bytes.resize(bytes.size() * 7 / 10);
    CHECK(codeOf(bytes) == "picture-broken");
}

TEST_CASE("HEIF and AVIF that are cut off are broken") {
    const std::string name = GENERATE("quarters.avif", "quarters.heic");
    auto bytes = contentOf(picture(name));
    bytes.resize(bytes.size() - 12);
    CAPTURE(name);
    CHECK(codeOf(bytes) == "picture-broken");
}

TEST_CASE("a cut-off picture of which the header is whole can be looked at") {
    auto bytes = saved({.width = 640, .height = 480}, ".jpg");
    bytes.resize(bytes.size() / 2);
    CHECK(looked(bytes).width == 640);
    const auto bitmap = decodePicture(std::span(bytes), 64, 64);
    REQUIRE_FALSE(bitmap);
    CHECK(bitmap.error().message == "The picture is broken or cut off: it cannot be decoded to its end. Save it again "
                                    "from the original.");
}

TEST_CASE("what is no picture is refused with the formats that are") {
    const Bytes nothing;
    const auto info = lookAtPicture(std::span(nothing));
    REQUIRE_FALSE(info);
    CHECK(info.error().code == "picture-format");
    CHECK(info.error().message == "This is no picture that can be shown. Save it as JPEG, PNG, WebP, TIFF, HEIF, AVIF, "
                                  "GIF or SVG.");
    CHECK(codeOf({}) == "picture-format");
    CHECK(codeOf(bytesOf("%PDF-1.7")) == "picture-format");
    CHECK(codeOf(bytesOf("P6 1 1 255 abc")) == "picture-format");
}

TEST_CASE("a header with nothing behind it is broken") {
    CHECK(codeOf({0xFF, 0xD8, 0xFF}) == "picture-broken");
    CHECK(codeOf({0x89, 'P', 'N', 'G', 13, 10, 26, 10}) == "picture-broken");
    CHECK(codeOf({'I', 'I', 42, 0}) == "picture-broken");
    CHECK(codeOf(bytesOf("GIF89a")) == "picture-broken");
    CHECK(codeOf(bytesOf("RIFF____WEBP")) == "picture-broken");
    CHECK(codeOf(bytesOf(std::string_view("\0\0\0\x18"
                                          "ftypavif\0\0\0\0avifmif1",
                                          24))) == "picture-broken");
}

TEST_CASE("a picture of more than 300 megapixels is refused before it is decoded") {
    const auto bytes = contentOf(picture("30000_x_30000.png"));
    CHECK(looked(bytes).width == 30000);
    const auto started = std::chrono::steady_clock::now();
    const auto bitmap = decodePicture(std::span(bytes), 64, 64);
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(2)); // decoding takes many
    REQUIRE_FALSE(bitmap);
    CHECK(bitmap.error().code == "picture-too-large");
    CHECK(bitmap.error().message == "The picture is 30000 x 30000 pixels. The most that can be shown is 300 million "
                                    "pixels: save it smaller.");
}

TEST_CASE("a file that is missing, a folder or a pipe is refused at once, with its place") {
    const Folder folder;
    const auto missing = decodePicture(folder / "gone.jpg", 8, 8);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == "picture-missing");
    CHECK(missing.error().message == "There is no such picture.");
    CHECK(missing.error().location.file == (folder / "gone.jpg").string());
    CHECK(lookAtPicture(folder.path()).error().code == "picture-unreadable");
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(lookAtPicture(folder / "pipe").error().message == "This is not a file, so it cannot be a picture.");
}

TEST_CASE("a stop ends decoding with 'stopped'") {
    const auto bytes = saved({.width = 6000, .height = 4000}, ".png");
    std::stop_source stop;
    std::jthread soon([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        stop.request_stop();
    });
    const auto bitmap = decodePicture(std::span(bytes), 6000, 4000, stop.get_token());
    REQUIRE_FALSE(bitmap);
    CHECK(bitmap.error().code == "stopped");
}
