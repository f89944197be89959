#pragma once
#include "engine/base/problem.hpp"
#include "engine/scene/design.hpp"
#include "engine/scene/node.hpp"
#include "engine/stage/screen.hpp"

#include <string>
#include <vector>

namespace schacht::kiosk {

/// What a preview says over the pack.
struct PreviewNews {
    std::vector<base::Problem> errors; ///< of the last reading
    std::size_t shown = 0;             ///< which of them
    bool hidden = false;               ///< somebody has put the bar away
    std::string tag;                   ///< "Preview · nl · 1280 x 720 · read 14:06:31"
};

inline constexpr scene::NodeId previewMore = scene::nodeId("preview:more");
inline constexpr scene::NodeId previewHide = scene::nodeId("preview:hide");

/// The bar over the screen's upper edge with one error, its file and line, how many more there are, and the way to put
/// it away; and under it the tag. As tall as its sentence needs, sized in pixels: it is read at a desk.
[[nodiscard]] scene::Node previewBar(const PreviewNews& news, const stage::Screen& screen, const scene::Design& theme,
                                     text::Typesetter& typesetter);

/// Around the words of a page in which something is wrong. words: millimetres.
[[nodiscard]] scene::Node previewOutline(base::Rect words);

} // namespace schacht::kiosk
