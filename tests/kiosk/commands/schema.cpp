#include "kiosk/commands/schema.hpp"

#include "tests/catch.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unistd.h>

namespace schacht::kiosk {
namespace {

namespace fs = std::filesystem;

std::string readFile(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("schema writes the files that stand in content/schema") {
    const fs::path folder = fs::temp_directory_path() / ("schacht-schema-" + std::to_string(getpid())) / "new";
    std::ostringstream out;
    std::ostringstream error;
    CHECK(schema(folder, out, error) == 0);
    CHECK(error.str().empty());
    for (const char* name : {"pack", "item", "places", "people", "credits", "strings"}) {
        const std::string file = std::string(name) + ".schema.json";
        INFO(file);
        CHECK(!readFile(folder / file).empty());
        CHECK(readFile(folder / file) == readFile(fs::path(SCHACHT_SOURCE_FOLDER) / "content/schema" / file));
    }
    fs::remove_all(folder.parent_path());
}

TEST_CASE("schema without a folder writes all schemas as one object") {
    std::ostringstream out;
    std::ostringstream error;
    CHECK(schema({}, out, error) == 0);
    const auto all = nlohmann::json::parse(out.str());
    CHECK(all.size() == 6);
    CHECK(all["item.schema.json"]["$schema"] == "http://json-schema.org/draft-07/schema#");
}

TEST_CASE("schema says where it could not write") {
    std::ostringstream out;
    std::ostringstream error;
    CHECK(schema("/proc/no-such-folder", out, error) == 2);
    CHECK(error.str() ==
          "/proc/no-such-folder/pack.schema.json: This could not be written. Look whether the folder may "
          "be written to and has room.\n");
}

} // namespace schacht::kiosk
