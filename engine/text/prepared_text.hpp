#pragma once
#include "engine/text/hyphenation.hpp"
#include "engine/text/paragraph.hpp"

namespace schacht::text {

/// Words as Pango can take them whatever they hold: one valid UTF-8 string, and which bytes of it are which run.
struct PreparedText {
    struct Span {
        std::size_t begin = 0; ///< bytes
        std::size_t end = 0;
        std::size_t run = 0; ///< index into Phrase::runs
    };
    std::string text; ///< hard breaks are U+2028: to Pango, "\n" would begin a paragraph, and it counts lines in each
    std::vector<Span> spans;
    bool cut = false; ///< a line was so long that its rest was left out
};

/// A hard break in PreparedText::text.
inline constexpr std::string_view lineBreak = "\u2028";

/// Invalid bytes and NUL become U+FFFD, other control characters spaces; spaces at the end of a line go.
/// longestLine: bytes between two hard breaks, at most; what is longer is cut.
/// leastLetters: words shorter than this are not hyphenated; 0: none is.
[[nodiscard]] PreparedText prepare(const Phrase& words, std::size_t longestLine, Hyphenation& hyphenation,
                                   std::size_t leastLetters);

} // namespace schacht::text
