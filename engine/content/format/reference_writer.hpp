#pragma once
#include "engine/content/format/amount.hpp"
#include "engine/content/format/field.hpp"
#include "engine/content/format/focus.hpp"
#include "engine/content/language/language_map.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// The reference of a format, for people, written from describe(): a table for each object of JSON. Markdown.
namespace schacht::content {

[[nodiscard]] std::string referenceNumber(double value);
/// ", 1 to 4", or "".
[[nodiscard]] std::string referenceRange(const Field& field);
/// What a text that means this is called, in a few words, and one as it stands in a file.
[[nodiscard]] std::string referenceType(const Field& field);
[[nodiscard]] std::string referenceExample(const Field& field);
/// The fragment that leads to a heading.
[[nodiscard]] std::string referenceAnchor(std::string_view heading);

/// An object with what it needs and no more, as JSON.
template <class T>
[[nodiscard]] std::string exampleObject();

/// A value as JSON: the field's own example, else one that its type and meaning give.
template <class Member>
[[nodiscard]] std::string exampleOf(const Field& field) {
    if (!field.example.empty()) {
        return std::string(field.example);
    }
    if constexpr (std::is_same_v<Member, std::string>) {
        return referenceExample(field);
    } else if constexpr (std::is_same_v<Member, LanguageMap>) {
        return R"({"nl": "De lamp", "en": "The lamp"})";
    } else if constexpr (std::is_same_v<Member, LanguageFiles>) {
        return R"({"nl": )" + referenceExample(field) + "}";
    } else if constexpr (std::is_same_v<Member, bool>) {
        return "true";
    } else if constexpr (std::is_same_v<Member, Amount>) {
        return "4500";
    } else if constexpr (std::is_arithmetic_v<Member>) {
        return referenceNumber(std::clamp(12.0, field.bounds.least, field.bounds.most));
    } else if constexpr (std::is_same_v<Member, Focus>) {
        return "[0.5, 0.4]";
    } else if constexpr (std::is_same_v<Member, std::pair<double, double>>) {
        return "[50.99, 5.51]";
    } else if constexpr (requires(Member m) { m.emplace_back(); }) {
        return "[" + exampleOf<typename Member::value_type>(field) + "]";
    } else if constexpr (requires(Member m) { m.has_value(); }) {
        return exampleOf<typename Member::value_type>(field);
    } else {
        return exampleObject<Member>();
    }
}

/// The visitor of describe() behind exampleObject().
template <class T>
class ExampleWriter {
public:
    template <class Member>
    void operator()(const Field& field, Member T::*) {
        all.emplace_back(field.key, exampleOf<Member>(field));
        if (field.required) {
            add(field.key);
        }
    }
    template <class Enum>
    void layout(const Field& field, Enum T::*, std::span<const KeyLayout>) {
        all.emplace_back(field.key, R"("text")");
        wanted = {field.key, "heading", "body"};
    }
    void altUnlessDecorative() { add("alt"); }
    void oneOf(const Choice& choice) { add(choice.first); }

    [[nodiscard]] std::string result() const {
        std::string object;
        for (const auto& [key, value] : all) {
            if (std::find(wanted.begin(), wanted.end(), key) != wanted.end()) {
                object += (object.empty() ? "\"" : ", \"") + std::string(key) + "\": " + value;
            }
        }
        return "{" + object + "}";
    }

private:
    void add(std::string_view key) { wanted.push_back(key); }

    std::vector<std::pair<std::string_view, std::string>> all;
    std::vector<std::string_view> wanted;
};

template <class T>
std::string exampleObject() {
    ExampleWriter<T> writer;
    describe(writer, As<T>{});
    return writer.result();
}

/// Collects paragraphs and tables; an object that a table names gets a table of its own, once, behind it.
class FormatReference {
public:
    void words(const std::string& paragraph) { text += paragraph + "\n\n"; }
    /// The table of T under a heading of this level (1..6); `more` stands between the two.
    template <class T>
    void object(const std::string& heading, int level, const std::string& more = {});
    /// The tables of what was linked to and has none yet.
    void linked(int level);
    /// A link to the table of a T.
    template <class T>
    [[nodiscard]] std::string link();
    [[nodiscard]] std::string markdown() const { return text.substr(0, text.find_last_not_of('\n') + 1) + "\n"; }

private:
    struct Linked {
        std::string_view heading;
        std::function<void(int)> write;
        bool written = false;
    };
    std::string text;
    std::vector<Linked> links;
};

/// The visitor of describe() that writes the rows of a table.
template <class T>
class ReferenceTable {
public:
    explicit ReferenceTable(FormatReference& of) : reference(of) {}

