#include "engine/text/compose.hpp"

#include "engine/text/sentences.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

namespace schacht::text {
namespace {

constexpr int heavy = 700;
constexpr float rounding = 1.0F / 64; // pixels, as shaped: a paragraph fits in its own width
constexpr float widest = 1'000'000;   // pixels, as shaped; Pango counts 1/1024 pixels in an int

/// What is shaped is this much larger or smaller on the screen.
float scaleOf(const Look& look) {
    return look.size / shapedSize;
}

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

/// Tracking, in pixels as shaped, for all but joined letters. Signs between words take after the letter before them.
void insertTracking(PangoAttrList* list, const std::string& text, float tracking) {
    const auto spacing = static_cast<int>(std::lround(tracking * static_cast<float>(PANGO_SCALE)));
    if (spacing == 0) {
        return;
    }
    std::size_t begin = 0;
    bool joined = false;
    const auto close = [&](std::size_t end) {
        if (!joined && end > begin) {
            insert(list, pango_attr_letter_spacing_new(spacing), begin, end);
        }
        begin = end;
    };
    for (const char* at = text.data(); at < text.data() + text.size(); at = g_utf8_next_char(at)) {
        const auto letter = g_utf8_get_char(at);
        if (const bool joins = isJoined(letter); joins != joined && g_unichar_isalpha(letter)) {
            close(static_cast<std::size_t>(at - text.data()));
            joined = joins;
        }
    }
    close(text.size());
}

Owned<PangoAttrList> attributesOf(const Phrase& words, const PreparedText& prepared, const Look& look) {
    Owned<PangoAttrList> list{pango_attr_list_new()};
    insert(list.get(), pango_attr_font_features_new("kern=1, ss03=1"), 0, prepared.text.size());
    insertTracking(list.get(), prepared.text, look.tracking / scaleOf(look));
    for (const auto& span : prepared.spans) {
        const auto& run = words.runs[span.run];
        if (run.emphasis && look.hasItalic) {
            insert(list.get(), pango_attr_style_new(PANGO_STYLE_ITALIC), span.begin, span.end);
        }
        if (run.strong && look.weight < heavy) {
            insert(list.get(), pango_attr_weight_new(static_cast<PangoWeight>(heavy)), span.begin, span.end);
        }
    }
    return list;
}

void setText(PangoLayout* layout, const std::string& text) {
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
}

/// Leaves out what stands behind the last line that fits, and ends that in an ellipsis.
void cutLines(PangoLayout* layout, const std::string& text, int maxLines) {
    const auto* last = pango_layout_get_line_readonly(layout, maxLines - 1);
    const auto lastBegin =
        static_cast<std::size_t>(pango_layout_line_get_start_index(const_cast<PangoLayoutLine*>(last)));
    const auto end = std::min(text.find(lineBreak, lastBegin), text.size());
    auto kept = text.substr(0, end);
    if (end < text.size()) {
        kept += "\u2026"; // the line itself may be short enough: what is behind it is what is missing
    }
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_height(layout, -maxLines);
    setText(layout, kept);
}

/// Whether a line begins where the text has no place to break: the word before it was wider than the line.
bool breaksWord(PangoLayout* layout) {
    const int lines = pango_layout_get_line_count(layout);
    if (lines < 2) {
        return false;
    }
    int count = 0;
    const auto* places = pango_layout_get_log_attrs_readonly(layout, &count);
    const char* const text = pango_layout_get_text(layout);
    const char* at = text;
    long letter = 0;
    for (int i = 1; i < lines; ++i) {
        const char* to = text + pango_layout_line_get_start_index(pango_layout_get_line_readonly(layout, i));
        letter += g_utf8_pointer_to_offset(at, to);
        at = to;
        if (letter < count && !places[letter].is_line_break) {
            return true;
        }
    }
    return false;
}

/// Where a word begins: its byte, and its letter as countLetters() counts.
struct WordStart {
    std::size_t begin = 0;
    std::size_t letter = 0;
};

std::vector<WordStart> wordStarts(std::string_view text) {
    std::vector<WordStart> starts;
    std::size_t letter = 0;
    bool within = false;
    std::size_t next = 0;
    for (std::size_t byte = 0; byte < text.size(); byte = next) {
        next = static_cast<std::size_t>(g_utf8_next_char(text.data() + byte) - text.data());
        const std::string_view sign = text.substr(byte, next - byte);
        const bool between = sign == " " || sign == lineBreak;
        if (!between && !within) {
            starts.push_back({byte, letter});
        }
        within = !between;
        letter += countLetters(sign);
    }
    return starts;
}

/// Collects the lines of a PangoLayout into what may be drawn on any thread.
class Collector {
public:
    Collector(const Phrase& theWords, const PreparedText& theText, const Look& theLook, const FaceMetrics& theFace)
        : words(theWords), prepared(theText), look(theLook), face(theFace), starts(wordStarts(theText.text)),
          out(std::make_shared<Paragraph::Layout>()) {
        out->scale = scaleOf(look);
        // Whole pixels, rounded as browsers do: baselines are sharp, and boxes the same as in the mockups.
        const float ascent = std::round(face.ascender * look.size);
        const float descent = std::round(face.descender * look.size);
        out->firstBaseline = std::floor((look.lineHeight - ascent - descent) / 2) + ascent;
        for (const auto& span : prepared.spans) {
            hasLinks = hasLinks || !words.runs[span.run].link.empty();
        }
    }

