#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace schacht::text {

/// A sentence of a text: its bytes, without the space around it, and which of the text's letters they are.
struct SentencePlace {
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
    std::size_t firstLetter = 0; ///< as countLetters() counts from the text's start
    std::size_t lastLetter = 0;  ///< one past it
    bool operator==(const SentencePlace&) const = default;
};

/// By Unicode's rules for the language (UAX #29, by Pango); a title or an initial before a name ends none ("St.",
/// "J."). Invalid UTF-8 is one sentence. Any thread.
[[nodiscard]] std::vector<SentencePlace> sentencesOf(std::string_view words, std::string_view language);

/// Signs that are seen: spaces, control characters and soft hyphens are not counted, so that a text and the paragraph
/// that was broken from it agree on their letters. Words are valid UTF-8.
[[nodiscard]] std::size_t countLetters(std::string_view words);

} // namespace schacht::text
