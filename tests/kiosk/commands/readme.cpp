#include "tests/readme.hpp"

#include "tests/catch.hpp"

// What the two READMEs teach is done here as it is written; the journeys show it on a screen.

namespace schacht::tests {

namespace fs = std::filesystem;

TEST_CASE("the first pack of the README is made in ten minutes as it is written") {
    const TemporaryFolder folder;
    const Follower follower = firstPackOfReadme(folder.path());
    CHECK(follower.complaints() == "");
    CHECK(follower.shown == std::vector<std::string>{"build/release/schacht run my-pack"});
    const auto pack = nlohmann::json::parse(readFile(folder / "my-pack/pack.json"));
    CHECK(pack["id"] == "my-pack");
    CHECK(nlohmann::json::parse(readFile(folder / "my-pack/stories/the-tower.json"))["pages"].size() == 2);
}

TEST_CASE("the README of a new pack is right, step by step") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "bin");
    fs::create_symlink(SCHACHT_PROGRAM, folder / "bin/schacht");
    REQUIRE(runShell("cd '" + folder.path().string() + "' && bin/schacht new our-mill").status == 0);
    const fs::path pack = folder / "our-mill";
    // What its reader has at hand: a photograph and a recording.
    fs::copy_file(SCHACHT_SOURCE_FOLDER "/tests/kiosk/commands/files/turned.jpg", pack / "media/mill.jpg");
    const std::string recording = readFile(pack / "media/voices/who-speaks-here.opus");

    Follower follower(pack, (folder / "bin").string());
    std::size_t parts = 0;
    for (const ReadmeBlock& block : readmeBlocks(pack / "README.md")) {
        INFO(block.file << ": " << block.text);
        if (block.text.find("anna.opus") != std::string::npos) {
            writeFile(pack / "media/voices/anna.opus", recording);
        }
        follower.follow(block);
        REQUIRE((block.kind == "sh" || follower.complaints().empty()));
        // Whatever is asked for after the ten minutes is accepted: not everything is translated then, but nothing
        // wrong.
        if (block.kind == "json" && follower.shown.size() == 1 && ++parts > 5) {
            const Said said = runShell("'" SCHACHT_PROGRAM "' check '" + pack.string() + "'");
            INFO(said.words);
            CHECK(said.status == 0);
        }
    }
    CHECK(follower.complaints() == "");
    CHECK(parts == 9);
    CHECK(follower.shown == std::vector<std::string>{"schacht preview ."});
    for (const char* file : {"pack.json", "stories/the-bakery.json", "stories/the-mill.json", "media/credits.json",
                             "voices/who-speaks-here.json", "media/voices/anna.nl.vtt"}) {
        INFO(file);
        CHECK(fs::exists(pack / file));
    }
}

TEST_CASE("whoever follows a README notices what it does not keep to") {
    const TemporaryFolder folder;
    const auto readme =
        folder.write("README.md", "## One\n```sh\necho one\n```\n\n```text\ntwo\n```\n## Two\n```sh\nfalse\n"
                                  "```\n");
    Follower one(folder.path());
    for (const ReadmeBlock& block : readmeBlocks(readme, "One")) {
        one.follow(block);
    }
    CHECK(one.complaints() == "It says “one\n”, and README.md “two\n”.\n");
    Follower two(folder.path());
    for (const ReadmeBlock& block : readmeBlocks(readme, "Two")) {
        two.follow(block);
    }
    CHECK(two.complaints() == "The last command failed: ");
}

} // namespace schacht::tests
