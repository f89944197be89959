#include "engine/graphics/outline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace schacht::graphics {

using base::Point;

int segmentsFor(float radius) {
    return std::clamp(static_cast<int>(radius * 0.9F), 24, 160);
}

std::vector<Point> roundedOutline(base::Rect box, float radius) {
    radius = std::min(radius, std::min(box.width, box.height) / 2);
    if (radius <= 0.25F) {
        return {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
    }
    const int quarter = std::max(2, segmentsFor(radius) / 4);
    std::vector<Point> out;
    const std::array<Point, 4> middles{{{box.right() - radius, box.y + radius},
                                        {box.right() - radius, box.bottom() - radius},
                                        {box.x + radius, box.bottom() - radius},
                                        {box.x + radius, box.y + radius}}};
    for (int corner = 0; corner < 4; ++corner) {
        for (int i = 0; i <= quarter; ++i) {
            const float angle =
                2 * std::numbers::pi_v<float> *
                (static_cast<float>(corner - 1) / 4 + static_cast<float>(i) / static_cast<float>(quarter) / 4);
            const Point m = middles[static_cast<std::size_t>(corner)];
            const Point p{m.x + radius * std::cos(angle), m.y + radius * std::sin(angle)};
            if (out.empty() || std::hypot(p.x - out.back().x, p.y - out.back().y) > 0.05F) {
                out.push_back(p);
            }
        }
    }
    if (std::hypot(out.front().x - out.back().x, out.front().y - out.back().y) <= 0.05F) {
        out.pop_back();
    }
    return out;
}

std::vector<Point> movedOutline(std::span<const Point> points, float by) {
    std::vector<Point> out;
    out.reserve(points.size());
    const auto normal = [](Point a, Point b) {
        const float dx = b.x - a.x;
        const float dy = b.y - a.y;
        const float length = std::max(std::hypot(dx, dy), 1e-6F);
        return Point{dy / length, -dx / length};
    };
    const std::size_t n = points.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Point before = normal(points[(i + n - 1) % n], points[i]);
        const Point after = normal(points[i], points[(i + 1) % n]);
        const float share = std::max(1 + before.x * after.x + before.y * after.y, 0.3F);
        out.push_back(
            {points[i].x + by * (before.x + after.x) / share, points[i].y + by * (before.y + after.y) / share});
    }
    return out;
}

} // namespace schacht::graphics
