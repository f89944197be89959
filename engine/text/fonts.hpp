#pragma once
#include "engine/text/owned.hpp"
#include "engine/text/paragraph.hpp"
#include "engine/text/script.hpp"

#include <map>
#include <tuple>

namespace schacht::text {

/// Pixels an em in which everything is shaped and its outlines are kept, whatever its size: a Look's size only scales
/// what comes of it, which is exact since nothing is hinted. Fontconfig, Pango, HarfBuzz and Cairo remember some 46 KB
/// for each size of a face in a language, up to 27 MB of them, and Fontconfig takes milliseconds to find each.
constexpr float shapedSize = 64;

/// A style as it is set in one script: fonts in the order they are asked, and numbers in pixels.
struct Look {
    const char* families = ""; ///< as Pango takes them, separated by commas
    int weight = 400;
    float size = 16;        ///< an em
    float lineHeight = 20;  ///< baseline to baseline
    float tracking = 0;     ///< added to each letter that does not join
    bool hasItalic = false; ///< else emphasis is left to the words: no letter is slanted by force
};
[[nodiscard]] Look lookOf(const Style& style, Script script);

/// A font's measures, in ems; as a browser reads them, so that a CSS line box and ours are the same box.
struct FaceMetrics {
    float ascender = 0.8F;
    float descender = 0.2F; ///< positive below the baseline
    float capHeight = 0.7F;
    float xHeight = 0.5F;
    float underlineTop = 0.1F; ///< positive below the baseline
    float underlineThickness = 0.05F;
};

/// Pango's view of the installed fonts, without hinting, so that a word twice as large is exactly twice as wide.
/// One thread at a time; nothing is shared with another object of this class but Cairo's own locked caches.
class Fonts {
public:
    Fonts();
    /// The context, set to this language and its direction; what was set from it before must be set anew.
    [[nodiscard]] PangoContext* contextFor(const std::string& language);
    /// In shapedSize.
    [[nodiscard]] Owned<PangoFontDescription> describe(const Look& look) const;
    /// Of the first of the look's families.
    [[nodiscard]] const FaceMetrics& metrics(const Look& look);

private:
    Owned<PangoFontMap> map;
    Owned<PangoContext> context;
    std::map<std::pair<const char*, int>, FaceMetrics> known;
};

} // namespace schacht::text
