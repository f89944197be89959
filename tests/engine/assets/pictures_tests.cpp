#include "engine/assets/pictures.hpp"

#include "engine/assets/picture_request.hpp"
#include "engine/base/mailbox.hpp"
#include "tests/catch.hpp"
#include "tests/engine/assets/made_pictures.hpp"

#include <chrono>
#include <latch>
#include <poll.h>

using namespace schacht;
using namespace schacht::assets;
using namespace schacht::assets::test;
namespace fs = std::filesystem;

namespace {

/// A pack's folder and the window's end of the mailbox.
struct Desk {
    Folder pack;
    Folder cacheFolder;
    std::shared_ptr<const DiskCache> cache = std::make_shared<DiskCache>(cacheFolder.path(), 100'000'000);
    base::Mailbox<PictureArrival> mailbox;
    std::unique_ptr<base::Tasks> tasks = std::make_unique<base::Tasks>(2);
    std::unique_ptr<Pictures> pictures = std::make_unique<Pictures>(
        pack.path(), *tasks, cache, [this](PictureArrival arrival) { mailbox.post(std::move(arrival)); });

    std::vector<PictureArrival> wait(std::size_t count, int milliseconds = 10'000) {
        std::vector<PictureArrival> arrivals;
        pollfd waiting{mailbox.descriptor(), POLLIN, 0};
        while (arrivals.size() < count && poll(&waiting, 1, milliseconds) > 0) {
            for (auto& arrival : mailbox.collect()) {
                arrivals.push_back(std::move(arrival));
            }
        }
        return arrivals;
    }
    bool quiet() { return wait(1, 100).empty(); }
    std::size_t kept() const {
        std::error_code none;
        const fs::directory_iterator entries(cacheFolder / "pictures", none);
        return static_cast<std::size_t>(std::distance(fs::begin(entries), fs::end(entries)));
    }
};

/// Takes longer than 60 ms at 1024 x 1024.
std::string slowDrawing(const std::string& fill = "#f00") {
    return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><filter id='grain'><feTurbulence "
           "baseFrequency='.8' numOctaves='8'/><feColorMatrix values='0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 .1 0'/>"
           "</filter><rect width='100' height='100' fill='" +
           fill + "'/><rect width='100' height='100' filter='url(#grain)'/></svg>";
}

/// Holds a task's thread until it goes.
struct Hold {
    std::latch reached{1};
    std::latch release{1};
    explicit Hold(base::Tasks& tasks) {
        tasks.add(100, [this](const std::stop_token&) {
            reached.count_down();
            release.wait();
        });
        reached.wait();
    }
};

} // namespace

TEST_CASE("a picture that was asked for arrives with the request as it was asked") {
    Desk desk;
    write(desk.pack / "a.png", saved({.width = 64, .height = 48}, ".png"));
    desk.pictures->ask({"a.png", 50, 40}, 10);
    const auto arrivals = desk.wait(1);
    REQUIRE(arrivals.size() == 1);
    CHECK(arrivals[0].request == PictureRequest{"a.png", 50, 40});
    REQUIRE(arrivals[0].bitmap);
    CHECK_FALSE(arrivals[0].soft);
    CHECK((*arrivals[0].bitmap)->height == 48);
    CHECK(desk.quiet());
}

TEST_CASE("a slow drawing comes soft first, then sharp, and is kept on disk") {
    Desk desk;
    write(desk.pack / "a.svg", slowDrawing());
    desk.pictures->ask({"a.svg", 1024, 1024}, 10);
    const auto arrivals = desk.wait(2);
    REQUIRE(arrivals.size() == 2);
    CHECK(arrivals[0].soft);
    CHECK((*arrivals[0].bitmap)->width == 128);
    CHECK_FALSE(arrivals[1].soft);
    CHECK((*arrivals[1].bitmap)->width == 1024);
    CHECK(desk.kept() == 2);

    desk.pictures->ask({"a.svg", 1024, 1024}, 10);
    const auto again = desk.wait(1);
    REQUIRE(again.size() == 1);
    CHECK_FALSE(again[0].soft);
    CHECK((*again[0].bitmap)->rgba == (*arrivals[1].bitmap)->rgba);
    CHECK(desk.quiet());
}

TEST_CASE("without the wish for a soft version only the sharp one comes") {
    Desk desk;
    write(desk.pack / "a.svg", slowDrawing());
    desk.pictures->ask({"a.svg", 1024, 1024}, 10, false);
    const auto arrivals = desk.wait(1);
    REQUIRE(arrivals.size() == 1);
    CHECK_FALSE(arrivals[0].soft);
    CHECK(desk.quiet());
}

TEST_CASE("a drawing that has changed is drawn anew") {
    Desk desk;
    write(desk.pack / "a.svg", slowDrawing("#f00"));
    desk.pictures->ask({"a.svg", 1024, 1024}, 10, false);
    REQUIRE(desk.wait(1).size() == 1);
    write(desk.pack / "a.svg", slowDrawing("#0000ff"));
    desk.pictures->ask({"a.svg", 1024, 1024}, 10, false);
    const auto arrivals = desk.wait(1);
    REQUIRE(arrivals.size() == 1);
    CHECK((*arrivals[0].bitmap)->rgba[2] > 200);
}

