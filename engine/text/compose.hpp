#pragma once
#include "engine/text/fonts.hpp"
#include "engine/text/layout.hpp"
#include "engine/text/prepared_text.hpp"

namespace schacht::text {

/// What a paragraph has to fit in.
struct Frame {
    Align align = Align::start;
    float width = 0;  ///< pixels; 0: lines break only where the text says so
    int maxLines = 0; ///< 0: as many as needed
};

/// Breaks the text into lines and puts every glyph at its place. Pango shapes and chooses where lines break; the lines
/// are put here, as CSS 2.2, 10.8.1 ("Leading and half-leading") says, since Pango's own line spacing follows the
/// tallest font on a line, and a word in another script would move the lines apart.
/// brokeWord, if given: whether a line ends within a word, where no hyphenation allows it.
[[nodiscard]] std::shared_ptr<Paragraph::Layout> compose(Fonts& fonts, const Phrase& words,
                                                         const PreparedText& prepared, const Look& look,
                                                         const Frame& frame, bool& brokeWord);

} // namespace schacht::text
