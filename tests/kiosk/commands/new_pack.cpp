#include "kiosk/commands/new_pack.hpp"

#include "kiosk/commands/check.hpp"
#include "tests/catch.hpp"
#include "tests/readme.hpp"
#include "tests/schema_judge.hpp"

#include <algorithm>
#include <fnmatch.h>
#include <set>

namespace schacht::kiosk {
namespace {

namespace fs = std::filesystem;
using tests::readFile;
using tests::TemporaryFolder;

const fs::path newContent = fs::path(SCHACHT_SOURCE_FOLDER) / "content";

struct Outcome {
    int status = -1;
    std::string out;
    std::string error;
};
Outcome newPackIn(const fs::path& folder, const std::string& title = {}) {
    std::ostringstream out;
    std::ostringstream error;
    const int status = newPack({folder, title, "schacht"}, out, error);
    return {status, out.str(), error.str()};
}

/// What `check` says of it.
std::string checked(const fs::path& pack) {
    std::ostringstream out;
    std::ostringstream error;
    const int status = check(pack, false, out, error);
    return std::to_string(status) + ": " + out.str() + error.str();
}

/// All its files, by their paths from the pack.
std::set<std::string> filesOf(const fs::path& pack) {
    std::set<std::string> files;
    for (const auto& each : fs::recursive_directory_iterator(pack)) {
        if (each.is_regular_file()) {
            files.insert(each.path().lexically_relative(pack).string());
        }
    }
    return files;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// As VS Code matches: the path from the folder that is open, after a slash.
bool covers(const nlohmann::json& association, const std::string& file) {
    const auto& patterns = association.at("fileMatch");
    return std::any_of(patterns.begin(), patterns.end(), [&](const nlohmann::json& pattern) {
        return fnmatch(pattern.get<std::string>().c_str(), ("/" + file).c_str(), FNM_PATHNAME) == 0;
    });
}

bool obeys(const fs::path& file, const fs::path& schemaFile) {
    return tests::Judge(nlohmann::json::parse(readFile(schemaFile))).accepts(nlohmann::json::parse(readFile(file)));
}

} // namespace

TEST_CASE("the example that new packs are copied from has nothing wrong") {
    CHECK(checked(newContent / "village") == "0: 4 items, nothing wrong.\n");
}

TEST_CASE("a new pack has nothing wrong, and says what to type next") {
    const TemporaryFolder folder;
    const std::string pack = (folder / "our-mill").string();
    const Outcome outcome = newPackIn(pack + "/");
    CHECK(outcome.status == 0);
    CHECK(outcome.error.empty());
    CHECK(outcome.out == pack + " is a pack now, with a story, a voice, a film and a gallery to change. Begin with " +
                             pack + "/README.md.\n\nWhether anything is wrong with it:\n  schacht check " + pack +
                             "\nHow it looks, and each change as you save it:\n  schacht preview " + pack + "\n");
    CHECK(checked(pack) == "0: 4 items, nothing wrong.\n");
    CHECK(fs::directory_iterator(folder.path()) != fs::directory_iterator());
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a new pack bears its folder's name and the title, and is otherwise the example") {
    const TemporaryFolder folder;
    REQUIRE(newPackIn(folder / "our-mill", "The \"mill\" of É").status == 0);
    const auto before = linesOf(readFile(newContent / "village/pack.json"));
    const auto after = linesOf(readFile(folder / "our-mill/pack.json"));
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        INFO(before[i]);
        CHECK(after[i] == (i == 2   ? "  \"id\": \"our-mill\","
                           : i == 3 ? "  \"title\": \"The \\\"mill\\\" of É\","
                                    : before[i]));
    }
    for (const std::string& file : filesOf(newContent / "village")) {
        INFO(file);
        CHECK(fs::exists(folder.path() / "our-mill" / file) == !file.starts_with("make/"));
        if (file != "pack.json" && !file.starts_with("make/")) {
            CHECK(readFile(folder.path() / "our-mill" / file) == readFile(newContent / "village" / file));
        }
    }
    CHECK(checked(folder / "our-mill") == "0: 4 items, nothing wrong.\n");
}

TEST_CASE("without a title a new pack keeps the example's, in both languages") {
    const TemporaryFolder folder;
    REQUIRE(newPackIn(folder / "x").status == 0);
    CHECK(nlohmann::json::parse(readFile(folder / "x/pack.json"))["title"] ==
          nlohmann::json::parse(readFile(newContent / "village/pack.json"))["title"]);
}

TEST_CASE("a new pack is small enough for a letter") {
    const TemporaryFolder folder;
    REQUIRE(newPackIn(folder / "our-mill").status == 0);
    std::uintmax_t bytes = 0;
    for (const std::string& file : filesOf(folder / "our-mill")) {
        bytes += fs::file_size(folder.path() / "our-mill" / file);
    }
    CHECK(bytes < 500'000);
}

TEST_CASE("VS Code finds in a new pack the schema of each of its files, and each obeys its own") {
    const TemporaryFolder folder;
    const fs::path pack = folder / "our-mill";
    REQUIRE(newPackIn(pack).status == 0);
    for (const auto& schema : fs::directory_iterator(newContent / "schema")) {
        INFO(schema.path());
        if (schema.path().filename() == "kiosk.schema.json") {
            continue; // not of a pack
        }
        CHECK(readFile(pack / ".vscode/schacht" / schema.path().filename()) == readFile(schema.path()));
    }
    auto associations = nlohmann::json::parse(readFile(pack / ".vscode/settings.json"))["json.schemas"];
    std::set<std::string> schemas;
    for (const auto& each : associations) {
        const std::string url = each["url"];
        CHECK(url.starts_with("./.vscode/schacht/")); // from the folder that is open
        CHECK(fs::exists(pack / url));
        schemas.insert(fs::path(url).filename().string());
    }
    CHECK(schemas.size() == filesOf(pack / ".vscode/schacht").size());
    for (const std::string& file : filesOf(pack)) {
        if (!file.ends_with(".json") || file.starts_with(".vscode/")) {
            continue;
        }
        INFO(file);
        std::vector<std::string> urls;
        for (const auto& each : associations) {
            if (covers(each, file)) {
                urls.push_back(each["url"]);
            }
        }
        REQUIRE(urls.size() == 1);
        CHECK(obeys(pack / file, pack / urls.front()));
    }
}

TEST_CASE("a folder that holds something is left as it is") {
    const TemporaryFolder folder;
    const auto kept = folder.write("our-mill/letter.txt", "Dear mill");
    const std::string pack = (folder / "our-mill").string();
    const Outcome outcome = newPackIn(pack);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.error == pack + ": This folder is there already, and something is in it: it was left as it is. "
                                  "Choose another name for the new pack.\n");
    CHECK(filesOf(folder.path()) == std::set<std::string>{"our-mill/letter.txt"});
    CHECK(readFile(kept) == "Dear mill");
}

TEST_CASE("a folder that is empty becomes the pack") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "our-mill");
    CHECK(newPackIn(folder / "our-mill").status == 0);
    CHECK(checked(folder / "our-mill") == "0: 4 items, nothing wrong.\n");
}

