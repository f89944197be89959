#include "tests/journeys/kiosk.hpp"

#include <cstdlib>
#include <fstream>

using namespace schacht;
using namespace schacht::tests;
namespace fs = std::filesystem;

namespace {

/// A curator at a desk: a pack in a folder, an editor, and the preview beside it.
struct Desk {
    TemporaryFolder folder;
    fs::path pack = folder / "village";
    std::optional<Touchscreen> screen;
    std::optional<Program> program;

    explicit Desk(const std::string& item = "the-bakery") {
        fs::copy(SCHACHT_SOURCE_FOLDER "/content/village", pack, fs::copy_options::recursive);
        auto opened = Touchscreen::start(1280, 720);
        REQUIRE(opened);
        screen.emplace(std::move(*opened));
        auto run =
            Program::run(*screen, SCHACHT_PROGRAM, {"preview", pack.string(), "--item", item, "--language", "en"});
        REQUIRE(run);
        program.emplace(std::move(*run));
        REQUIRE(program->trace().next("first-frame", 60));
        pause(0.5);
        program->trace().skip();
    }
    [[nodiscard]] fs::path story() const { return pack / "stories/the-bakery.json"; }
    [[nodiscard]] std::string text() const { return readFile(story()); }
    /// The story with other words in its first heading.
    [[nodiscard]] std::string withHeading(const std::string& words) const {
        std::string changed = text();
        const auto heading = changed.find("\"heading\"");
        const auto from = changed.find("\"en\": \"", heading) + 7;
        changed.replace(from, changed.find('"', from) - from, words);
        return changed;
    }
    static void write(const fs::path& file, const std::string& words) { std::ofstream(file) << words; }
    /// Takes the next reading in: how many errors it has.
    int reads() {
        const auto read = program->trace().next("reread", patience);
        REQUIRE(read);
        return (*read)["errors"].get<int>();
    }
    /// Whether the window looks otherwise once `act` was taken in.
    template <class Act>
    bool changes(Act act) {
        const sf::Image before = screen->picture();
        act();
        CHECK(reads() == 0);
        return comes([&] { return differ(before, screen->picture()); });
    }
    /// Below what the preview itself writes.
    static bool differ(const sf::Image& a, const sf::Image& b) {
        constexpr std::size_t rows = 140;
        const std::size_t bytes = std::size_t{4} * a.getSize().x * a.getSize().y;
        const std::size_t from = std::size_t{4} * a.getSize().x * rows;
        return !std::equal(a.getPixelsPtr() + from, a.getPixelsPtr() + bytes, b.getPixelsPtr() + from);
    }
};

} // namespace

TEST_CASE("what is saved is seen at once, whichever way the editor saves", "[display]") {
    Desk desk;
    SECTION("over the file itself, as Notepad and nano do") {
        CHECK(desk.changes([&] { Desk::write(desk.story(), desk.withHeading("Saved in place")); }));
    }
    SECTION("by a new file that takes the old one's name, as VS Code may and LibreOffice does") {
        CHECK(desk.changes([&] {
            Desk::write(desk.pack / "stories/.~lock.the-bakery.json#", "curator");
            Desk::write(desk.pack / "stories/the-bakery.json.tmp", desk.withHeading("Saved by a rename"));
            fs::rename(desk.pack / "stories/the-bakery.json.tmp", desk.story());
            fs::remove(desk.pack / "stories/.~lock.the-bakery.json#");
        }));
    }
    SECTION("by vim") {
        Desk::write(desk.folder / "command.vim", ":%s/\"heading\": {\"en\": \"/&By vim: /\n:wq\n");
        CHECK(desk.changes([&] {
            const std::string command = "vim.tiny -es -S " + (desk.folder / "command.vim").string() + " " +
                                        desk.story().string() + " </dev/null >/dev/null 2>&1";
            (void)!std::system(command.c_str());
        }));
        CHECK_THAT(desk.text(), ContainsSubstring("By vim: "));
    }
    CHECK(desk.program->running());
}

TEST_CASE("a mistake is told over the last good state, and gone once it is mended", "[display]") {
    Desk desk;
    const std::string good = desk.text();
    const sf::Image before = desk.screen->picture();
    Desk::write(desk.story(), good.substr(0, good.size() / 2)); // half of it was written
    CHECK(desk.reads() == 1);
    pause(1);
    const sf::Image told = desk.screen->picture();
    CHECK(told.getPixel(2, 2) != before.getPixel(2, 2));           // the bar
    CHECK(told.getPixel(1278, 600) == before.getPixel(1278, 600)); // the page is still there
    CHECK_THAT(desk.program->output(), ContainsSubstring("stories/the-bakery.json:"));
    Desk::write(desk.story(), good);
    CHECK(desk.reads() == 0);
    CHECK(comes([&] { return !Desk::differ(before, desk.screen->picture()); }));
}

TEST_CASE("the page that a curator works on stays, and a film that is replaced is opened anew", "[display][sound]") {
    Desk desk;
    desk.screen->tap({1280 * .96F, 720 * .875F});
    REQUIRE(desk.program->trace().next(eventWith("screen", "page", 1), patience));
    Desk::write(desk.story(), desk.withHeading("Elsewhere"));
    CHECK(desk.reads() == 0);
    desk.screen->tap({1280 * .96F, 720 * .875F});
    CHECK(desk.program->trace().next(eventWith("screen", "page", 2), patience)); // not 1: it stood on 1
    Desk film("five-o-clock");
    const auto file = film.pack / "media/films/five-o-clock.webm";
    const auto opened = film.program->trace().last("media");
    REQUIRE(opened);
    fs::copy_file(file, film.pack / "media/films/new.tmp");
    fs::rename(film.pack / "media/films/new.tmp", file);
    CHECK(film.program->trace().next(eventWith("media", "open", (*opened)["open"].get<int>() + 1), patience));
}

TEST_CASE("a thousand saves leave nothing behind", "[display]") {
    Desk desk;
    const std::string good = desk.text();
    const auto save = [&](int i) {
        Desk::write(desk.story(), i % 10 == 0 ? good.substr(0, good.size() / 3)
                                              : desk.withHeading("Save number " + std::to_string(i % 7)));
        Desk::write(desk.story(), i % 10 == 0 ? good.substr(0, good.size() / 3) : good);
    };
    const auto settle = [&] {
        pause(1.5);
        Desk::write(desk.story(), good);
        pause(3);
    };
    for (int i = 0; i < 100; ++i) {
        save(i);
    }
    settle();
    const auto descriptors = desk.program->openDescriptors();
    const auto threads = desk.program->threads();
    for (int i = 0; i < 1000; ++i) {
        save(i);
        pause(0.005);
    }
    settle();
    CHECK(desk.program->running());
    CHECK(desk.program->openDescriptors() == descriptors);
    CHECK(desk.program->threads() == threads);
    CHECK(desk.program->trace().last("reread")->at("errors") == 0);
}
