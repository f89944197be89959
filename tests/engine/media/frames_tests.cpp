#include "engine/media/frame_exchange.hpp"
#include "engine/media/frames.hpp"
#include "tests/engine/media/played.hpp"
#include "tests/engine/media/test_clips.hpp"

#include <algorithm>
#include <cstring>
#include <thread>

using namespace schacht;
using namespace schacht::media;

namespace {

void fill(FrameExchange& exchange, int height, std::uint8_t value) {
    const auto planes = exchange.writable();
    const auto strides = exchange.strides();
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int rows = plane == 0 ? height : (height + 1) / 2;
        std::memset(planes[plane], value, strides[plane] * static_cast<std::size_t>(rows));
    }
}

/// Opens a film and waits for its first picture, which belongs to the player.
const base::FilmFrame* firstPicture(Played& player, const OpenRequest& request) {
    player->open(request);
    REQUIRE(player.live([&] { return player.pictures > 0 && player.state().phase != Phase::opening; }));
    REQUIRE(player->frames().current() != nullptr);
    return player->frames().current();
}

int luma(const base::FilmFrame& frame, double across, double down) {
    const auto x = static_cast<std::size_t>(across * frame.width);
    const auto y = static_cast<std::size_t>(down * frame.height);
    return frame.y.pixels[y * frame.y.stride + x];
}

// Its left upper quarter is white, the rest black.
std::string quarter(const std::string& size, const std::string& format = "yuv420p") {
    return "-f lavfi -i \"color=black:s=" + size + ":r=30:d=1,format=" + format +
           ",drawbox=x=0:y=0:w=iw/2:h=ih/2:color=white:t=fill\"";
}
const std::string h264 = " -c:v libx264 -preset ultrafast -qp 0";

} // namespace

TEST_CASE("a reader always gets the newest whole picture while another thread writes", "[threads]") {
    const auto exchange = FrameExchange::create({64, 48});
    REQUIRE(exchange);
    std::thread writer([&] {
        for (int i = 1; i <= 5000; ++i) {
            fill(*exchange, 48, static_cast<std::uint8_t>(i % 250));
            (void)exchange->publish();
        }
        fill(*exchange, 48, 255);
        (void)exchange->publish();
    });
    bool whole = true;
    std::uint8_t last = 0;
    while (last != 255) {
        if (exchange->take()) {
            const auto& frame = exchange->front();
            last = frame.y.pixels[0];
            for (int row = 0; row < frame.height; ++row) {
                const auto* begin = frame.y.pixels + static_cast<std::size_t>(row) * frame.y.stride;
                whole = whole && std::all_of(begin, begin + frame.width, [last](auto value) { return value == last; });
            }
        }
    }
    writer.join();
    CHECK(whole);
    CHECK_FALSE(exchange->take());
}

TEST_CASE("a picture that is the same as the one before is no new one") {
    const auto exchange = FrameExchange::create({33, 17});
    REQUIRE(exchange);
    fill(*exchange, 17, 40);
    CHECK(exchange->publish() == FrameExchange::Published::first);
    fill(*exchange, 17, 40);
    CHECK(exchange->publish() == FrameExchange::Published::same);
    REQUIRE(exchange->take());
    fill(*exchange, 17, 40);
    CHECK(exchange->publish() == FrameExchange::Published::same);
    CHECK_FALSE(exchange->take());
    fill(*exchange, 17, 41);
    CHECK(exchange->publish() == FrameExchange::Published::fresh);
    fill(*exchange, 17, 42);
    CHECK(exchange->publish() == FrameExchange::Published::replaced);
    REQUIRE(exchange->take());
    CHECK(exchange->front().y.pixels[0] == 42);
}

TEST_CASE("pictures without a size, and larger ones than any decoder gives, are refused") {
    CHECK(FrameExchange::create({0, 10}) == nullptr);
    CHECK(FrameExchange::create({10, 20000}) == nullptr);
}

TEST_CASE("films of other sizes follow one another while pictures are taken, and the last one is there in the end",
          "[threads]") {
    constexpr int films = 400;
    Frames frames;
    frames.clear(1);
    std::thread player([&] {
        for (int film = 1; film <= films; ++film) {
            const auto exchange = FrameExchange::create({8 + film, 8});
            for (std::uint8_t picture = 1; picture <= 3; ++picture) {
                fill(*exchange, 8, picture);
                (void)exchange->publish();
                frames.show(exchange, 1);
            }
        }
    });
    bool whole = true;
    const base::FilmFrame* frame = nullptr;
    while (frame == nullptr || frame->width != 8 + films || frame->y.pixels[0] != 3) {
        if (frames.takeNewest()) {
            frame = frames.current();
            whole = whole && frame->y.pixels[0] == frame->y.pixels[frame->width - 1];
        }
    }
    player.join();
    CHECK(whole);
}