    std::shared_ptr<Paragraph::Layout> collect(PangoLayout* layout, const Frame& frame, Direction direction) {
        std::vector<PangoLayoutLine*> lines;
        std::vector<PangoRectangle> inks;
        std::vector<float> widths;
        for (auto* item = pango_layout_get_lines_readonly(layout); item; item = item->next) {
            auto* line = static_cast<PangoLayoutLine*>(item->data);
            PangoRectangle ink;
            PangoRectangle logical;
            pango_layout_line_get_extents(line, &ink, &logical);
            lines.push_back(line);
            inks.push_back(ink);
            widths.push_back(std::max(0.0F, pixels(logical.width)));
            out->width = std::max(out->width, widths.back());
        }
        const bool leftward = direction == Direction::rightToLeft;
        const float share = frame.align == Align::centre ? 0.5F : (frame.align == Align::end) == leftward ? 0.0F : 1.0F;
        out->left = frame.width > 0 ? (frame.width - out->width) * share : 0;
        out->lines = static_cast<int>(lines.size());
        out->height = static_cast<float>(lines.size()) * look.lineHeight;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const float top = static_cast<float>(i) * look.lineHeight;
            const float baseline = std::round(top) + out->firstBaseline;
            const float left = (out->width - widths[i]) * share;
            reach({left + pixels(inks[i].x), baseline + pixels(inks[i].y), pixels(inks[i].width),
                   pixels(inks[i].height)});
            addLine(lines[i], left, top, baseline);
            out->lastBaseline = baseline;
            out->lastLineWidth = widths[i];
        }
        out->margin = 1 + static_cast<int>(std::ceil(overhang));
        return out;
    }

private:
    [[nodiscard]] float pixels(int pangoUnits) const {
        return static_cast<float>(pangoUnits) / static_cast<float>(PANGO_SCALE) * out->scale;
    }

    void reach(const base::Rect& ink) {
        if (!ink.empty()) {
            overhang = std::max({overhang, -ink.x, -ink.y, ink.right() - out->width, ink.bottom() - out->height});
        }
    }

    void addLine(PangoLayoutLine* line, float left, float top, float baseline) {
        float x = left;
        for (auto* item = line->runs; item; item = item->next) {
            const auto& run = *static_cast<PangoGlyphItem*>(item->data);
            x = addRun(run, x, top, baseline);
        }
    }

