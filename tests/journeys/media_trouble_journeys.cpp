/// Films and sounds that cannot be played, on the real program: staff get a sentence, visitors a whole screen.
#include "tests/journeys/kiosk.hpp"

#include <SFML/Graphics/Image.hpp>
#include <cstdlib>
#include <fstream>

using namespace schacht;
using namespace schacht::tests;

namespace {

namespace fs = std::filesystem;

/// Ten seconds of moving bars with a tone.
void makeFilm(const fs::path& file) {
    fs::create_directories(file.parent_path());
    const std::string command = "ffmpeg -v error -y -f lavfi -i testsrc2=s=640x360:r=25:d=10 -f lavfi -i sine=d=10 "
                                "-pix_fmt yuv420p -c:v libx264 -preset ultrafast -g 25 -c:a aac -shortest " +
                                file.string();
    REQUIRE(std::system(command.c_str()) == 0);
}

/// A pack of films f1…fn and a picture.
void writePack(const fs::path& folder, const std::vector<std::string>& films) {
    writeFile(folder / "pack.json", R"({"format": 1, "id": "small", "title": "Small", "languages": ["en"],
 "themes": [{"id": "mines", "title": "Mines", "summary": "A mine.", "colour": "#7CC9CF",
  "cover": {"file": "media/one.png", "decorative": true}}]})");
    for (const std::string& film : films) {
        writeFile(folder / ("films/" + film + ".json"), R"({"kind": "film", "title": "Film", "summary": "A film.",
 "themes": ["mines"], "cover": {"file": "media/one.png", "decorative": true}, "spoken": "en",
 "captions": {"en": "media/words.vtt"}, "video": "media/)" + film +
                                                            R"(.mp4"})");
    }
    writeFile(folder / "media/words.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\nOne.\n\n00:03.000 --> 00:06.000\nTwo.\n");
    writeFile(
        folder / "media/credits.json",
        R"({"media/": {"maker": "Me", "how": "drawn", "rights": "https://creativecommons.org/licenses/by/4.0/"}})");
    sf::Image image;
    image.create(1600, 900, sf::Color(200, 120, 40));
    REQUIRE(image.saveToFile((folder / "media/one.png").string()));
}

struct Hall {
    TemporaryFolder folder;

    [[nodiscard]] Kiosk run(const std::string& item, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> arguments{"run", folder.path().string(), "--start", item};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return Kiosk::run(1280, 720, std::move(arguments), {{"XDG_CACHE_HOME", (folder.path() / "cache").string()}});
    }
    /// What it plays comes to that phase, or has.
    static bool comesTo(Kiosk& kiosk, const std::string& phase) {
        for (const auto& event : kiosk.program.trace().events()) {
            if (event["event"] == "media" && event["phase"] == phase) {
                return true;
            }
        }
        return kiosk.program.trace().next(eventWith("media", "phase", phase), patience).has_value();
    }
    /// The kiosk answers, whatever its media do.
    static void goesHome(Kiosk& kiosk) {
        kiosk.screen.key("home");
        kiosk.arrives("home");
    }
};

bool tellsOf(Kiosk& kiosk, const std::string& file) {
    for (const auto& event : kiosk.program.trace().events()) {
        if (event["event"] == "problem" && event.value("file", "").find(file) != std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("a film that cannot be played keeps its poster, and staff are told", "[display]") {
    Hall hall;
    writePack(hall.folder.path(), {"cut", "renamed"});
    makeFilm(hall.folder.path() / "media/whole.mp4");
    const auto whole = hall.folder.path() / "media/whole.mp4";
    fs::copy_file(whole, hall.folder.path() / "media/cut.mp4");
    fs::resize_file(hall.folder.path() / "media/cut.mp4", 2000);
    writeFile(hall.folder.path() / "media/renamed.mp4", "%PDF-1.4\nThis is no film.\n");
    for (const std::string item : {"cut", "renamed"}) {
        INFO(item);
        auto kiosk = hall.run(item, {"--play"});
        CHECK(Hall::comesTo(kiosk, "failed"));
        CHECK(tellsOf(kiosk, item + ".mp4"));
        Hall::goesHome(kiosk);
    }
}

TEST_CASE("a film that vanishes while the kiosk runs is told, and stops nothing", "[display]") {
    Hall hall;
    writePack(hall.folder.path(), {"gone", "stays"});
    makeFilm(hall.folder.path() / "media/stays.mp4");
    fs::copy_file(hall.folder.path() / "media/stays.mp4", hall.folder.path() / "media/gone.mp4");
    auto kiosk = hall.run("mines");
    fs::remove(hall.folder.path() / "media/gone.mp4");
    kiosk.program.packChanges();
    kiosk.tap("card:gone");
    REQUIRE(kiosk.program.trace().next(eventWith("screen", "item", "gone"), patience));
    CHECK(Hall::comesTo(kiosk, "failed"));
    CHECK(tellsOf(kiosk, "gone.mp4"));
    Hall::goesHome(kiosk);
    auto second = hall.run("stays", {"--play"});
    CHECK(Hall::comesTo(second, "playing"));
    fs::remove(hall.folder.path() / "media/stays.mp4"); // what is open plays on
    second.program.packChanges();
    Hall::goesHome(second);
}

TEST_CASE("captions that cannot be read are told, and the film plays", "[display]") {
    Hall hall;
    writePack(hall.folder.path(), {"film"});
    makeFilm(hall.folder.path() / "media/film.mp4");
    writeFile(hall.folder.path() / "media/words.vtt", std::string("\x00\x01\x02nothing", 10));
    auto film = hall.run("film", {"--play"});
    CHECK(Hall::comesTo(film, "playing"));
    CHECK(tellsOf(film, "words.vtt"));
    Hall::goesHome(film);
}

TEST_CASE("a film plays to its end, and says what it dropped", "[display][timed]") {
    Hall hall;
    writePack(hall.folder.path(), {"film"});
    makeFilm(hall.folder.path() / "media/film.mp4");
    auto kiosk = hall.run("film", {"--play"});
    const auto ended = kiosk.program.trace().next(eventWith("media", "phase", "ended"), 60);
    REQUIRE(ended);
    kiosk.settles(); // what is next has come up
    CHECK((*ended)["position"].get<double>() > 9);
    CHECK(ended->contains("dropped"));
    CHECK(kiosk.program.trace().count("cue") >= (addressSanitizer ? 1 : 2)); // one may be over before it could be drawn
    CHECK(kiosk.program.trace().count("film-way") == 1);
    const auto frames = kiosk.program.trace().count("frame");
    pause(2); // so long it stands still
    CHECK(kiosk.program.trace().count("frame") == frames);
}
