#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/language/language_map.hpp"

#include <string>
#include <vector>

namespace schacht::content {

/// A part of a recording or film, up to the start of the next one.
struct Chapter {
    double start = 0; ///< seconds
    LanguageMap title;
    LanguageMap synopsis;
    std::vector<std::string> keywords;
    std::vector<std::string> places;
    std::vector<std::string> people;
    std::vector<std::string> related;
};

template <>
inline constexpr std::string_view nounOf<Chapter> = "chapter";
template <>
inline constexpr std::string_view calledInReference<Chapter> = "Chapter";

template <class Describer>
void describe(Describer& visit, As<Chapter>) {
    visit({.key = "start",
           .meaning = "Where the chapter starts, in seconds.",
           .required = true,
           .vital = true,
           .bounds = {.least = 0},
           .example = R"(41.5)"},
          &Chapter::start);
    visit({.key = "title",
           .meaning = "The title of the chapter.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "De lamp"})"},
          &Chapter::title);
    visit({.key = "synopsis",
           .meaning = "What is said in it, in a few sentences.",
           .example = R"({"nl": "Hoe een houwer aan zijn lamp kwam."})"},
          &Chapter::synopsis);
    visit({.key = "keywords", .meaning = "The words to find it by.", .example = R"(["lamp", "shift"])"},
          &Chapter::keywords);
    visit({.key = "places", .meaning = "The ids of places in places.json.", .meant = Meant::place}, &Chapter::places);
    visit({.key = "people", .meaning = "The ids of people in people.json.", .meant = Meant::person}, &Chapter::people);
    visit({.key = "related",
           .meaning = "The ids of items that go with it.",
           .meant = Meant::item,
           .many = "related items"},
          &Chapter::related);
}

/// Puts the chapters of the item that `reading` reads in order, and reports those that are not; of two that start
/// together the first stays.
void orderChapters(Reading& reading, std::vector<Chapter>& chapters);

} // namespace schacht::content
