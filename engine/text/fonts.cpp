#include "engine/text/fonts.hpp"

#include <algorithm>
#include <hb-ot.h>

namespace schacht::text {
namespace {

constexpr const char* posterFonts = "League Spartan,Inter,Noto Sans,Noto Sans Arabic";
constexpr const char* readFonts = "Vollkorn,Noto Naskh Arabic";
constexpr const char* readArabicFonts = "Noto Naskh Arabic,Vollkorn";
constexpr const char* uiFonts = "Inter,Noto Sans,Noto Sans Arabic";
constexpr const char* uiArabicFonts = "Noto Sans Arabic,Inter,Noto Sans";

constexpr int heaviestArabic = 800;
constexpr int titlesWithoutSpartan = 800; // Greek and Cyrillic titles stand in Inter
constexpr float arabicSize = 0.92F;
constexpr float arabicLine = 1.38F;

const char* familiesOf(Family family, Script script) {
    const bool arabic = script == Script::arabic;
    switch (family) {
    case Family::poster:
        if (script == Script::greek || script == Script::cyrillic) {
            return uiFonts;
        }
        return arabic ? uiArabicFonts : posterFonts;
    case Family::read:
        return arabic ? readArabicFonts : readFonts;
    case Family::ui:
        break;
    }
    return arabic ? uiArabicFonts : uiFonts;
}

float position(hb_font_t* font, hb_ot_metrics_tag_t tag, float fallback) {
    hb_position_t value = 0;
    int scaleX = 0;
    int scaleY = 0;
    hb_font_get_scale(font, &scaleX, &scaleY);
    if (scaleY == 0 || !hb_ot_metrics_get_position(font, tag, &value) || value == 0) {
        return fallback;
    }
    return static_cast<float>(value) / static_cast<float>(scaleY);
}

} // namespace

Look lookOf(const Style& style, Script script) {
    Look look;
    look.families = familiesOf(style.family, script);
    look.weight = style.weight;
    look.size = style.size;
    look.lineHeight = style.size * style.line;
    look.tracking = style.tracking * style.size;
    look.hasItalic = style.family != Family::poster && script != Script::arabic;
    if (script == Script::arabic) {
        look.weight = std::min(look.weight, heaviestArabic);
        look.size *= arabicSize;
        look.lineHeight *= arabicSize * arabicLine;
    } else if (style.family == Family::poster && (script == Script::greek || script == Script::cyrillic)) {
        look.weight = titlesWithoutSpartan;
    }
    return look;
}

Fonts::Fonts()
    : map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)),
      context(pango_font_map_create_context(map.get())) {
    const Owned<cairo_font_options_t> options{cairo_font_options_create()};
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
}

PangoContext* Fonts::contextFor(const std::string& language) {
    const bool leftward = directionOf(language) == Direction::rightToLeft;
    pango_context_set_base_dir(context.get(), leftward ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    // Without a language Pango would ask the process's locale, and two kiosks would shape differently.
    pango_context_set_language(context.get(), pango_language_from_string(language.empty() ? "en" : language.c_str()));
    return context.get();
}

Owned<PangoFontDescription> Fonts::describe(const Look& look) const {
    Owned<PangoFontDescription> description{pango_font_description_new()};
    pango_font_description_set_family_static(description.get(), look.families);
    pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(look.weight));
    pango_font_description_set_absolute_size(description.get(), static_cast<double>(shapedSize) * PANGO_SCALE);
    return description;
}

const FaceMetrics& Fonts::metrics(const Look& look) {
    const auto [place, isNew] = known.try_emplace({look.families, look.weight});
    auto& metrics = place->second;
    if (!isNew) {
        return metrics;
    }
    const auto description = describe(look);
    const Owned<PangoFont> font{pango_font_map_load_font(map.get(), context.get(), description.get())};
    if (auto* face = font ? pango_font_get_hb_font(font.get()) : nullptr) {
        metrics.ascender = position(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, metrics.ascender);
        metrics.descender = -position(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -metrics.descender);
        metrics.capHeight = position(face, HB_OT_METRICS_TAG_CAP_HEIGHT, metrics.capHeight);
        metrics.xHeight = position(face, HB_OT_METRICS_TAG_X_HEIGHT, metrics.xHeight);
        metrics.underlineThickness = position(face, HB_OT_METRICS_TAG_UNDERLINE_SIZE, metrics.underlineThickness);
        metrics.underlineTop = -position(face, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -metrics.underlineTop);
    }
    return metrics;
}

} // namespace schacht::text
