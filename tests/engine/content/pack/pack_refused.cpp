#include "tests/as_nobody.hpp"
#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"
#include "tests/processor_time.hpp"

#include <algorithm>
#include <chrono>
#include <sys/resource.h>
#include <sys/stat.h>

/// What no small file can hold: folders, links, pipes, rights, sizes.
namespace schacht {
namespace {

namespace fs = std::filesystem;

using tests::AsNobody;
using tests::PackOnDisk;

std::string refusal(const fs::path& folder) {
    const auto reading = content::readPack(folder, {.today = "2026-11-24"});
    return reading ? "" : tests::describe(reading.error());
}

} // namespace

TEST_CASE("a folder that is not there is refused") {
    CHECK(refusal("/no/such/folder") == " error no-such-folder\n    There is no such folder. Look whether its name is "
                                        "written correctly.\n");
}

TEST_CASE("a file in place of a pack is refused") {
    const PackOnDisk pack;
    pack.write("empty", "");
    CHECK(refusal(pack.root / "empty") ==
          " error not-a-folder\n    This is a file, not the folder of a pack. Name the folder that holds pack.json.\n");
}

TEST_CASE("a folder without a pack.json is refused") {
    const PackOnDisk pack;
    pack.remove("pack.json");
    CHECK(refusal(pack.root) == " error not-a-pack\n    There is no pack.json in this folder. Name the folder of a "
                                "pack, or write its pack.json.\n");
}

TEST_CASE("a file that may not be read is reported, and the rest of the pack is read") {
    const PackOnDisk pack;
    chmod((pack.root / "stories/lamp.json").c_str(), 0);
    const AsNobody rights;
    const auto reading = pack.read();
    REQUIRE(reading);
    REQUIRE(reading->problems.size() == 1);
    CHECK(tests::describe(reading->problems[0]) ==
          "stories/lamp.json error unreadable\n    The kiosk may not read this. Give everyone the right to read it. "
          "Visitors do not see this item.\n");
    CHECK(reading->pack.items.size() == 4);
}

TEST_CASE("a pipe in a pack is reported and not waited for") {
    const PackOnDisk pack;
    REQUIRE(mkfifo((pack.root / "stories/pipe.json").c_str(), 0600) == 0);
    CHECK(pack.problems() == "stories/pipe.json error not-a-file\n    There is a folder, device or pipe here where a "
                             "file belongs. Put a file in its place. Visitors do not see this item.\n");
}

TEST_CASE("a link to a file outside the pack is reported where it stands and where it is used") {
    const PackOnDisk pack;
    pack.link("stories/secret.json", "/etc/passwd");
    pack.link("media/pictures/secret.svg", "../../../../../../etc/passwd");
    pack.write("stories/uses.json",
               R"({"kind": "story", "title": "Coal", "summary": "How coal was found.",
 "cover": {"file": "media/pictures/secret.svg", "decorative": true}, "themes": ["mines"],
 "pages": [{"layout": "quote", "quote": "We were silent."}]})");
    CHECK(pack.problems() ==
          "media/pictures/secret.svg error path-outside\n    This is a link that leads out of the pack, or nowhere. "
          "Put the file itself in its place.\n"
          "stories/secret.json error path-outside\n    This path leads out of the pack. Copy the file into the pack "
          "and write its path from there, with /. Visitors do not see this item.\n"
          "stories/uses.json:2:20 error path-outside /cover/file\n    “media/pictures/secret.svg” is a link that leads "
          "out of the pack. Put the file itself in its place. The item “Coal” is shown with another of its pictures, "
          "if it has one, as its cover.\n");
}

TEST_CASE("a folder of items that is a link out of the pack is not read") {
    const PackOnDisk other;
    const PackOnDisk pack;
    pack.remove("voices");
    pack.link("voices", other.root / "stories");
    CHECK(pack.problems() == "voices error path-outside\n    This path leads out of the pack. Copy the file into the "
                             "pack and write its path from there, with /.\n");
}

TEST_CASE("a link that stays in the pack is followed") {
    const PackOnDisk pack;
    pack.link("stories/light.json", "lamp.json");
    const auto reading = pack.read();
    REQUIRE(reading);
    CHECK(reading->problems.empty());
    CHECK(reading->pack.items.size() == 6);
}

TEST_CASE("two items of one name are reported, and the first is kept") {
    const PackOnDisk pack;
    pack.write("explore/lamp.json", tests::smallStory());
    CHECK(pack.problems() == "explore/lamp.json error duplicate-id\n    Another item has this name already: "
                             "stories/lamp.json. Give one of the two files another name.\n");
    CHECK(pack.read()->itemFiles == 6);
}

