/// Both renderers draw the same: what staff and designers see on one machine is what visitors see on another.
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/outline.hpp"
#include "tests/catch.hpp"
#include "tests/engine/graphics/seen_pixels.hpp"
#include "tests/engine/graphics/test_window.hpp"

#include <X11/Xatom.h>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <poll.h>
#include <vector>

using namespace schacht;
using namespace schacht::graphics;
using tests::canvasOf;
using tests::SeenPixels;

namespace {

const std::vector<GradientStop> sunset{{0, {250, 180, 40}}, {0.4F, {200, 60, 60, 200}}, {1, {20, 40, 200, 40}}};

/// Stripes, dots and a light that goes over from left to right.
base::Bitmap pattern(int width, int height, bool opaque) {
    base::Bitmap bitmap{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool dot = (x / 8 + y / 8) % 2 == 0;
            const auto light = static_cast<std::uint8_t>(255 * x / width);
            const std::uint8_t alpha = opaque ? 255 : dot ? 255 : 90;
            bitmap.rgba.insert(bitmap.rgba.end(), {light, static_cast<std::uint8_t>(dot ? 200 : 60), 90, alpha});
        }
    }
    return bitmap;
}

using Drawing = std::function<void(Canvas&)>;

base::Bitmap drawn(Renderer renderer, const Drawing& draw) {
    Canvas& canvas = canvasOf(renderer);
    canvas.drawOn(nullptr);
    canvas.clear({12, 16, 24});
    draw(canvas);
    canvas.drawOn(nullptr);
    return canvas.pixels();
}

struct Difference {
    double mean = 0; ///< of 255
    int far = 0;     ///< pixels that are more than a sixth of all light apart
};

Difference between(const base::Bitmap& a, const base::Bitmap& b) {
    constexpr int sixth = 42;
    Difference difference;
    REQUIRE(a.rgba.size() == b.rgba.size());
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t c = i; c < i + 3; ++c) {
            most = std::max(most, std::abs(a.rgba[c] - b.rgba[c]));
        }
        difference.mean += most;
        difference.far += most > sixth ? 1 : 0;
    }
    difference.mean /= static_cast<double>(a.rgba.size() / 4);
    return difference;
}

/// Allowed apart: how many pixels of an edge may be, and all in the mean.
void sameWithBoth(const Drawing& draw, int far = 0, double mean = 0.5) {
    const auto nothing = drawn(Renderer::opengl, [](Canvas&) {});
    const auto card = drawn(Renderer::opengl, draw);
    const Difference difference = between(card, drawn(Renderer::processor, draw));
    CHECK(between(card, nothing).mean > 1); // something was drawn
    CHECK(difference.far <= far);
    CHECK(difference.mean <= mean);
}

} // namespace

TEST_CASE("both renderers fill the same shapes, in one colour and in gradients", "[display]") {
    const auto round = roundedOutline({30.4F, 20.7F, 300, 200}, 24);
    sameWithBoth([&](Canvas& canvas) { canvas.shape(round, {200, 150, 40, 180}); });
    const float degrees = GENERATE(0.0F, 37.0F, 90.0F, 135.0F, 270.0F);
    CAPTURE(degrees);
    sameWithBoth([&](Canvas& canvas) { canvas.shape(round, {30, 20, 300, 200}, degrees, sunset, 0.8F); }, 0, 1);
    sameWithBoth([&](Canvas& canvas) { canvas.linear({0, 0, 640, 480}, degrees, sunset, 0.7F); }, 0, 1.5);
    sameWithBoth([&](Canvas& canvas) { canvas.linear({40, 50, 300, 100}, degrees, {sunset.data(), 1}, 0.5F); });
}

TEST_CASE("both renderers shine the same lights", "[display]") {
    const bool light = GENERATE(false, true);
    const std::vector<GradientStop> glow{{0, {250, 180, 40, 200}}, {0.5F, {200, 90, 30, 90}}, {1, {90, 40, 10, 0}}};
    CAPTURE(light);
    sameWithBoth([&](Canvas& canvas) { canvas.radial({0, 0, 640, 480}, {320, 200}, {250, 150}, glow, 0.9F, light); }, 0,
                 1);
    sameWithBoth(
        [&](Canvas& canvas) {
            canvas.clip({100, 80, 400, 300});
            canvas.radial({0, 0, 640, 480}, {150, 400}, {600, 300}, sunset, 0.9F, light);
        },
        0, 2);
    sameWithBoth([&](Canvas& canvas) { canvas.disc({200, 100, 180, 180}, {250, 150}, {160, 160}, sunset, 1); }, 40, 1);
}

