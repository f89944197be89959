#include "kiosk/staff/preview.hpp"

#include "engine/scene/reading_order.hpp"
#include "tests/catch.hpp"
#include "tests/journeys/comes.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/wall_clock.hpp"

#include <fstream>
#include <sstream>

using namespace schacht;
using namespace schacht::kiosk;
namespace fs = std::filesystem;

namespace {

/// A small pack that somebody writes, and its preview without a window.
struct Writing {
    tests::TemporaryFolder folder;
    fs::path pack = folder / "pack";
    std::ostringstream out;
    RunOptions options;
    scene::Design theme;
    std::unique_ptr<PackReader> reader;
    std::unique_ptr<Preview> preview;
    std::atomic<int> nudges{0};
    text::Typesetter typesetter;

    Writing() {
        fs::create_directories(pack / "stories");
        fs::create_directories(pack / "media");
        fs::copy_file(SCHACHT_SOURCE_FOLDER "/content/limburg/media/headframes.svg", pack / "media/headframes.svg");
        save("media/credits.json", R"({"media/": {"maker": "us", "how": "drawn",
            "rights": "https://creativecommons.org/licenses/by/4.0/"}})");
        savePack();
        save("stories/lamp.json", story("The lamp"));
        save("stories/tower.json", story("The tower"));
    }
    void savePack() const {
        save("pack.json", R"({"format": 1, "id": "p", "title": "P", "languages": ["en"], "themes": [{"id": "t",
            "title": "T", "cover": {"file": "media/headframes.svg", "alt": "Two headframes"}}]})");
    }
    static std::string story(const std::string& title) {
        return R"({"kind": "story", "title": ")" + title + R"(", "summary": "One.", "themes": ["t"],
            "cover": {"file": "media/headframes.svg", "alt": "Two headframes"},
            "pages": [{"layout": "text", "heading": ")" +
               title + R"(", "body": "A page with a few words."},
                      {"layout": "text", "heading": "Second", "body": "Another page."}]})";
    }
    void save(const std::string& path, const std::string& text) const { std::ofstream(pack / path) << text; }

    void open(const std::string& start) {
        options.pack = pack;
        auto looks = scene::readDesign(SCHACHT_SOURCE_FOLDER "/content/theme.json");
        REQUIRE(looks);
        theme = *looks;
        auto opened = PackReader::open(options, out, [this] { ++nudges; });
        REQUIRE(opened);
        reader = std::move(*opened);
        preview = std::make_unique<Preview>(*reader, theme, visitor::Session::Options{}, start);
        preview->begin(1);
        (void)preview->happen(stage::TimePassed{1});
    }
    /// Saves, and lets the preview take it in.
    void saves(const std::string& path, const std::string& text) {
        const int before = nudges;
        save(path, text);
        REQUIRE(tests::comes([&] { return nudges > before; }));
        effects = preview->happen(stage::Nudged{2});
    }
    std::vector<stage::Effect> effects;

    /// Every word on the screen.
    std::string screen() {
        std::string words;
        const auto scene = tests::shown(*preview, stage::screenFor(1280, 720, 32), typesetter, 2);
        const auto walk = [&](const auto& self, const scene::Node& node) -> void {
            words += node.name + "\n";
            for (const scene::Node& child : node.children) {
                self(self, child);
            }
        };
        walk(walk, scene.root);
        return words;
    }
    /// Whether the words of the page are outlined.
    bool outlined() {
        const auto scene = tests::shown(*preview, stage::screenFor(1280, 720, 32), typesetter, 2);
        return std::any_of(scene.root.children.begin(), scene.root.children.end(),
                           [](const scene::Node& node) { return node.id == scene::nodeId("preview:outline"); });
    }
    void tap(const std::string& node) {
        (void)preview->happen(input::Gesture(input::Tapped{scene::nodeId(node), 1, {}, 3}));
    }
};

} // namespace

