#include "engine/content/pack/schema.hpp"

#include "engine/content/format/schema_writer.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/pack/describe.hpp"

namespace schacht::content {
namespace {

Json namedSchema(std::string_view namePattern, Json value) {
    Json schema = {{"type", "object"}, {"additionalProperties", std::move(value)}};
    if (!namePattern.empty()) {
        const Json forEditors = {{"const", "$schema"}};
        schema["propertyNames"] = {{"anyOf", Json::array({{{"pattern", std::string(namePattern)}}, forEditors})}};
    }
    return withSchemaKey(std::move(schema));
}

/// The kinds whose keys are drafted are let be: they are left out with a warning, whatever they hold.
Json itemSchema() {
    Json drafted = Json::array();
    for (const ItemKind& row : itemKinds) {
        if (!isShown(row)) {
            drafted.push_back(std::string(row.name));
        }
    }
    const Json isDrafted = {{"properties", {{"kind", {{"enum", std::move(drafted)}}}}},
                            {"required", Json::array({"kind"})}};
    return {{"type", "object"}, {"if", isDrafted}, {"else", withSchemaKey(objectSchema<Item>())}};
}

} // namespace

std::vector<SchemaFile> schemas() {
    return {
        schemaFile("pack.schema.json", "pack.json of a Schacht pack", withSchemaKey(objectSchema<Pack>())),
        schemaFile("item.schema.json", "An item of a Schacht pack", itemSchema()),
        schemaFile("places.schema.json", "places.json of a Schacht pack",
                   namedSchema(idPattern, objectSchema<Place>())),
        schemaFile("people.schema.json", "people.json of a Schacht pack",
                   namedSchema(idPattern, objectSchema<Person>())),
        schemaFile("credits.schema.json", "media/credits.json of a Schacht pack",
                   namedSchema("^[^/\\\\]+(/[^/\\\\]+)*/?$", objectSchema<Credit>())),
        schemaFile("strings.schema.json", "strings/<language>.json of a Schacht pack", namedSchema("", textSchema({}))),
    };
}

} // namespace schacht::content
