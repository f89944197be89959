#include "kiosk/commands/inspect.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;
using nlohmann::json;
using schacht::tests::TemporaryFolder;

namespace {

struct Seen {
    int status = 0;
    std::string out;
    std::string error;
};

Seen inspect(const fs::path& file, bool asJson) {
    std::ostringstream out;
    std::ostringstream error;
    const int status = schacht::kiosk::inspect(file, asJson, out, error);
    return {status, out.str(), error.str()};
}

/// The object of a file whose exit status fits its "valid".
json look(const fs::path& file) {
    const Seen seen = inspect(file, true);
    const json object = json::parse(seen.out);
    CHECK(seen.status == (object.at("valid") == true ? 0 : 1));
    CHECK(object.contains("error") == (object.at("valid") == false));
    CHECK(seen.error.empty());
    return object;
}

fs::path sample(const char* name) {
    return fs::path(SCHACHT_TEST_FOLDER) / "files" / name;
}

void checkMean(const json& part, int red, int green, int blue) {
    CHECK(std::abs(part.at(0).get<int>() - red) <= 3);
    CHECK(std::abs(part.at(1).get<int>() - green) <= 3);
    CHECK(std::abs(part.at(2).get<int>() - blue) <= 3);
}

} // namespace

TEST_CASE("inspect says what a picture is and the mean of each sixteenth over black") {
    for (const char* name : {"blocks.png", "large.png"}) {
        INFO(name);
        const json picture = look(sample(name));
        CHECK(picture.at("format") == "png");
        CHECK(picture.at("width") == picture.at("displayWidth"));
        CHECK(picture.at("orientation") == 1);
        REQUIRE(picture.at("grid").size() == 16);
        for (int i = 0; i < 15; ++i) {
            INFO(i);
            checkMean(picture["grid"][static_cast<std::size_t>(i)], i % 4 * 80, i / 4 * 80, 40);
        }
        checkMean(picture["grid"][15], 120, 120, 20);
    }
}

TEST_CASE("inspect shows a photograph turned as its camera noted") {
    const json picture = look(sample("turned.jpg"));
    CHECK(picture.at("format") == "jpeg");
    CHECK(picture.at("width") == 64);
    CHECK(picture.at("height") == 48);
    CHECK(picture.at("orientation") == 6);
    CHECK(picture.at("displayWidth") == 48);
    CHECK(picture.at("displayHeight") == 64);
    checkMean(picture.at("grid").at(0), 0, 240, 40); // stored at the left below
    checkMean(picture["grid"][3], 0, 0, 40);
    checkMean(picture["grid"][15], 240, 0, 40);
}

TEST_CASE("inspect takes shares of pixels where a picture has fewer than four a side") {
    const json grid = look(sample("small.png")).at("grid");
    checkMean(grid.at(0), 0, 0, 0);
    checkMean(grid.at(1), 67, 0, 0); // a third of black, two thirds of 100
    checkMean(grid.at(15), 200, 100, 0);
}

TEST_CASE("inspect reads a drawing of the pack") {
    const json picture = look(fs::path(SCHACHT_SOURCE_FOLDER) / "content/limburg/media/cage.svg");
    CHECK(picture.at("format") == "svg");
    CHECK(picture.at("grid").size() == 16);
}

TEST_CASE("inspect refuses a picture that is cut off and still says what it is") {
    const json picture = look(sample("cut_off.jpg"));
    CHECK(picture.at("format") == "jpeg");
    CHECK(picture.at("valid") == false);
}

TEST_CASE("inspect knows a file by its content, whatever its name") {
    const TemporaryFolder folder;
    fs::copy_file(sample("blocks.png"), folder.path() / "letter.md");
    CHECK(look(folder.path() / "letter.md").at("format") == "png");
    CHECK(look(folder.write("data", "{\"a\": 1}")).at("format") == "json");
    CHECK(look(folder.write("film.md", std::string("\0\0\0\x20"
                                                   "ftypisom",
                                                   12)))
              .at("format") == "mp4");
}