TEST_CASE("what is saved is on the screen, and the page stays the page") {
    Writing writing;
    writing.open("lamp");
    CHECK_THAT(writing.screen(), ContainsSubstring("The lamp"));
    writing.saves("stories/lamp.json", Writing::story("The bright lamp"));
    CHECK_THAT(writing.screen(), ContainsSubstring("The bright lamp"));
    CHECK(writing.preview->place() == "story:lamp");
}

TEST_CASE("a mistake stands on the screen with its file and line, and the last good state stays") {
    Writing writing;
    writing.open("lamp");
    writing.saves("stories/lamp.json", R"({"kind": "story" "title": "Half"})");
    CHECK_THAT(writing.screen(), ContainsSubstring("stories/lamp.json:1:17"));
    CHECK_THAT(writing.screen(), ContainsSubstring("A comma is missing here."));
    CHECK_THAT(writing.screen(), ContainsSubstring("The lamp"));
    writing.saves("stories/lamp.json", Writing::story("Mended"));
    CHECK_THAT(writing.screen(), !ContainsSubstring("stories/lamp.json"));
    CHECK_THAT(writing.screen(), ContainsSubstring("Mended"));
}

TEST_CASE("the page that is wrong is outlined, and not the one beside it") {
    Writing writing;
    writing.open("lamp");
    CHECK_FALSE(writing.outlined());
    std::string wrong = Writing::story("The lamp");
    wrong.replace(wrong.find("\"body\""), 6, "\"bod\""); // of the first page
    writing.saves("stories/lamp.json", wrong);
    CHECK_THAT(writing.screen(), ContainsSubstring("“bod”"));
    CHECK(writing.outlined());
    writing.tap("preview:hide");
    CHECK_FALSE(writing.outlined());
    wrong = Writing::story("The lamp");
    wrong.replace(wrong.rfind("\"body\""), 6, "\"bod\""); // of the second
    writing.saves("stories/lamp.json", wrong);
    CHECK_FALSE(writing.outlined());
    writing.saves("stories/tower.json", "{");
    writing.saves("stories/lamp.json", Writing::story("The lamp"));
    CHECK_FALSE(writing.outlined()); // another story's
}

TEST_CASE("of several mistakes one stands there and how many more, and a touch shows the next") {
    Writing writing;
    writing.open("lamp");
    writing.saves("stories/tower.json", "{");
    writing.saves("stories/lamp.json", "{");
    const std::string one = writing.screen();
    CHECK_THAT(one, ContainsSubstring("stories/lamp.json:1")); // what was saved just now
    CHECK_THAT(one, !ContainsSubstring("stories/tower.json"));
    CHECK_THAT(one, ContainsSubstring("1 more"));
    writing.tap("preview:more");
    CHECK_THAT(writing.screen(), ContainsSubstring("stories/tower.json:1"));
    writing.tap("preview:more");
    CHECK_THAT(writing.screen(), ContainsSubstring("stories/lamp.json:1"));
}

TEST_CASE("a bar that was put away comes back with the next save that is wrong") {
    Writing writing;
    writing.open("lamp");
    writing.saves("stories/lamp.json", "{");
    writing.tap("preview:hide");
    CHECK_THAT(writing.screen(), !ContainsSubstring("stories/lamp.json:1"));
    writing.saves("stories/lamp.json", "{}");
    CHECK_THAT(writing.screen(), ContainsSubstring("stories/lamp.json:1"));
}

TEST_CASE("a film that cannot be played is told once, until something is saved") {
    Writing writing;
    writing.open("lamp");
    media::PlayerState player;
    player.phase = media::Phase::failed;
    player.problem = base::Problem{
        "not-a-medium", base::Severity::error, "There is no sound or film in this file.", {"media/a.webm", 0, 0, ""}};
    (void)writing.preview->happen(player);
    (void)writing.preview->happen(player);
    CHECK_THAT(writing.screen(), ContainsSubstring("media/a.webm"));
    CHECK_THAT(writing.screen(), ContainsSubstring("There is no sound or film in this file."));
    CHECK_THAT(writing.screen(), !ContainsSubstring("1 more"));
    writing.saves("stories/tower.json", Writing::story("Another tower"));
    CHECK_THAT(writing.screen(), !ContainsSubstring("media/a.webm"));
}

