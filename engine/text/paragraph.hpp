#pragma once
#include "engine/base/bitmap.hpp"
#include "engine/base/units.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// The room of text: words become paragraphs of lines, with the scripts, hyphens and sentences of their languages, and
/// are drawn into bitmaps. Fonts are the installed ones; nothing here knows a scene or a window.
namespace schacht::text {

enum class Family { poster, read, ui };
enum class Direction { leftToRight, rightToLeft };
/// start is left in left-to-right languages, right in the others.
enum class Align { start, centre, end };

/// How a paragraph looks; sizes in pixels, so that what is measured is what is drawn. In Arabic script letters are set
/// 0.92 times as large and lines 1.38 times as far apart (in their size), and a poster is at most 800 heavy.
struct Style {
    Family family = Family::ui;
    float size = 16;    ///< pixels an em
    int weight = 400;   ///< 100..900
    float line = 1.25F; ///< baseline to baseline, in sizes
    float tracking = 0; ///< em, added to each letter; always 0 in joined scripts
    Align align = Align::start;
    bool hyphenate = false; ///< in languages that have patterns (nl, de)
    bool operator==(const Style&) const = default;
};

/// A run of words with one look within a paragraph.
struct Run {
    std::string words; ///< UTF-8; invalid bytes are shown as U+FFFD; "\n" breaks the line; at most 8 KiB a line
    bool emphasis = false;
    bool strong = false;
    std::string link = ""; ///< what a touch on it means to the caller; "" for none; underlined where set
    bool operator==(const Run&) const = default;
};

/// Words in one language.
struct Phrase {
    std::vector<Run> runs;
    std::string language; ///< BCP 47: shaping, hyphenation, direction
    bool operator==(const Phrase&) const = default;
};

/// A paragraph that has been broken into lines. A value; copies share.
class Paragraph {
public:
    struct Link {
        std::string link;
        std::vector<base::Rect> boxes; ///< pixels, from the paragraph's left upper corner, one a line it is on
    };
    [[nodiscard]] float width() const;  ///< pixels: the longest line's advance; lines are aligned within it
    [[nodiscard]] float height() const; ///< pixels: lines times line height, exactly; 0 without words
    /// Where alignment puts it in a box that is `room` pixels wide, as a rule the width it was set in: whole pixels
    /// from the box's left edge. 0 for left aligned words and where no width was given.
    [[nodiscard]] float leftIn(float room) const;
    [[nodiscard]] int lines() const;
    [[nodiscard]] bool cutOff() const;         ///< lines were left out by maxLines, or a word is wider than the width
    [[nodiscard]] int missingLetters() const;  ///< letters that no installed font has
    [[nodiscard]] float firstBaseline() const; ///< pixels below the top; whole pixels, as are the others
    [[nodiscard]] float lastBaseline() const;
    [[nodiscard]] float lastLineWidth() const; ///< pixels: where something may follow the words
    [[nodiscard]] const std::vector<Link>& links() const;
    /// Where the letters from..to of its words (countLetters) are: boxes of whole words, one a line, as high as it.
    [[nodiscard]] std::vector<base::Rect> boxesOf(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::size_t key() const; ///< equal keys, equal pictures

    /// Draws the words as coverage (white, straight alpha) into a bitmap that is `margin()` pixels larger on each side,
    /// since letters reach over their box. Any thread, at the same time too. More than 16,384 pixels a side are not
    /// drawn.
    [[nodiscard]] base::Bitmap draw() const;
    [[nodiscard]] int margin() const;        ///< pixels, at least 1
    [[nodiscard]] std::size_t bytes() const; ///< what draw() makes

    struct Layout;
    explicit Paragraph(std::shared_ptr<const Layout> laid) : layout(std::move(laid)) {}
    Paragraph() = default;
    [[nodiscard]] explicit operator bool() const { return layout != nullptr; }

private:
    std::shared_ptr<const Layout> layout;
};

/// Breaks words into paragraphs, and remembers them: the same words, style and width again cost a look-up.
/// One thread at a time; each thread has its own.
class Typesetter {
public:
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    /// width: pixels to break at; 0: never break but at "\n". maxLines 0: as many as needed, else the last line that
    /// fits ends in an ellipsis.
    [[nodiscard]] Paragraph set(const Phrase& words, const Style& style, float width, int maxLines = 0);
    /// Forgets what was not asked for since the last call of this function.
    void forgetUnused();

    /// Where a style's words sit on their line, in sizes: what posters need to align their tops with pictures.
    struct Metrics {
        float capHeight = 0.7F;
        float xHeight = 0.5F;
    };
    [[nodiscard]] Metrics metrics(const Style& style);

private:
    struct Shared;
    std::unique_ptr<Shared> shared;
};

/// By the language's script: "ar", "fa", "he", "ur" … run right to left.
[[nodiscard]] Direction directionOf(std::string_view language);

} // namespace schacht::text