TEST_CASE("inspect reads a file of dates, one a line") {
    const TemporaryFolder folder;
    CHECK(look(folder.write("dates.edtf", "1917\r\n-0044-03-15?\n\n31/01/1966\n../1930~")) ==
          json{{"format", "edtf"},
               {"valid", true},
               {"dates",
                {{{"input", "1917"},
                  {"valid", true},
                  {"earliest", "1917-01-01"},
                  {"latest", "1917-12-31"},
                  {"uncertain", false},
                  {"approximate", false}},
                 {{"input", "-0044-03-15?"},
                  {"valid", true},
                  {"earliest", "-0044-03-15"},
                  {"latest", "-0044-03-15"},
                  {"uncertain", true},
                  {"approximate", false}},
                 {{"input", ""},
                  {"valid", false},
                  {"earliest", nullptr},
                  {"latest", nullptr},
                  {"uncertain", false},
                  {"approximate", false},
                  {"error", "This date is empty. Write a date such as 1966-01-31, 1966-01, 1966, 196X, 1966~ or "
                            "1966/1988."}},
                 {{"input", "31/01/1966"},
                  {"valid", false},
                  {"earliest", nullptr},
                  {"latest", nullptr},
                  {"uncertain", false},
                  {"approximate", false},
                  {"error", "A date begins with a year of four digits. Write 1966-01-31."}},
                 {{"input", "../1930~"},
                  {"valid", true},
                  {"earliest", nullptr},
                  {"latest", "1930-12-31"},
                  {"uncertain", false},
                  {"approximate", true}}}}});
    CHECK(look(folder.write("latin.edtf", "caf\xE9\n")).at("error") == "This file is not UTF-8. Save it as UTF-8.");
    CHECK(look(folder.write("many.edtf", std::string(100'001, '\n'))).at("valid") == false);
}

TEST_CASE("inspect reads prose and says what a pack may not hold") {
    const TemporaryFolder folder;
    const json good = look(folder.write("good.md", "# One\n\n3. *two* [three](item:four)\n7. five\n"));
    CHECK(good == json{{"format", "markdown"},
                       {"valid", true},
                       {"blocks",
                        {{{"kind", "heading"},
                          {"level", 1},
                          {"spans", {{{"text", "One"}, {"emphasis", false}, {"strong", false}}}}},
                         {{"kind", "numbered"},
                          {"level", 0},
                          {"number", 3},
                          {"spans",
                           {{{"text", "two"}, {"emphasis", true}, {"strong", false}},
                            {{"text", " "}, {"emphasis", false}, {"strong", false}},
                            {{"text", "three"}, {"emphasis", false}, {"strong", false}, {"item", "four"}}}}},
                         {{"kind", "numbered"},
                          {"level", 0},
                          {"number", 7},
                          {"spans", {{{"text", "five"}, {"emphasis", false}, {"strong", false}}}}}}},
                       {"problems", json::array()}});
    const json bad = look(folder.write("bad.md", "One\n<b>two</b> \xFF"));
    CHECK(bad.at("problems").at(0).at("line") == 2);
    CHECK(bad.at("error") == bad.at("problems").at(0).at("message"));
    CHECK(bad.at("blocks").size() == 1);
}

TEST_CASE("inspect reads any JSON, strictly") {
    const TemporaryFolder folder;
    CHECK(look(folder.write("a.json", "{\"a\": [1, -0.5, \"\\u00e9\", null]}")).at("value") ==
          json::parse("{\"a\": [1, -0.5, \"é\", null]}"));
    CHECK(look(folder.write("b.json", " 7 ")).at("value") == 7);
    for (const char* text :
         {"", "{", "[1,]", "{'a': 1}", "[01]", "// a\n1", "NaN", "[1] 2", "[\"\t\"]", "\xFF\xFE[\0"}) {
        INFO(text);
        CHECK(look(folder.write("c.json", text)).at("valid") == false);
    }
    CHECK(look(folder.write("d.json", std::string(1'000'000, '['))).at("valid") == false);
    CHECK(look(folder.write("e.json", std::string(40'000'000, ' '))).at("valid") == false);
}

TEST_CASE("inspect reads a pack") {
    const json pack = look(fs::path(SCHACHT_SOURCE_FOLDER) / "content/limburg");
    CHECK(pack.at("format") == "pack");
    CHECK(pack.at("id") == "limburg");
    CHECK(pack.at("languages").at(0) == "nl");
    CHECK(pack.at("title").at("en").is_string());
    CHECK(pack.at("items").at(0).at("kind").is_string());
    CHECK(pack.at("problems").is_number());
}

TEST_CASE("inspect refuses a pack that cannot be read") {
    const TemporaryFolder folder;
    (void)folder.write("pack.json", "{");
    const json pack = look(folder.path());
    CHECK(pack.at("format") == "pack");
    CHECK(pack.at("valid") == false);
}

TEST_CASE("inspect refuses what is no file of a museum, and says why") {
    const TemporaryFolder folder;
    CHECK(look(folder.path()).at("error") == "This folder has no pack.json, so it is no pack.");
    CHECK(look(folder.write("empty", "")).at("error") == "This file is empty. Copy it again from where it came from.");
    CHECK(look(folder.write("noise", std::string(1'000'000, '\xFF'))).at("format") == "unknown");
    REQUIRE(mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    CHECK(look(folder.path() / "pipe").at("error") == "This is a device or a pipe, not a file.");
    CHECK(look("/dev/zero").at("error") == "This is a device or a pipe, not a file.");
}

TEST_CASE("inspect says that it cannot look at a file that is absent or unreadable") {
    const TemporaryFolder folder;
    const Seen absent = inspect(folder.path() / "nothing", true);
    CHECK(absent.status == 2);
    CHECK(absent.out.empty());
    CHECK(absent.error == (folder.path() / "nothing").string() + " does not exist.\n");
    const fs::path locked = folder.write("locked", "a");
    fs::permissions(locked, fs::perms::none);
    if (access(locked.c_str(), R_OK) != 0) { // root reads everything
        CHECK(inspect(locked, true).status == 2);
    }
}

TEST_CASE("inspect answers a file of many gigabytes at once") {
    const TemporaryFolder folder;
    for (const char* name : {"huge", "huge.edtf", "huge.md", "huge.json"}) {
        INFO(name);
        const fs::path file = folder.write(name, "");
        fs::resize_file(file, std::uintmax_t{8} << 30U);
        const auto start = std::chrono::steady_clock::now();
        CHECK(look(file).at("valid") == false);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    }
}

TEST_CASE("inspect says the same in words") {
    const TemporaryFolder folder;
    CHECK(inspect(sample("turned.jpg"), false).out ==
          "A picture (jpeg) of 64 x 48 pixels.\n"
          "The camera noted that it was turned (orientation 6); it is shown as 48 x 64.\n"
          "It is smaller than a screen of 1920 x 1080: over the whole screen it will look soft.\n");
    CHECK(inspect(folder.write("a.edtf", "1917~\n../1930\n1966-13\n"), false).out ==
          "1917~: 1917-01-01 to 1917-12-31, approximate\n"
          "../1930: open to 1930-12-31\n"
          "1966-13: There is no month 13. Write a date such as 1966-01-31, 1966-01, 1966, 196X, 1966~ or 1966/1988.\n"
          "3 dates, 1 of them not EDTF.\n");
    CHECK(inspect(folder.write("a.md", "One `two`"), false).out ==
          "Prose of 1 blocks.\nLine 1, column 5: Prose holds no code. Leave out the ` signs.\n");
    CHECK(inspect(folder.write("a.json", "[1]"), false).out == "A JSON document: an array of 1 member.\n");
    const Seen empty = inspect(folder.write("empty", ""), false);
    CHECK(empty.out == "This file is empty. Copy it again from where it came from.\n");
    CHECK(empty.status == 1);
}