TEST_CASE("both renderers draw the same lines, rings and boxes", "[display]") {
    const auto round = roundedOutline({30, 20, 300, 200}, 24);
    sameWithBoth(
        [&](Canvas& canvas) {
            canvas.outline(round, 6, {250, 250, 200, 220});
            canvas.ring({450, 300}, 80, 14, 0, 0.63F, {250, 180, 40});
            canvas.ring({450, 300}, 80, 14, 0.63F, 1, {60, 60, 60});
            canvas.ring({150, 380}, 60.5F, 3, 0, 1, {200, 200, 240});
            const std::vector<base::Rect> bars{
                {400, 20, 10, 90}, {414, 50, 10, 60}, {428, 30, 10, 0}, {442, 10, 10, 100}};
            canvas.boxes(bars, {80, 200, 190, 200});
        },
        30);
}

TEST_CASE("both renderers draw the same pictures and words", "[display]") {
    const bool opaque = GENERATE(true, false);
    const float alpha = GENERATE(1.0F, 0.4F);
    CAPTURE(opaque, alpha);
    const base::Colour tint = base::Colour{255, 255, 255}.withAlpha(alpha);
    const base::Bitmap bitmap = pattern(200, 120, opaque);
    sameWithBoth(
        [&](Canvas& canvas) {
            const auto picture = canvas.texture(bitmap);
            REQUIRE(picture);
            canvas.picture(*picture, {10, 10, 200, 120}, {0, 0, 200, 120}, tint);
            canvas.picture(*picture, {230, 10, 333, 200}, {20, 10, 160, 96}, tint);
            canvas.picture(*picture, {10, 240, 300, 180}, {0, 0, 200, 120}, tint, 30);
        },
        100, 2); // OpenGL scales colours apart from their alpha
    sameWithBoth(
        [&](Canvas& canvas) {
            const auto words = canvas.coverage(pattern(200, 120, false));
            REQUIRE(words);
            canvas.words(*words, {10, 10, 200, 120}, base::Colour{250, 240, 200}.withAlpha(alpha));
            canvas.words(*words, {230, 10, 300, 180}, base::Colour{250, 240, 200}.withAlpha(alpha));
            canvas.picture(*words, {10.5F, 240.25F, 90, 60}, {200, 0, -200, 120}, {90, 200, 250});
        },
        100, 2); // OpenGL scales colours apart from their alpha
}

TEST_CASE("both renderers compose, copy, scale and soften the same surfaces", "[display]") {
    sameWithBoth(
        [&](Canvas& canvas) {
            const auto surface = canvas.surface(320, 240);
            const auto small = canvas.surface(80, 60);
            REQUIRE(surface);
            REQUIRE(small);
            canvas.drawOn(surface.get());
            canvas.clear({40, 60, 80});
            canvas.linear({20, 20, 200, 160}, 120, sunset, 1);
            canvas.drawOn(nullptr);
            canvas.clip({0, 0, 300, 200});
            canvas.blit(*surface, -40, 30);
            canvas.clip({});
            canvas.scaled(*surface, {310, 20, 280, 200}, 0.6F);
            canvas.softCopy(*small);
            canvas.scaled(*small, {0, 240, 320, 240}, 1);
        },
        0, 1);
}

TEST_CASE("both renderers draw the same triangles of a menu, whose colours go over from corner to corner",
          "[display]") {
    sameWithBoth(
        [&](Canvas& canvas) {
            const auto letters = canvas.texture(pattern(64, 64, false));
            REQUIRE(letters);
            const base::Colour red{220, 60, 40};
            const base::Colour clear{40, 60, 220, 0};
            const auto quad = [](base::Rect box, base::Rect texels, base::Colour left, base::Colour right) {
                const auto at = [&](bool east, bool south) {
                    return Canvas::Corner{{east ? box.right() : box.x, south ? box.bottom() : box.y},
                                          {east ? texels.right() : texels.x, south ? texels.bottom() : texels.y},
                                          east ? right : left};
                };
                return std::vector{at(false, false), at(true, false), at(true, true),
                                   at(false, false), at(true, true),  at(false, true)};
            };
            canvas.clip({0, 0, 500, 200});
            canvas.triangles(quad({20, 20, 64, 64}, {0, 0, 64, 64}, {255, 255, 255}, {255, 255, 255}), *letters);
            canvas.triangles(quad({100, 20, 300, 160}, {4, 4, 0, 0}, red, clear), *letters);
            canvas.triangles(quad({450, 100, 300, 300}, {4, 4, 0, 0}, red, red), *letters);
            canvas.clip({});
            const std::vector<Canvas::Corner> tilted{
                {{30, 300}, {4, 4}, red}, {{200, 250}, {4, 4}, clear}, {{150, 450}, {4, 4}, {255, 255, 255}}};
            canvas.triangles(tilted, *letters);
        },
        10, 0.5);
}

