#include "engine/content/pack/schema.hpp"

#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"
#include "tests/schema_judge.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace schacht {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using tests::Judge;

/// Which schema the file of a pack obeys.
std::string schemaFor(const std::string& path) {
    static const std::map<std::string, std::string> names = {{"pack.json", "pack"},
                                                             {"places.json", "places"},
                                                             {"people.json", "people"},
                                                             {"media/credits.json", "credits"},
                                                             {"strings/nl.json", "strings"}};
    const auto found = names.find(path);
    return (found == names.end() ? "item" : found->second) + ".schema.json";
}

/// The files of a pack that a schema is for, from its root.
std::vector<std::string> filesOf(const fs::path& pack) {
    const std::set<fs::path> others = {"theme.json"}; // the colours of its screens
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(pack)) {
        const fs::path path = fs::relative(entry.path(), pack);
        const bool ofEditors = path.begin()->string().starts_with(".");
        if (entry.path().extension() == ".json" && !ofEditors && !others.contains(path)) {
            files.push_back(path.string());
        }
    }
    return files;
}

Judge& judgeFor(const std::string& path) {
    static std::map<std::string, std::unique_ptr<Judge>> judges;
    if (judges.empty()) {
        for (const content::SchemaFile& file : content::schemas()) {
            judges[file.name] = std::make_unique<Judge>(Json::parse(file.text));
        }
    }
    return *judges.at(schemaFor(path));
}

std::vector<base::Problem> problemsOf(const base::Result<content::PackReading>& reading) {
    return reading ? reading->problems : std::vector{reading.error()};
}

/// Holds the schema of a pack's file against what the reader said of that file. A file that is no JSON has no value for
/// a schema to judge.
void compare(const std::string& path, const std::string& text, const std::vector<base::Problem>& problems) {
    const Json value = Json::parse(text, nullptr, false);
    if (value.is_discarded()) {
        return;
    }
    std::string told;
    for (const base::Problem& problem : problems) {
        told += tests::describe(problem);
    }
    INFO(path << "\n" << text << "\n" << told);
    CHECK(tests::agree(judgeFor(path).accepts(value), path, problems));
}

/// Lays a file over the good pack.
void compare(const tests::PackOnDisk& pack, const std::string& path, const std::string& text) {
    pack.write(path, text);
    compare(path, text, problemsOf(pack.read(false)));
}

} // namespace

TEST_CASE("the schemas in content/schema are those that the description gives") {
    for (const content::SchemaFile& file : content::schemas()) {
        INFO("Run: schacht schema content/schema");
        const fs::path path = fs::path(SCHACHT_SOURCE_FOLDER) / "content/schema" / file.name;
        CHECK(tests::readFile(path) == file.text);
    }
}

TEST_CASE("a validator and the reader agree on every file of the packs that are there") {
    for (const char* folder : {"tests/engine/content/good", "content/village", "content/limburg"}) {
        const fs::path root = fs::path(SCHACHT_SOURCE_FOLDER) / folder;
        const auto reading = content::readPack(root, {.today = "2026-11-24", .lookAtMedia = false});
        int files = 0;
        for (const std::string& path : filesOf(root)) {
            compare(path, tests::readFile(root / path), problemsOf(reading));
            CHECK(judgeFor(path).accepts(Json::parse(tests::readFile(root / path))));
            ++files;
        }
        INFO(folder);
        CHECK(files >= 6);
    }
}

TEST_CASE("a validator accepts the kiosk's own words as those of a pack") {
    for (const char* folder : {"content/strings", "content/staff"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(SCHACHT_SOURCE_FOLDER) / folder)) {
            if (entry.path().extension() == ".json") {
                INFO(entry.path());
                CHECK(judgeFor("strings/nl.json").accepts(Json::parse(tests::readFile(entry.path()))));
            }
        }
    }
}

TEST_CASE("a validator and the reader agree on every faulty file") {
    for (const std::string& faulty : tests::faultyFiles()) {
        compare(tests::PackOnDisk(), tests::destinationOf(faulty),
                tests::readFile(fs::path(SCHACHT_TEST_FOLDER) / "faulty" / faulty));
    }
}

TEST_CASE("a validator and the reader agree when any key of a good file is taken out, misspelt or of another kind") {
    const Json others = Json::parse(R"([null, true, 7, -1, 0.5, 1e30, "x", " ", [], ["x", "x"], {}, {"nl": " "}])");
    for (const char* path :
         {"pack.json", "places.json", "people.json", "media/credits.json", "strings/nl.json", "stories/coal.json",
          "voices/the-lamp.json", "films/years.json", "explore/close-by.json"}) {
        const Json good = Json::parse(tests::readFile(fs::path(SCHACHT_TEST_FOLDER) / "good" / path));
        const Json leaves = good.flatten();
        const tests::PackOnDisk pack;
        for (const auto& leaf : leaves.items()) {
            for (Json::json_pointer at(leaf.key()); !at.empty(); at = at.parent_pointer()) {
                Json spoilt = good;
                for (const Json& other : others) {
                    spoilt[at] = other;
                    compare(pack, path, spoilt.dump(1));
                }
                Json& parent = spoilt[at.parent_pointer()];
                if (parent.is_object()) {
                    parent.erase(at.back());
                    compare(pack, path, spoilt.dump(1));
                    parent["x-" + at.back()] = good[at];
                    compare(pack, path, spoilt.dump(1));
                }
            }
        }
    }
}

} // namespace schacht
