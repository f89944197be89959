#include "engine/content/json/json.hpp"

#include "engine/base/ascii.hpp"
#include "engine/base/utf8.hpp"
#include "engine/content/json/json_mistake.hpp"
#include "engine/content/language/foreign_file.hpp"
#include "engine/content/language/line_counter.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>

namespace schacht::content {
namespace {

/// A text's bytes for nlohmann's parser, which says of no event where it is: this iterator counts what was taken.
class CountedBytes {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountedBytes(const char* from, const char** reachedBy) : here(from), reached(reachedBy) {}
    reference operator*() const { return *here; }
    CountedBytes& operator++() {
        *reached = ++here;
        return *this;
    }
    CountedBytes operator++(int) {
        CountedBytes before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountedBytes& other) const { return here == other.here; }
    bool operator!=(const CountedBytes& other) const { return here != other.here; }

private:
    const char* here;
    const char** reached;
};

bool isBetweenTokens(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ':';
}

std::string escapedForPointer(std::string_view key) {
    std::string text;
    for (const char c : key) {
        text += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return text;
}

base::Problem problemAt(std::string_view text, std::size_t offset, std::string code, std::string message,
                        const std::string& file) {
    const LineCounter::Position position = LineCounter(text).at(offset);
    return {std::move(code), base::Severity::error, std::move(message), {file, position.line, position.column, {}}};
}

/// What makes a text no JSON before any bracket is looked at.
std::optional<base::Problem> refuseBytes(std::string_view text, const std::string& file, std::size_t limit) {
    if (text.size() > limit) {
        return problemAt({}, 0, "too-large",
                         "This file is larger than " + std::to_string(limit >> 20U) +
                             " MB, too large for what it should hold. Look whether it is the right file.",
                         file);
    }
    if (const std::string_view foreign = foreignFormat(text); !foreign.empty()) {
        return problemAt(text, 0, "json",
                         "This file is " + std::string(foreign) +
                             ", whatever its name says. Write it in a plain text editor, and save it as plain text, "
                             "UTF-8.",
                         file);
    }
    const bool wide = text.size() >= 2 && (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF" ||
                                           text[0] == '\0' || text[1] == '\0');
    if (wide) {
        return problemAt(text, 0, "utf-8", "This file is not saved as UTF-8. Save it again with the encoding UTF-8.",
                         file);
    }
    if (isBlank(text)) {
        return problemAt(text, 0, "empty-file", "This file is empty. Write what belongs in it, or delete it.", file);
    }
    const std::size_t invalid = std::min(firstInvalidUtf8(text), text.find('\0'));
    if (invalid < text.size()) {
        return problemAt(text, invalid, "utf-8",
                         "A character here is not saved as UTF-8. Save the file again with the encoding UTF-8.", file);
    }
    return std::nullopt;
}

} // namespace

/// Listens to nlohmann's parser and builds a document.
class JsonBuilder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    JsonBuilder(JsonDocument& into, std::string_view body, const JsonLimits& within)
        : document(into), text(body), limits(within), reached(body.data()) {}

    bool build() {
        // Four values in a hundred bytes is what packs have; what is more grows.
        document.values.reserve(std::min<std::size_t>(text.size() / 24 + 8, limits.values));
        const CountedBytes begin(text.data(), &reached);
        const CountedBytes end(text.data() + text.size(), &reached);
        return nlohmann::json::sax_parse(begin, end, this);
    }

