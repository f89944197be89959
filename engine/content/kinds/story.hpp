#pragma once
#include "engine/content/format/amount.hpp"
#include "engine/content/format/field.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/kinds/answers.hpp"
#include "engine/content/kinds/media_check.hpp"
#include "engine/content/kinds/picture.hpp"
#include "engine/content/language/language_map.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

struct Panes {
    double each = 1; ///< how many units one pane of glass stands for
    int columns = 6; ///< 1..12
    LanguageMap key; ///< the sentence under the panes
};

template <>
inline constexpr std::string_view calledInReference<Panes> = "Panes";

template <class Describer>
void describe(Describer& visit, As<Panes>) {
    visit({.key = "each",
           .meaning = "How many units one pane of glass stands for. What is left over is a part of a pane.",
           .required = true,
           .vital = true,
           .bounds = {.least = 0, .above = true},
           .example = R"(500)"},
          &Panes::each);
    visit({.key = "columns",
           .meaning =
               "How many panes stand in a row. A column has at most 24, a page at most 144; where the number makes "
               "more, none are drawn, nor is the key.",
           .bounds = {.least = 1, .most = 12},
           .example = R"(3)"},
          &Panes::columns);
    visit({.key = "key",
           .meaning = "The sentence under the panes that says what one stands for.",
           .example = R"({"nl": "Een ruit is 500 banen."})"},
          &Panes::key);
}

struct Number {
    Amount value;
    LanguageMap unit;
    std::optional<bool> year; ///< none: as number_rules.hpp takes it
    std::optional<Panes> panes;
};

template <>
inline constexpr std::string_view nounOf<Number> = "number";
template <>
inline constexpr std::string_view calledInReference<Number> = "Number";

template <class Describer>
void describe(Describer& visit, As<Number>) {
    visit({.key = "value",
           .meaning = "The number itself, such as 4500 or 1.70: its decimals are shown as they are written, its "
                      "thousands set apart and its decimal sign chosen as the visitor's language does.",
           .required = true,
           .vital = true,
           .meant = Meant::amount,
           .example = R"(4500)"},
          &Number::value);
    visit({.key = "unit",
           .meaning = "What is counted, such as jobs.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "banen", "en": "jobs"})"},
          &Number::unit);
    visit({.key = "year",
           .meaning = "True where the number is a year, whose thousands are never set apart; false where it is not.",
           .without = "true for a whole number from 1000 to 2100 that has no “panes”"},
          &Number::year);
    visit({.key = "panes", .meaning = "The number as panes of glass."}, &Number::panes);
}

/// One page of a story. Which members are set depends on the layout; the reader has checked that.
struct Page {
    enum class Layout { full, split, quote, number, text, listen };
    Layout layout = Layout::text;
    std::optional<Picture> picture; ///< full, split; may be with quote
    LanguageMap heading;            ///< full, split, text
    LanguageMap body;               ///< Markdown prose
    LanguageMap quote;              ///< quote
    LanguageMap by;                 ///< quote
    bool invented = false;          ///< quote: no one said it; it was written for the kiosk
    Number number;                  ///< number
    std::string item;               ///< listen: id of an oral history or film
    double from = 0;                ///< listen: seconds
    double to = 0;                  ///< listen: seconds; 0: to the end
};

template <>
inline constexpr std::string_view nounOf<Page> = "page";
template <>
inline constexpr std::string_view calledInReference<Page> = "Page";

/// Which keys a page of a layout has; `layout` itself is on every page.
inline constexpr std::array pageLayouts = {
    KeyLayout{"full", Page::Layout::full, {"picture"}, {"heading", "body"}},
    KeyLayout{"split", Page::Layout::split, {"picture", "body"}, {"heading"}},
    KeyLayout{"quote", Page::Layout::quote, {"quote"}, {"by", "picture", "invented"}},
    KeyLayout{"number", Page::Layout::number, {"number"}, {"body"}},
    KeyLayout{"text", Page::Layout::text, {"body"}, {"heading"}},
    KeyLayout{"listen", Page::Layout::listen, {"item"}, {"from", "to", "body"}},
};

template <class Describer>
void describe(Describer& visit, As<Page>) {
    visit.layout({.key = "layout", .meaning = "How the page is set out.", .required = true, .vital = true},
                 &Page::layout, pageLayouts);
    visit({.key = "picture", .meaning = "The picture of the page."}, &Page::picture);
    visit({.key = "heading", .meaning = "The heading of the page.", .example = R"({"nl": "Hoger dan de kerk"})"},
          &Page::heading);
    visit({.key = "body",
           .meaning = "The words of the page, in Markdown, 30 to 70 of them.",
           .meant = Meant::pageText,
           .example = R"({"nl": "De wielen draaiden *dag en nacht*."})"},
          &Page::body);
    visit({.key = "quote",
           .meaning = "What was said, without quotation marks.",
           .example = R"({"nl": "Boven was het zondag."})"},
          &Page::quote);
    visit({.key = "by", .meaning = "Who said it, and when or where.", .example = R"({"nl": "een houwer, 1954"})"},
          &Page::by);
    // A page that does not say so would pass for what somebody said.
    visit({.key = "invented", .meaning = "True where no one said it and it was written for the kiosk.", .vital = true},
          &Page::invented);
    visit({.key = "number", .meaning = "The number that fills the page."}, &Page::number);
    visit({.key = "item", .meaning = "The id of the oral history or film that is heard.", .meant = Meant::recording},
          &Page::item);
    visit({.key = "from",
           .meaning = "Where the passage starts, in seconds.",
           .bounds = {.least = 0},
           .example = R"(12.5)",
           .without = "the start"},
          &Page::from);
    visit({.key = "to",
           .meaning = "Where the passage ends, in seconds; 0 is the end.",
           .bounds = {.least = 0},
           .example = R"(31)",
           .without = "the end"},
          &Page::to);
}

/// A page that lost its picture or number shows its words in another layout; one that lost its words, its picture.
/// False where nothing is left to show.
[[nodiscard]] bool settle(Page& page);

struct Story {
    static constexpr std::string_view kind = "story"; ///< the row of itemKinds that has this body

    std::vector<Page> pages;
};

template <class Describer>
void describe(Describer& visit, As<Story>) {
    visit(
        {.key = "pages", .meaning = "The pages of the story, in order.", .required = true, .vital = true, .some = true},
        &Story::pages);
}

/// The answers to the questions of questions.hpp.
[[nodiscard]] std::vector<Exhibit> exhibitsOf(const Story& story, const LanguageMap& title);
[[nodiscard]] const Picture* coverOf(const Story& story);
[[nodiscard]] Played playedOf(const Story& story);
[[nodiscard]] std::vector<Findable> findableIn(const Story& story);
[[nodiscard]] double minutesOf(const Story& story, const LanguageChoice& languages);
[[nodiscard]] bool isReadableIn(const Story& story, std::string_view language);
[[nodiscard]] std::optional<Day> consentEnds(const Story& story);
[[nodiscard]] std::vector<Passage> checkRules(Reading& reading, Story& story);
[[nodiscard]] FileFindings checkFiles(Reading& reading, Story& story);

} // namespace schacht::content
