#include "engine/content/schema.hpp"

#include "tests/catch.hpp"
#include "tests/engine/content/pack_on_disk.hpp"
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

Judge& judgeFor(const std::string& path) {
    static std::map<std::string, std::unique_ptr<Judge>> judges;
    if (judges.empty()) {
        for (const content::SchemaFile& file : content::schemas()) {
            judges[file.name] = std::make_unique<Judge>(Json::parse(file.text));
        }
    }
    return *judges.at(schemaFor(path));
}

/// What only the reader can know: other files, the disk, the calendar, Markdown, and what JSON parsers hide.
const std::set<std::string> beyondSchemas = {
    "date",          "duplicate-id",  "duplicate-key", "from-until", "missing-file",  "no-recording",  "not-a-file",
    "path-outside",  "prose-html",    "prose-image",   "prose-item", "prose-link",    "unknown-item",  "unknown-person",
    "unknown-place", "unknown-theme", "no-credit",     "unreadable", "chapter-order", "passage-order", "figures"};

struct Verdict {
    bool reader = true;  ///< no error in this file that a schema could express
    bool beyond = false; ///< an error that none can
};

Verdict verdictOf(const tests::PackOnDisk& pack, const std::string& path) {
    Verdict verdict;
    const auto reading = pack.read();
    for (const base::Problem& problem : reading ? reading->problems : std::vector{reading.error()}) {
        if (problem.place.file != path || problem.severity != base::Severity::error) {
            continue;
        }
        // An empty map of words, and the name of the file, are no matter of a schema either.
        const bool hidden =
            beyondSchemas.contains(problem.code) || (problem.code == "id" && problem.place.pointer.empty());
        (hidden ? verdict.beyond : verdict.reader) = hidden;
    }
    return verdict;
}

void compare(const std::string& path, const std::string& text) {
    const tests::PackOnDisk pack;
    pack.write(path, text);
    const Json value = Json::parse(text, nullptr, false);
    if (value.is_discarded()) {
        return;
    }
    const Verdict verdict = verdictOf(pack, path);
    INFO(path << "\n" << text << "\n" << pack.problems());
    const bool accepted = judgeFor(path).accepts(value);
    CHECK((accepted == verdict.reader || (verdict.reader && verdict.beyond)));
}

} // namespace

TEST_CASE("the schemas in content/schema are those that the description gives") {
    for (const content::SchemaFile& file : content::schemas()) {
        INFO("Run: schacht schema content/schema");
        const fs::path path = fs::path(SCHACHT_SOURCE_FOLDER) / "content/schema" / file.name;
        CHECK(tests::readFile(path) == file.text);
    }
}

TEST_CASE("a validator accepts what the reader accepts of a good pack") {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SCHACHT_TEST_FOLDER) / "good")) {
        if (entry.path().extension() != ".json" || entry.path().filename() == "theme.json") {
            continue;
        }
        const std::string path = fs::relative(entry.path(), fs::path(SCHACHT_TEST_FOLDER) / "good").string();
        INFO(path);
        CHECK(judgeFor(path).accepts(Json::parse(tests::readFile(entry.path()))));
    }
}

TEST_CASE("a validator accepts the first pack") {
    const fs::path root = fs::path(SCHACHT_SOURCE_FOLDER) / "content/limburg";
    for (const char* path : {"pack.json", "places.json", "people.json", "media/credits.json"}) {
        INFO(path);
        CHECK(judgeFor(path).accepts(Json::parse(tests::readFile(root / path))));
    }
    for (const auto& entry : fs::directory_iterator(root / "stories")) {
        INFO(entry.path());
        CHECK(judgeFor("stories/x.json").accepts(Json::parse(tests::readFile(entry.path()))));
    }
}

TEST_CASE("a validator and the reader agree on every faulty file") {
    for (const std::string& faulty : tests::faultyFiles()) {
        compare(tests::destinationOf(faulty), tests::readFile(fs::path(SCHACHT_TEST_FOLDER) / "faulty" / faulty));
    }
}

TEST_CASE("a validator and the reader agree when any key of a good file is taken out, made null or misspelt") {
    for (const char* path :
         {"pack.json", "places.json", "people.json", "stories/coal.json", "voices/the-lamp.json", "films/years.json"}) {
        const Json good = Json::parse(tests::readFile(fs::path(SCHACHT_TEST_FOLDER) / "good" / path));
        const Json leaves = good.flatten();
        for (const auto& leaf : leaves.items()) {
            for (Json::json_pointer at(leaf.key()); !at.empty(); at = at.parent_pointer()) {
                Json spoilt = good;
                spoilt[at] = nullptr;
                compare(path, spoilt.dump(1));
                Json& parent = spoilt[at.parent_pointer()];
                if (parent.is_object()) {
                    parent.erase(at.back());
                    compare(path, spoilt.dump(1));
                    parent["x-" + at.back()] = good[at];
                    compare(path, spoilt.dump(1));
                }
            }
        }
    }
}

} // namespace schacht
