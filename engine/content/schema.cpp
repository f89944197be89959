#include "engine/content/schema.hpp"

#include "engine/content/describe.hpp"
#include "engine/content/rules.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <variant>

namespace schacht::content {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json objectSchema();

Json rowNames(const std::vector<std::string_view>& names) {
    Json list = Json::array();
    for (const std::string_view name : names) {
        list.push_back(std::string(name));
    }
    return list;
}

Json textWith(std::string_view pattern) {
    return {{"type", "string"}, {"pattern", std::string(pattern)}};
}

/// A string that means this. What it must not be besides is an empty one.
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

Json numberBounds(Json schema, const Field& field) {
    if (field.least > 0 && field.least < 1) {
        schema["exclusiveMinimum"] = 0;
    } else if (field.least > std::numeric_limits<double>::lowest()) {
        schema["minimum"] = static_cast<int>(field.least);
    }
    if (field.most < std::numeric_limits<double>::max()) {
        schema["maximum"] = static_cast<int>(field.most);
    }
    return schema;
}

Json between(int least, int most) {
    return {{"type", "number"}, {"minimum", least}, {"maximum", most}};
}

Json twoNumbers(Json first, Json second) {
    return {{"type", "array"},
            {"items", Json::array({std::move(first), std::move(second)})},
            {"minItems", 2},
            {"maxItems", 2}};
}

/// The schema of a member, by its type; the default comes from a fresh object's member.
template <class Member>
struct ValueSchema {
    static Json of(const Field&) { return objectSchema<Member>(); }
};
template <>
struct ValueSchema<std::string> {
    static Json of(const Field& field) { return textSchema(field); }
};
template <>
struct ValueSchema<LanguageMap> {
    static Json of(const Field&) { return {{"$ref", "#/definitions/words"}}; }
};
template <>
struct ValueSchema<LanguageFiles> {
    static Json of(const Field& field) {
        return {{"type", "object"},
                {"propertyNames", {{"pattern", std::string(languagePattern)}}},
                {"additionalProperties", textSchema(field)},
                {"minProperties", 1}};
    }
};
template <>
struct ValueSchema<bool> {
    static Json of(const Field&) { return {{"type", "boolean"}}; }
};
template <>
struct ValueSchema<double> {
    static Json of(const Field& field) { return numberBounds({{"type", "number"}}, field); }
};
template <>
struct ValueSchema<int> {
    static Json of(const Field& field) { return numberBounds({{"type", "integer"}}, field); }
};
template <>
struct ValueSchema<Focus> {
    static Json of(const Field&) { return twoNumbers(between(0, 1), between(0, 1)); }
};
template <>
struct ValueSchema<std::pair<double, double>> {
    static Json of(const Field&) { return twoNumbers(between(-90, 90), between(-180, 180)); }
};
template <class T>
struct ValueSchema<std::optional<T>> {
    static Json of(const Field& field) { return ValueSchema<T>::of(field); }
};
template <class T>
struct ValueSchema<std::vector<T>> {
    static Json of(const Field& field) {
        Json schema = {{"type", "array"}, {"items", ValueSchema<T>::of(field)}};
        if (field.some) {
            schema["minItems"] = 1;
        }
        if constexpr (std::is_same_v<T, std::string>) {
            schema["uniqueItems"] = true;
        }
        return schema;
    }
};

Json defaultOf(bool value) {
    return value;
}
Json defaultOf(double value) {
    return value == std::floor(value) ? Json(static_cast<int>(value)) : Json(value);
}
Json defaultOf(int value) {
    return value;
}
Json defaultOf(const Focus& value) {
    return Json::array({value.x, value.y});
}

/// The visitor of describe() that writes what an object of this type may hold.
template <class T>
class SchemaWriter {
public:
    template <class Member>
    void operator()(const Field& field, Member T::* member) {
        Json value = ValueSchema<Member>::of(field);
        if constexpr (requires { defaultOf(T{}.*member); }) {
            if (!field.required) {
                value["default"] = defaultOf(T{}.*member);
            }
        }
        add(field, std::move(value));
    }

    void layout(const Field& field, Page::Layout T::*) {
        add(field, {{"enum", rowNames(namesOf(pageLayouts))}});
        byLayout = true;
    }

    void kind(const Field& field, std::string T::*) {
        Json names = Json::array();
        for (const ItemKind& row : itemKinds) {
            if (row.shown) {
                names.push_back(std::string(row.name));
            }
        }
        add(field, {{"enum", std::move(names)}});
    }

    template <class... Bodies>
    void body(std::variant<Bodies...> T::*) {
        const Json own = properties;
        (include<Bodies>(), ...);
        (onlyFor<Bodies>(own), ...);
    }