    /// Returns where the next run begins.
    float addRun(const PangoGlyphItem& run, float x, float top, float baseline) {
        auto* font = run.item->analysis.font;
        auto* scaled = font ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)) : nullptr;
        Paragraph::Layout::GlyphRun glyphs;
        for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
            const auto& glyph = run.glyphs->glyphs[i];
            const float advance = pixels(glyph.geometry.width);
            if (glyph.glyph != PANGO_GLYPH_EMPTY) {
                const bool unknown = (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
                out->missing += unknown ? 1 : 0;
                glyphs.glyphs.push_back(
                    {unknown ? 0UL : glyph.glyph, // 0: the font's own sign for what it lacks
                     static_cast<double>((x + pixels(glyph.geometry.x_offset)) / out->scale),
                     static_cast<double>((baseline + pixels(glyph.geometry.y_offset)) / out->scale)});
            }
            const auto byte =
                static_cast<std::size_t>(run.item->offset) + static_cast<std::size_t>(run.glyphs->log_clusters[i]);
            extendWord(byte, {x, top, advance, look.lineHeight});
            if (hasLinks) {
                extendLink(byte, {x, top, advance, look.lineHeight}, baseline);
            }
            x += advance;
        }
        if (scaled && !glyphs.glyphs.empty()) {
            glyphs.font.reset(cairo_scaled_font_reference(scaled));
            out->runs.push_back(std::move(glyphs));
        }
        return x;
    }

    /// Glyphs of a word follow one another, from either side.
    void extendWord(std::size_t byte, const base::Rect& box) {
        const auto word = wordAt(byte);
        auto& places = out->words;
        if (!word) {
            return;
        }
        if (!places.empty() && openWord == word->begin && places.back().box.y == box.y) {
            places.back().box.width = box.right() - places.back().box.x;
            return;
        }
        openWord = word->begin;
        places.push_back({word->letter, box});
    }

    /// The word that a byte is in; none for a space. A word that is broken begins anew on its next line.
    [[nodiscard]] std::optional<WordStart> wordAt(std::size_t byte) const {
        const std::string& text = prepared.text;
        if (byte >= text.size() || text[byte] == ' ' || text.compare(byte, lineBreak.size(), lineBreak) == 0) {
            return std::nullopt;
        }
        return *std::prev(std::ranges::upper_bound(starts, byte, {}, &WordStart::begin));
    }

    void extendLink(std::size_t byte, const base::Rect& box, float baseline) {
        const auto span = std::ranges::find_if(prepared.spans, [&](const PreparedText::Span& candidate) {
            return byte >= candidate.begin && byte < candidate.end;
        });
        if (span == prepared.spans.end() || words.runs[span->run].link.empty() || box.width <= 0) {
            return;
        }
        const auto& link = words.runs[span->run].link;
        const bool isNear = span->run <= openRun + 1 && openRun <= span->run + 1;
        const bool sameLink = !out->links.empty() && isNear && out->links.back().link == link;
        if (!sameLink) {
            out->links.push_back({link, {}});
        }
        openRun = span->run;
        auto& boxes = out->links.back().boxes;
        if (boxes.empty() || boxes.back().y < box.y) {
            boxes.push_back(box);
            out->underlines.push_back({box.x, baseline + std::round(face.underlineTop * look.size), box.width,
                                       std::max(1.0F, std::round(face.underlineThickness * look.size))});
        } else {
            const float from = std::min(boxes.back().x, box.x);
            const float to = std::max(boxes.back().right(), box.right());
            boxes.back().x = out->underlines.back().x = from;
            boxes.back().width = out->underlines.back().width = to - from;
        }
        reach(out->underlines.back());
    }

    const Phrase& words;
    const PreparedText& prepared;
    const Look& look;
    const FaceMetrics& face;
    const std::vector<WordStart> starts;
    std::shared_ptr<Paragraph::Layout> out;
    std::size_t openRun = 0;
    std::size_t openWord = 0;
    float overhang = 0;
    bool hasLinks = false;
};

} // namespace

std::shared_ptr<Paragraph::Layout> compose(Fonts& fonts, const Phrase& words, const PreparedText& prepared,
                                           const Look& look, const Frame& frame, bool& brokeWord) {
    brokeWord = false;
    const auto& face = fonts.metrics(look);
    Collector collector{words, prepared, look, face};
    const Owned<PangoLayout> layout{pango_layout_new(fonts.contextFor(words.language))};
    pango_layout_set_auto_dir(layout.get(), FALSE); // the language says it, not the first letter
    const auto description = fonts.describe(look);
    const auto attributes = attributesOf(words, prepared, look);
    pango_layout_set_font_description(layout.get(), description.get());
    pango_layout_set_attributes(layout.get(), attributes.get());
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    const float room = (frame.width + std::max(0.0F, look.tracking)) / scaleOf(look);
    if (frame.width > 0 && room < widest) {
        // Pango counts the tracking behind a line's last letter while it breaks, and takes it away when it has.
        pango_layout_set_width(layout.get(),
                               static_cast<int>(std::ceil((room + rounding) * static_cast<float>(PANGO_SCALE))));
    }
    setText(layout.get(), prepared.text);
    bool linesLeftOut = false;
    if (frame.maxLines > 0 && pango_layout_get_line_count(layout.get()) > frame.maxLines) {
        cutLines(layout.get(), prepared.text, frame.maxLines);
        linesLeftOut = true;
    }
    brokeWord = breaksWord(layout.get());
    auto out = collector.collect(layout.get(), frame, directionOf(words.language));
    out->cutOff = linesLeftOut || brokeWord || prepared.cut;
    return out;
}

} // namespace schacht::text
