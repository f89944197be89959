#include "kiosk/configuration/configuration.hpp"
#include "kiosk/configuration/configuration_format.hpp"
#include "kiosk/configuration/describe_configuration.hpp"
#include "kiosk/configuration/pin.hpp"
#include "tests/catch.hpp"
#include "tests/schema_judge.hpp"

#include <cmath>
#include <limits>
#include <type_traits>

namespace schacht::kiosk {
namespace {

using Json = nlohmann::json;

/// The values around a bound: those that it parts, however close, and those a little further away.
void addAround(Json& values, double bound) {
    constexpr double inf = std::numeric_limits<double>::infinity();
    for (const double each : {std::nextafter(bound, -inf), bound, std::nextafter(bound, inf), bound - 0.05,
                              bound + 0.05, bound - 1, bound + 1, bound / 2, bound * 2, std::floor(bound)}) {
        values.push_back(each);
    }
}

/// The visitor of describe() that writes objects with one key each, of values that may stand there and many that may
/// not.
template <class T>
class Documents {
public:
    template <class Member>
    void operator()(const content::Field& field, Member T::*) {
        Json values = Json::parse(R"([null, true, 0, 1, -1, 2.5, 1e300, -1e300, "", " ", "x", "nl", [], ["nl"],
                                      ["nl", "en"], ["nl", "nl"], ["NL"], [1], [""], [["nl"]], {}, {"x": 1}])");
        if (field.bounds.hasLeast()) {
            addAround(values, field.bounds.least);
        }
        if (field.bounds.hasMost()) {
            addAround(values, field.bounds.most);
        }
        for (const std::string_view choice : field.choices) {
            values.push_back(choice);
            values.push_back(std::string(choice) + "x");
        }
        if constexpr (std::is_class_v<Member> && !requires(Member m) { m.size(); }) {
            Documents<Member> inner;
            describe(inner, content::As<Member>{});
            values.insert(values.end(), inner.all.begin(), inner.all.end());
        }
        for (const Json& value : values) {
            all.push_back({{std::string(field.key), value}});
        }
        all.push_back({{std::string(field.key) + "s", values.back()}});
        ++keys;
    }

    Json all = Json::array();
    int keys = 0;
};

const Json& schema() {
    static const Json parsed = Json::parse(configurationSchema().text);
    return parsed;
}

/// Whether the reader and a validator are of one mind on this text.
bool agreeOn(const std::string& text) {
    static tests::Judge judge(schema());
    const auto reading = parseConfiguration(text, "kiosk.json");
    const auto problems = reading ? reading->problems : std::vector{reading.error()};
    return tests::agree(judge.accepts(Json::parse(text)), "kiosk.json", problems);
}

} // namespace

TEST_CASE("a validator and the reader agree on every value that a key of the configuration can be given") {
    Documents<Configuration> documents;
    describe(documents, content::As<Configuration>{});
    CHECK(documents.keys == static_cast<int>(schema().at("properties").size()) - 1); // and $schema
    for (const Json& each : documents.all) {
        INFO(each.dump());
        CHECK(agreeOn(each.dump()));
    }
}

TEST_CASE("a validator and the reader agree on what a configuration is as a whole") {
    for (const std::string text :
         {"{}", "[]", "1", "\"x\"", "null", R"({"$schema": "./kiosk.schema.json"})", R"({"$schema": 1})",
          R"({"access": {"$schema": "x"}})", R"({"idle": 90, "answer": 30})", R"({"idle": 90, "answer": 0})"}) {
        INFO(text);
        CHECK(agreeOn(text));
    }
    CHECK(agreeOn(R"({"pin": ")" + keptPin("2718").value() + "\"}"));
}

TEST_CASE("what editors offer for a key of the configuration is what may stand there") {
    tests::Judge judge(schema());
    for (const auto& [key, value] : schema().at("properties").items()) {
        if (value.is_object() && value.contains("default")) {
            INFO(key);
            CHECK(judge.accepts({{key, value.at("default")}}));
        }
    }
}

TEST_CASE("a number of the configuration that is too little or too much is told its bound") {
    const auto said = [](const std::string& text) {
        return parseConfiguration(text, "kiosk.json")->problems.at(0).message;
    };
    CHECK(said(R"({"logLimit": 0.05})") == "“logLimit” has to be at least 0.1.");
    CHECK(said(R"({"logLimit": 1000.5})") == "“logLimit” has to be at most 1000.");
    CHECK(said(R"({"idle": 0.5})") == "“idle” has to be at least 1.");
}

} // namespace schacht::kiosk
