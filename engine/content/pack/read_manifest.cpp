#include "engine/content/pack/read_manifest.hpp"

#include "engine/content/format/losses.hpp"
#include "engine/content/format/object_reader.hpp"
#include "engine/content/language/language_advice.hpp"
#include "engine/content/language/line_counter.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/pack/describe.hpp"
#include "engine/content/pack/settle.hpp"

#include <algorithm>
#include <unordered_set>

namespace schacht::content {
namespace {

constexpr const char* manifestFile = "pack.json";
constexpr std::size_t mostLanguages = 100; ///< that are looked at: each is looked for in the title, and gaps in it

base::Location placeIn(const JsonDocument& document, const JsonValue& value, std::string pointer) {
    const LineCounter::Position position = LineCounter(document.text()).at(value.offset);
    return {manifestFile, position.line, position.column, std::move(pointer)};
}

void checkThemeIds(Reading& reading) {
    const JsonValue* const themes = reading.document.find(reading.document.root(), "themes");
    if (themes == nullptr || themes->kind != JsonValue::Kind::array) {
        return;
    }
    const FileReport::Step list(reading.report, "themes");
    std::unordered_set<std::string_view> seen;
    std::size_t index = 0;
    for (const JsonValue* each = reading.document.firstChild(*themes); each;
         each = reading.document.nextSibling(*each)) {
        const FileReport::Step entry(reading.report, index++);
        const JsonValue* const id =
            each->kind == JsonValue::Kind::object ? reading.document.find(*each, "id") : nullptr;
        if (id == nullptr || id->kind != JsonValue::Kind::string) {
            continue;
        }
        const FileReport::Step key(reading.report, "id");
        if (!seen.insert(id->text).second) {
            reading.report.error("duplicate-id", id->offset,
                                 "Another theme is called " + inQuotes(id->text) +
                                     " already. Give this one another id. " + notSeen(nounOf<Theme>));
        }
    }
}

/// Why a tag that is well written is no language of this pack, as a sentence; "" where it may be one.
std::string whyDoubtful(const JsonDocument& document, std::string_view tag) {
    if (!isKnownLanguage(tag)) {
        return inQuotes(tag) + " is the tag of no language.";
    }
    const JsonValue* const title = document.find(document.root(), "title");
    const bool byLanguage = title != nullptr && title->kind == JsonValue::Kind::object;
    const JsonValue* const words = byLanguage ? document.find(*title, tag) : nullptr;
    const std::string_view language = words == nullptr ? "" : countryTakenFor(tag, words->text);
    return language.empty() ? ""
                            : inQuotes(tag) + " is " + std::string(language) + ", and the title is not written in it.";
}

void checkLanguages(Reading& reading) {
    const JsonValue* const list = reading.document.find(reading.document.root(), "languages");
    if (list == nullptr || list->kind != JsonValue::Kind::array) {
        return;
    }
    const FileReport::Step step(reading.report, "languages");
    std::size_t index = 0;
    for (const JsonValue* each = reading.document.firstChild(*list);
         each && index < mostLanguages && !reading.report.full(); each = reading.document.nextSibling(*each)) {
        const FileReport::Step entry(reading.report, index++);
        const std::string why = isLanguageTag(each->text) ? whyDoubtful(reading.document, each->text) : "";
        if (!why.empty()) {
            const std::string meant = meantLanguage(each->text);
            reading.report.warning("unknown-language", each->offset,
                                   why + (meant.empty() ? " Look up the tag of the language that is meant."
                                                        : " Did you mean " + inQuotes(meant) + "?"));
        }
    }
}

/// A pack needs a language to be shown in: where it names none, those of its title.
void settleLanguages(Pack& pack) {
    if (!pack.languages.empty()) {
        return;
    }
    for (const auto& [tag, words] : pack.title.all()) {
        if (!tag.empty()) {
            pack.languages.push_back(tag);
        }
    }
    if (pack.languages.empty()) {
        pack.languages.emplace_back("en");
    }
}

void dropRepeatedThemes(std::vector<Theme>& themes) {
    std::unordered_set<std::string> seen;
    std::erase_if(themes, [&](const Theme& theme) { return !seen.insert(theme.id).second; });
}

} // namespace

base::Result<Manifest> Manifest::parse(std::string text) {
    auto document = JsonDocument::parse(std::move(text), manifestFile);
    if (!document) {
        return tl::unexpected(std::move(document.error()));
    }
    const JsonValue& root = document->root();
    if (root.kind != JsonValue::Kind::object) {
        return base::refuse(
            "type",
            "This file has to hold one object: it begins with { and ends with }, with nothing before or behind.",
            placeIn(*document, root, {}));
    }
    const JsonValue* const format = document->find(root, "format");
    if (format != nullptr && format->kind == JsonValue::Kind::number && format->number > newestFormat) {
        return base::refuse("newer-format",
                            "This pack is of format " + std::string(format->text) +
                                ", which this version of Schacht cannot read: it reads format 1. Install a newer "
                                "Schacht.",
                            placeIn(*document, *format, "/format"));
    }
    return Manifest(std::move(*document));
}

void Manifest::fillLanguages(Names& names) const {
    const JsonValue* const list = document.find(document.root(), "languages");
    if (list == nullptr || list->kind != JsonValue::Kind::array) {
        return;
    }
    std::vector<std::string_view>& tags = names.languages;
    std::size_t looked = 0;
    for (const JsonValue* each = document.firstChild(*list); each; each = document.nextSibling(*each)) {
        if (++looked > mostLanguages) {
            names.languagesWhole = false;
            break;
        }
        if (!isLanguageTag(each->text) || !whyDoubtful(document, each->text).empty()) {
            names.languagesWhole = false;
        } else if (std::find(tags.begin(), tags.end(), each->text) == tags.end()) {
            tags.push_back(each->text);
        }
    }
}

void Manifest::fill(Names& names) const {
    fillLanguages(names);
    const JsonValue* const list = document.find(document.root(), "themes");
    if (list == nullptr || list->kind != JsonValue::Kind::array) {
        return;
    }
    for (const JsonValue* each = document.firstChild(*list); each; each = document.nextSibling(*each)) {
        const JsonValue* const id = each->kind == JsonValue::Kind::object ? document.find(*each, "id") : nullptr;
        if (id != nullptr && id->kind == JsonValue::Kind::string) {
            names.themes.add(id->text);
        }
    }
    names.themes.settle();
}

base::Location Manifest::placeOf(std::string_view key) const {
    const JsonValue* const value = document.find(document.root(), key);
    return value == nullptr ? placeIn(document, document.root(), {})
                            : placeIn(document, *value, "/" + std::string(key));
}

base::Location Manifest::placeOfTheme(std::string_view id) const {
    const JsonValue* const list = document.find(document.root(), "themes");
    const JsonValue* each = list == nullptr ? nullptr : document.firstChild(*list);
    for (std::size_t i = 0; each != nullptr; each = document.nextSibling(*each), ++i) {
        const JsonValue* const own = each->kind == JsonValue::Kind::object ? document.find(*each, "id") : nullptr;
        if (own != nullptr && own->text == id) {
            return placeIn(document, *each, "/themes/" + std::to_string(i));
        }
    }
    return {manifestFile, 0, 0, {}};
}

void Manifest::read(const Names& names, Pack& into, std::vector<base::Problem>& problems) const {
    FileReport report(manifestFile);
    Reading reading{document, report, names};
    reportDuplicates(reading);
    (void)readObject(reading, document.root(), {.key = manifestFile}, into); // nothing in it is vital
    checkThemeIds(reading);
    checkLanguages(reading);
    settleLanguages(into);
    dropRepeatedThemes(into.themes);
    std::vector<base::Problem> found = report.finish(document.text());
    into.whole = std::ranges::none_of(found, base::isError);
    problems.insert(problems.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

} // namespace schacht::content
