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
    std::optional<Kiosk> kiosk;

    explicit Desk(const std::string& item = "the-bakery") {
        fs::copy(SCHACHT_SOURCE_FOLDER "/content/village", pack, fs::copy_options::recursive);
        kiosk.emplace(Kiosk::run(1280, 720, {"preview", pack.string(), "--item", item, "--language", "en"}));
        kiosk->settles();
    }
    Kiosk* operator->() { return &*kiosk; }
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
    void write(const fs::path& file, const std::string& words) {
        kiosk->program.packChanges();
        std::ofstream(file) << words;
    }
    /// Takes the next reading in: how many errors it has.
    int reads() {
        const auto read = kiosk->program.trace().next("reread", patience);
        REQUIRE(read);
        return (*read)["errors"].get<int>();
    }
    /// Whether the window looks otherwise once `act` was taken in.
    template <class Act>
    bool changes(Act act) {
        const sf::Image before = kiosk->screen.picture();
        act();
        CHECK(reads() == 0);
        return comes([&] { return differ(before, kiosk->screen.picture()); });
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
        CHECK(desk.changes([&] { desk.write(desk.story(), desk.withHeading("Saved in place")); }));
    }
    SECTION("by a new file that takes the old one's name, as VS Code may and LibreOffice does") {
        CHECK(desk.changes([&] {
            desk.write(desk.pack / "stories/.~lock.the-bakery.json#", "curator");
            desk.write(desk.pack / "stories/the-bakery.json.tmp", desk.withHeading("Saved by a rename"));
            fs::rename(desk.pack / "stories/the-bakery.json.tmp", desk.story());
            fs::remove(desk.pack / "stories/.~lock.the-bakery.json#");
        }));
    }
    SECTION("by vim") {
        desk.write(desk.folder / "command.vim", ":%s/\"heading\": {\"en\": \"/&By vim: /\n:wq\n");
        CHECK(desk.changes([&] {
            const std::string command = "vim.tiny -es -S " + (desk.folder / "command.vim").string() + " " +
                                        desk.story().string() + " </dev/null >/dev/null 2>&1";
            (void)!std::system(command.c_str());
        }));
        CHECK_THAT(desk.text(), ContainsSubstring("By vim: "));
    }
    CHECK(desk->program.running());
}

TEST_CASE("a mistake is told over the last good state, and gone once it is mended", "[display]") {
    Desk desk;
    const std::string good = desk.text();
    const sf::Image before = desk->screen.picture();
    desk.write(desk.story(), good.substr(0, good.size() / 2)); // half of it was written
    CHECK(desk.reads() == 1);
    sf::Image told;
    CHECK(comes([&] { // the bar
        told = desk->screen.picture();
        return told.getPixel(2, 2) != before.getPixel(2, 2);
    }));
    CHECK(told.getPixel(1278, 600) == before.getPixel(1278, 600)); // the page is still there
    CHECK_THAT(desk->program.output(), ContainsSubstring("stories/the-bakery.json:"));
    desk.write(desk.story(), good);
    CHECK(desk.reads() == 0);
    CHECK(comes([&] { return !Desk::differ(before, desk->screen.picture()); }));
}

TEST_CASE("the page that a curator works on stays, and a film that is replaced is opened anew", "[display][sound]") {
    Desk desk;
    desk->tap("next:the-bakery");
    desk->turnsTo(1);
    desk.write(desk.story(), desk.withHeading("Elsewhere"));
    CHECK(desk.reads() == 0);
    desk->tap("next:the-bakery");
    desk->turnsTo(2); // not 1: it stood on 1
    Desk film("five-o-clock");
    const auto file = film.pack / "media/films/five-o-clock.webm";
    const auto opened = film->program.trace().last("media");
    REQUIRE(opened);
    fs::copy_file(file, film.pack / "media/films/new.tmp");
    fs::rename(film.pack / "media/films/new.tmp", file);
    CHECK(film->program.trace().next(eventWith("media", "open", (*opened)["open"].get<int>() + 1), patience));
}

TEST_CASE("a thousand saves leave nothing behind", "[display]") {
    Desk desk;
    const std::string good = desk.text();
    const auto save = [&](int i) {
        desk.write(desk.story(), i % 10 == 0 ? good.substr(0, good.size() / 3)
                                             : desk.withHeading("Save number " + std::to_string(i % 7)));
        desk.write(desk.story(), i % 10 == 0 ? good.substr(0, good.size() / 3) : good);
    };
    const fs::path other = desk.pack / "explore/look-around.json";
    const std::string otherGood = readFile(other);
    const auto settle = [&] { // two mistakes at once were never saved before
        desk.write(other, "{");
        desk.write(desk.story(), "{");
        while (desk.reads() < 2) {
        }
        desk.write(other, otherGood);
        desk.write(desk.story(), good);
        while (desk.reads() != 0) {
        }
    };
    for (int i = 0; i < 100; ++i) {
        save(i);
    }
    settle();
    desk->settles();
    const auto descriptors = desk->program.openDescriptors();
    const auto threads = desk->program.threads();
    for (int i = 0; i < 1000; ++i) {
        if (i % 20 == 0) {
            desk->program.trace().skip();
        }
        save(i);
        if (i % 20 == 19) {
            (void)desk.reads();
        }
    }
    settle();
    CHECK(comes([&] { return desk->program.openDescriptors() == descriptors; }));
    CHECK(comes([&] { return desk->program.threads() == threads; }));
}
