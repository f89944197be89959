#include "engine/content/format/value_reader.hpp"

#include "engine/content/format/losses.hpp"
#include "engine/content/format/text_check.hpp"
#include "engine/content/format/value_advice.hpp"
#include "engine/content/language/language_advice.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace schacht::content {
namespace {

using Kind = JsonValue::Kind;

std::string_view called(Kind kind) {
    constexpr std::array<std::string_view, 6> names = {"null",   "true or false", "a number",
                                                       "a text", "a list [ ]",    "an object { }"};
    return names[static_cast<std::size_t>(kind)];
}

bool isProse(Meant meant) {
    return meant == Meant::prose || meant == Meant::pageText;
}

/// A text that is there and not empty.
bool isFilled(Reading& reading, const JsonValue& value, const Field& field) {
    if (!isKind(reading, value, field, Kind::string, "a text in quotation marks")) {
        return false;
    }
    if (isBlank(value.text)) {
        reading.report.error("empty", value.offset,
                             inQuotes(field.key) + " is empty. Write something, or take the key out.");
        return false;
    }
    return true;
}

/// False, and reported, where the key is no tag.
bool isLanguageKey(Reading& reading, const JsonValue& value) {
    if (isLanguageTag(value.key)) {
        return true;
    }
    const std::string meant = meantLanguage(value.key, reading.names.languages);
    const bool known = !meant.empty();
    reading.report.error("language-tag", value.keyOffset,
                         inQuotes(value.key) + " is not the tag of a language. Write " +
                             (known ? inQuotes(meant) : "it such as nl, en or zh-Hant") + "." +
                             (known ? "" : didYouMean(value.key, reading.names.languages)));
    return false;
}

/// what: "sees these words".
void checkListed(Reading& reading, const JsonValue& value, std::string_view what) {
    const std::vector<std::string_view>& languages = reading.names.languages;
    if (reading.names.languagesWhole && !languages.empty() &&
        std::find(languages.begin(), languages.end(), value.key) == languages.end()) {
        reading.report.warning("unlisted-language", value.keyOffset,
                               inQuotes(value.key) + " is not among the languages of pack.json: no visitor " +
                                   std::string(what) + "." + adviseLanguage(value.key, languages));
    }
}

/// things: by language, at least one. what: "words".
template <class Things>
void checkGaps(Reading& reading, const JsonValue& value, const Things& things, std::string_view what) {
    std::vector<std::string_view> lacking;
    std::string_view instead;
    for (const std::string_view language : reading.names.languages) {
        if (!things.contains(language)) {
            lacking.push_back(language);
        } else if (instead.empty()) {
            instead = language;
        }
    }
    if (lacking.empty()) {
        return;
    }
    if (instead.empty()) {
        instead = things.begin()->first;
    }
    reading.report.warning("language-gap", value.offset,
                           "No " + std::string(what) + " in " + listed(lacking) + ": visitors in " +
                               (lacking.size() == 1 ? "this language" : "these languages") + " read " +
                               inQuotes(instead) + " instead.");
}

std::string bound(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

struct Two {
    std::array<Bounds, 2> bounds;
    std::string_view example;
    std::string_view meaning; ///< what its numbers are, as a sentence
};
constexpr Two focusNumbers{focusBounds, "[0.5, 0.4]",
                           "0 is the left or the top of the picture and 1 the right or the bottom, whatever its size."};
constexpr Two coordinates{degreesBounds, "[51.008, 5.584]",
                          "These are degrees: first north of the equator, then east of Greenwich."};

/// Two numbers, each within its bounds. Whether they are.
bool readTwo(Reading& reading, const JsonValue& value, const Field& field, const Two& meant,
             std::array<double, 2>& into) {
    const auto& document = reading.document;
    const JsonValue* const first = document.firstChild(value);
    const bool two = value.kind == Kind::array && value.children == 2 && first->kind == Kind::number &&
                     document.nextSibling(*first)->kind == Kind::number;
    if (!two) {
        reading.report.error("type", value.offset,
                             inQuotes(field.key) + " has to be two numbers, such as " + std::string(meant.example) +
                                 ": a point before the decimals, a comma between the two.");
        return false;
    }
    into = {first->number, document.nextSibling(*first)->number};
    for (std::size_t i = 0; i < 2; ++i) {
        if (!meant.bounds[i].allow(into[i])) {
            reading.report.error("range", (i == 0 ? first : document.nextSibling(*first))->offset,
                                 "The " + std::string(i == 0 ? "first" : "second") + " number of " +
                                     inQuotes(field.key) + " has to be from " + bound(meant.bounds[i].least) + " to " +
                                     bound(meant.bounds[i].most) + ". " + std::string(meant.meaning));
            return false;
        }
    }
    return true;
}

} // namespace

bool isKind(Reading& reading, const JsonValue& value, const Field& field, Kind kind, std::string_view name,
            std::string_view advice) {
    if (value.kind == kind) {
        return true;
    }
    const std::string meant = kind == Kind::array || reading.report.full() ? "" : meantAs(kind, value, field.meant);
    reading.report.error("type", value.offset,
                         inQuotes(field.key) + " has to be " + std::string(name) + ", not " +
                             std::string(called(value.kind)) + "." + (meant.empty() ? "" : " Write " + meant + ".") +
                             (advice.empty() ? "" : " ") + std::string(advice));
    return false;
}

bool isLongEnough(Reading& reading, const JsonValue& list, const Field& field) {
    if (list.children > 0 || !field.some) {
        return true;
    }
    reading.report.error("empty", list.offset, inQuotes(field.key) + " is an empty list. Write at least one.");
    return false;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, std::string& into) {
    if (!isFilled(reading, value, field) || !checkText(reading, value, field)) {
        return refused(reading);
    }
    into = value.text;
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, LanguageMap& into) {
    if (value.kind == Kind::string) {
        if (!isFilled(reading, value, field)) {
            return refused(reading);
        }
        if (isProse(field.meant)) {
            checkProse(reading, value, field.meant, {});
        }
        into = LanguageMap(std::string(value.text));
        return true;
    }
    if (!isKind(reading, value, field, Kind::object, "a text, or texts by language such as {\"nl\": \"…\"}")) {
        return refused(reading);
    }
    std::map<std::string, std::string, std::less<>> words;
    for (const JsonValue* each = reading.document.firstChild(value); each; each = reading.document.nextSibling(*each)) {
        const FileReport::Step step(reading.report, each->key);
        if (isLanguageKey(reading, *each)) { // else no visitor chooses it, but whoever has no other words reads them
            checkListed(reading, *each, "sees these words");
        }
        // An empty translation is a gap like one that is left out: translators start from empty ones.
        if (!isKind(reading, *each, {.key = each->key}, Kind::string, "a text in quotation marks") ||
            isBlank(each->text)) {
            continue;
        }
        if (isProse(field.meant)) {
            checkProse(reading, *each, field.meant, each->key);
        }
        words.emplace(each->key, each->text);
    }
    if (words.empty()) {
        reading.report.error("empty", value.offset,
                             inQuotes(field.key) + " is empty. Write something, or take the key out.");
        return refused(reading);
    }
    into = LanguageMap(std::move(words));
    checkGaps(reading, value, into.all(), "words");
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, LanguageFiles& into) {
    constexpr std::size_t longestPath = 200; // bytes, in a sentence
    const auto& languages = reading.names.languages;
    const bool one = value.kind == Kind::string && value.text.size() <= longestPath && !languages.empty();
    const std::string advice =
        one ? "Write {\"" + std::string(languages.front()) + "\": \"" + std::string(value.text) + "\"}." : "";
    if (!isKind(reading, value, field, Kind::object, "files by language such as {\"nl\": \"media/…\"}", advice)) {
        return refused(reading);
    }
    std::vector<FileReport::Entry> lost;
    for (const JsonValue* each = reading.document.firstChild(value); each; each = reading.document.nextSibling(*each)) {
        const FileReport::Step step(reading.report, each->key);
        const bool tagged = isLanguageKey(reading, *each);
        // A sign language is none of the languages that visitors choose: only what is read is held against those.
        if (tagged && field.meant == Meant::timedText) {
            checkListed(reading, *each, "reads this file");
        }
        std::string path;
        if (readValue(reading, *each, {.key = each->key, .meant = field.meant}, path) && tagged) {
            into.emplace(each->key, std::move(path));
        } else {
            lost.push_back(reading.report.newest());
        }
    }
    if (value.children == 0) {
        reading.report.error("empty", value.offset,
                             inQuotes(field.key) + " is empty. Write something, or take the key out.");
    }
    if (into.empty()) {
        return refused(reading);
    }
    loseEntries(reading, field, lost, value.children);
    if (field.meant == Meant::timedText && lost.empty()) {
        checkGaps(reading, value, into, "file");
    }
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, bool& into) {
    if (!isKind(reading, value, field, Kind::boolean, "true or false, without quotation marks")) {
        return refused(reading);
    }
    into = value.truth;
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, double& into) {
    if (!isKind(reading, value, field, Kind::number, "a number, without quotation marks")) {
        return refused(reading);
    }
    if (field.bounds.isTooLittle(value.number)) {
        reading.report.error("range", value.offset,
                             inQuotes(field.key) + " has to be " + (field.bounds.above ? "more than " : "at least ") +
                                 bound(field.bounds.least) + ".");
        return refused(reading);
    }
    if (field.bounds.isTooMuch(value.number)) {
        reading.report.error("range", value.offset,
                             inQuotes(field.key) + " has to be at most " + bound(field.bounds.most) + ".");
        return refused(reading);
    }
    into = value.number;
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, Amount& into) {
    double number = into.value;
    if (!readValue(reading, value, field, number)) {
        return false;
    }
    std::optional<std::string> figures = plainFigures(value.text);
    if (!figures) {
        reading.report.error("figures", value.offset,
                             inQuotes(field.key) + " has more than " + std::to_string(mostFigures) +
                                 " figures, which nobody reads at a glance. Write it rounder, or in a larger unit.");
        return refused(reading);
    }
    if (const std::string thousands = meantThousands(value.text); !thousands.empty()) {
        reading.report.warning("thousands", value.offset,
                               inQuotes(value.text) + " is read as " + bound(value.number) +
                                   ", with a decimal point. Write " + thousands + " if thousands are meant. If " +
                                   bound(value.number) + " is meant, write " + withoutThousands(value.text) + ".");
    }
    into = {number, std::move(*figures)};
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, int& into) {
    double number = into;
    if (!readValue(reading, value, field, number)) {
        return false;
    }
    if (number != std::floor(number) || std::abs(number) > 1e9) {
        reading.report.error("range", value.offset, inQuotes(field.key) + " has to be a whole number.");
        return refused(reading);
    }
    into = static_cast<int>(number);
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, Focus& into) {
    std::array<double, 2> two{};
    if (!readTwo(reading, value, field, focusNumbers, two)) {
        return refused(reading);
    }
    into = {two[0], two[1]};
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, std::pair<double, double>& into) {
    std::array<double, 2> two{};
    if (!readTwo(reading, value, field, coordinates, two)) {
        return refused(reading);
    }
    into = {two[0], two[1]};
    return true;
}

bool readValue(Reading& reading, const JsonValue& value, const Field& field, std::vector<std::string>& into) {
    const std::string meant = meantAs(Kind::array, value, field.meant);
    if (!isKind(reading, value, field, Kind::array, "a list [ ]", meant.empty() ? "" : "Write " + meant + ".") ||
        !isLongEnough(reading, value, field)) {
        return refused(reading);
    }
    std::size_t index = 0;
    std::unordered_set<std::string_view> seen;
    std::vector<FileReport::Entry> lost;
    for (const JsonValue* each = reading.document.firstChild(value); each; each = reading.document.nextSibling(*each)) {
        const FileReport::Step step(reading.report, index++);
        const bool filled = isFilled(reading, *each, field);
        if (filled && !seen.insert(each->text).second) {
            reading.report.error("repeated", each->offset, inQuotes(each->text) + " stands here twice. Take one out.");
        } else if (filled && checkText(reading, *each, field)) {
            into.emplace_back(each->text);
        } else {
            lost.push_back(reading.report.newest());
        }
    }
    if (into.empty() && !lost.empty()) {
        return refused(reading);
    }
    loseEntries(reading, field, lost, into.size() + lost.size());
    return true;
}

} // namespace schacht::content
