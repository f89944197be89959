#include "engine/content/json/json.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

namespace schacht::content {
namespace {

nlohmann::json numberFrom(const JsonValue& value) {
    const char* const end = value.text.data() + value.text.size();
    std::int64_t whole = 0;
    if (const auto [stopped, error] = std::from_chars(value.text.data(), end, whole);
        error == std::errc() && stopped == end) {
        return whole;
    }
    std::uint64_t large = 0;
    if (const auto [stopped, error] = std::from_chars(value.text.data(), end, large);
        error == std::errc() && stopped == end) {
        return large;
    }
    return value.number;
}

// As deep as the document, which its limits have bounded.
nlohmann::json toJson(const JsonDocument& document, const JsonValue& value) {
    switch (value.kind) {
    case JsonValue::Kind::null:
        return nullptr;
    case JsonValue::Kind::boolean:
        return value.truth;
    case JsonValue::Kind::number:
        return numberFrom(value);
    case JsonValue::Kind::string:
        return std::string(value.text);
    case JsonValue::Kind::array:
    case JsonValue::Kind::object:
        break;
    }
    const bool isArray = value.kind == JsonValue::Kind::array;
    nlohmann::json result = isArray ? nlohmann::json::array() : nlohmann::json::object();
    for (const JsonValue* child = document.firstChild(value); child; child = document.nextSibling(*child)) {
        if (isArray) {
            result.push_back(toJson(document, *child));
        } else {
            result[std::string(child->key)] = toJson(document, *child);
        }
    }
    return result;
}

} // namespace

base::Result<nlohmann::json> parseJsonValue(std::string_view text, const std::string& file) {
    constexpr JsonLimits limits{512, 2'000'000, jsonFileLimit};
    const base::Result<JsonDocument> document = JsonDocument::parse(std::string(text), file, limits);
    if (!document) {
        return tl::unexpected(document.error());
    }
    return toJson(*document, document->root());
}

} // namespace schacht::content
