#include "engine/content/format/text_check.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/edtf/edtf.hpp"
#include "engine/content/format/file_check.hpp"
#include "engine/content/format/value_advice.hpp"
#include "engine/content/language/language_advice.hpp"
#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/prose/prose.hpp"

#include <algorithm>

namespace schacht::content {
namespace {

struct Reference {
    const IdSet& ids;
    std::string_view code;
    std::string_view sentence; ///< behind the id
};

bool checkReference(Reading& reading, std::size_t offset, std::string_view id, const Reference& reference) {
    if (!reference.ids.known || reference.ids.has(id)) {
        return true;
    }
    const std::string advice = reading.report.full() ? "" : adviseId(id, reference.ids.ids);
    reading.report.error(reference.code, offset, inQuotes(id) + std::string(reference.sentence) + advice);
    return false;
}

bool checkItem(Reading& reading, std::size_t offset, std::string_view id) {
    return checkReference(
        reading, offset, id,
        {reading.names.items, "unknown-item", " is not an item of this pack: no file has that name."});
}

bool checkRecording(Reading& reading, std::size_t offset, std::string_view id) {
    if (reading.names.items.has(id) && !reading.names.recordings.has(id)) {
        reading.report.error("no-recording", offset,
                             inQuotes(id) + " cannot be listened to: it is no oral history or film. Name one of those, "
                                            "or use another layout.");
        return false;
    }
    return checkItem(reading, offset, id);
}

bool checkDate(Reading& reading, std::size_t offset, std::string_view text) {
    const auto date = parseEdtf(text);
    if (!date) {
        reading.report.error(date.error().code, offset, date.error().message);
    }
    return date.has_value();
}

/// What a text of one shape is not, and what to write instead.
struct Shape {
    std::string_view code;
    std::string_view isNot;  ///< behind the text in quotation marks
    std::string_view advice; ///< where it cannot be told what was meant
};

/// What to write instead, as a sentence: whole, because it is there to be copied.
template <std::string (*meant)(std::string_view)>
std::string writeMeant(std::string_view text) {
    const std::string instead = meant(text);
    return instead.empty() ? std::string() : "Write “" + instead + "”.";
}

/// advise: what to write instead of the text, as a sentence; "" where it cannot be told what was meant.
bool checkShape(Reading& reading, const JsonValue& value, bool good, std::string (*advise)(std::string_view),
                const Shape& shape) {
    if (!good) {
        const bool hides = std::ranges::any_of(
            value.text, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7F'; });
        const std::string advice = hides || reading.report.full() ? "" : advise(value.text);
        reading.report.error(shape.code, value.offset,
                             inQuotes(value.text) + std::string(shape.isNot) + " " +
                                 (advice.empty() ? std::string(shape.advice) : advice));
    }
    return good;
}

bool checkWeb(Reading& reading, const JsonValue& value) {
    const bool isMail = !reading.report.full() && isMailAddress(value.text);
    return checkShape(
        reading, value, isWebAddress(value.text), writeMeant<meantAddress>,
        {"web-address",
         isMail ? " is a mail address; an address on the web is needed here." : " is not an address on the web.",
         "Write it whole, such as https://example.org/."});
}

bool checkChoice(Reading& reading, const JsonValue& value, const Field& field) {
    const std::vector<std::string_view> words(field.choices.begin(), field.choices.end());
    const bool good = words.empty() || std::find(words.begin(), words.end(), value.text) != words.end();
    if (!good) {
        reading.report.error("unknown-choice", value.offset,
                             inQuotes(value.text) + " is not known for " + inQuotes(field.key) + ". Write one of " +
                                 listed(words, " or ") + "." + didYouMean(value.text, words));
    }
    return good;
}

/// The byte of `prose` at this line and column, both from 1.
std::size_t byteAt(std::string_view prose, int line, int column) {
    std::size_t at = 0;
    for (int i = 1; i < line; ++i) {
        at = std::min(prose.find('\n', at), prose.size() - 1) + 1;
    }
    for (int i = 1; i < column && at < prose.size(); ++i) {
        do {
            ++at;
        } while (at < prose.size() && (static_cast<unsigned char>(prose[at]) & 0xC0U) == 0x80U);
    }
    return std::min(at, prose.size());
}

int countWords(std::string_view text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool space = byte <= ' ';
        const bool letter = base::isDigit(c) || base::isUpper(c) || base::isLower(c) || byte >= 0x80U;
        if (space) {
            inside = false;
        } else if (letter && !inside) {
            inside = true;
            ++words;
        }
    }
    return words;
}

void checkLength(Reading& reading, std::size_t offset, const Prose& prose, std::string_view language) {
    constexpr int fewest = 30;
    constexpr int most = 70;
    const int words = countWords(plainText(prose));
    if (words >= fewest && words <= most) {
        return;
    }
    reading.report.warning("words", offset,
                           "This page has " + std::to_string(words) + (words == 1 ? " word in " : " words in ") +
                               inQuotes(language) + "; 30 to 70 read well on the glass. " +
                               (words > most ? "Spread them over more pages." : "Write more, or join two pages."));
}

void checkLinks(Reading& reading, const JsonValue& value, const Prose& prose) {
    std::size_t from = 0; // npos once a link is written so that it is not found: by entities, by reference
    std::string_view before;
    for (const Block& block : prose.blocks) {
        for (const Span& span : block.spans) {
            if (span.item.empty() || span.item == before) { // a link in several spans is one link
                continue;
            }
            before = span.item;
            from = value.text.find("item:" + span.item, from);
            const std::size_t decoded = from == std::string_view::npos ? 0 : from;
            if (!reading.names.items.has(span.item)) {
                (void)checkItem(reading, reading.document.offsetInside(value, decoded), span.item);
            }
        }
    }
}

} // namespace

std::string adviseId(std::string_view id, const std::vector<std::string_view>& ids) {
    constexpr std::size_t fewIds = 6;
    if (std::string meant = didYouMean(id, ids); !meant.empty()) {
        return meant;
    }
    std::vector<std::string_view> each = ids;
    each.erase(std::unique(each.begin(), each.end()), each.end());
    if (each.empty() || each.size() > fewIds) {
        return " Take it out, or look how it is called.";
    }
    return " Take it out, or write " + std::string(each.size() > 1 ? "one of " : "") + listed(each, " or ") + ".";
}

bool IdSet::has(std::string_view id) const {
    return std::binary_search(ids.begin(), ids.end(), id);
}

void IdSet::settle() {
    std::sort(ids.begin(), ids.end());
    known = true;
}

void checkNewId(Reading& reading, std::size_t offset, std::string_view id) {
    if (!isId(id)) {
        const std::string meant = asId(id);
        reading.report.error("id", offset,
                             inQuotes(id) + " is not an id. Write only a to z, 0 to 9 and -, such as " +
                                 (meant.empty() ? "coal-at-as" : meant) + ".");
    }
}

bool checkText(Reading& reading, const JsonValue& value, const Field& field) {
    const std::string_view text = value.text;
    const std::size_t at = value.offset;
    const Names& names = reading.names;
    switch (field.meant) {
    case Meant::amount: // no text
        return true;
    case Meant::words:
        return checkChoice(reading, value, field);
    case Meant::prose:
    case Meant::pageText:
        return true;
    case Meant::picture:
        return checkPicture(reading, at, text);
    case Meant::medium:
    case Meant::timedText:
        return checkFile(reading, at, text);
    case Meant::newId:
        checkNewId(reading, at, text);
        return true;
    case Meant::item:
        return checkItem(reading, at, text);
    case Meant::recording:
        return checkRecording(reading, at, text);
    case Meant::theme:
        return checkReference(reading, at, text, {names.themes, "unknown-theme", " is not a theme of pack.json."});
    case Meant::place:
        return checkReference(reading, at, text, {names.places, "unknown-place", " is not a place of places.json."});
    case Meant::person:
        return checkReference(reading, at, text, {names.people, "unknown-person", " is not a person of people.json."});
    case Meant::date:
        return checkDate(reading, at, text);
    case Meant::colour:
        return checkShape(
            reading, value, isColour(text), writeMeant<meantColour>,
            {"colour", " is not a colour.", "Write # and six digits or letters a to f, such as #7CC9CF."});
    case Meant::rights:
        return checkShape(reading, value, isRightsAddress(text), adviseRights,
                          {"rights", " is not an address of rights.",
                           "Write one of rightsstatements.org or creativecommons.org, such as "
                           "https://creativecommons.org/licenses/by/4.0/."});
    case Meant::web:
        return checkWeb(reading, value);
    case Meant::language:
        return checkShape(reading, value, isLanguageTag(text), writeMeant<meantLanguage>,
                          {"language-tag", " is not the tag of a language.", "Write it such as nl, en or zh-Hant."});
    }
    return true;
}

void checkProse(Reading& reading, const JsonValue& value, Meant meant, std::string_view language) {
    const Prose prose = parseProse(value.text);
    for (const base::Problem& problem : prose.problems) {
        const std::size_t decoded = byteAt(value.text, problem.location.line, problem.location.column);
        const std::size_t offset = reading.document.offsetInside(value, decoded);
        if (problem.severity == base::Severity::error) {
            reading.report.error(problem.code, offset, problem.message);
        } else {
            reading.report.warning(problem.code, offset, problem.message);
        }
    }
    checkLinks(reading, value, prose);
    const std::vector<std::string_view>& languages = reading.names.languages;
    if (meant == Meant::pageText && !languages.empty() && (language.empty() || language == languages.front())) {
        checkLength(reading, value.offset, prose, languages.front());
    }
}

} // namespace schacht::content
