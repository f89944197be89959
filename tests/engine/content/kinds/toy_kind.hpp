#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/kinds/answers.hpp"
#include "engine/content/kinds/kinds.hpp"
#include "engine/content/kinds/questions.hpp"

#include <string>
#include <string_view>

/// A kind that no pack has. Each of its answers can be left out by a macro: answers_left_out does so, one by one, and
/// every_question.cpp must not compile then.
namespace schacht::toys {

struct Toy {
    static constexpr std::string_view kind = "toy";

    content::LanguageMap words;
    std::string friendly; ///< id of an item
};

using List = content::KindList<content::Story, content::OralHistory, content::Film, content::Gallery, Toy>;

#ifndef WITHOUT_describe
template <class Describer>
void describe(Describer& visit, content::As<Toy>) {
    visit({.key = "words", .meaning = "What it says.", .required = true, .vital = true}, &Toy::words);
    visit({.key = "friend", .meaning = "The id of its friend.", .meant = content::Meant::item}, &Toy::friendly);
}
#endif
#ifndef WITHOUT_exhibitsOf
inline std::vector<content::Exhibit> exhibitsOf(const Toy&, const content::LanguageMap&) {
    return {};
}
#endif
#ifndef WITHOUT_coverOf
inline const content::Picture* coverOf(const Toy&) {
    return nullptr;
}
#endif
#ifndef WITHOUT_playedOf
inline content::Played playedOf(const Toy&) {
    return {};
}
#endif
#ifndef WITHOUT_findableIn
inline std::vector<content::Findable> findableIn(const Toy& toy) {
    return {{.words = &toy.words}};
}
#endif
#ifndef WITHOUT_minutesOf
inline double minutesOf(const Toy&, const content::LanguageChoice&) {
    return 7;
}
#endif
#ifndef WITHOUT_isReadableIn
inline bool isReadableIn(const Toy& toy, std::string_view language) {
    return content::isWholeIn(toy.words, language);
}
#endif
#ifndef WITHOUT_consentEnds
inline std::optional<content::Day> consentEnds(const Toy&) {
    return std::nullopt;
}
#endif
#ifndef WITHOUT_checkRules
inline std::vector<content::Passage> checkRules(content::Reading&, Toy&) {
    return {};
}
#endif
#ifndef WITHOUT_checkFiles
inline content::FileFindings checkFiles(content::Reading&, Toy&) {
    return {};
}
#endif

/// What every question gives of a body, counted: that they are all asked is what matters.
std::size_t askEverything(content::Reading& reading, List::Body& body);

} // namespace schacht::toys
