#pragma once
#include "engine/text/owned.hpp"
#include "engine/text/paragraph.hpp"

namespace schacht::text {

/// What a paragraph is once it is broken: numbers, and glyphs at their places. It holds nothing of Pango, which one
/// thread owns: only Cairo's scaled fonts, which count their references atomically and lock themselves, so that any
/// thread may draw and the Typesetter may be gone by then.
struct Paragraph::Layout {
    /// Glyphs of one font, in shapedSize: places in pixels from the paragraph's left upper corner, before they are
    /// scaled.
    struct GlyphRun {
        Owned<cairo_scaled_font_t> font;
        std::vector<cairo_glyph_t> glyphs;
    };

    /// A word, or its part of one look or on one line.
    struct WordPlace {
        std::size_t letter = 0; ///< the first of its letters, as countLetters() counts in the paragraph
        base::Rect box;
    };

    std::vector<GlyphRun> runs;
    std::vector<WordPlace> words; ///< line by line, in a line from left to right
    std::vector<base::Rect> underlines;
    std::vector<Link> links;
    float scale = 1; ///< of the runs
    float left = 0;
    float width = 0;
    float height = 0;
    float firstBaseline = 0;
    float lastBaseline = 0;
    float lastLineWidth = 0;
    int lines = 0;
    int margin = 1;
    int missing = 0;
    bool cutOff = false;
    std::size_t key = 0;
};

} // namespace schacht::text
