/// What a museum's disk does to a running kiosk: staff get a sentence, visitors a whole screen.
#include "tests/journeys/kiosk.hpp"

#include <SFML/Graphics/Image.hpp>
#include <algorithm>
#include <fstream>

using namespace schacht;
using namespace schacht::tests;

namespace {

namespace fs = std::filesystem;

/// A pack of one story with two pictures: one on each page.
void writePack(const fs::path& folder) {
    writeFile(folder / "pack.json", R"({"format": 1, "id": "small", "title": "Small", "languages": ["en"],
 "themes": [{"id": "mines", "title": "Mines", "summary": "A mine.", "colour": "#7CC9CF",
  "cover": {"file": "media/one.png", "decorative": true}}]})");
    writeFile(folder / "stories/coal.json",
              R"({"kind": "story", "title": "Coal", "summary": "About coal.", "themes": ["mines"],
 "cover": {"file": "media/one.png", "decorative": true},
 "pages": [{"layout": "full", "picture": {"file": "media/one.png", "decorative": true}, "heading": "One", "body": "One."},
  {"layout": "split", "picture": {"file": "media/two.png", "decorative": true}, "heading": "Two", "body": "Two."},
  {"layout": "text", "heading": "Three", "body": "Three."}]})");
    writeFile(
        folder / "media/credits.json",
        R"({"media/one.png": {"maker": "Me", "how": "drawn", "rights": "https://creativecommons.org/licenses/by/4.0/"},
 "media/two.png": {"maker": "Me", "how": "drawn", "rights": "https://creativecommons.org/licenses/by/4.0/"}})");
    for (const char* name : {"one.png", "two.png"}) {
        sf::Image image;
        image.create(1600, 900, sf::Color(200, 120, 40));
        REQUIRE(image.saveToFile((folder / "media" / name).string()));
    }
}

struct Stage {
    TemporaryFolder folder;
    Touchscreen screen;
    Stage() : screen(std::move(*Touchscreen::start(1280, 720))) { writePack(folder.path()); }
    Program run() {
        auto program = runRecorded(screen, {"run", folder.path().string(), "--start", "coal"},
                                   {{"XDG_CACHE_HOME", (folder.path() / "cache").string()}});
        REQUIRE(program);
        return std::move(*program);
    }
    /// Reads on to the last page: the kiosk answers, whatever its pictures do.
    void readsToTheEnd(Program& program) {
        REQUIRE(program.trace().next("first-frame", 30));
        for (int page = 1; page <= 2; ++page) {
            screen.key("right");
            REQUIRE(program.trace().next(eventWith("screen", "page", page), 20));
        }
        CHECK(program.running());
    }
};

/// Whether staff are told of that file: of its pages' few words they are told as well.
bool isTold(Program& program, const std::string& file) {
    return comes([&] {
        const auto& all = program.trace().events();
        return std::any_of(all.begin(), all.end(), [&](const nlohmann::json& event) {
            return event["event"] == "problem" && event.dump().find(file) != std::string::npos;
        });
    });
}

} // namespace

TEST_CASE("a picture of no bytes is told to staff, and the story is read without it", "[display]") {
    Stage stage;
    writeFile(stage.folder.path() / "media/two.png", "");
    auto program = stage.run();
    stage.readsToTheEnd(program);
    CHECK(isTold(program, "media/two.png"));
}

TEST_CASE("a picture that ends in the middle is told to staff, and the story is read without it", "[display]") {
    Stage stage;
    fs::resize_file(stage.folder.path() / "media/two.png", fs::file_size(stage.folder.path() / "media/two.png") / 2);
    auto program = stage.run();
    stage.readsToTheEnd(program);
    CHECK(isTold(program, "media/two.png"));
}

TEST_CASE("pictures that disappear while the story is shown leave its words", "[display]") {
    Stage stage;
    auto program = stage.run();
    REQUIRE(program.trace().next("first-frame", 30));
    fs::remove_all(stage.folder.path() / "media");
    program.packChanges();
    for (int page = 1; page <= 2; ++page) {
        stage.screen.key("right");
        REQUIRE(program.trace().next(eventWith("screen", "page", page), 20));
    }
    CHECK(program.running());
}

TEST_CASE("a pack that is an empty file is refused with a sentence and status 1", "[display]") {
    Stage stage;
    const auto file = stage.folder.path() / "empty";
    writeFile(file, "");
    auto program = Program::run(stage.screen, SCHACHT_PROGRAM, {"run", file.string()});
    REQUIRE(program);
    CHECK(program->exitStatus(20) == 1);
    CHECK(program->output().find("schacht: ") == 0);
}

TEST_CASE("a pack that is a folder without pack.json is refused with a sentence and status 1", "[display]") {
    Stage stage;
    fs::remove(stage.folder.path() / "pack.json");
    auto program = Program::run(stage.screen, SCHACHT_PROGRAM, {"run", stage.folder.path().string()});
    REQUIRE(program);
    CHECK(program->exitStatus(20) == 1);
    CHECK_THAT(program->output(), ContainsSubstring("pack.json"));
}

TEST_CASE("a kiosk whose X server is gone ends by itself", "[display]") {
    Stage stage;
    auto program = stage.run();
    REQUIRE(program.trace().next("first-frame", 30));
    stage.screen.pullTheServerAway();
    CHECK(program.exitStatus(10).has_value());
}