TEST_CASE("a file of 200 MB is refused at once, without being read") {
    const PackOnDisk pack;
    pack.write("stories/large.json", "{");
    fs::resize_file(pack.root / "stories/large.json", 200'000'000);
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const auto start = std::chrono::steady_clock::now();
    CHECK(pack.problems() ==
          "stories/large.json error too-large\n    This file is larger than 32 MB, too large for "
          "what it should hold. Look whether it is the right file. Visitors do not see this item.\n");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    CHECK(after.ru_maxrss - before.ru_maxrss < 50'000); // KiB
}

TEST_CASE("JSON nested a hundred thousand deep is refused") {
    const PackOnDisk pack;
    pack.write("stories/deep.json", std::string(100'000, '['));
    CHECK(pack.problems() ==
          "stories/deep.json:1:65 error nested\n    The brackets are nested more than 64 deep, "
          "deeper than anything a pack holds. Look whether this is the right file. Visitors do not see this item.\n");
}

TEST_CASE("a file of a thousand faults lists the first two hundred and counts the others") {
    const PackOnDisk pack;
    std::string related;
    for (int i = 0; i < 1000; ++i) {
        related += (i > 0 ? ", \"" : "\"") + std::string("no-such-item-") + std::to_string(i) + "\"";
    }
    pack.write("stories/many.json", tests::smallStory(", \"related\": [" + related + "]"));
    const auto reading = pack.read();
    REQUIRE(reading);
    REQUIRE(reading->problems.size() == 201);
    CHECK(tests::describe(reading->problems.front()) ==
          "stories/many.json error more-problems\n    This file has 800 more problems. Solve the first ones; the "
          "others then show, or are gone.\n");
}

TEST_CASE("a file of a hundred thousand faults is answered in seconds") {
    const PackOnDisk pack;
    std::string ids = "\"coal\"";
    std::string keys;
    for (int i = 0; i < 100'000; ++i) {
        ids += ", \"coal-" + std::to_string(i) + "\"";
        keys += ", \"titel-" + std::to_string(i) + "\": 1";
    }
    pack.write("stories/many.json", tests::smallStory(", \"related\": [" + ids + "]" + keys));
    const auto start = std::chrono::steady_clock::now();
    CHECK(pack.read()->problems.size() == 201);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("prose without end is cut and reported") {
    const PackOnDisk pack;
    std::string words;
    for (int i = 0; i < 60'000; ++i) {
        words += "coal ";
    }
    pack.write("strings/nl.json", "{}");
    pack.write("stories/long.json", R"({"kind": "story", "title": "Coal", "summary": "How coal was found.",
 "cover": {"file": "media/lamp.svg", "alt": "A lamp"}, "themes": ["mines"],
 "pages": [{"layout": "text", "body": ")" +
                                        words + "\"}]}");
    CHECK(pack.problems().find("error prose-long /pages/0/body\n    This text is longer than 256 KiB; what follows is "
                               "left out. Make several items of it.\n") != std::string::npos);
}

TEST_CASE("a pack with media and no credits is reported once") {
    const PackOnDisk pack;
    pack.remove("media/credits.json");
    CHECK(pack.problems() == "media/credits.json error no-credit\n    media/credits.json is missing. Write in it who "
                             "made each file under media/, how, and its rights.\n");
}

TEST_CASE("a file and a folder that nothing reads are reported") {
    const PackOnDisk pack;
    pack.write("stories/coal.json.txt", tests::smallStory());
    pack.write("storys/more.json", tests::smallStory());
    CHECK(pack.problems() ==
          "stories/coal.json.txt warning unread-file\n    Nothing reads this: only files whose name "
          "ends in .json belong here. Rename it to coal.json; Windows hides the end of names until it is told not to.\n"
          "storys warning unread-file\n    Nothing reads this. Did you mean “stories”?\n");
}

TEST_CASE("a file that is to be renamed gets a name that its folder reads") {
    const PackOnDisk pack;
    pack.write("stories/Café.json.txt", "");
    pack.write("strings/nl-BE.json.txt", "");
    pack.write("strings/Шахта.json.txt", "");
    const std::string problems = pack.problems();
    CHECK(problems.find("Rename it to cafe.json;") != std::string::npos);
    CHECK(problems.find("Rename it to nl-BE.json;") != std::string::npos);
    CHECK(problems.find("Give it such a name;") != std::string::npos);
}

TEST_CASE("credits of three thousand files that are elsewhere are reported in no time") {
    const PackOnDisk pack;
    std::string credits = "{";
    for (int i = 1000; i < 4000; ++i) {
        const std::string name = "media/scans/archive-" + std::to_string(i) + "-of-the-mine";
        pack.write(name + ".svg", "");
        credits +=
            (i > 1000 ? ",\n\"" : "\"") + name +
            R"(.sgv": {"maker": "Het museum", "how": "drawn", "rights": "https://rightsstatements.org/vocab/InC/1.0/"})";
    }
    pack.write("media/credits.json", credits + "}");
    base::Result<content::PackReading> reading;
    CHECK(tests::processorSeconds([&] { reading = pack.read(); }) < 2);
    REQUIRE(reading);
    const auto advised = [](const base::Problem& each) {
        return each.code == "unused-credit" && each.message.find("Did you mean") != std::string::npos;
    };
    CHECK(std::ranges::count_if(reading->problems, advised) == 50);
}

TEST_CASE("a manifest of a hundred thousand languages is held against its title a hundred times") {
    const PackOnDisk pack;
    std::string manifest = tests::readFile(pack.root / "pack.json");
    std::string languages;
    std::string title;
    for (int i = 0; i < 100'000; ++i) {
        const std::string tag = "de-x-" + std::to_string(i);
        languages += ", \"" + tag + "\"";
        title += ", \"" + tag + "\": \"Onder de grond\"";
    }
    const auto putBehind = [&manifest](const std::string& words, const std::string& more) {
        const auto at = manifest.find(words);
        REQUIRE(at != std::string::npos);
        manifest.insert(at + words.size(), more);
    };
    putBehind("\"languages\": [\"nl\", \"en\"", languages);
    putBehind("\"title\": {\"nl\": \"Onder de grond\", \"en\": \"Below ground\"", title);
    pack.write("pack.json", manifest);
    CHECK(tests::processorSeconds([&] { CHECK(pack.read()); }) < 5);
}

TEST_CASE("an address that is advised stands whole in its sentence") {
    const PackOnDisk pack;
    const std::string address = "www.example.org/" + std::string(90, 'a');
    pack.write("stories/lamp.json", tests::smallStory(", \"readMore\": \"" + address + "\""));
    CHECK(pack.problems().find("Write “https://" + address + "”.") != std::string::npos);
}

TEST_CASE("items where nothing looks for them are reported, and what is there for people is not") {
    const PackOnDisk pack;
    pack.write("strike.json", tests::smallStory());
    pack.write("verhalen/strike.json", tests::smallStory());
    pack.write("stories/1966/strike.json", tests::smallStory());
    pack.write("stories/coal.docx", "");
    pack.write("originals/coal.tif", "");
    pack.write("Readme.txt", "");
    pack.write("stories/~$coal.docx", "");
    pack.write("media/Thumbs.db", "");
    CHECK(pack.problems() ==
          "stories/1966 warning unread-file\n    Nothing reads a folder here. Move the files in it one folder up.\n"
          "stories/coal.docx warning unread-file\n    Nothing reads this: only files whose name ends in .json belong "
          "here. Move it out of the pack.\n"
          "strike.json warning unread-file\n    Nothing reads this here. If it is an item, move it to stories, voices, "
          "films or explore.\n"
          "verhalen warning unread-file\n    Nothing reads this folder. Move the items in it to stories, voices, films "
          "or "
          "explore.\n");
}

TEST_CASE("a name of a file that nobody can see whole is reported") {
    const PackOnDisk pack;
    pack.write("media/pictures/cage\t2.svg", "<svg/>");
    pack.write("media/pictures/cage.svg ", "<svg/>");
    CHECK(pack.problems() ==
          "media/pictures/cage\t2.svg warning file-name\n    There is a tab or a line break in the name of this file, "
          "which nobody sees. Give it another name, of letters, digits and hyphens.\n"
          "media/pictures/cage.svg  warning file-name\n    The name of this file begins or ends with a space, which "
          "nobody sees. Give it another name, of letters, digits and hyphens.\n");
}

TEST_CASE("a folder that has its pack.json under another name, or a folder further down, says so") {
    const PackOnDisk renamed;
    fs::rename(renamed.root / "pack.json", renamed.root / "Pack.json.txt");
    CHECK(refusal(renamed.root) ==
          " error not-a-pack\n    There is no pack.json in this folder. Rename “Pack.json.txt” "
          "to pack.json; Windows hides the end of names until it is told not to.\n");
    const PackOnDisk deeper;
    deeper.write("limburg/pack.json", "{}");
    deeper.remove("pack.json");
    CHECK(refusal(deeper.root) == " error not-a-pack\n    There is no pack.json in this folder. There is one in the "
                                  "folder “limburg” in it: name that folder.\n");
}

TEST_CASE("the words of a language that is none are reported") {
    const PackOnDisk pack;
    pack.write("strings/dutch.json", "{}");
    pack.write("strings/fr.json", "{}");
    CHECK(pack.problems() == "strings/dutch.json error language-tag\n    “dutch” is not the tag of a language. Call "
                             "the file such as nl.json.\n"
                             "strings/fr.json warning unlisted-language\n    “fr” is not among the languages of "
                             "pack.json: no visitor sees these words. Add it there, or take it out here.\n");
}

} // namespace schacht
