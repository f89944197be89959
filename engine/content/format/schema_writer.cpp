#include "engine/content/format/schema_writer.hpp"

#include "engine/content/language/rules.hpp"

#include <array>
#include <cmath>
#include <cstdint>

namespace schacht::content {
namespace {

Json textWith(std::string_view pattern) {
    return {{"type", "string"}, {"pattern", std::string(pattern)}};
}

/// As people write it: without decimals where it has none.
Json plainNumber(double value) {
    constexpr double exact = 9'007'199'254'740'992; // 2^53
    const bool whole = value == std::floor(value) && std::abs(value) <= exact;
    return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json twoNumbers(const std::array<Bounds, 2>& bounds) {
    return {{"type", "array"},
            {"items", Json::array({numberWithin({{"type", "number"}}, bounds[0]),
                                   numberWithin({{"type", "number"}}, bounds[1])})},
            {"minItems", 2},
            {"maxItems", 2}};
}

Json wordsSchema() {
    const Json byLanguage = {{"type", "object"},
                             {"propertyNames", {{"pattern", std::string(languagePattern)}}},
                             {"additionalProperties", {{"type", "string"}}},
                             {"not", {{"additionalProperties", {{"pattern", "^\\s*$"}}}}}}; // not all of them empty
    return {{"description", "Words by language, such as {\"nl\": \"…\", \"en\": \"…\"}; a text alone is the same in "
                            "every language."},
            {"anyOf", Json::array({textWith("\\S"), byLanguage})}};
}

} // namespace

Json rowNames(const std::vector<std::string_view>& names) {
    Json list = Json::array();
    for (const std::string_view name : names) {
        list.push_back(std::string(name));
    }
    return list;
}

Json textSchema(const Field& field) {
    switch (field.meant) {
    case Meant::picture:
    case Meant::medium:
    case Meant::timedText:
        return textWith(filePattern);
    case Meant::newId:
    case Meant::item:
    case Meant::recording:
    case Meant::theme:
    case Meant::place:
    case Meant::person:
        return textWith(idPattern);
    case Meant::colour:
        return textWith(colourPattern);
    case Meant::rights:
        return textWith(rightsPattern);
    case Meant::web:
        return textWith(webPattern);
    case Meant::language:
        return textWith(languagePattern);
    case Meant::words:
    case Meant::amount:
        if (!field.choices.empty()) {
            return {{"enum", rowNames({field.choices.begin(), field.choices.end()})}};
        }
        break;
    case Meant::prose:
    case Meant::pageText:
    case Meant::date:
        break;
    }
    return textWith("\\S");
}

Json numberWithin(Json schema, const Bounds& bounds) {
    if (bounds.hasLeast()) {
        schema[bounds.above ? "exclusiveMinimum" : "minimum"] = plainNumber(bounds.least);
    }
    if (bounds.hasMost()) {
        schema["maximum"] = plainNumber(bounds.most);
    }
    return schema;
}

Json textByLanguage(const Field& field) {
    return {{"type", "object"},
            {"propertyNames", {{"pattern", std::string(languagePattern)}}},
            {"additionalProperties", textSchema(field)},
            {"minProperties", 1}};
}

Json focusSchema() {
    return twoNumbers(focusBounds);
}

Json degreesSchema() {
    return twoNumbers(degreesBounds);
}

Json defaultOf(bool value) {
    return value;
}
Json defaultOf(double value) {
    return plainNumber(value);
}
Json defaultOf(int value) {
    return value;
}
Json defaultOf(const Focus& value) {
    return Json::array({value.x, value.y});
}

SchemaFile schemaFile(std::string name, std::string title, const Json& schema) {
    Json whole = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", std::move(title)}};
    whole.update(schema);
    if (whole.dump().find("#/definitions/words") != std::string::npos) {
        whole["definitions"]["words"] = wordsSchema();
    }
    return {std::move(name), whole.dump(2) + "\n"};
}

Json withSchemaKey(Json schema) {
    schema["properties"]["$schema"] = true;
    return schema;
}

} // namespace schacht::content
