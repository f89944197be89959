#include "kiosk/visitor/parts/close_look/lens.hpp"

#include "kiosk/visitor/kit/layout.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

/// A share that is between two, or in their middle where they are the wrong way round.
float between(float value, float least, float most) {
    return least > most ? (least + most) / 2 : std::clamp(value, least, most);
}

/// How far past its edge something stands that was pulled `past` it, either way.
float given(float past) {
    return past < 0 ? layout::banded(past, 0) : -layout::banded(-past, 0);
}

} // namespace

Lens Lens::of(std::optional<base::Size> pixels, base::Rect frame, float clear) {
    const base::Size shape = pixels && pixels->width > 0 && pixels->height > 0 ? *pixels : base::Size{16, 9};
    return {frame, clear, base::fitting(shape, base::Size{frame.width, frame.height})};
}

base::Rect Lens::place(const Sight& sight) const {
    const base::Size size{whole.width * sight.scale, whole.height * sight.scale};
    const base::Point middle = frame.centre();
    return {middle.x - sight.at.x * size.width, middle.y - sight.at.y * size.height, size.width, size.height};
}

Sight Lens::within(const Sight& sight) const {
    Sight out{std::clamp(sight.scale, 1.0F, nearest), sight.at};
    const float width = whole.width * out.scale;
    const float height = whole.height * out.scale;
    const float half = frame.width / 2 / width;
    out.at.x = between(sight.at.x, half, 1 - half);
    // the top edge no lower than the frame's, the bottom edge no higher than the words; in the clear part's middle
    // where it is smaller than that
    const float top = frame.height / 2 / height;
    const float bottom = 1 + (frame.height / 2 - clear) / height;
    out.at.y = between(sight.at.y, top, bottom);
    return out;
}

base::Point Lens::under(base::Point at, const Sight& sight) const {
    const base::Rect here = place(sight);
    return {(at.x - here.x) / here.width, (at.y - here.y) / here.height};
}

Sight Lens::holding(base::Point part, base::Point at, float scale) const {
    constexpr float softness = .3F; // of a pinch below the whole: it comes to `farthest` only in the end
    const float below = std::max(1 - scale, 0.0F);
    Sight sight{std::clamp(scale, 1.0F, nearest) - (1 - farthest) * below / (below + softness), {}};
    const base::Point middle = frame.centre();
    const base::Size size{whole.width * sight.scale, whole.height * sight.scale};
    sight.at = {part.x + (middle.x - at.x) / size.width, part.y + (middle.y - at.y) / size.height};
    const Sight rest = within({std::max(sight.scale, 1.0F), sight.at});
    sight.at.x = rest.at.x + given((sight.at.x - rest.at.x) * size.width) / size.width;
    sight.at.y = rest.at.y + given((sight.at.y - rest.at.y) * size.height) / size.height;
    return sight;
}

base::Rect Lens::seen(const Sight& sight) const {
    const base::Rect here = place(sight);
    const base::Rect shown = here.intersected(frame);
    return {(shown.x - here.x) / here.width, (shown.y - here.y) / here.height, shown.width / here.width,
            shown.height / here.height};
}

} // namespace schacht::visitor
