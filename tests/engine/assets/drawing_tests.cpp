#include "engine/assets/decode.hpp"

#include "tests/catch.hpp"
#include "tests/engine/assets/made_pictures.hpp"
#include "tests/processor_time.hpp"

#include <glib.h>

using namespace schacht;
using namespace schacht::assets;
using namespace schacht::assets::test;

namespace {

const std::string quartersDrawing =
    R"(<rect width="50" height="50" fill="#f00"/><rect x="50" width="50" height="50" fill="#0f0"/>)"
    R"(<rect y="50" width="50" height="50" fill="#00f"/><rect x="50" y="50" width="50" height="50" fill="#fff"/>)";

std::string svg(const std::string& attributes, const std::string& content = quartersDrawing) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " + attributes +
           ">" + content + "</svg>";
}

base::Result<base::Bitmap> drawn(const std::string& text, int width = 40, int height = 40) {
    const auto bytes = bytesOf(text);
    return decodePicture(std::span(bytes), width, height);
}

base::Result<PictureInfo> looked(const std::string& text) {
    const auto bytes = bytesOf(text);
    return lookAtPicture(std::span(bytes));
}

std::string shown(const std::string& text) {
    const auto bitmap = drawn(text);
    return bitmap ? quartersOf(*bitmap) : bitmap.error().code;
}

} // namespace

TEST_CASE("a drawing is drawn at the size that is shown, also above its own") {
    const auto bitmap = drawn(svg("viewBox='0 0 100 100' width='10' height='10'"), 300, 200);
    REQUIRE(bitmap);
    CHECK(bitmap->width == 300);
    CHECK(bitmap->height == 300);
    CHECK(quartersOf(*bitmap) == "rgbw");
}

TEST_CASE("a drawing's size is what it asks for at 96 dots an inch, or its viewBox, or what it draws") {
    const auto sizeOf = [](const std::string& text) {
        const auto info = looked(text);
        REQUIRE(info);
        CHECK(info->format == PictureFormat::svg);
        CHECK(info->orientation == 1);
        return std::pair(info->displayWidth, info->displayHeight);
    };
    CHECK(sizeOf(svg("width='200' height='100'")) == std::pair(200, 100));
    CHECK(sizeOf(svg("width='2in' height='25.4mm'")) == std::pair(192, 96));
    CHECK(sizeOf(svg("viewBox='0 0 300 150'")) == std::pair(300, 150));
    CHECK(sizeOf(svg("width='100%' height='100%' viewBox='0 0 300 150'")) == std::pair(300, 150));
    CHECK(sizeOf(svg("")) == std::pair(100, 100));
}

TEST_CASE("a drawing is known by its root, behind all that XML allows before it") {
    const auto drawing = svg("viewBox='0 0 100 100'");
    CHECK(shown("\xEF\xBB\xBF" + drawing) == "rgbw");
    CHECK(shown("<?xml version='1.0'?>\n<!-- <html> -->\n" + drawing) == "rgbw");
    CHECK(shown("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a \"]>\">]>" + drawing) == "rgbw");
    CHECK(shown("<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><s:rect width='1' height='1' "
                "fill='#f00'/></s:svg>") == "rrrr");
    CHECK(shown("<html><svg/></html>") == "picture-format");
    CHECK(shown("text <svg/>") == "picture-format");
    CHECK(shown("\x1F\x8B\x08 <svg/>") == "picture-format");
}

TEST_CASE("a drawing in UTF-16 is drawn") {
    std::string wide = "\xFF\xFE";
    for (const char c : "<?xml version='1.0' encoding='UTF-16'?>" + svg("viewBox='0 0 100 100'")) {
        wide += c;
        wide += '\0';
    }
    CHECK(shown(wide) == "rgbw");
}

TEST_CASE("a drawing does not follow links to files beside it, on the disk or in the network") {
    const Folder folder;
    const auto file = (folder / "red.png").string();
    write(file, saved({}, ".png"));
    const std::string link = GENERATE_COPY("file://" + file, file, std::string("red.png"), //
                                           std::string("http://localhost:1/red.png"));
    const std::string attribute = GENERATE("href", "xlink:href");
    CAPTURE(link, attribute);
    CHECK(shown(svg("viewBox='0 0 100 100'", "<image width='100' height='100' " + attribute + "='" + link + "'/>")) ==
          "....");
}

