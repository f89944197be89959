#include "kiosk/commands/config.hpp"
#include "kiosk/commands/production.hpp"
#include "kiosk/configuration/configuration.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <fstream>
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
    REQUIRE(configure(file.path, options, error));
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
    CHECK(reading->problems[0].place.line == 2);
    CHECK(reading->problems[0].message.find("idle") != std::string::npos);
    CHECK(reading->problems[1].code == "range");
    CHECK(reading->problems[1].place.pointer == "/volume");
    CHECK(reading->problems[2].code == "type");
    CHECK(reading->problems[2].place.pointer == "/access/textSize");
    CHECK(reading->configuration.answer == 30);
    CHECK(reading->configuration.volume == 4);
    CHECK(reading->configuration.access == visitor::Access{});
}

TEST_CASE("config says what holds, and by its status whether all is right") {
    std::ostringstream out;
    std::ostringstream error;
    const ConfigurationFile right(R"({"idle": 75, "access": {"contrast": true}})");
    CHECK(config(right.path, out, error) == 0);
    CHECK(out.str().find("idle: 75 s") != std::string::npos);
    CHECK(out.str().find("access.contrast: yes") != std::string::npos);
    const ConfigurationFile wrong(R"({"idle": 0})");
    CHECK(config(wrong.path, out, error) == 1);
    CHECK(error.str().empty());
    CHECK(config(wrong.folder / "nothing.json", out, error) == 2);
    CHECK(error.str().find("cannot be read") != std::string::npos);
    const ConfigurationFile broken("{");
    CHECK(config(broken.path, out, error) == 2);
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
