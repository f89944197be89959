#pragma once
#include "engine/content/edtf/edtf.hpp"
#include "engine/content/kinds/answers.hpp"
#include "engine/content/kinds/media_check.hpp"

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

/// The questions that every kind of item answers, each by an overload on its body type. They are asked of any list of
/// kinds, and there is no answer for those that have none: a kind that forgets one does not compile. Which ids an item
/// refers to is told by its describe() (references.hpp), which the same holds for. Any thread.
namespace schacht::content {

/// The pictures that can be looked at closely, each once, in order. title: the item's. Pointers live as long as both.
template <class... Bodies>
[[nodiscard]] std::vector<Exhibit> exhibitsOf(const std::variant<Bodies...>& body, const LanguageMap& title) {
    return std::visit([&](const auto& each) { return exhibitsOf(each, title); }, body);
}

/// What stands for the item where it has no cover; null where it has nothing.
template <class... Bodies>
[[nodiscard]] const Picture* coverOf(const std::variant<Bodies...>& body) {
    return std::visit([&](const auto& each) { return coverOf(each); }, body);
}

/// Which files it plays, and which it reads with them.
template <class... Bodies>
[[nodiscard]] Played playedOf(const std::variant<Bodies...>& body) {
    return std::visit([&](const auto& each) { return playedOf(each); }, body);
}

/// The words by which it can be found, besides the item's own, in the order in which they stand.
template <class... Bodies>
[[nodiscard]] std::vector<Findable> findableIn(const std::variant<Bodies...>& body) {
    return std::visit([&](const auto& each) { return findableIn(each); }, body);
}

/// How long it takes, in minutes: a recording or film as it lasts, a story as it is read, aloud or in one's own time.
template <class... Bodies>
[[nodiscard]] double minutesOf(const std::variant<Bodies...>& body, const LanguageChoice& languages) {
    return std::visit([&](const auto& each) { return minutesOf(each, languages); }, body);
}

/// Whether all that a visitor reads in it is there in a language.
template <class... Bodies>
[[nodiscard]] bool isReadableIn(const std::variant<Bodies...>& body, std::string_view language) {
    return std::visit([&](const auto& each) { return isReadableIn(each, language); }, body);
}

/// The last day on which who is heard agrees to be; none where that is not said, or nobody is heard.
template <class... Bodies>
[[nodiscard]] std::optional<Day> consentEnds(const std::variant<Bodies...>& body) {
    return std::visit([&](const auto& each) { return consentEnds(each); }, body);
}

/// Reports what is wrong in the item's own file beyond its keys, and mends it as well as it can. `reading` has read the
/// body. Gives the passages of recordings that it plays, to be held against their lengths.
template <class... Bodies>
[[nodiscard]] std::vector<Passage> checkRules(Reading& reading, std::variant<Bodies...>& body) {
    return std::visit([&](auto& each) { return checkRules(reading, each); }, body);
}

/// Looks into the files that it plays or reads: `reading` has the pack's folder. What cannot be played or read as what
/// it should be is taken out, and chapters after the end.
template <class... Bodies>
[[nodiscard]] FileFindings checkFiles(Reading& reading, std::variant<Bodies...>& body) {
    return std::visit([&](auto& each) { return checkFiles(reading, each); }, body);
}

} // namespace schacht::content