TEST_CASE("a turned picture comes to the window turned, all of it and a part", "[display]") {
    const auto renderer = GENERATE(Renderer::opengl, Renderer::processor);
    const auto [orientation, turn] = GENERATE(table<Orientation, Turn>({{Orientation::portrait, Turn::left},
                                                                        {Orientation::portraitFlipped, Turn::right},
                                                                        {Orientation::landscapeFlipped, Turn::half}}));
    (void)canvasOf(renderer); // on whose screen it opens
    const auto opened = Canvas::open({400, 300, "turned", orientation, false, renderer});
    REQUIRE(opened);
    Canvas& canvas = **opened;
    REQUIRE(canvas.turn() == turn);
    const base::Size page{static_cast<float>(canvas.width()), static_cast<float>(canvas.height())};
    const auto seenAt = [&](base::Point at) {
        const base::Point there = onWindow(at, canvas.turn(), page);
        return SeenPixels(canvas).at(static_cast<int>(there.x), static_cast<int>(there.y));
    };
    const auto box = [&](base::Rect place, base::Colour colour) { canvas.boxes(std::vector{place}, colour); };
    canvas.clear({0, 0, 200});
    box({10, 20, 30, 40}, {250, 180, 40});
    canvas.display();
    canvas.finish();
    CHECK(seenAt({12.5F, 22.5F}) == std::array{250, 180, 40});
    CHECK(seenAt({37.5F, 57.5F}) == std::array{250, 180, 40});
    CHECK(seenAt({37.5F, 62.5F}) == std::array{0, 0, 200});
    CHECK(seenAt({42.5F, 57.5F}) == std::array{0, 0, 200});
    box({100, 150, 50, 20}, {250, 250, 250});
    canvas.display({100, 150, 50, 20});
    canvas.finish();
    CHECK(seenAt({102.5F, 152.5F}) == std::array{250, 250, 250});
    CHECK(seenAt({147.5F, 167.5F}) == std::array{250, 250, 250});
    CHECK(seenAt({152.5F, 167.5F}) == std::array{0, 0, 200});
    CHECK(seenAt({12.5F, 22.5F}) == std::array{250, 180, 40});
}

TEST_CASE("a window says that it has another size, and that somebody wants it closed", "[display]") {
    const auto renderer = GENERATE(Renderer::opengl, Renderer::processor);
    (void)canvasOf(renderer);
    const auto opened = Canvas::open({400, 300, "news", Orientation::asGiven, false, renderer});
    REQUIRE(opened);
    Canvas& canvas = **opened;
    const auto news = [&](auto wanted) {
        for (int tries = 0; tries < 300; ++tries) {
            if (const WindowNews heard = canvas.collect(); wanted(heard)) {
                return true;
            }
            pollfd wait{canvas.descriptor(), POLLIN, 0};
            poll(&wait, 1, canvas.pending() ? 0 : 10);
        }
        return false;
    };
    Display* const display = XOpenDisplay(nullptr);
    REQUIRE(display != nullptr);
    XResizeWindow(display, canvas.window(), 320, 240);
    XFlush(display);
    CHECK(news([](const WindowNews& heard) { return heard.resized == base::Size{320, 240}; }));
    CHECK(canvas.resized(320, 240));
    CHECK_FALSE(canvas.resized(320, 240));
    canvas.clear({250, 180, 40});
    canvas.display();
    canvas.finish();
    CHECK(SeenPixels(canvas).at(319, 239) == std::array{250, 180, 40});

    XEvent close{};
    close.xclient.type = ClientMessage;
    close.xclient.window = canvas.window();
    close.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
    close.xclient.format = 32;
    close.xclient.data.l[0] = static_cast<long>(XInternAtom(display, "WM_DELETE_WINDOW", False));
    XSendEvent(display, canvas.window(), False, NoEventMask, &close);
    XFlush(display);
    CHECK(news([](const WindowNews& heard) { return heard.closed; }));
    XCloseDisplay(display);
}
