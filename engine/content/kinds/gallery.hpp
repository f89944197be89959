#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/kinds/answers.hpp"
#include "engine/content/kinds/media_check.hpp"
#include "engine/content/kinds/picture.hpp"
#include "engine/content/language/language_map.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// Pictures to look at closely, one by one.
struct Gallery {
    static constexpr std::string_view kind = "gallery";

    std::vector<Picture> pictures; ///< never empty
};

template <class Describer>
void describe(Describer& visit, As<Gallery>) {
    visit({.key = "pictures",
           .meaning = "The pictures, in order, each with a title and a caption.",
           .required = true,
           .vital = true,
           .some = true},
          &Gallery::pictures);
}

/// The answers to the questions of questions.hpp.
[[nodiscard]] std::vector<Exhibit> exhibitsOf(const Gallery& gallery, const LanguageMap& title);
[[nodiscard]] const Picture* coverOf(const Gallery& gallery);
[[nodiscard]] Played playedOf(const Gallery& gallery);
[[nodiscard]] std::vector<Findable> findableIn(const Gallery& gallery);
[[nodiscard]] double minutesOf(const Gallery& gallery, const LanguageChoice& languages);
[[nodiscard]] bool isReadableIn(const Gallery& gallery, std::string_view language);
[[nodiscard]] std::optional<Day> consentEnds(const Gallery& gallery);
[[nodiscard]] std::vector<Passage> checkRules(Reading& reading, Gallery& gallery);
[[nodiscard]] FileFindings checkFiles(Reading& reading, Gallery& gallery);

} // namespace schacht::content
