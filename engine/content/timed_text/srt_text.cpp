#include "engine/content/timed_text/srt_text.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/timed_text/webvtt_references.hpp"
#include "engine/content/timed_text/webvtt_text.hpp"
#include "engine/content/timed_text/webvtt_timings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace schacht::content {
namespace {

std::string lowered(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), base::lower);
    return small;
}

/// WebVTT's classes of colour (WebVTT 5.1).
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> colours = {{{"#ffffff", "white"},
                                                                                   {"#00ff00", "lime"},
                                                                                   {"#00ffff", "cyan"},
                                                                                   {"#ff0000", "red"},
                                                                                   {"#ffff00", "yellow"},
                                                                                   {"#ff00ff", "magenta"},
                                                                                   {"#0000ff", "blue"},
                                                                                   {"#000000", "black"}}};

/// "" where a <font> says no colour. tag: in small letters.
std::string colourOf(std::string_view tag) {
    auto at = tag.find("color");
    if (at == std::string_view::npos) {
        return "";
    }
    at = tag.find_first_not_of(" \t\n=\"'", at + 5);
    if (at == std::string_view::npos) {
        return "";
    }
    const std::string_view value = tag.substr(at, std::min(tag.find_first_of(" \t\n\"'>", at), tag.size()) - at);
    const auto known = std::ranges::find(colours, value, &std::pair<std::string_view, std::string_view>::first);
    return std::string(known == colours.end() ? value : known->second);
}

class SrtWords {
public:
    explicit SrtWords(Cue& of) : cue(of) {}

    void read(std::string_view text);

private:
    /// How many bytes of the text, which starts with "<", "{" or "&", are no words; 0 where they are.
    [[nodiscard]] std::size_t tag(std::string_view text);
    [[nodiscard]] std::size_t overrides(std::string_view text);
    [[nodiscard]] std::size_t reference(std::string_view text);
    void font(bool closes, const std::string& tag);
    void place(int number);
    [[nodiscard]] CueSpan look() const {
        CueSpan span;
        span.bold = bold > 0;
        span.italic = italic > 0;
        span.underline = underline > 0;
        span.classes = fonts.empty() ? CueSpan::none : fonts.back();
        return span;
    }

    Cue& cue;
    int bold = 0; ///< tags that are open
    int italic = 0;
    int underline = 0;
    std::vector<std::int32_t> fonts; ///< what each open <font> means
    bool placed = false;
};

void SrtWords::read(std::string_view text) {
    while (!text.empty()) {
        const char first = text.front();
        std::size_t used = 0;
        if (first == '<') {
            used = tag(text);
        } else if (first == '{') {
            used = overrides(text);
        } else if (first == '&') {
            used = reference(text);
        }
        if (used == 0) {
            used = std::min(text.find_first_of("<{&", 1), text.size());
            appendWords(cue, text.substr(0, used), look());
        }
        text.remove_prefix(used);
    }
}

std::size_t SrtWords::tag(std::string_view text) {
    const auto close = text.find_first_of("<>", 1);
    if (close == std::string_view::npos || text[close] == '<') {
        return 0;
    }
    const std::string whole = lowered(text.substr(1, close - 1));
    const bool closes = whole.starts_with('/');
    const std::size_t from = closes ? 1 : 0;
    const std::string name = whole.substr(from, whole.find_first_of(" \t\n/", from) - from);
    const int step = closes ? -1 : 1;
    if (name == "b") {
        bold = std::max(0, bold + step);
    } else if (name == "i") {
        italic = std::max(0, italic + step);
    } else if (name == "u") {
        underline = std::max(0, underline + step);
    } else if (name == "font") {
        font(closes, whole);
    } else {
        return 0;
    }
    return close + 1;
}

void SrtWords::font(bool closes, const std::string& tag) {
    if (closes) {
        if (!fonts.empty()) {
            fonts.pop_back();
        }
        return;
    }
    const std::int32_t outer = fonts.empty() ? CueSpan::none : fonts.back();
    const std::string colour = colourOf(tag);
    if (!colour.empty()) {
        cue.classes.push_back({colour, outer});
    }
    fonts.push_back(colour.empty() ? outer : static_cast<std::int32_t>(cue.classes.size()) - 1);
}

std::size_t SrtWords::overrides(std::string_view text) {
    const auto close = text.find_first_of("{}", 1);
    if (!text.starts_with("{\\") || close == std::string_view::npos || text[close] == '{') {
        return 0;
    }
    for (std::string_view rest = text.substr(1, close - 1); !rest.empty();) {
        rest.remove_prefix(1); // the backslash
        const auto next = std::min(rest.find('\\'), rest.size());
        const std::string_view word = rest.substr(0, next);
        const bool digit = !word.empty() && base::isDigit(word.back());
        const int number = digit ? word.back() - '0' : 0;
        if (word.size() == 3 && word.starts_with("an") && number > 0) {
            place(number);
        } else if (word.size() == 2 && digit) {
            int& open = word[0] == 'b' ? bold : word[0] == 'i' ? italic : underline;
            open = word[0] == 'b' || word[0] == 'i' || word[0] == 'u' ? number : open;
        }
        rest.remove_prefix(next);
    }
    return close + 1;
}

/// number: where it is on the keys of a calculator.
void SrtWords::place(int number) {
    if (std::exchange(placed, true)) {
        return;
    }
    const int column = (number - 1) % 3;
    cue.settings.align = column == 0   ? CueSettings::Align::left
                         : column == 1 ? CueSettings::Align::centre
                                       : CueSettings::Align::right;
    if (number >= 7) {
        cue.settings.line = 0;
    } else if (number >= 4) {
        cue.settings.line = 50;
        cue.settings.snapToLines = false;
        cue.settings.lineAlign = CueSettings::LineAlign::centre;
    }
}

std::size_t SrtWords::reference(std::string_view text) {
    const auto found = referenceAt(text);
    if (!found || text[found->length - 1] != ';') {
        return 0;
    }
    appendWords(cue, found->characters, look());
    return found->length;
}

} // namespace

void parseSrtText(Cue& cue) {
    const std::string text = cue.text; // the cue changes below
    SrtWords(cue).read(text);
}

} // namespace schacht::content
