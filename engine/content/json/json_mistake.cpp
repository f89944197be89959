#include "engine/content/json/json_mistake.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/language/line_counter.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace schacht::content {
namespace {

using Last = JsonProgress::Last;

struct Misspelt {
    std::string_view written;
    std::string_view advice;
};
constexpr std::array misspelt = {
    Misspelt{"True", "Write true, in small letters."},
    Misspelt{"TRUE", "Write true, in small letters."},
    Misspelt{"yes", "Write true, without quotation marks."},
    Misspelt{"False", "Write false, in small letters."},
    Misspelt{"FALSE", "Write false, in small letters."},
    Misspelt{"no", "Write false, without quotation marks."},
    Misspelt{"None", "Take this line out where there is no value."},
    Misspelt{"NULL", "Take this line out where there is no value."},
    Misspelt{"undefined", "Take this line out where there is no value."},
    Misspelt{"NaN", "JSON has no such number. Write a number, or take this line out."},
    Misspelt{"Infinity", "JSON has no such number. Write a number, or take this line out."},
};

/// Spaces that look like the one on the keyboard and come from web pages and word processors.
constexpr std::array<std::string_view, 8> oddSpaces = {"\u00A0", "\u2003", "\u2009", "\u200A",
                                                       "\u200B", "\u202F", "\u3000", "\uFEFF"};
constexpr std::array<std::string_view, 8> curlyMarks = {"“", "”", "„", "«", "»", "‘", "’", "‚"};

using base::isDigit;

bool isLetter(char c) {
    return base::isLower(c) || base::isUpper(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool isNumberLike(char c) {
    return isDigit(c) || isLetter(c) || c == '+' || c == '-' || c == '.';
}

/// Reads on from where the parser gave up, with what it expected there in mind.
class MistakeFinder {
public:
    MistakeFinder(std::string_view from, const JsonProgress& so) : text(from), progress(so) {}

    JsonMistake find() const {
        const std::size_t at = skipSpace(progress.end);
        switch (progress.last) {
        case Last::nothing:
            return atValue(at);
        case Last::opened:
            return inObject() ? atKey(at) : atValue(at);
        case Last::key:
            return behindKey(at);
        case Last::value:
            break;
        }
        return progress.open.empty() ? behindEverything(at) : behindValue(at);
    }

private:
    [[nodiscard]] bool inObject() const { return !progress.open.empty() && progress.open.back().opened == '{'; }
    [[nodiscard]] char byteAt(std::size_t at) const { return at < text.size() ? text[at] : '\0'; }
    [[nodiscard]] bool ended(std::size_t at) const { return at >= text.size(); }
    [[nodiscard]] bool startsWith(std::size_t at, std::string_view with) const {
        return text.substr(std::min(at, text.size()), with.size()) == with;
    }
    [[nodiscard]] std::size_t skipSpace(std::size_t at) const {
        return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    }

    [[nodiscard]] JsonMistake behindKey(std::size_t at) const {
        if (byteAt(at) == ':') {
            return atValue(skipSpace(at + 1));
        }
        if (ended(at)) {
            return unclosed();
        }
        return {progress.end, "A colon is missing here, between the key and its value. Write :"};
    }

    [[nodiscard]] JsonMistake behindEverything(std::size_t at) const {
        if (auto mistake = commentAt(at)) {
            return *mistake;
        }
        return {at, "Something stands here after the last bracket of the file. Take it out, or move the bracket to the "
                    "end."};
    }

    [[nodiscard]] JsonMistake behindValue(std::size_t at) const {
        if (isNumberInPieces(at)) {
            return wrongNumber(progress.end);
        }
        if (byteAt(at) == ',') {
            const std::size_t behind = skipSpace(at + 1);
            if (byteAt(behind) == '}' || byteAt(behind) == ']') {
                return {at, "This comma is one too many: nothing follows it before the closing bracket. Take it out."};
            }
            return inObject() ? atKey(behind) : atValue(behind);
        }
        if (ended(at)) {
            return unclosed();
        }
        if (auto mistake = commentAt(at)) {
            return *mistake;
        }
        if (byteAt(at) == '}' || byteAt(at) == ']') {
            return wrongBracket(at);
        }
        if (byteAt(at) == ':') {
            return {at, "A colon stands here where a comma belongs. Pairs of a key and a value stand in { }."};
        }
        if (at == progress.end && progress.lastWasString) {
            return {at - 1,
                    "The text ends at this quotation mark, but more follows it. Write \\\" for a quotation mark "
                    "inside a text, or use “ and ”."};
        }
        if (at == progress.end && progress.lastWasNumber && isNumberLike(byteAt(at))) {
            return wrongNumber(at);
        }
        return {progress.end, "A comma is missing here. Write , after this value, before the next one begins."};
    }

    /// "4,500", "4 500" or "4500 jobs" as the value of a key.
    [[nodiscard]] bool isNumberInPieces(std::size_t at) const {
        if (!progress.lastWasNumber || !inObject()) {
            return false;
        }
        const bool comma = byteAt(progress.end) == ',' && isDigit(byteAt(progress.end + 1));
        const bool sameLine = text.substr(progress.end, at - progress.end).find('\n') == std::string_view::npos;
        return comma || (at > progress.end && sameLine && (isDigit(byteAt(at)) || isLetter(byteAt(at))));
    }

    [[nodiscard]] JsonMistake atKey(std::size_t at) const {
        if (ended(at)) {
            return unclosed();
        }
        if (auto mistake = anywhere(at)) {
            return *mistake;
        }
        switch (byteAt(at)) {
        case '"':
            return inString(at);
        case ']':
            return wrongBracket(at);
        case ':':
            return {at, "A key in quotation marks is missing before this colon."};
        default:
            break;
        }
        if (isLetter(byteAt(at))) {
            const std::string word(wordAt(at));
            return {at, "The key " + inQuotes(word) + " needs straight quotation marks: \"" + word + "\"."};
        }
        return {at, "A key in quotation marks belongs here, such as \"title\"."};
    }

    [[nodiscard]] JsonMistake atValue(std::size_t at) const {
        if (ended(at)) {
            return unclosed();
        }
        if (auto mistake = anywhere(at)) {
            return *mistake;
        }
        const char byte = byteAt(at);
        if (byte == '"') {
            return inString(at);
        }
        if (byte == '}' || byte == ']') {
            if (progress.last == Last::key) {
                return {progress.end,
                        "The value of this key is missing. Write it after the colon, or take the key out."};
            }
            return wrongBracket(at);
        }
        if (isDigit(byte) || byte == '-' || byte == '+' || byte == '.') {
            return startsWith(at, "-Infinity") ? wrongWord(at + 1) : wrongNumber(at);
        }
        return isLetter(byte)
                   ? wrongWord(at)
                   : JsonMistake{at, "A value belongs here: a text in quotation marks, a number, true, false, [ or {."};
    }

    /// What is wrong in front of a key and of a value alike.
    [[nodiscard]] std::optional<JsonMistake> anywhere(std::size_t at) const {
        if (auto mistake = commentAt(at)) {
            return mistake;
        }
        if (byteAt(at) == ',') {
            return JsonMistake{at, "This comma is one too many: nothing stands before it. Take it out."};
        }
        if (byteAt(at) == '\'') {
            return JsonMistake{at, "JSON knows no single quotation marks here. Write \" instead of '."};
        }
        for (const std::string_view mark : curlyMarks) {
            if (startsWith(at, mark)) {
                return JsonMistake{at, "A curly quotation mark " + std::string(mark) +
                                           " stands here. Write the straight \" around keys and texts; word "
                                           "processors change it, a plain text editor does not."};
            }
        }
        for (const std::string_view space : oddSpaces) {
            if (startsWith(at, space)) {
                return JsonMistake{at, "A space stands here that is not the one of the keyboard, as copied from a web "
                                       "page or a word processor. Delete it and type a space."};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<JsonMistake> commentAt(std::size_t at) const {
        if (startsWith(at, "//") || startsWith(at, "/*") || startsWith(at, "#") || startsWith(at, "<!--")) {
            return JsonMistake{at, "JSON knows no comments. Take this one out; README.md is a place for notes."};
        }
        return std::nullopt;
    }

    [[nodiscard]] JsonMistake unclosed() const {
        if (progress.open.empty()) {
            return {progress.end, "The file ends too early. Write what belongs in it."};
        }
        const JsonProgress::Bracket& bracket = progress.open.back();
        const int line = LineCounter(text).at(bracket.offset).line;
        const std::string close = bracket.opened == '{' ? "}" : "]";
        return {progress.end, "The file ends, but the " + std::string(1, bracket.opened) + " opened on line " +
                                  std::to_string(line) + " is not closed. Write " + close + " where it ends."};
    }

    [[nodiscard]] JsonMistake wrongBracket(std::size_t at) const {
        if (progress.open.empty()) {
            return {at, "This bracket closes nothing. Take it out."};
        }
        const JsonProgress::Bracket& bracket = progress.open.back();
        const int line = LineCounter(text).at(bracket.offset).line;
        const std::string close = bracket.opened == '{' ? "}" : "]";
        return {at, "A " + std::string(1, byteAt(at)) + " stands here, but the " + std::string(1, bracket.opened) +
                        " opened on line " + std::to_string(line) + " is closed by " + close + ". Write " + close +
                        "."};
    }

    [[nodiscard]] std::string_view wordAt(std::size_t at) const {
        std::size_t end = at;
        while (!ended(end) && (isLetter(text[end]) || isDigit(text[end]) || text[end] == '-')) {
            ++end;
        }
        return text.substr(at, end - at);
    }

    [[nodiscard]] JsonMistake wrongWord(std::size_t at) const {
        const std::string_view word = wordAt(at);
        for (const Misspelt& known : misspelt) {
            if (word == known.written) {
                return {at, inQuotes(word) + " is not a value that JSON knows. " + std::string(known.advice)};
            }
        }
        const std::string_view meant = nearest(word, {"true", "false", "null"});
        if (!meant.empty()) {
            return {at, inQuotes(word) + " is not a value that JSON knows. Did you mean " + std::string(meant) + "?"};
        }
        return {at, "A text needs quotation marks around it. Write \" before " + inQuotes(word) + " and at its end."};
    }

    [[nodiscard]] JsonMistake wrongNumber(std::size_t at) const {
        std::size_t start = at;
        while (start > 0 && isNumberLike(text[start - 1])) {
            --start;
        }
        const bool inPieces = isNumberInPieces(skipSpace(at));
        std::size_t end = at;
        while (!ended(end) && (isNumberLike(text[end]) ||
                               (inPieces && (text[end] == ' ' || (text[end] == ',' && isDigit(byteAt(end + 1))))))) {
            ++end;
        }
        const std::string_view written = text.substr(start, end - start);
        return {start, inQuotes(written.substr(0, written.find_last_not_of(' ') + 1)) +
                           " is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between "
                           "its thousands and no unit behind it; a date, or a number with leading zeros, is a text in "
                           "quotation marks."};
    }

    /// A string that begins at `start` and is broken somewhere.
    [[nodiscard]] JsonMistake inString(std::size_t start) const {
        for (std::size_t at = start + 1; !ended(at); ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte == '"') {
                break;
            }
            if (byte == '\n' || byte == '\r') {
                if (const std::string_view mark = curlyMarkIn(text.substr(start, at - start)); !mark.empty()) {
                    return {start, "The text that begins here has no straight \" at its end, but a curly " +
                                       std::string(mark) +
                                       ". Write the straight one; word processors change it, a plain text editor does "
                                       "not."};
                }
                return {start, "The text that begins here does not end on its line. Write \" at its end; a new line "
                               "inside a text is written \\n."};
            }
            if (byte < 0x20U) {
                return {at, "A tab or control character stands inside a text. Write \\t for a tab, or a space."};
            }
            if (byte == '\\') {
                if (auto mistake = wrongEscape(at)) {
                    return *mistake;
                }
                ++at;
            }
        }
        return {start, "The text that begins here does not end. Write \" at its end."};
    }

    /// The curly mark with which a line ends, but for what stands behind a value.
    [[nodiscard]] static std::string_view curlyMarkIn(std::string_view line) {
        line = line.substr(0, line.find_last_not_of(" \t,]}") + 1);
        for (const std::string_view opening : {"“", "„", "«", "‘", "‚"}) {
            if (line.find(opening) != std::string_view::npos) { // a quotation within the text
                return {};
            }
        }
        const auto mark =
            std::ranges::find_if(curlyMarks, [line](std::string_view each) { return line.ends_with(each); });
        return mark == curlyMarks.end() ? std::string_view() : *mark;
    }

    [[nodiscard]] std::optional<JsonMistake> wrongEscape(std::size_t at) const {
        const char kind = byteAt(at + 1);
        if (std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) {
            return std::nullopt;
        }
        if (kind != 'u') {
            return JsonMistake{at, "A backslash stands here before a character that needs none. Write / in paths, and "
                                   "\\\\ for a backslash."};
        }
        unsigned unit = 0;
        const bool hex = hexAt(at + 2, unit);
        const bool high = unit >= 0xD800U && unit <= 0xDBFFU;
        const bool low = unit >= 0xDC00U && unit <= 0xDFFFU;
        unsigned second = 0;
        const bool paired =
            high && startsWith(at + 6, "\\u") && hexAt(at + 8, second) && second >= 0xDC00U && second <= 0xDFFFU;
        if (hex && ((!high && !low) || paired || leadsPair(at))) {
            return std::nullopt;
        }
        return JsonMistake{at, "This \\u does not name a character. Write the character itself; the file is UTF-8."};
    }

    /// Whether the low surrogate at `at` ends a pair.
    [[nodiscard]] bool leadsPair(std::size_t at) const {
        unsigned before = 0;
        return at >= 6 && startsWith(at - 6, "\\u") && hexAt(at - 4, before) && before >= 0xD800U && before <= 0xDBFFU;
    }

    [[nodiscard]] bool hexAt(std::size_t at, unsigned& value) const {
        value = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char c = byteAt(i);
            const std::size_t digit =
                std::string_view("0123456789abcdef").find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
            if (c == '\0' || digit == std::string_view::npos) {
                return false;
            }
            value = value * 16 + static_cast<unsigned>(digit);
        }
        return true;
    }

    std::string_view text;
    const JsonProgress& progress;
};

} // namespace

JsonMistake findJsonMistake(std::string_view text, const JsonProgress& progress) {
    return MistakeFinder(text, progress).find();
}

} // namespace schacht::content
