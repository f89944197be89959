#include "engine/content/kinds/kinds.hpp"
#include "engine/content/pack/reference.hpp"
#include "engine/content/pack/schema.hpp"
#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"

#include <algorithm>

namespace schacht {
namespace {

namespace fs = std::filesystem;

bool isOfKind(const std::string& json, std::string_view kind) {
    return json.find("\"kind\": \"" + std::string(kind) + "\"") != std::string::npos;
}

} // namespace

TEST_CASE("every kind that is shown has an item in the fixture pack, which is read without a problem") {
    const tests::PackOnDisk pack;
    const auto reading = pack.read();
    REQUIRE(reading);
    for (const std::string_view kind : content::Kinds::names) {
        INFO(kind);
        CHECK(std::ranges::find(reading->pack.items, kind, &content::Item::kind) != reading->pack.items.end());
    }
}

TEST_CASE("every kind that is shown has faulty twins") {
    for (const std::string_view kind : content::Kinds::names) {
        INFO(kind);
        CHECK(std::ranges::any_of(tests::faultyFiles(), [&](const std::string& faulty) {
            return isOfKind(tests::readFile(fs::path(SCHACHT_TEST_FOLDER) / "faulty" / faulty), kind);
        }));
    }
}

TEST_CASE("every kind that is shown has its table in the reference and its branch in the schema") {
    const auto files = content::schemas();
    const auto item = std::ranges::find(files, "item.schema.json", &content::SchemaFile::name);
    REQUIRE(item != files.end());
    for (const std::string_view kind : content::Kinds::names) {
        INFO(kind);
        CHECK_THAT(content::packReference(), ContainsSubstring("\n### " + std::string(kind) + "\n\n| key |"));
        CHECK_THAT(item->text, ContainsSubstring("\"const\": \"" + std::string(kind) + "\""));
    }
}

TEST_CASE("every kind lives in a folder that is looked through, and a body has the row of its name") {
    for (const content::ItemKind& row : content::itemKinds) {
        INFO(row.name);
        CHECK(std::ranges::count(content::itemFolders, row.folder) == 1);
        CHECK(std::ranges::count(content::itemKinds, row.name, &content::ItemKind::name) == 1);
    }
    content::Kinds::each([]<class Body>(const Body&) {
        INFO(Body::kind);
        CHECK(content::findByName(content::itemKinds, Body::kind) != nullptr);
    });
}

} // namespace schacht
