#include "engine/content/format/object_reader.hpp"

#include "engine/content/format/rows.hpp"
#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace schacht::content {
namespace {

/// "Write it: what the picture shows …"
std::string asAdvice(std::string_view meaning) {
    std::string text = " Write it: " + std::string(meaning);
    const std::size_t first = text.size() - meaning.size();
    text[first] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[first])));
    return text;
}

/// What people call a key, in plain letters, and what the format calls it.
struct OtherWord {
    std::string_view written;
    std::string_view key;
};
constexpr std::array otherWords = {
    OtherWord{"description", "summary"},
    OtherWord{"beschrijving", "summary"},
    OtherWord{"samenvatting", "summary"},
    OtherWord{"intro", "summary"},
    OtherWord{"name", "title"},
    OtherWord{"naam", "title"},
    OtherWord{"title", "name"},
    OtherWord{"heading", "title"},
    OtherWord{"title", "heading"},
    OtherWord{"text", "body"},
    OtherWord{"tekst", "body"},
    OtherWord{"image", "picture"},
    OtherWord{"image", "cover"},
    OtherWord{"foto", "picture"},
    OtherWord{"foto", "cover"},
    OtherWord{"photo", "picture"},
    OtherWord{"photo", "cover"},
    OtherWord{"picture", "cover"},
    OtherWord{"src", "file"},
    OtherWord{"url", "address"},
    OtherWord{"datum", "date"},
    OtherWord{"subtitles", "captions"},
    OtherWord{"language", "spoken"},
    OtherWord{"copyright", "rights"},
    OtherWord{"license", "rights"},
    OtherWord{"licence", "rights"},
    OtherWord{"author", "credit"},
    OtherWord{"author", "maker"},
    OtherWord{"photographer", "maker"},
};

/// "" where none of the possible keys is meant.
std::string_view otherWordFor(std::string_view key, const std::vector<std::string_view>& possible) {
    const std::string plain = plainLetters(key);
    for (const OtherWord& each : otherWords) {
        if (each.written == plain && std::ranges::find(possible, each.key) != possible.end()) {
            return each.key;
        }
    }
    return {};
}

/// What people call the key of a credit, in plain letters.
bool isMaker(std::string_view key) {
    constexpr std::array<std::string_view, 5> words = {"photographer", "fotograaf", "photographe", "maker", "artist"};
    return std::ranges::find(words, plainLetters(key)) != words.end();
}

/// Whether words for a picture are only what its file is called.
bool isNameOfFile(std::string_view words, std::string_view path) {
    constexpr std::array<std::string_view, 10> endings = {".jpg", ".jpeg", ".png",  ".svg",  ".webp",
                                                          ".tif", ".tiff", ".heic", ".avif", ".gif"};
    const std::string name = plainLetters(path.substr(path.rfind('/') + 1));
    const std::string plain = plainLetters(words);
    const std::string stem = name.substr(0, name.rfind('.'));
    const bool made = stem.find_first_of("_0123456789") != std::string::npos; // by a camera, not a word
    const bool ends = std::ranges::any_of(endings, [&plain](std::string_view each) { return plain.ends_with(each); });
    return plain == name || (made && plain == stem) || (ends && plain.find(' ') == std::string::npos);
}

} // namespace

void RequiredKeys::add(const Field& field) {
    constexpr std::size_t longestPath = 200; // bytes, in a sentence
    if (!field.required) {
        return;
    }
    const bool isPath = field.meant == Meant::picture && written.kind == JsonValue::Kind::string &&
                        !written.text.empty() && written.text.size() <= longestPath &&
                        std::ranges::none_of(written.text, [](char c) {
                            return static_cast<unsigned char>(c) < 0x20U || c == '"' || c == '\\';
                        });
    const bool hasExample = field.meant != Meant::words && !field.example.empty(); // words are the author's own
    add(field.key, isPath ? "\"" + std::string(written.text) + "\"" : std::string(hasExample ? field.example : "…"));
}

void RequiredKeys::add(std::string_view key, std::string_view value) {
    text += (text.empty() ? "\"" : ", \"") + std::string(key) + "\": " + std::string(value);
}