    template <class Member>
    void operator()(const Field& field, Member T::* member) {
        row(field, typeOf<Member>(field), defaultOf(T{}.*member), exampleOf<Member>(field));
    }
    template <class Enum>
    void layout(const Field& field, Enum T::*, std::span<const KeyLayout>) {
        row(field, "one word", "", R"("full")");
    }
    void kind(const Field& field, std::string T::*) { row(field, "one word", "", R"("story")"); }
    template <class... Bodies>
    void body(std::variant<Bodies...> T::*) {}
    void altUnlessDecorative() { notes += "It has an `alt`, or it is `\"decorative\": true`; not both.\n\n"; }
    void oneOf(const Choice& choice) {
        notes += std::string(choice.both ? "It needs `" : "It has one of `") + std::string(choice.first) + "` and `" +
                 std::string(choice.second) + (choice.both ? "`, or both. " : "`. ") + std::string(choice.meaning) +
                 "\n\n";
    }

    [[nodiscard]] std::string result() const {
        return "| key | what it is | type | without it | example |\n| --- | --- | --- | --- | --- |\n" + rows + "\n" +
               notes;
    }

private:
    void row(const Field& field, const std::string& type, std::string_view otherwise, const std::string& example) {
        const std::string key = "`" + std::string(field.key) + "`";
        const std::string without(field.required ? "it is needed" : field.without.empty() ? otherwise : field.without);
        rows += "| " + key + " | " + std::string(field.meaning) + " | " + type + " | " + without + " | `\"" +
                std::string(field.key) + "\": " + example + "` |\n";
    }

    template <class Member>
    [[nodiscard]] std::string typeOf(const Field& field) {
        if constexpr (std::is_same_v<Member, std::string>) {
            return referenceType(field);
        } else if constexpr (std::is_same_v<Member, LanguageMap>) {
            return field.meant == Meant::words ? "words" : "words, in Markdown";
        } else if constexpr (std::is_same_v<Member, LanguageFiles>) {
            return "files by language";
        } else if constexpr (std::is_same_v<Member, bool>) {
            return "true or false";
        } else if constexpr (std::is_same_v<Member, Amount>) {
            return typeOf<double>(field);
        } else if constexpr (std::is_arithmetic_v<Member>) {
            return (std::is_integral_v<Member> ? "whole number" : "number") +
                   (field.unit.empty() ? "" : " of " + std::string(field.unit)) + referenceRange(field);
        } else if constexpr (std::is_same_v<Member, Focus>) {
            return "two numbers, 0 to 1";
        } else if constexpr (std::is_same_v<Member, std::pair<double, double>>) {
            return "two numbers";
        } else if constexpr (requires(Member m) { m.emplace_back(); }) {
            return "list: " + typeOf<typename Member::value_type>(field);
        } else if constexpr (requires(Member m) { m.has_value(); }) {
            return typeOf<typename Member::value_type>(field);
        } else {
            return reference.link<Member>();
        }
    }

    template <class Member>
    [[nodiscard]] static std::string defaultOf(const Member& value) {
        if constexpr (std::is_same_v<Member, bool>) {
            return value ? "true" : "false";
        } else if constexpr (std::is_arithmetic_v<Member>) {
            return referenceNumber(static_cast<double>(value));
        } else if constexpr (std::is_same_v<Member, std::string>) {
            return value.empty() ? "nothing" : "`" + value + "`";
        } else if constexpr (std::is_same_v<Member, Focus>) {
            return "[" + referenceNumber(value.x) + ", " + referenceNumber(value.y) + "]";
        } else {
            return "nothing";
        }
    }

    FormatReference& reference;
    std::string rows;
    std::string notes;
};

template <class T>
void FormatReference::object(const std::string& heading, int level, const std::string& more) {
    for (Linked& each : links) {
        each.written = each.written || each.heading == heading;
    }
    ReferenceTable<T> table(*this);
    describe(table, As<T>{});
    words(std::string(static_cast<std::size_t>(level), '#') + " " + heading);
    text += more.empty() ? "" : more + (more.back() == '\n' ? "\n" : "\n\n");
    text += table.result();
}

template <class T>
std::string FormatReference::link() {
    constexpr std::string_view heading = calledInReference<T>;
    static_assert(!heading.empty(), "what is it called in the reference?");
    if (std::none_of(links.begin(), links.end(), [&](const Linked& each) { return each.heading == heading; })) {
        links.push_back({heading, [this](int level) { object<T>(std::string(calledInReference<T>), level); }});
    }
    return "[" + std::string(heading) + "](#" + referenceAnchor(heading) + ")";
}

} // namespace schacht::content
