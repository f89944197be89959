#pragma once
#include "engine/base/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

/// The room of JSON: a text becomes values that know where they stand, or a problem that says what is meant instead.
/// Nothing here knows a key.
namespace schacht::content {

/// One value of a JSON text, with where it stands. Views point into the document.
struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    bool truth = false;          ///< boolean
    std::uint32_t offset = 0;    ///< byte of its first character
    std::uint32_t keyOffset = 0; ///< byte of its key's quotation mark, in an object
    std::uint32_t first = 0;     ///< its first child; 0: none
    std::uint32_t next = 0;      ///< the next child of its parent; 0: none
    std::uint32_t children = 0;
    std::string_view key;  ///< in an object
    std::string_view text; ///< string: without quotation marks and escapes; number: as it is written
    double number = 0;
};

/// The bytes of the largest JSON file that is looked at.
inline constexpr std::size_t jsonFileLimit = std::size_t{32} << 20U;

/// Bounds of what is read.
struct JsonLimits {
    std::size_t depth = 64;         ///< brackets in brackets
    std::size_t values = 1'000'000; ///< in one text
    std::size_t bytes = jsonFileLimit;
};

/// A JSON text (RFC 8259) whose values know where they stand: children in order, duplicate keys noted, none dropped.
class JsonDocument {
public:
    /// A key that an object has more than once: its second place.
    struct Duplicate {
        std::string key;
        std::string pointer;
        std::size_t offset = 0;
    };

    /// text: UTF-8, with or without a byte order mark; kept. Refused with "json", "utf-8", "empty-file", "nested" or
    /// "too-large", always with line and column. `file` goes into the problem's place.
    [[nodiscard]] static base::Result<JsonDocument> parse(std::string text, const std::string& file,
                                                          const JsonLimits& limits = {});

    [[nodiscard]] const JsonValue& root() const { return values.front(); }
    [[nodiscard]] const JsonValue* firstChild(const JsonValue& of) const { return at(of.first); }
    [[nodiscard]] const JsonValue* nextSibling(const JsonValue& of) const { return at(of.next); }
    /// The first value with this key; null where there is none.
    [[nodiscard]] const JsonValue* find(const JsonValue& object, std::string_view key) const;
    [[nodiscard]] const std::vector<Duplicate>& duplicates() const { return twice; }
    [[nodiscard]] std::string_view text() const {
        return body;
    } ///< without its byte order mark; offsets count from its start
    /// The byte of the file where the `decoded`th byte of a string's text comes from.
    [[nodiscard]] std::size_t offsetInside(const JsonValue& string, std::size_t decoded) const;

private:
    friend class JsonBuilder;
    [[nodiscard]] const JsonValue* at(std::uint32_t index) const { return index == 0 ? nullptr : &values[index]; }

    std::unique_ptr<const std::string> source;           // on the heap: views into it survive a move
    std::string_view body;                               // source without its byte order mark
    std::vector<std::unique_ptr<std::string>> unescaped; // strings that are written with escapes
    std::vector<JsonValue> values;
    std::vector<Duplicate> twice;
};

/// Any JSON document, nested up to 512 deep, of up to two million values; where a key stands twice, the last counts.
/// Refused as JsonDocument::parse refuses. Any thread.
[[nodiscard]] base::Result<nlohmann::json> parseJsonValue(std::string_view text, const std::string& file = {});

} // namespace schacht::content