void reportDuplicates(Reading& reading) {
    for (const JsonDocument::Duplicate& twice : reading.document.duplicates()) {
        reading.report.errorAt("duplicate-key", twice.offset,
                               inQuotes(twice.key) + " stands twice in the same object. Take one of them out.",
                               twice.pointer);
    }
}

bool isObjectFile(Reading& reading) {
    const JsonValue& root = reading.document.root();
    if (root.kind != JsonValue::Kind::object) {
        reading.report.error(
            "type", root.offset,
            "This file has to hold one object: it begins with { and ends with }, with nothing before or behind.");
    }
    return root.kind == JsonValue::Kind::object;
}

const JsonValue* ObjectKeys::refuseForeign(const JsonValue* value, const Field& field) {
    if (layout->has(field.key) || value == nullptr) {
        return value;
    }
    std::vector<std::string_view> owners;
    for (const KeyLayout& row : layouts) {
        if (row.has(field.key)) {
            owners.push_back(row.name);
        }
    }
    const FileReport::Step step(reading.report, field.key);
    reading.report.error("layout-key", value->keyOffset,
                         "A page of the layout " + inQuotes(layout->name) + " has no " + inQuotes(field.key) +
                             ": that belongs to " + listed(owners) + ". Take it out, or choose another layout.");
    return nullptr;
}

const JsonValue* ObjectKeys::take(const Field& field) {
    known.push_back(field.key);
    const JsonValue* value = layoutUnknown ? nullptr : reading.document.find(object, field.key);
    if (layout != nullptr) {
        value = refuseForeign(value, field);
    }
    const bool required = field.required || (layout != nullptr && layout->needs(field.key));
    if (value == nullptr && required && !layoutUnknown) {
        missing.push_back({field.key, {}, field.meaning, field.vital});
    }
    return value;
}

const KeyLayout* ObjectKeys::takeLayout(const Field& field, std::span<const KeyLayout> rows) {
    layouts = rows;
    const JsonValue* const value = take(field);
    const FileReport::Step step(reading.report, field.key);
    if (value != nullptr && isKind(reading, *value, field, JsonValue::Kind::string, "a text in quotation marks")) {
        layout = findByName(rows, value->text);
        if (layout == nullptr) {
            const std::vector<std::string_view> names = namesOf(rows);
            reading.report.error("unknown-choice", value->offset,
                                 inQuotes(value->text) + " is not a layout. Write one of " + listed(names, " or ") +
                                     "." + didYouMean(value->text, names));
        }
    }
    layoutUnknown = layout == nullptr;
    if (layoutUnknown && value != nullptr) {
        fatal = reading.report.newest();
    }
    return layout;
}

void ObjectKeys::checkAlt() {
    const JsonValue* const alt = reading.document.find(object, "alt");
    const JsonValue* const decorative = reading.document.find(object, "decorative");
    const bool isDecorative =
        decorative != nullptr && decorative->kind == JsonValue::Kind::boolean && decorative->truth;
    if (alt == nullptr && !isDecorative) {
        reading.report.error("alt-missing", object.offset,
                             "This picture has no “alt”. Write what it shows, for a visitor who cannot see it, or "
                             "\"decorative\": true where it adds nothing to the words.");
    } else if (alt != nullptr && isDecorative) {
        reading.report.error("alt-twice", decorative->keyOffset,
                             "This picture has an “alt” and is “decorative”. Take one of them out.");
    } else if (alt != nullptr) {
        checkAltWords(*alt);
    }
}

void ObjectKeys::checkAltWords(const JsonValue& alt) {
    const JsonValue* const file = reading.document.find(object, "file");
    if (file == nullptr || file->kind != JsonValue::Kind::string) {
        return;
    }
    const FileReport::Step step(reading.report, "alt");
    const bool byLanguage = alt.kind == JsonValue::Kind::object;
    for (const JsonValue* each = byLanguage ? reading.document.firstChild(alt) : &alt; each;
         each = byLanguage ? reading.document.nextSibling(*each) : nullptr) {
        if (each->kind == JsonValue::Kind::string && isNameOfFile(each->text, file->text)) {
            reading.report.warning("alt-file-name", each->offset,
                                   inQuotes(each->text) + " is the name of a file. Write what the picture shows, for a "
                                                          "visitor who cannot see it.");
        }
    }
}

