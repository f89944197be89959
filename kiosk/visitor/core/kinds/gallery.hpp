#pragma once
#include "engine/content/kinds/gallery.hpp"
#include "kiosk/visitor/core/parts/close_look.hpp"

#include <string_view>

namespace schacht::visitor {

/// A gallery is its pictures, one at a time.
struct GalleryState {
    static constexpr std::string_view kind = content::Gallery::kind;
    CloseLook look;
};
/// On arrival.
[[nodiscard]] inline GalleryState arrivalOf(const content::Gallery& /*gallery*/) {
    return {};
}

} // namespace schacht::visitor
