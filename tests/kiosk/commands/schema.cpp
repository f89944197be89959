#include "kiosk/commands/schema.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace schacht::kiosk {
namespace {

namespace fs = std::filesystem;
using tests::readFile;

} // namespace

TEST_CASE("schema writes the files that stand in content/schema") {
    const fs::path folder = fs::temp_directory_path() / ("schacht-schema-" + std::to_string(getpid())) / "new";
    std::ostringstream out;
    std::ostringstream error;
    CHECK(writeFormat(allSchemas(), folder, out, error) == 0);
    CHECK(error.str().empty());
    for (const char* name : {"pack", "item", "places", "people", "credits", "strings", "kiosk"}) {
        const std::string file = std::string(name) + ".schema.json";
        INFO(file);
        CHECK(!readFile(folder / file).empty());
        CHECK(readFile(folder / file) == readFile(fs::path(SCHACHT_SOURCE_FOLDER) / "content/schema" / file));
    }
    fs::remove_all(folder.parent_path());
}

TEST_CASE("the references that stand in content are those that the descriptions say") {
    const auto files = references();
    REQUIRE(files.size() == 2);
    for (const content::SchemaFile& file : files) {
        INFO(file.name << " is stale: build/release/schacht schema --reference writes it anew");
        CHECK(file.text == readFile(fs::path(SCHACHT_SOURCE_FOLDER) / "content" / file.name));
    }
}

TEST_CASE("schema without a folder writes the files one after the other") {
    std::ostringstream out;
    std::ostringstream error;
    CHECK(writeFormat({{"a", "first\n"}, {"b", "second\n"}}, {}, out, error) == 0);
    CHECK(out.str() == "first\nsecond\n");
}

TEST_CASE("schema says where it could not write") {
    std::ostringstream out;
    std::ostringstream error;
    CHECK(writeFormat(allSchemas(), "/proc/no-such-folder", out, error) == 2);
    CHECK(error.str() ==
          "/proc/no-such-folder/pack.schema.json: This could not be written. Look whether the folder may "
          "be written to and has room.\n");
}

} // namespace schacht::kiosk
