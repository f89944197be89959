#include "engine/graphics/gradient.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace schacht::graphics {

GradientLine gradientLine(base::Rect box, float degrees) {
    const float angle = degrees * std::numbers::pi_v<float> / 180;
    const base::Point way{std::sin(angle), -std::cos(angle)};
    const float length = std::max(std::abs(box.width * way.x) + std::abs(box.height * way.y), 1e-3F);
    const base::Point middle = box.centre();
    return {{middle.x - way.x * length / 2, middle.y - way.y * length / 2}, {way.x / length, way.y / length}};
}

base::Colour colourAt(std::span<const GradientStop> stops, float share) {
    if (stops.empty()) {
        return {0, 0, 0, 0};
    }
    if (share <= stops.front().at) {
        return stops.front().colour;
    }
    for (std::size_t i = 1; i < stops.size(); ++i) {
        if (share <= stops[i].at) {
            const float width = stops[i].at - stops[i - 1].at;
            return width <= 0 ? stops[i].colour
                              : base::mix(stops[i - 1].colour, stops[i].colour, (share - stops[i - 1].at) / width);
        }
    }
    return stops.back().colour;
}

} // namespace schacht::graphics