TEST_CASE("pictures for what was left are not taken", "[threads]") {
    Frames frames;
    const auto exchange = FrameExchange::create({8, 8});
    fill(*exchange, 8, 1);
    (void)exchange->publish();
    frames.clear(2);
    frames.show(exchange, 1);
    CHECK_FALSE(frames.takeNewest());
    frames.show(exchange, 2);
    CHECK(frames.takeNewest());
    frames.clear(3);
    CHECK(frames.current() == nullptr);
    CHECK_FALSE(frames.takeNewest());
}

TEST_CASE("a film that says it is turned comes upright") {
    TestClips clips;
    const auto flat = clips.make("flat.mp4", quarter("320x180") + h264);
    const auto turned = clips.turned("turned.mp4", flat, false);
    Played player;
    const auto& frame = *firstPicture(player, {.open = 1, .file = turned});
    CHECK(frame.width == 180);
    CHECK(frame.height == 320);
    CHECK(player.state().picture == base::Size{180, 320});
    // What was left above is left below.
    CHECK(luma(frame, 0.25, 0.75) > 200);
    CHECK(luma(frame, 0.25, 0.25) < 50);
    CHECK(luma(frame, 0.75, 0.75) < 50);
}

TEST_CASE("a film of an odd size comes whole") {
    TestClips clips;
    const auto film =
        clips.make("odd.webm", quarter("322x182") + " -vf crop=321:181:0:0:exact=1 -c:v libvpx-vp9 -cpu-used 8 "
                                                    "-deadline realtime -pix_fmt yuv444p");
    Played player;
    const auto& frame = *firstPicture(player, {.open = 1, .file = film});
    CHECK(frame.width == 321);
    CHECK(frame.height == 181);
    CHECK(luma(frame, 0.25, 0.25) > 200);
    CHECK(luma(frame, 0.999, 0.999) < 50);
    CHECK(luma(frame, 0.75, 0.25) < 50);
}

TEST_CASE("a film with pixels that are not square says how wide it is shown") {
    TestClips clips;
    const auto film = clips.make("wide.mp4", quarter("360x288") + " -vf setsar=16/11" + h264);
    Played player;
    const auto& frame = *firstPicture(player, {.open = 1, .file = film});
    CHECK(frame.width == 360);
    CHECK(frame.height == 288);
    CHECK(player.state().picture == base::Size{524, 288});
    Played fitted;
    const auto& scaled = *firstPicture(fitted, {.open = 1, .file = film, .fit = {262, 144}});
    CHECK(scaled.width == 262);
    CHECK(scaled.height == 144);
    CHECK(luma(scaled, 0.25, 0.25) > 200);
    CHECK(luma(scaled, 0.75, 0.75) < 50);
}

TEST_CASE("a film of ten bits a colour comes in eight") {
    TestClips clips;
    const auto film = clips.make("ten.mp4", quarter("320x180", "yuv420p10le") + h264);
    Played player;
    const auto& frame = *firstPicture(player, {.open = 1, .file = film});
    CHECK(frame.width == 320);
    CHECK(luma(frame, 0.25, 0.25) == Approx(235).margin(2));
    CHECK(luma(frame, 0.75, 0.25) == Approx(16).margin(2));
}

TEST_CASE("a film of the full range comes as one, and small and large films by the matrix of their size") {
    TestClips clips;
    const auto full = clips.make("full.mp4", "-f lavfi -i color=white:s=320x180:r=30:d=1,format=yuvj420p" + h264);
    Played player;
    const auto& frame = *firstPicture(player, {.open = 1, .file = full});
    CHECK(frame.range == base::ColourRange::full);
    CHECK(frame.matrix == base::ColourMatrix::bt601);
    CHECK(luma(frame, 0.25, 0.25) == Approx(255).margin(2));
    const auto hd = clips.make("hd.mp4", quarter("1280x720") + h264);
    Played large;
    CHECK(firstPicture(large, {.open = 1, .file = hd})->matrix == base::ColourMatrix::bt709);
    CHECK(large->frames().current()->range == base::ColourRange::limited);
    Played told;
    CHECK(firstPicture(told, {.open = 1, .file = hd, .matrix = base::ColourMatrix::bt601})->matrix ==
          base::ColourMatrix::bt601);
}
