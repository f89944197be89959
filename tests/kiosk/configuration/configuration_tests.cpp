#include "kiosk/commands/config.hpp"
#include "kiosk/configuration/configuration.hpp"
#include "kiosk/configuration/holding.hpp"
#include "kiosk/configuration/pin.hpp"
#include "kiosk/production/production.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace schacht;
using namespace schacht::kiosk;

namespace {

struct ConfigurationFile {
    tests::TemporaryFolder folder;
    std::filesystem::path path = folder / "kiosk.json";
    explicit ConfigurationFile(const std::string& text) { std::ofstream(path) << text; }
};

} // namespace

TEST_CASE("a configuration's values hold, and what it leaves out is as usual") {
    const ConfigurationFile file(R"({"pack": "limburg", "languages": ["en", "nl"], "idle": 90, "volumeCeiling": 0.5,
        "budget": 64, "headphones": "/dev/input/event7", "access": {"textSize": 3, "moreTime": true}})");
    RunOptions options;
    std::ostringstream error;
    REQUIRE(configure(file.path, {}, options, error));
    CHECK(error.str().empty());
    CHECK(options.pack == file.folder / "limburg");
    const Configuration& c = options.configuration;
    CHECK(c.languages == std::vector<std::string>{"en", "nl"});
    CHECK(c.idle == 90);
    CHECK(c.answer == 20);
    CHECK(c.volumeCeiling == 0.5);
    CHECK(c.budget == 64);
    CHECK(c.headphones == "/dev/input/event7");
    CHECK(c.access == visitor::Access{.textSize = 3, .moreTime = true});
}

TEST_CASE("every mistake in a configuration is told with its place, and the rest holds") {
    const ConfigurationFile file("{\n  \"idel\": 90,\n  \"volume\": 9,\n  \"access\": {\"textSize\": \"large\"},\n"
                                 "  \"answer\": 30\n}\n");
    const auto reading = readConfiguration(file.path);
    REQUIRE(reading);
    REQUIRE(reading->problems.size() == 3);
    CHECK(reading->problems[0].code == "unknown-key");
    CHECK(reading->problems[0].location.line == 2);
    CHECK(reading->problems[0].message.find("idle") != std::string::npos);
    CHECK(reading->problems[1].code == "range");
    CHECK(reading->problems[1].location.pointer == "/volume");
    CHECK(reading->problems[2].code == "type");
    CHECK(reading->problems[2].location.pointer == "/access/textSize");
    CHECK(reading->configuration.answer == 30);
    CHECK(reading->configuration.volume == 4);
    CHECK(reading->configuration.access == visitor::Access{});
}

TEST_CASE("config says what holds, and by its status whether all is right") {
    std::ostringstream out;
    std::ostringstream error;
    const ConfigurationFile right("{\n  \"idle\": 75,\n  \"access\": {\"contrast\": true}\n}");
    CHECK(config(right.path, {}, out, error) == 0);
    CHECK_THAT(out.str(), ContainsSubstring("  idle: 75 seconds (" + right.path.string() + ", line 2)\n"));
    CHECK_THAT(out.str(), ContainsSubstring("  access.contrast: yes (" + right.path.string() + ", line 3)\n"));
    CHECK_THAT(out.str(), ContainsSubstring("  access.leftHand: no (built in)\n"));
    CHECK_THAT(out.str(), ContainsSubstring("  diagonal: as the screen says, else 32 inches (built in)\n"));
    const ConfigurationFile wrong(R"({"idle": 0})");
    CHECK(config(wrong.path, {}, out, error) == 1);
    CHECK_THAT(out.str(), ContainsSubstring("  idle: 60 seconds (built in)\n"));
    CHECK(error.str().empty());
    CHECK(config(wrong.folder / "nothing.json", {}, out, error) == 2);
    CHECK(error.str().find("cannot be read") != std::string::npos);
    const ConfigurationFile broken("{");
    CHECK(config(broken.path, {}, out, error) == 2);
}

namespace {

/// A command line with these words, over the configuration file.
struct CommandLine {
    CLI::App app;
    ConfigurationOptions said;
    explicit CommandLine(const std::vector<std::string>& words) {
        said.addTo(app);
        std::vector<std::string> backwards(words.rbegin(), words.rend()); // as CLI11 takes them
        app.parse(backwards);
    }
};

} // namespace

TEST_CASE("what the command line says comes before the file, and config says so") {
    const ConfigurationFile file(R"({"idle": 75, "volume": 3, "access": {"lowReach": true, "textSize": 3}})");
    const CommandLine line({"--idle", "30", "--languages", "en,nl", "--no-low-reach", "--volume-ceiling", "0.4"});
    RunOptions options;
    options.pack = "somewhere";
    std::ostringstream out;
    REQUIRE(configure(file.path, line.said, options, out));
    CHECK(options.configuration.idle == 30);
    CHECK(options.configuration.volume == 3);
    CHECK(options.configuration.volumeCeiling == 0.4);
    CHECK(options.configuration.languages == std::vector<std::string>{"en", "nl"});
    CHECK(options.configuration.access == visitor::Access{.textSize = 3});
    CHECK(options.pack == "somewhere");
    CHECK(config(file.path, line.said, out, out) == 0);
    CHECK_THAT(out.str(), ContainsSubstring("  idle: 30 seconds (--idle)\n"));
    CHECK_THAT(out.str(), ContainsSubstring("  access.lowReach: no (--low-reach)\n"));
    CHECK_THAT(out.str(), ContainsSubstring("  volume: 3 (" + file.path.string() + ", line 1)\n"));
}

