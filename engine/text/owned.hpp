#pragma once
#include "engine/base/cairo_owned.hpp"

#include <memory>
#include <pango/pangocairo.h>

namespace schacht::text {

/// Gives back what Pango, Cairo and GLib counted a reference for.
struct Release : base::ReleaseCairo {
    using ReleaseCairo::operator();
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
    void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFont* font) const { g_object_unref(font); }
};

template <typename T>
using Owned = std::unique_ptr<T, Release>;

} // namespace schacht::text