TEST_CASE("a file of that name is left as it is") {
    const TemporaryFolder folder;
    const std::string file = folder.write("our-mill", "Dear mill").string();
    const Outcome outcome = newPackIn(file);
    CHECK(outcome.status == 2);
    CHECK(outcome.error == file + ": Something of this name is there already: it was left as it is. Choose another "
                                  "name for the new pack.\n");
    CHECK(readFile(file) == "Dear mill");
}

TEST_CASE("a name that is no id is refused with one that is") {
    const TemporaryFolder folder;
    const std::vector<std::pair<std::string, std::string>> names = {{"Ons Dorp", "ons-dorp"},
                                                                    {"café_1935", "cafe-1935"},
                                                                    {"--É--", "e"},
                                                                    {"..", "our-village"},
                                                                    {"\xFF", "our-village"}};
    for (const auto& [name, suggested] : names) {
        INFO(name);
        const Outcome outcome = newPackIn(name);
        CHECK(outcome.status == 2);
        CHECK_THAT(outcome.error, ContainsSubstring(" cannot be the name of a pack. Write only a to z, 0 to 9 and -, "
                                                    "such as " +
                                                    suggested + ".\n"));
    }
    CHECK(newPackIn(folder / "Ons Dorp").status == 2);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a title of nothing, and a folder that is nowhere, are refused") {
    const TemporaryFolder folder;
    const std::string pack = (folder / "our-mill").string();
    const std::string advice =
        pack + ": This title cannot be read. Write its words behind --title, in quotation marks.\n";
    CHECK(newPackIn(pack, " ").error == advice);
    CHECK(newPackIn(pack, "\xFF").error == advice);
    CHECK(newPackIn(folder / "away/our-mill").error == (folder / "away/our-mill").string() + ": There is no folder “" +
                                                           (folder / "away").string() +
                                                           "” to make it in. Make that first, or choose another.\n");
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a disk that takes no more leaves nothing of the pack") {
    const TemporaryFolder folder;
    const auto said = tests::runShell("cd '" + folder.path().string() +
                                      "' && trap '' XFSZ && ulimit -f 8 && '" SCHACHT_PROGRAM "' new our-mill");
    CHECK(said.status == 2);
    CHECK_THAT(said.words, ContainsSubstring("our-mill: The pack could not be made, and nothing of it was left: "));
    CHECK_THAT(said.words, ContainsSubstring(". Look whether the folder may be written to and has room.\n"));
    CHECK(fs::is_empty(folder.path()));
    CHECK(newPackIn("/proc/our-mill").status == 2);
}

TEST_CASE("a program that is installed copies what was installed with it, and the copy can be written to") {
    const TemporaryFolder folder;
    fs::create_directories(folder / "bin");
    fs::copy_file(SCHACHT_PROGRAM, folder / "bin/schacht");
    const fs::path installed = folder / "share/schacht";
    fs::create_directories(installed);
    fs::copy(newContent / "village", installed / "village", fs::copy_options::recursive);
    fs::copy(newContent / "theme.json", installed / "theme.json");
    tests::writeFile(installed / "village/LICENSE", "installed");
    fs::permissions(installed / "village/LICENSE", fs::perms::owner_read);
    const auto said =
        tests::runShell("cd '" + folder.path().string() + "' && bin/schacht new our-mill --title 'Our mill'");
    CHECK(said.status == 0);
    CHECK_THAT(said.words, ContainsSubstring("  bin/schacht check our-mill\n"));
    CHECK(readFile(folder / "our-mill/LICENSE") == "installed");
    CHECK((fs::status(folder / "our-mill/LICENSE").permissions() & fs::perms::owner_write) != fs::perms::none);
}

TEST_CASE("what new says to type can be typed, whatever the folder is called") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "it's here");
    std::ostringstream out;
    std::ostringstream error;
    REQUIRE(newPack({folder / "it's here/our-mill", {}, SCHACHT_PROGRAM}, out, error) == 0);
    const std::string command = linesOf(out.str())[3];
    INFO(command);
    CHECK(tests::runShell(command).words == "4 items, nothing wrong.\n");
}

} // namespace schacht::kiosk
