#include "engine/content/format/losses.hpp"

#include "engine/content/language/rules.hpp"

#include <algorithm>

namespace schacht::content {
namespace {

/// The words of a value in the pack's own language, else in the first that has some; "" where there are none.
std::string_view wordsOf(const Reading& reading, const JsonValue& value) {
    const JsonDocument& document = reading.document;
    if (value.kind == JsonValue::Kind::string) {
        return value.text;
    }
    if (value.kind != JsonValue::Kind::object || value.children == 0) {
        return {};
    }
    const auto& languages = reading.names.languages;
    const JsonValue* const own = languages.empty() ? nullptr : document.find(value, languages.front());
    const JsonValue& chosen = own != nullptr ? *own : *document.firstChild(value);
    return chosen.kind == JsonValue::Kind::string ? chosen.text : std::string_view();
}

/// "The theme “Churches”", or "This page" where it has no name.
std::string called(const Reading& reading, const Owner& owner) {
    for (const std::string_view key : {"title", "name", "heading"}) {
        const JsonValue* const name = reading.document.find(*owner.object, key);
        const std::string_view words = name == nullptr ? std::string_view() : wordsOf(reading, *name);
        if (!isBlank(words)) {
            return "The " + std::string(owner.noun) + " " + inQuotes(words);
        }
    }
    return "This " + std::string(owner.noun);
}

} // namespace

std::vector<ListEntry> entriesOf(const Reading& reading, const JsonValue& list) {
    const auto some = reading.kept.find(&list);
    std::vector<ListEntry> entries;
    std::size_t number = 0;
    for (const JsonValue* each = reading.document.firstChild(list); each; each = reading.document.nextSibling(*each)) {
        if (some == reading.kept.end() || std::ranges::binary_search(some->second, number)) {
            entries.push_back({each, number});
        }
        ++number;
    }
    return entries;
}

bool refused(Reading& reading) {
    reading.cause = reading.report.newest();
    return false;
}

void loseKey(Reading& reading, const Field& field) {
    if (reading.owners.empty() || reading.owners.back().noun.empty() || reading.report.full()) {
        return;
    }
    const std::string without = "without its " + (field.many.empty() ? inQuotes(field.key) : std::string(field.many));
    reading.report.lose(reading.cause, called(reading, reading.owners.back()) + " is shown " +
                                           (field.instead.empty() ? without : std::string(field.instead)) + ".");
}

void loseEntries(Reading& reading, const Field& field, const std::vector<FileReport::Entry>& causes, std::size_t all) {
    if (causes.empty() || reading.owners.empty() || reading.owners.back().noun.empty()) {
        return;
    }
    const std::string sentence = called(reading, reading.owners.back()) + " shows " +
                                 std::to_string(all - causes.size()) + " of " + std::to_string(all) + " " +
                                 std::string(field.many.empty() ? field.key : field.many) + ".";
    for (const FileReport::Entry cause : causes) {
        reading.report.lose(cause, sentence);
    }
}

std::string notSeen(std::string_view noun) {
    return "Visitors do not see this " + std::string(noun) + ".";
}

} // namespace schacht::content
