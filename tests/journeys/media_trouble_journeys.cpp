/// Films and sounds that cannot be played, on the real program: staff get a sentence, visitors a whole screen.
#include "tests/journeys/kiosk.hpp"

#include <SFML/Graphics/Image.hpp>
#include <cstdlib>
#include <fstream>
#include <thread>

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
    Touchscreen screen{std::move(*Touchscreen::start(1280, 720))};

    Program run(const std::string& item, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments{"run", folder.path().string(), "--start", item};
        arguments.insert(arguments.end(), more.begin(), more.end());
        auto program = Program::run(screen, SCHACHT_PROGRAM, std::move(arguments),
                                    {{"XDG_CACHE_HOME", (folder.path() / "cache").string()}});
        REQUIRE(program);
        REQUIRE(program->trace().next("first-frame", 60));
        return std::move(*program);
    }
    /// What it plays comes to that phase, or has.
    static bool comesTo(Program& program, const std::string& phase) {
        for (const auto& event : program.trace().events()) {
            if (event["event"] == "media" && event["phase"] == phase) {
                return true;
            }
        }
        return program.trace().next(eventWith("media", "phase", phase), patience).has_value();
    }
    /// The kiosk answers, whatever its media do.
    void goesHome(Program& program) {
        screen.key("home");
        REQUIRE(program.trace().next(eventWith("screen", "name", "home"), patience));
        CHECK(program.running());
    }
};

bool tellsOf(Program& program, const std::string& file) {
    for (const auto& event : program.trace().events()) {
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
        auto program = hall.run(item, {"--play"});
        CHECK(Hall::comesTo(program, "failed"));
        CHECK(tellsOf(program, item + ".mp4"));
        hall.goesHome(program);
    }
}

TEST_CASE("a film that vanishes while the kiosk runs is told, and stops nothing", "[display]") {
    Hall hall;
    writePack(hall.folder.path(), {"gone", "stays"});
    makeFilm(hall.folder.path() / "media/stays.mp4");
    fs::copy_file(hall.folder.path() / "media/stays.mp4", hall.folder.path() / "media/gone.mp4");
    auto program = hall.run("mines");
    fs::remove(hall.folder.path() / "media/gone.mp4");
    std::this_thread::sleep_for(std::chrono::seconds(1));
    hall.screen.tap({190, 430}); // the first card
    REQUIRE(program.trace().next(eventWith("screen", "item", "gone"), patience));
    CHECK(Hall::comesTo(program, "failed"));
    CHECK(tellsOf(program, "gone.mp4"));
    hall.goesHome(program);
    auto second = hall.run("stays", {"--play"});
    CHECK(Hall::comesTo(second, "playing"));
    fs::remove(hall.folder.path() / "media/stays.mp4"); // what is open plays on
    hall.goesHome(second);
}

TEST_CASE("captions that cannot be read are told, and the film plays", "[display]") {
    Hall hall;
    writePack(hall.folder.path(), {"film"});
    makeFilm(hall.folder.path() / "media/film.mp4");
    auto program = hall.run("home");
    program.signal(15);
    (void)program.exitStatus(10);
    writeFile(hall.folder.path() / "media/words.vtt", std::string("\x00\x01\x02nothing", 10));
    auto film = hall.run("film", {"--play"});
    CHECK(Hall::comesTo(film, "playing"));
    CHECK(tellsOf(film, "words.vtt"));
    hall.goesHome(film);
}

TEST_CASE("a film plays to its end, and says what it dropped", "[display][timed]") {
    Hall hall;
    writePack(hall.folder.path(), {"film"});
    makeFilm(hall.folder.path() / "media/film.mp4");
    auto program = hall.run("film", {"--play"});
    const auto ended = program.trace().next(eventWith("media", "phase", "ended"), 60);
    std::this_thread::sleep_for(std::chrono::seconds(2)); // what is next comes up
    REQUIRE(ended);
    CHECK((*ended)["position"].get<double>() > 9);
    CHECK(ended->contains("dropped"));
    CHECK(program.trace().count("cue") >= (addressSanitizer ? 1 : 2)); // one may be over before it could be drawn
    CHECK(program.trace().count("film-way") == 1);
    const auto frames = program.trace().count("frame");
    std::this_thread::sleep_for(std::chrono::seconds(2));
    CHECK(program.trace().count("frame") == frames); // what has ended draws nothing
}