    bool null() { return literal(JsonValue::Kind::null, 4); }
    bool boolean(bool truth) {
        const bool good = literal(JsonValue::Kind::boolean, truth ? 4 : 5);
        if (good) {
            document.values.back().truth = truth;
        }
        return good;
    }
    bool number_integer(number_integer_t value) { return number(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) { return number(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t&) { return number(value); }
    bool string(string_t& value) {
        const std::size_t start = nextToken();
        if (!add(JsonValue::Kind::string, start)) {
            return false;
        }
        document.values.back().text = keep(start, value);
        finishToken(taken());
        progress.lastWasString = true;
        return true;
    }
    bool binary(binary_t&) { return false; }
    bool key(string_t& value) {
        keyStart = nextToken();
        keyText = keep(keyStart, value);
        progress.end = taken();
        progress.last = JsonProgress::Last::key;
        return true;
    }
    bool start_object(std::size_t) { return open(JsonValue::Kind::object, '{'); }
    bool start_array(std::size_t) { return open(JsonValue::Kind::array, '['); }
    bool end_object() {
        noteDuplicates();
        return shut();
    }
    bool end_array() { return shut(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

    [[nodiscard]] base::Problem explain(std::string_view whole, const std::string& file) const {
        const std::size_t before = whole.size() - text.size();
        if (!refusal.code.empty()) {
            return problemAt(whole, before + refusal.offset, refusal.code, refusal.message, file);
        }
        const JsonMistake mistake = findJsonMistake(text, progress);
        return problemAt(whole, before + mistake.offset, "json", mistake.message, file);
    }

private:
    struct Refusal {
        std::string code;
        std::string message;
        std::size_t offset = 0;
    };
    struct Open {
        std::uint32_t value = 0;
        std::uint32_t lastChild = 0;
    };

    [[nodiscard]] std::size_t taken() const { return static_cast<std::size_t>(reached - text.data()); }

    [[nodiscard]] std::size_t nextToken() const {
        std::size_t at = progress.end;
        while (at < text.size() && isBetweenTokens(text[at])) {
            ++at;
        }
        return at;
    }

    void finishToken(std::size_t end) {
        progress.end = end;
        progress.last = JsonProgress::Last::value;
        progress.lastWasString = false;
        progress.lastWasNumber = false;
    }

    bool add(JsonValue::Kind kind, std::size_t offset) {
        if (document.values.size() >= limits.values) {
            refusal = {"too-large",
                       "This file holds more than " + std::to_string(limits.values) +
                           " values, too many for what it should hold. Look whether it is the right file.",
                       offset};
            return false;
        }
        const auto index = static_cast<std::uint32_t>(document.values.size());
        JsonValue& value = document.values.emplace_back();
        value.kind = kind;
        value.offset = static_cast<std::uint32_t>(offset);
        if (!stack.empty()) {
            Open& parent = stack.back();
            if (document.values[parent.value].kind == JsonValue::Kind::object) {
                value.key = keyText;
                value.keyOffset = static_cast<std::uint32_t>(keyStart);
            }
            (parent.lastChild == 0 ? document.values[parent.value].first : document.values[parent.lastChild].next) =
                index;
            parent.lastChild = index;
            ++document.values[parent.value].children;
        }
        return true;
    }

    bool literal(JsonValue::Kind kind, std::size_t length) {
        const std::size_t start = nextToken();
        finishToken(start + length);
        return add(kind, start);
    }

    bool number(double value) {
        const std::size_t start = nextToken();
        const std::size_t end = start + numberLength(text.substr(start));
        if (!add(JsonValue::Kind::number, start)) {
            return false;
        }
        document.values.back().text = text.substr(start, end - start);
        document.values.back().number = value;
        finishToken(end);
        progress.lastWasNumber = true;
        return true;
    }

    bool open(JsonValue::Kind kind, char bracket) {
        const std::size_t start = nextToken();
        if (stack.size() >= limits.depth) {
            refusal = {"nested",
                       "The brackets are nested more than " + std::to_string(limits.depth) +
                           " deep, deeper than anything a pack holds. Look whether this is the right file.",
                       start};
            return false;
        }
        if (!add(kind, start)) {
            return false;
        }
        stack.push_back({static_cast<std::uint32_t>(document.values.size() - 1), 0});
        progress.open.push_back({bracket, start});
        progress.end = start + 1;
        progress.last = JsonProgress::Last::opened;
        return true;
    }

    bool shut() {
        const std::size_t start = nextToken();
        stack.pop_back();
        progress.open.pop_back();
        finishToken(start + 1);
        return true;
    }

    /// A string without escapes is as long as it stands in the text: then the document points there.
    std::string_view keep(std::size_t start, std::string& value) {
        if (taken() - start == value.size() + 2) {
            return text.substr(start + 1, value.size());
        }
        return *document.unescaped.emplace_back(std::make_unique<std::string>(std::move(value)));
    }

    static std::size_t digits(std::string_view from, std::size_t at) {
        while (at < from.size() && base::isDigit(from[at])) {
            ++at;
        }
        return at;
    }

    /// RFC 8259, section 6; the parser has accepted it already.
    static std::size_t numberLength(std::string_view from) {
        std::size_t at = from[0] == '-' ? 1 : 0;
        at = from[at] == '0' ? at + 1 : digits(from, at);
        if (at + 1 < from.size() && from[at] == '.') {
            at = digits(from, at + 1);
        }
        if (at < from.size() && (from[at] == 'e' || from[at] == 'E')) {
            at = digits(from, from[at + 1] == '+' || from[at + 1] == '-' ? at + 2 : at + 1);
        }
        return at;
    }

    void noteDuplicates() {
        constexpr std::uint32_t fewChildren = 12;
        constexpr std::size_t mostNoted = 200;
        const JsonValue& object = document.values[stack.back().value];
        std::unordered_set<std::string_view> seen;
        for (const JsonValue* child = document.firstChild(object); child; child = document.nextSibling(*child)) {
            const bool twice = object.children <= fewChildren ? document.find(object, child->key) != child
                                                              : !seen.insert(child->key).second;
            if (twice && document.twice.size() < mostNoted) {
                document.twice.push_back(
                    {std::string(child->key), pointer() + "/" + escapedForPointer(child->key), child->keyOffset});
            }
        }
    }

    [[nodiscard]] std::string pointer() const {
        std::string path;
        for (std::size_t level = 1; level < stack.size(); ++level) {
            const JsonValue& parent = document.values[stack[level - 1].value];
            path += "/" + (parent.kind == JsonValue::Kind::array
                               ? std::to_string(parent.children - 1)
                               : escapedForPointer(document.values[stack[level].value].key));
        }
        return path;
    }

    JsonDocument& document;
    std::string_view text;
    const JsonLimits& limits;
    const char* reached;
    JsonProgress progress;
    Refusal refusal;
    std::vector<Open> stack;
    std::string_view keyText;
    std::size_t keyStart = 0;
};

base::Result<JsonDocument> JsonDocument::parse(std::string text, const std::string& file, const JsonLimits& limits) {
    JsonDocument document;
    document.source = std::make_unique<const std::string>(std::move(text));
    const std::string_view body = base::withoutByteOrderMark(*document.source);
    if (auto problem = refuseBytes(body, file, limits.bytes)) {
        return tl::unexpected(std::move(*problem));
    }
    document.body = body;
    JsonBuilder builder(document, body, limits);
    if (!builder.build()) {
        return tl::unexpected(builder.explain(body, file));
    }
    return document;
}

const JsonValue* JsonDocument::find(const JsonValue& object, std::string_view key) const {
    for (const JsonValue* child = firstChild(object); child != nullptr; child = nextSibling(*child)) {
        if (child->key == key) {
            return child;
        }
    }
    return nullptr;
}

std::size_t JsonDocument::offsetInside(const JsonValue& string, std::size_t decoded) const {
    std::size_t at = string.offset + 1;
    // An escape of two bytes stands for one, \uXXXX for the one to three bytes of its code point, and two of them
    // that make a pair for four.
    while (decoded > 0 && at < body.size()) {
        std::size_t written = 1;
        std::size_t stands = 1;
        if (body[at] == '\\' && body[at + 1] == 'u') {
            unsigned unit = 0;
            std::from_chars(body.data() + at + 2, body.data() + at + 6, unit, 16);
            const bool pair = unit >= 0xD800U && unit <= 0xDBFFU;
            written = pair ? 12 : 6;
            stands = pair ? 4 : unit < 0x80U ? 1 : unit < 0x800U ? 2 : 3;
        } else if (body[at] == '\\') {
            written = 2;
        }
        if (stands > decoded) {
            break;
        }
        at += written;
        decoded -= stands;
    }
    return at;
}

} // namespace schacht::content