TEST_CASE("a request under way is not made twice") {
    Desk desk;
    write(desk.pack / "a.png", saved({}, ".png"));
    {
        Hold first(*desk.tasks);
        Hold second(*desk.tasks);
        for (int i = 0; i < 5; ++i) {
            desk.pictures->ask({"a.png", 64, 48}, i);
        }
        first.release.count_down();
        second.release.count_down();
        CHECK(desk.wait(1).size() == 1);
        CHECK(desk.quiet());
    }
}

TEST_CASE("a request whose priority rises overtakes those before it") {
    Desk desk;
    desk.tasks = nullptr;
    desk.pictures = nullptr;
    base::Tasks one(1);
    desk.pictures = std::make_unique<Pictures>(desk.pack.path(), one, desk.cache,
                                               [&](PictureArrival arrival) { desk.mailbox.post(std::move(arrival)); });
    Hold hold(one);
    for (const std::string name : {"a.png", "b.png", "c.png"}) {
        write(desk.pack / name, saved({}, ".png"));
        desk.pictures->ask({name, 64, 48}, 5);
    }
    desk.pictures->ask({"c.png", 64, 48}, 10);
    hold.release.count_down();
    const auto arrivals = desk.wait(3);
    REQUIRE(arrivals.size() == 3);
    CHECK(arrivals[0].request.file == "c.png");
    CHECK(arrivals[1].request.file == "a.png");
    desk.pictures = nullptr;
}

TEST_CASE("what is dropped does not arrive, and can be asked for again") {
    Desk desk;
    write(desk.pack / "a.svg", slowDrawing());
    desk.pictures->ask({"a.svg", 2048, 2048}, 10);
    REQUIRE(desk.wait(1).size() == 1); // the sharp one is under way
    desk.pictures->drop({"a.svg", 2048, 2048});
    CHECK(desk.wait(1, 1500).empty());
    desk.pictures->ask({"a.svg", 512, 512}, 10, false);
    CHECK(desk.wait(1).size() == 1);
}

TEST_CASE("nothing arrives after the end, and the end does not wait for a drawing") {
    Desk desk;
    write(desk.pack / "a.svg", slowDrawing());
    desk.pictures->ask({"a.svg", 4096, 4096}, 10, false);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const auto started = std::chrono::steady_clock::now();
    desk.pictures = nullptr;
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(1));
    desk.tasks = nullptr;
    CHECK(desk.mailbox.collect().empty());
}

TEST_CASE("a picture that is not there is a problem at its place in the pack") {
    Desk desk;
    desk.pictures->ask({"media/gone.jpg", 64, 48}, 10);
    const auto arrivals = desk.wait(1);
    REQUIRE(arrivals.size() == 1);
    REQUIRE_FALSE(arrivals[0].bitmap);
    CHECK(arrivals[0].bitmap.error().code == "picture-missing");
    CHECK(arrivals[0].bitmap.error().location.file == "media/gone.jpg");
}

TEST_CASE("a broken picture is a problem at its place in the pack") {
    Desk desk;
    write(desk.pack / "a.jpg", "\xFF\xD8\xFF and no more");
    desk.pictures->ask({"a.jpg", 1024, 768}, 10);
    const auto arrivals = desk.wait(1);
    REQUIRE(arrivals.size() == 1);
    REQUIRE_FALSE(arrivals[0].bitmap);
    CHECK(arrivals[0].bitmap.error().code == "picture-broken");
    CHECK(arrivals[0].bitmap.error().location.file == "a.jpg");
}

TEST_CASE("no picture outside the pack is opened, also not through a link") {
    Desk desk;
    const Folder outside;
    write(outside / "secret.png", saved({}, ".png"));
    fs::create_symlink(outside / "secret.png", desk.pack / "link.png");
    desk.pictures->ask({"link.png", 64, 48}, 10);
    desk.pictures->ask({"../" + outside.path().filename().string() + "/secret.png", 64, 48}, 10);
    const auto arrivals = desk.wait(2);
    REQUIRE(arrivals.size() == 2);
    CHECK(arrivals[0].bitmap.error().code == "path-outside");
    CHECK(arrivals[1].bitmap.error().code == "path-outside");
}

TEST_CASE("boxes of nearly one size become one request, and a usual screen stays as it is") {
    CHECK(quantised({"a", 1920, 1080}) == PictureRequest{"a", 1920, 1080});
    CHECK(quantised({"a", 3840, 2160}) == PictureRequest{"a", 3840, 2160});
    CHECK(quantised({"a", 1080, 1920}) == PictureRequest{"a", 1080, 1920});
    CHECK(quantised({"a", 1366, 768}) == PictureRequest{"a", 1366, 768});
    CHECK(quantised({"a", 402, 301}) == quantised({"a", 470, 319}));
    CHECK(quantised({"a", 1, 20'000}) == PictureRequest{"a", 64, 16384});
    for (int side = 1; side < 17'000; side += 7) {
        const auto once = quantised({"a", side, side});
        CHECK(quantised(once) == once);
        CHECK(once.width >= std::min(side, 16384));
        CHECK((side < 256 || once.width <= side * 5 / 4 + 1));
    }
}
