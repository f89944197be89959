#pragma once
#include "engine/content/format/amount.hpp"
#include "engine/content/format/field.hpp"
#include "engine/content/format/focus.hpp"
#include "engine/content/format/rows.hpp"
#include "engine/content/format/schema_file.hpp"
#include "engine/content/language/language_map.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// JSON Schemas (draft 7) written from describe(): what a pack's files are made with, and
/// those of other files that have such a description.
namespace schacht::content {

using Json = nlohmann::ordered_json;

/// What an object that describe(As<T>) names may hold.
template <class T>
[[nodiscard]] Json objectSchema();

/// A whole file, which may name its own schema for editors. title: what it is, for people.
[[nodiscard]] SchemaFile schemaFile(std::string name, std::string title, const Json& schema);
[[nodiscard]] Json withSchemaKey(Json schema);

[[nodiscard]] Json rowNames(const std::vector<std::string_view>& names);
/// A string that means what the field does; it is never empty.
[[nodiscard]] Json textSchema(const Field& field);
/// The schema of a number, held to these bounds.
[[nodiscard]] Json numberWithin(Json schema, const Bounds& bounds);
[[nodiscard]] Json textByLanguage(const Field& field);
[[nodiscard]] Json focusSchema();
[[nodiscard]] Json degreesSchema();

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
    static Json of(const Field& field) { return textByLanguage(field); }
};
template <>
struct ValueSchema<bool> {
    static Json of(const Field&) { return {{"type", "boolean"}}; }
};
template <>
struct ValueSchema<double> {
    static Json of(const Field& field) { return numberWithin({{"type", "number"}}, field.bounds); }
};
template <>
struct ValueSchema<Amount> {
    static Json of(const Field& field) { return ValueSchema<double>::of(field); }
};
template <>
struct ValueSchema<int> {
    static Json of(const Field& field) { return numberWithin({{"type", "integer"}}, field.bounds); }
};
template <>
struct ValueSchema<Focus> {
    static Json of(const Field&) { return focusSchema(); }
};
template <>
struct ValueSchema<std::pair<double, double>> {
    static Json of(const Field&) { return degreesSchema(); }
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

[[nodiscard]] Json defaultOf(bool value);
[[nodiscard]] Json defaultOf(double value);
[[nodiscard]] Json defaultOf(int value);
[[nodiscard]] Json defaultOf(const Focus& value);

/// The visitor of describe() that writes what an object of this type may hold.
template <class T>
class SchemaWriter {
public:
    template <class Member>
    void operator()(const Field& field, Member T::* member) {
        Json value = ValueSchema<Member>::of(field);
        if constexpr (requires { defaultOf(T{}.*member); }) {
            if (!field.required && couldBeWritten(field, T{}.*member)) {
                value["default"] = defaultOf(T{}.*member);
            }
        }
        add(field, std::move(value));
    }

    template <class Enum>
    void layout(const Field& field, Enum T::*, std::span<const KeyLayout> rows) {
        add(field, {{"enum", rowNames(namesOf(rows))}});
        layouts = rows;
    }

    void kind(const Field& field, std::string T::*) {
        add(field, {{"enum", rowNames({field.choices.begin(), field.choices.end()})}});
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
        addLayouts();
        if (!conditions.empty()) {
            schema["allOf"] = conditions;
        }
        return schema;
    }

    Json properties = Json::object();
    Json required = Json::array();
    Json conditions = Json::array();

private:
    /// Editors offer the default to whoever begins a key. One that stands for "none" may lie outside the bounds.
    template <class Member>
    static bool couldBeWritten(const Field& field, const Member& value) {
        if constexpr (std::is_arithmetic_v<Member>) {
            return field.bounds.allow(static_cast<double>(value));
        } else {
            return true;
        }
    }

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
        for (const KeyLayout& row : layouts) {
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

    std::span<const KeyLayout> layouts;
};

template <class T>
Json objectSchema() {
    SchemaWriter<T> writer;
    describe(writer, As<T>{});
    return writer.result();
}

} // namespace schacht::content