TEST_CASE("an option refuses what the file would refuse") {
    CHECK_THROWS_AS(CommandLine({"--idle", "0"}), CLI::ValidationError);
    CHECK_THROWS_AS(CommandLine({"--orientation", "sideways"}), CLI::ValidationError);
    CHECK_THROWS_AS(CommandLine({"--renderer", "vulkan"}), CLI::ValidationError);
    CHECK_THROWS_AS(CommandLine({"--text-size", "5"}), CLI::ValidationError);
    CHECK_NOTHROW(CommandLine({"--orientation", "portrait-flipped"}));
}

TEST_CASE("a command that is told no pack, by nobody, asks for it") {
    const ConfigurationFile file("{}");
    RunOptions options;
    std::ostringstream error;
    CHECK_FALSE(configure(file.path, {}, options, error));
    CHECK(error.str() == "schacht: which pack? Write its folder behind the command, or as \"pack\" into the "
                         "configuration file.\n");
}

TEST_CASE("the languages that the configuration leaves to the pack are said to be the pack's") {
    const ConfigurationFile file("{\"pack\": \"" SCHACHT_SOURCE_FOLDER "/content/limburg\"}");
    std::ostringstream out;
    CHECK(config(file.path, {}, out, out) == 0);
    CHECK_THAT(out.str(), ContainsSubstring(" (the pack)\n"));
    CHECK_THAT(out.str(), ContainsSubstring("  languages: nl, en"));
}

TEST_CASE("folders in a configuration are meant from its own folder") {
    const ConfigurationFile file(R"({"pack": "limburg", "cache": "../kept", "cacheLimit": 100})");
    RunOptions options;
    std::ostringstream error;
    REQUIRE(configure(file.path, {}, options, error));
    CHECK(options.pack == file.folder / "limburg");
    const assets::CachePlace cache = cacheOf(options);
    CHECK(cache.folder == file.folder.path().parent_path() / "kept");
    CHECK(cache.limit == 100'000'000);
}

TEST_CASE("a PIN that is written as it is opens nothing, and the sentence says what to do") {
    const auto reading = parseConfiguration("{\n  \"pin\": \"2718\"\n}", "kiosk.json");
    REQUIRE(reading);
    CHECK(reading->configuration.pin.empty());
    REQUIRE(reading->problems.size() == 1);
    CHECK(reading->problems[0].code == "pin-bare");
    CHECK(reading->problems[0].location == base::Location{"kiosk.json", 2, 10, "/pin"});
    CHECK_FALSE(reading->lines.contains("pin"));
}

TEST_CASE("config tells that there is a PIN, and not how it is kept") {
    const ConfigurationFile file(R"({"pin": ")" + keptPin("2718").value() + "\"}");
    std::ostringstream out;
    std::ostringstream error;
    CHECK(config(file.path, {}, out, error) == 0);
    CHECK(out.str().find("pin: kept, not shown (") != std::string::npos);
    CHECK(out.str().find("argon2id") == std::string::npos);
}

TEST_CASE("the documented example of a configuration has every key, and nothing is wrong with it") {
    const std::filesystem::path example = SCHACHT_SOURCE_FOLDER "/kiosk/kiosk.json";
    const auto reading = readConfiguration(example);
    REQUIRE(reading);
    CHECK(reading->problems.empty());
    std::ifstream in(example);
    const auto json = nlohmann::json::parse(in);
    for (const Holding& each : whatHolds(reading->configuration, {})) {
        std::string pointer = "/" + each.key;
        std::replace(pointer.begin(), pointer.end(), '.', '/');
        INFO(each.key);
        CHECK(json.contains(nlohmann::json::json_pointer(pointer)));
    }
}

TEST_CASE("only the languages of the configuration are offered, the first one first, and no word is lost") {
    RunOptions options;
    options.pack = SCHACHT_SOURCE_FOLDER "/content/limburg";
    options.configuration.languages = {"tr", "en", "xx", "tr"};
    const auto material = Material::read(options);
    REQUIRE(material);
    const std::vector<std::string> offered{"tr", "en"};
    CHECK(material->catalogue().pack().languages == offered);
    CHECK(material->words.offered() == offered);
    CHECK(material->words.get("nl", "bar.home") == "Begin");
    const auto& summary = material->catalogue().item("zwartberg-1966")->summary;
    CHECK(!summary.find("tr", offered).words.empty());
    const auto& problems = material->problems;
    const auto unknown = [](const base::Problem& problem) { return problem.code == "unknown-language"; };
    const auto told = std::find_if(problems.begin(), problems.end(), unknown);
    REQUIRE(std::count_if(problems.begin(), problems.end(), unknown) == 1);
    CHECK(told->severity == base::Severity::warning);
    CHECK(told->message == "The language \"xx\" is to be offered, but there are no words in it. Write it as the pack's "
                           "pack.json does, or leave it out.");
}