void ObjectKeys::lose(const Field& field) {
    refusals.push_back({field.key, reading.cause});
    if (layout != nullptr && layout->needs(field.key) && !needed) {
        needed = reading.cause;
    }
    if (!field.vital) {
        loseKey(reading, field);
    } else if (!fatal) {
        fatal = reading.cause;
    }
}

void ObjectKeys::checkChoice(const Choice& choice) {
    const JsonValue* const first = reading.document.find(object, choice.first);
    const JsonValue* const second = reading.document.find(object, choice.second);
    const auto refusal = [&](std::string_view key) { return std::ranges::find(refusals, key, &Refused::key); };
    const auto lost = [&](const JsonValue* value, std::string_view key) {
        return value == nullptr || refusal(key) != refusals.end();
    };
    if (first == nullptr && second == nullptr) {
        missing.push_back({choice.first, choice.second, choice.meaning, true});
    } else if (lost(first, choice.first) && lost(second, choice.second) && !fatal) {
        fatal = refusal(first != nullptr ? choice.first : choice.second)->cause;
    }
    if (first != nullptr && second != nullptr && !choice.both) {
        const FileReport::Step step(reading.report, choice.second);
        reading.report.error("both-choices", second->keyOffset,
                             inQuotes(choice.first) + " and " + inQuotes(choice.second) +
                                 " are both here, and only one can be. Take one of them out.");
    }
}

void ObjectKeys::reportUnknown(std::string_view key, std::size_t offset) {
    const FileReport::Step step(reading.report, key);
    if (reading.report.full()) {
        reading.report.error("unknown-key", offset, {});
        return;
    }
    std::vector<std::string_view> possible = known;
    if (layout != nullptr) {
        std::erase_if(possible, [this](std::string_view each) { return each != "layout" && !layout->has(each); });
    }
    const std::string_view near = nearest(key, possible);
    const std::string_view meant = near.empty() ? otherWordFor(key, possible) : near;
    // One slip of the pen is one problem: the key that was meant is not missing too.
    const auto isMeant = [meant](const Missing& each) {
        return !meant.empty() && (each.key == meant || each.orKey == meant);
    };
    const bool vital = std::ranges::any_of(missing, [&](const Missing& each) { return isMeant(each) && each.vital; });
    std::erase_if(missing, isMeant);
    reading.report.error("unknown-key", offset,
                         "There is no key " + inQuotes(key) + " here." +
                             (meant.empty() && isMaker(key)
                                  ? " Take it out: who made a picture, a sound or a film "
                                    "stands in media/credits.json, as the “maker” of its file."
                              : meant.empty() ? adviseKeys(possible)
                                              : " Did you mean " + inQuotes(meant) + "?"));
    if (vital && !fatal) {
        fatal = reading.report.newest();
    }
}

std::string ObjectKeys::adviseKeys(std::vector<std::string_view> possible) const {
    std::erase_if(possible, [this](std::string_view each) { return reading.document.find(object, each) != nullptr; });
    return " Take it out." + (possible.empty() ? "" : " What may stand here too: " + listed(possible, " or ") + ".");
}

bool ObjectKeys::finish() {
    const bool isWholeFile = &object == &reading.document.root();
    for (const JsonValue* child = reading.document.firstChild(object); child;
         child = reading.document.nextSibling(*child)) {
        const bool forEditors = isWholeFile && child->key == "$schema"; // by which they complete keys
        if (!forEditors && std::find(known.begin(), known.end(), child->key) == known.end()) {
            reportUnknown(child->key, child->keyOffset);
        }
    }
    for (const Missing& each : missing) {
        if (each.orKey.empty()) {
            reading.report.error("missing-key", object.offset,
                                 inQuotes(each.key) + " is missing." + asAdvice(each.meaning));
        } else {
            reading.report.error("missing-choice", object.offset,
                                 inQuotes(each.key) + " or " + inQuotes(each.orKey) + " is missing." +
                                     asAdvice(each.meaning));
        }
        if (each.vital && !fatal) {
            fatal = reading.report.newest();
        }
    }
    reading.cause = fatal.value_or(needed.value_or(reading.report.newest()));
    return !fatal;
}

} // namespace schacht::content