TEST_CASE("what is previewed, and when it was read, stands on the screen") {
    Writing writing;
    writing.open("lamp");
    CHECK_THAT(writing.screen(), ContainsSubstring("Preview · en · 1280 x 720 · read "));
}

TEST_CASE("a broken pack.json keeps everything, also where the preview begins with it") {
    Writing writing;
    writing.save("pack.json", "{");
    writing.open("lamp");
    CHECK_THAT(writing.screen(), ContainsSubstring("pack.json:1"));
    writing.savePack();
    REQUIRE(tests::comes([&] {
        (void)writing.preview->happen(stage::Nudged{2});
        return writing.preview->place() == "story:lamp";
    }));
    writing.saves("pack.json", "{");
    CHECK_THAT(writing.screen(), ContainsSubstring("pack.json:1"));
    CHECK_THAT(writing.screen(), ContainsSubstring("The lamp"));
}

TEST_CASE(
    "a preview that is to begin with what there is not says so, begins at home, and goes there once it is there") {
    Writing writing;
    writing.open("cage");
    CHECK(writing.preview->place().starts_with("home"));
    CHECK_THAT(writing.screen(),
               ContainsSubstring("There is no item, theme, place or person \"cage\" in this pack to start with."));
    writing.saves("stories/cage.json", Writing::story("The cage"));
    CHECK(writing.preview->place() == "story:cage");
    CHECK_THAT(writing.screen(), !ContainsSubstring("There is no item"));
    writing.saves("stories/lamp.json", Writing::story("The lamp, again"));
    CHECK(writing.preview->place() == "story:cage");
}

TEST_CASE("a picture that is saved is asked for anew") {
    Writing writing;
    writing.open("lamp");
    writing.saves("media/headframes.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>");
    const auto found = std::find_if(writing.effects.begin(), writing.effects.end(), [](const auto& effect) {
        return std::holds_alternative<stage::FilesChanged>(effect);
    });
    REQUIRE(found != writing.effects.end());
    CHECK(std::get<stage::FilesChanged>(*found).files == std::vector<std::string>{"media/headframes.svg"});
}

TEST_CASE("the terminal says what is wrong each time, and how long reading took") {
    Writing writing;
    writing.open("lamp");
    writing.out.str("");
    writing.saves("stories/lamp.json", "{");
    CHECK_THAT(writing.out.str(), ContainsSubstring("stories/lamp.json:1"));
    CHECK_THAT(writing.out.str(), ContainsSubstring(" ms: 1 error, "));
    CHECK_THAT(writing.out.str(), ContainsSubstring("what has an error is shown as it was.\n"));
}

TEST_CASE("a preview is read again when another day begins") {
    const tests::WallClock clock;
    clock.shows("2026-11-30 12:00:00");
    Writing writing;
    std::string story = Writing::story("The lamp");
    writing.save("stories/lamp.json", story.insert(1, R"("until": "2026-11-30", )"));
    writing.open("lamp");
    (void)writing.preview->happen(stage::DayBegan{"2026-11-30", 1});
    CHECK(writing.preview->place() == "story:lamp");
    clock.shows("2026-12-01 00:00:00");
    const int before = writing.nudges;
    (void)writing.preview->happen(stage::DayBegan{"2026-12-01", 1});
    REQUIRE(tests::comes([&] { return writing.nudges > before; }));
    (void)writing.preview->happen(stage::Nudged{2});
    CHECK(writing.preview->place() == "home:");
}
