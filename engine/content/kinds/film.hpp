#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/kinds/answers.hpp"
#include "engine/content/kinds/chapter.hpp"
#include "engine/content/kinds/media_check.hpp"
#include "engine/content/kinds/picture.hpp"
#include "engine/content/language/language_map.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

struct Film {
    static constexpr std::string_view kind = "film";

    std::string video;              ///< path in the pack
    std::string spoken;             ///< BCP 47; empty where no one speaks
    std::optional<Picture> poster;  ///< none: the cover
    LanguageFiles captions;         ///< WebVTT or SRT
    std::string described;          ///< the film with a voice that says what is seen; path or empty
    LanguageFiles signs;            ///< "signed": films of the sign language's interpreter, by sign language
    bool signedPlaceholder = false; ///< "signed" holds stand-ins
    std::vector<Chapter> chapters;  ///< by start
    double heardFor = 0;            ///< seconds at least that it lasts: up to its last words; 0: nobody knows
};

template <class Describer>
void describe(Describer& visit, As<Film>) {
    visit({.key = "video",
           .meaning = "The film's file, such as media/films/years.webm.",
           .required = true,
           .vital = true,
           .meant = Meant::medium},
          &Film::video);
    visit({.key = "spoken",
           .meaning = "The language that is spoken, such as nl; left out where no one speaks.",
           .meant = Meant::language,
           .without = "no one speaks"},
          &Film::spoken);
    visit({.key = "poster",
           .meaning = "What is shown before it plays; left out: its cover.",
           .without = "its cover",
           .instead = "with its cover before it plays"},
          &Film::poster);
    visit({.key = "captions",
           .meaning = "What is said and heard, by language: WebVTT or SRT files.",
           .meant = Meant::timedText},
          &Film::captions);
    visit({.key = "described",
           .meaning = "The film with a voice that says what is seen: a file such as media/films/years.described.webm.",
           .meant = Meant::medium,
           .example = R"("media/films/years.described.webm")"},
          &Film::described);
    visit({.key = "signed",
           .meaning = "Films in which it is signed, by sign language, such as vgt.",
           .meant = Meant::medium,
           .example = R"({"vgt": "media/films/years.vgt.webm"})"},
          &Film::signs);
    visit({.key = "signedPlaceholder", .meaning = "True where “signed” holds stand-ins that are not signing."},
          &Film::signedPlaceholder);
    visit({.key = "chapters", .meaning = "The chapters, in order."}, &Film::chapters);
}

/// The answers to the questions of questions.hpp.
[[nodiscard]] std::vector<Exhibit> exhibitsOf(const Film& film, const LanguageMap& title);
[[nodiscard]] const Picture* coverOf(const Film& film);
[[nodiscard]] Played playedOf(const Film& film);
[[nodiscard]] std::vector<Findable> findableIn(const Film& film);
[[nodiscard]] double minutesOf(const Film& film, const LanguageChoice& languages);
[[nodiscard]] bool isReadableIn(const Film& film, std::string_view language);
[[nodiscard]] std::optional<Day> consentEnds(const Film& film);
[[nodiscard]] std::vector<Passage> checkRules(Reading& reading, Film& film);
[[nodiscard]] FileFindings checkFiles(Reading& reading, Film& film);

} // namespace schacht::content
