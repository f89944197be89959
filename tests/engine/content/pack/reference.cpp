#include "engine/content/pack/reference.hpp"

#include "engine/content/pack/schema.hpp"
#include "tests/catch.hpp"
#include "tests/schema_judge.hpp"

#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

namespace schacht {
namespace {

using Json = nlohmann::json;

/// A row of a table in the reference.
struct ReferenceRow {
    std::string heading;
    std::string key;
    std::string example; ///< "key": value
};

std::vector<ReferenceRow> rowsOf(const std::string& markdown) {
    static const std::regex row(R"(^\| `([^`]+)` \|.*\| `(".*)` \|$)");
    std::vector<ReferenceRow> rows;
    std::string heading;
    std::istringstream lines(markdown);
    for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (line.starts_with("#")) {
            heading = line.substr(line.find(' ') + 1);
        } else if (std::regex_match(line, found, row)) {
            rows.push_back({heading, found[1], found[2]});
        }
    }
    return rows;
}

/// Whether a schema of a pack's file accepts this as the value of a key.
bool accepts(const Json& file, const std::string& key, const Json& value) {
    Json only = {{"properties", {{key, file.at("properties").at(key)}}}};
    if (file.contains("definitions")) {
        only["definitions"] = file["definitions"];
    }
    return tests::Judge(only).accepts({{key, value}});
}

} // namespace

TEST_CASE("every example in the reference is JSON, of the key that it stands at") {
    const auto rows = rowsOf(content::packReference());
    CHECK(rows.size() > 90);
    for (const ReferenceRow& row : rows) {
        INFO(row.heading << ": " << row.example);
        const Json object = Json::parse("{" + row.example + "}", nullptr, false);
        REQUIRE(object.is_object());
        CHECK(object.contains(row.key));
    }
}

TEST_CASE("the examples in the reference are what the schemas accept") {
    std::map<std::string, Json> files;
    for (const content::SchemaFile& file : content::schemas()) {
        files[file.name] = Json::parse(file.text);
    }
    const Json& item = files.at("item.schema.json").at("else");
    Json itemFile = item;
    itemFile["definitions"] = files.at("item.schema.json").at("definitions");
    int tried = 0;
    for (const ReferenceRow& row : rowsOf(content::packReference())) {
        const bool ofItem = itemFile["properties"].contains(row.key) &&
                            (row.heading == "Every item" || row.heading == "story" || row.heading == "film" ||
                             row.heading == "gallery" || row.heading == "oral-history");
        if (row.heading == "pack.json" || ofItem) {
            INFO(row.heading << ": " << row.example);
            const Json value = Json::parse("{" + row.example + "}").at(row.key);
            CHECK(accepts(ofItem ? itemFile : files.at("pack.schema.json"), row.key, value));
            ++tried;
        }
    }
    CHECK(tried > 40);
}

TEST_CASE("what the reference links to has a heading") {
    const std::string markdown = content::packReference();
    const std::regex link(R"(\]\(#([a-z-]+)\))");
    int links = 0;
    for (std::sregex_iterator it(markdown.begin(), markdown.end(), link), end; it != end; ++it, ++links) {
        std::string heading = (*it)[1];
        heading[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(heading[0])));
        std::replace(heading.begin(), heading.end(), '-', ' ');
        INFO(heading);
        CHECK(markdown.find("\n### " + heading + "\n") != std::string::npos);
    }
    CHECK(links > 10);
}

} // namespace schacht