TEST_CASE("a picture inside a drawing is shown") {
    const auto png = saved({}, ".png");
    gchar* const text = g_base64_encode(png.data(), png.size());
    const std::string data = std::string("data:image/png;base64,") + text;
    g_free(text);
    CHECK(shown(svg("viewBox='0 0 64 48'", "<image width='64' height='48' href='" + data + "'/>")) == "rgbw");
}

TEST_CASE("an external entity or style sheet is not read") {
    const Folder folder;
    write(folder / "part.xml", "<rect xmlns='http://www.w3.org/2000/svg' width='100' height='100' fill='#f00'/>");
    const auto part = (folder / "part.xml").string();
    const auto entity = shown("<!DOCTYPE svg [<!ENTITY part SYSTEM \"file://" + part + "\">]>" +
                              svg("viewBox='0 0 100 100'", "&part;"));
    CHECK((entity == "...." || entity == "picture-broken"));
    write(folder / "red.css", "rect { fill: #f00 }");
    const auto sheet = shown("<?xml-stylesheet href='file://" + (folder / "red.css").string() + "'?>" +
                             svg("viewBox='0 0 100 100'", "<rect width='100' height='100'/>"));
    CHECK(sheet == "kkkk");
}

TEST_CASE("a drawing that multiplies itself ends soon") {
    std::string entities = "<!DOCTYPE svg [<!ENTITY a0 \"<rect width='1' height='1'/>\">";
    std::string uses = "<defs><rect id='u0' width='1' height='1'/>";
    for (int i = 1; i < 12; ++i) {
        std::string ten;
        std::string tenUses;
        for (int j = 0; j < 10; ++j) {
            ten += "&a" + std::to_string(i - 1) + ";";
            tenUses += "<use xlink:href='#u" + std::to_string(i - 1) + "'/>";
        }
        entities += "<!ENTITY a" + std::to_string(i) + " \"" + ten + "\">";
        uses += "<g id='u" + std::to_string(i) + "'>" + tenUses + "</g>";
    }
    CHECK(tests::processorSeconds([&] {
              CHECK(shown(entities + "]>" + svg("viewBox='0 0 100 100'", "&a11;")) == "picture-broken");
              CHECK(shown(svg("viewBox='0 0 100 100'", uses + "</defs><use xlink:href='#u11'/>")) == "picture-broken");
          }) < 10);
}

TEST_CASE("a drawing of a huge size is drawn at the size that is shown") {
    const auto drawing = svg("viewBox='0 0 100 100' width='1000000000' height='1000000000'");
    CHECK(looked(drawing)->displayWidth == 1000000000);
    const auto bitmap = drawn(drawing);
    REQUIRE(bitmap);
    CHECK(bitmap->width == 40);
    CHECK(quartersOf(*bitmap) == "rgbw");
}

TEST_CASE("a drawing as thin as a thread stays within the longest side") {
    const auto bitmap = drawn(svg("viewBox='0 0 1 1000000'"), 200, 200);
    REQUIRE(bitmap);
    CHECK(bitmap->width == 1);
    CHECK(bitmap->height == 16384);
}

TEST_CASE("a broken drawing is refused in words for who drew it") {
    CHECK(shown("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><g>") == "picture-broken");
    CHECK(shown(svg("width='0' height='0'")) == "picture-broken");
    CHECK(shown("<svg/>") == "picture-broken");
    const auto bitmap = drawn("<svg");
    REQUIRE_FALSE(bitmap);
    CHECK(bitmap.error().message ==
          "The drawing is broken: it is not an SVG file that can be drawn. Save it again from "
          "the program that made it.");
}

TEST_CASE("half-transparent colour is not darkened") {
    const auto bitmap = drawn(svg("viewBox='0 0 1 1'", "<rect width='1' height='1' fill='#f80' fill-opacity='.5'/>"));
    REQUIRE(bitmap);
    CHECK(bitmap->rgba[0] == 255);
    CHECK(bitmap->rgba[1] == Approx(0x88).margin(1));
    CHECK(bitmap->rgba[2] == 0);
    CHECK(bitmap->rgba[3] == Approx(128).margin(1));
}