    void altUnlessDecorative() {
        const Json decorative = {{"properties", {{"decorative", {{"const", true}}}}},
                                 {"required", Json::array({"decorative"})}};
        const Json hasAlt = {{"required", Json::array({"alt"})}};
        conditions.push_back({{"if", decorative}, {"then", {{"not", hasAlt}}}, {"else", hasAlt}});
    }

    void oneOf(const Choice& choice) {
        Json either = Json::array();
        for (const std::string_view key : {choice.first, choice.second}) {
            either.push_back({{"required", Json::array({std::string(key)})}});
        }
        conditions.push_back({{choice.both ? "anyOf" : "oneOf", std::move(either)}});
    }

    [[nodiscard]] Json result() {
        Json schema = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
        if (!required.empty()) {
            schema["required"] = required;
        }
        if (byLayout) {
            addLayouts();
        }
        if (!conditions.empty()) {
            schema["allOf"] = conditions;
        }
        return schema;
    }

    Json properties = Json::object();
    Json required = Json::array();
    Json conditions = Json::array();

private:
    void add(const Field& field, Json value) {
        Json described = {{"description", std::string(field.meaning)}};
        if (value.contains("$ref")) { // draft 7 looks at nothing beside a $ref
            described["allOf"] = Json::array({std::move(value)});
        } else {
            described.update(value);
        }
        properties[std::string(field.key)] = std::move(described);
        if (field.required) {
            required.push_back(std::string(field.key));
        }
    }

    /// The keys that two kinds share mean the same in both.
    template <class Body>
    void include() {
        SchemaWriter<Body> writer;
        describe(writer, As<Body>{});
        for (const auto& [key, value] : writer.properties.items()) {
            if (!properties.contains(key)) {
                properties[key] = value;
            }
        }
    }

    /// What an item of this kind needs, and what it cannot have. own: the keys of every kind.
    template <class Body>
    void onlyFor(const Json& own) {
        SchemaWriter<Body> writer;
        describe(writer, As<Body>{});
        Json foreign = Json::object();
        for (const auto& [key, ignored] : properties.items()) {
            if (!own.contains(key) && !writer.properties.contains(key)) {
                foreign[key] = false;
            }
        }
        Json then = {{"required", writer.required}, {"properties", std::move(foreign)}};
        if (!writer.conditions.empty()) {
            then["allOf"] = writer.conditions;
        }
        conditions.push_back({{"if", where("kind", Body::kind)}, {"then", std::move(then)}});
    }

    /// An object in which the key has this value.
    static Json where(const char* key, std::string_view value) {
        return {{"properties", {{key, {{"const", std::string(value)}}}}}, {"required", Json::array({key})}};
    }

    void addLayouts() {
        for (const PageLayout& row : pageLayouts) {
            Json needed = Json::array();
            Json foreign = Json::object();
            for (const auto& [key, ignored] : properties.items()) {
                if (row.needs(key)) {
                    needed.push_back(key);
                } else if (key != "layout" && !row.has(key)) {
                    foreign[key] = false;
                }
            }
            conditions.push_back({{"if", where("layout", row.name)},
                                  {"then", {{"required", std::move(needed)}, {"properties", std::move(foreign)}}}});
        }
    }

    bool byLayout = false;
};

template <class T>
Json objectSchema() {
    SchemaWriter<T> writer;
    describe(writer, As<T>{});
    return writer.result();
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

SchemaFile fileOf(std::string name, std::string title, const Json& schema) {
    Json whole = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", std::move(title)}};
    whole.update(schema);
    if (whole.dump().find("#/definitions/words") != std::string::npos) {
        whole["definitions"]["words"] = wordsSchema();
    }
    return {std::move(name), whole.dump(2) + "\n"};
}

/// A whole file may name its own schema, for editors.
Json withSchemaKey(Json schema) {
    schema["properties"]["$schema"] = true;
    return schema;
}

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
        if (!row.shown) {
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
        fileOf("pack.schema.json", "pack.json of a Schacht pack", withSchemaKey(objectSchema<Pack>())),
        fileOf("item.schema.json", "An item of a Schacht pack", itemSchema()),
        fileOf("places.schema.json", "places.json of a Schacht pack", namedSchema(idPattern, objectSchema<Place>())),
        fileOf("people.schema.json", "people.json of a Schacht pack", namedSchema(idPattern, objectSchema<Person>())),
        fileOf("credits.schema.json", "media/credits.json of a Schacht pack",
               namedSchema("^[^/\\\\]+(/[^/\\\\]+)*/?$", objectSchema<Credit>())),
        fileOf("strings.schema.json", "strings/<language>.json of a Schacht pack", namedSchema("", textWith("\\S"))),
    };
}

} // namespace schacht::content
