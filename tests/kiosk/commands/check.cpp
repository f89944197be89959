#include "kiosk/commands/check.hpp"

#include "tests/catch.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unistd.h>

namespace schacht::kiosk {
namespace {

namespace fs = std::filesystem;

/// A copy of the tests' good pack, gone when the test ends.
class Pack {
public:
    Pack() : root(fs::temp_directory_path() / ("schacht-check-" + std::to_string(getpid()))) {
        fs::remove_all(root);
        fs::copy(fs::path(SCHACHT_SOURCE_FOLDER) / "tests/engine/content/good", root, fs::copy_options::recursive);
    }
    ~Pack() { fs::remove_all(root); }
    Pack(const Pack&) = delete;
    Pack& operator=(const Pack&) = delete;

    void write(const std::string& path, const std::string& text) const { std::ofstream(root / path) << text; }

    fs::path root;
};

struct Answer {
    int status = 0;
    std::string out;
    std::string error;
};

Answer answerTo(const fs::path& pack, bool json) {
    std::ostringstream out;
    std::ostringstream error;
    const int status = check(pack, json, out, error);
    return {status, out.str(), error.str()};
}

constexpr const char* withErrorAndGap = R"({
  "kind": "story",
  "title": {"nl": "Kool"},
  "summary": "Coal",
  "cover": {"file": "media/lamp.svg"},
  "themes": ["mines"],
  "pages": [{"layout": "quote", "quote": "We were silent."}]
}
)";

} // namespace

TEST_CASE("checking a good pack says that nothing is wrong") {
    const Pack pack;
    const Answer answer = answerTo(pack.root, false);
    CHECK(answer.status == 0);
    CHECK(answer.out == "5 items, nothing wrong.\n");
    CHECK(answer.error.empty());
}

TEST_CASE("checking a pack looks into its films and sounds") {
    const Pack pack;
    fs::resize_file(pack.root / "media/voices/the-lamp.nl.opus", 0);
    fs::copy_file(pack.root / "media/films/years.webm", pack.root / "media/films/years.vgt.webm",
                  fs::copy_options::overwrite_existing);
    const Answer answer = answerTo(pack.root, false);
    CHECK(answer.status == 1);
    CHECK(answer.out ==
          "voices/the-lamp.json:12:12: error: “media/voices/the-lamp.nl.opus” cannot be played. This file "
          "is empty. Copy it again from where it came from. Visitors do not see this item.\n5 items, 1 error, 0 "
          "warnings. What has an error is left "
          "out of the kiosk.\n");
}

TEST_CASE("checking a pack lists each problem on a line, then the counts") {
    const Pack pack;
    pack.write("stories/wrong.json", withErrorAndGap);
    const Answer answer = answerTo(pack.root, false);
    CHECK(answer.status == 1);
    CHECK(answer.out ==
          "stories/wrong.json:3:12: warning: No words in “en”: visitors in this language read “nl” instead.\n"
          "stories/wrong.json:5:12: error: This picture has no “alt”. Write what it shows, for a visitor who cannot "
          "see it, or \"decorative\": true where it adds nothing to the words.\n"
          "6 items, 1 error, 1 warning. What has an error is left out of the kiosk.\n");
}

TEST_CASE("a pack with warnings only is in order") {
    const Pack pack;
    pack.write("strings/fr.json", "{}");
    const Answer answer = answerTo(pack.root, false);
    CHECK(answer.status == 0);
    CHECK(answer.out ==
          "strings/fr.json: warning: “fr” is not among the languages of pack.json: no visitor sees these "
          "words. Add it there, or take it out here.\n5 items, 0 errors, 1 warning. Everything is shown.\n");
}

TEST_CASE("check --json gives each problem with its code and place") {
    const Pack pack;
    pack.write("stories/wrong.json", withErrorAndGap);
    fs::remove(pack.root / "media/credits.json");
    const Answer answer = answerTo(pack.root, true);
    CHECK(answer.status == 1);
    const auto json = nlohmann::json::parse(answer.out);
    CHECK(json["format"] == "check");
    CHECK(json["items"] == 6);
    REQUIRE(json["problems"].size() == 3);
    const auto& missing = json["problems"][0];
    CHECK(missing["code"] == "no-credit");
    CHECK(missing["file"] == "media/credits.json");
    CHECK(!missing.contains("line"));
    CHECK(!missing.contains("column"));
    CHECK(!missing.contains("pointer"));
    CHECK(json["problems"][2] ==
          nlohmann::json{{"code", "alt-missing"},
                         {"severity", "error"},
                         {"message", "This picture has no “alt”. Write what it shows, for a visitor who cannot see it, "
                                     "or \"decorative\": true where it adds nothing to the words."},
                         {"file", "stories/wrong.json"},
                         {"line", 5},
                         {"column", 12},
                         {"pointer", "/cover"}});
}

TEST_CASE("what is there but is no pack is an error, not a failure to look") {
    const Pack pack;
    pack.write("empty.schacht", "");
    const Answer file = answerTo(pack.root / "empty.schacht", false);
    CHECK(file.status == 1);
    CHECK(file.out == (pack.root / "empty.schacht").string() +
                          ": error: This is a file, not a pack. Name the folder that holds pack.json.\n"
                          "0 items, 1 error, 0 warnings. Nothing of it can be shown.\n");
    const Answer folder = answerTo(pack.root / "media", true);
    CHECK(folder.status == 1);
    CHECK(nlohmann::json::parse(folder.out)["problems"][0]["code"] == "not-a-pack");
}

TEST_CASE("a pack that is not there cannot be looked at") {
    const Answer answer = answerTo("/no/such/pack", false);
    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK(answer.error == "/no/such/pack: There is no such folder. Look whether its name is written correctly.\n");
}

TEST_CASE("a pack of a newer format is refused with what to do") {
    const Pack pack;
    pack.write("pack.json", "{\"format\": 2}");
    const Answer answer = answerTo(pack.root, false);
    CHECK(answer.status == 1);
    CHECK(answer.out == "pack.json:1:12: error: This pack is of format 2, which this version of Schacht cannot read: "
                        "it reads format 1. Install a newer Schacht.\n"
                        "0 items, 1 error, 0 warnings. Nothing of it can be shown.\n");
}

TEST_CASE("names that are no UTF-8 or hold a line break do not break the report") {
    const Pack pack;
    pack.write("stories/a\nb\xFF.json", "{");
    const Answer lines = answerTo(pack.root, false);
    CHECK(lines.out.find("stories/a?b") == 0);
    CHECK(nlohmann::json::parse(answerTo(pack.root, true).out)["problems"].size() == 1);
}

TEST_CASE("the first pack has no error") {
    const Answer answer = answerTo(fs::path(SCHACHT_SOURCE_FOLDER) / "content/limburg", true);
    INFO(answer.out);
    CHECK(answer.status == 0);
}

} // namespace schacht::kiosk
