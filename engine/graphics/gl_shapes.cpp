#include "engine/graphics/gl_shapes.hpp"

#include "engine/graphics/outline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace schacht::graphics {

namespace {

using base::Point;
constexpr float tau = 2 * std::numbers::pi_v<float>;
constexpr float nothing = 1e-2F; // square pixels

sf::Color toSfml(base::Colour c, float alpha) {
    return {c.r, c.g, c.b, static_cast<sf::Uint8>(std::clamp(static_cast<float>(c.a) * alpha + 0.5F, 0.0F, 255.0F))};
}

sf::Vertex vertex(Point p, base::Colour colour, float alpha) {
    return {{p.x, p.y}, toSfml(colour, alpha)};
}

/// What of a convex outline lies on the side where share >= edge (or <=): Sutherland and Hodgman's clipping.
std::vector<Point> cut(std::span<const Point> points, const GradientLine& line, float edge, bool above) {
    std::vector<Point> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point a = points[i];
        const Point b = points[(i + 1) % points.size()];
        const float sa = (line.shareAt(a) - edge) * (above ? 1.0F : -1.0F);
        const float sb = (line.shareAt(b) - edge) * (above ? 1.0F : -1.0F);
        if (sa >= 0) {
            out.push_back(a);
        }
        if ((sa < 0) != (sb < 0)) {
            const float t = sa / (sa - sb);
            out.push_back({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t});
        }
    }
    return out;
}

void addFan(std::vector<sf::Vertex>& out, std::span<const Point> points, const GradientLine& line,
            std::span<const GradientStop> stops, float alpha) {
    const auto at = [&](Point p) { return vertex(p, colourAt(stops, line.shareAt(p)), alpha); };
    for (std::size_t i = 2; i < points.size(); ++i) {
        const Point a = points[0];
        const Point b = points[i - 1];
        const Point c = points[i];
        // where a cut went through a corner; and llvmpipe 22.3 loses an upright rectangle that has such a neighbour
        if (std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) < nothing) {
            continue;
        }
        out.push_back(at(a));
        out.push_back(at(b));
        out.push_back(at(c));
    }
}

/// The outline with points added where a stop's line crosses it, so that its colours are right between them.
std::vector<Point> withCrossings(std::span<const Point> points, const GradientLine& line,
                                 std::span<const GradientStop> stops) {
    std::vector<Point> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point a = points[i];
        const Point b = points[(i + 1) % points.size()];
        const float sa = line.shareAt(a);
        const float sb = line.shareAt(b);
        out.push_back(a);
        std::vector<float> crossings;
        for (const GradientStop& stop : stops) {
            const float t = (stop.at - sa) / (sb - sa);
            if (std::abs(sb - sa) > 1e-6F && t > 0.001F && t < 0.999F) {
                crossings.push_back(t);
            }
        }
        std::sort(crossings.begin(), crossings.end());
        for (const float t : crossings) {
            out.push_back({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t});
        }
    }
    return out;
}

void addFeather(std::vector<sf::Vertex>& out, std::span<const Point> points, const GradientLine& line,
                std::span<const GradientStop> stops, float alpha) {
    const auto inner = movedOutline(points, -0.5F);
    const auto outer = movedOutline(points, 0.5F);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t j = (i + 1) % points.size();
        const base::Colour a = colourAt(stops, line.shareAt(points[i]));
        const base::Colour b = colourAt(stops, line.shareAt(points[j]));
        for (const sf::Vertex& v : {vertex(inner[i], a, alpha), vertex(outer[i], a, 0), vertex(outer[j], b, 0),
                                    vertex(inner[i], a, alpha), vertex(outer[j], b, 0), vertex(inner[j], b, alpha)}) {
            out.push_back(v);
        }
    }
}

} // namespace

void addShape(std::vector<sf::Vertex>& out, std::span<const Point> points, const GradientLine& line,
              std::span<const GradientStop> stops, float alpha, bool smooth) {
    if (points.size() < 3 || stops.empty()) {
        return;
    }
    const std::vector<Point> inner =
        smooth ? movedOutline(points, -0.5F) : std::vector<Point>(points.begin(), points.end());
    std::vector<Point> rest = inner;
    for (const GradientStop& stop : stops.size() > 1 ? stops : stops.first(0)) { // one colour goes over into nothing
        const auto band = cut(rest, line, stop.at, false);
        addFan(out, band, line, stops, alpha);
        rest = cut(rest, line, stop.at, true);
    }
    addFan(out, rest, line, stops, alpha);
    if (smooth) {
        addFeather(out, withCrossings(points, line, stops), line, stops, alpha);
    }
}

void addRings(std::vector<sf::Vertex>& out, Point middle, base::Size reach, std::span<const GradientStop> stops,
              float alpha) {
    const int segments = segmentsFor(std::max(reach.width, reach.height));
    float before = 0;
    base::Colour inside = colourAt(stops, 0);
    for (const GradientStop& stop : stops) {
        for (int i = 0; i < segments; ++i) {
            const float a = tau * static_cast<float>(i) / static_cast<float>(segments);
            const float b = tau * static_cast<float>(i + 1) / static_cast<float>(segments);
            const auto at = [&](float angle, float share) {
                return Point{middle.x + std::cos(angle) * reach.width * share,
                             middle.y + std::sin(angle) * reach.height * share};
            };
            const sf::Vertex innerA = vertex(at(a, before), inside, alpha);
            const sf::Vertex outerB = vertex(at(b, stop.at), stop.colour, alpha);
            for (const sf::Vertex& v : {innerA, vertex(at(a, stop.at), stop.colour, alpha), outerB}) {
                out.push_back(v);
            }
            if (before > 0) {
                for (const sf::Vertex& v : {innerA, outerB, vertex(at(b, before), inside, alpha)}) {
                    out.push_back(v);
                }
            }
        }
        before = stop.at;
        inside = stop.colour;
    }
}

void addDisc(std::vector<sf::Vertex>& out, base::Rect box, Point middle, base::Size reach,
             std::span<const GradientStop> stops, float alpha) {
    const float radius = box.width / 2;
    const Point centre = box.centre();
    const int segments = segmentsFor(radius);
    /// How far it is from `middle` to the edge, `by` pixels outside of it, in a direction.
    const auto toEdge = [&](Point way, float by) {
        const Point off{middle.x - centre.x, middle.y - centre.y};
        const float along = off.x * way.x + off.y * way.y;
        const float r = radius + by;
        return -along + std::sqrt(std::max(0.0F, along * along - (off.x * off.x + off.y * off.y) + r * r));
    };
    std::vector<float> shares{0};
    for (const GradientStop& stop : stops) {
        if (stop.at > 0) {
            shares.push_back(stop.at);
        }
    }
    shares.push_back(100);
    for (int i = 0; i < segments; ++i) {
        std::array<Point, 2> ways;
        for (int k = 0; k < 2; ++k) {
            const float angle = tau * static_cast<float>(i + k) / static_cast<float>(segments);
            ways[static_cast<std::size_t>(k)] = {std::cos(angle), std::sin(angle)};
        }
        const auto at = [&](Point way, float share, float by, float light) {
            const float length = std::hypot(way.x * reach.width, way.y * reach.height);
            const float distance = std::min(share * length, toEdge(way, by));
            return vertex({middle.x + way.x * distance, middle.y + way.y * distance},
                          colourAt(stops, distance / std::max(length, 1e-3F)), alpha * light);
        };
        const auto quad = [&](float inner, float innerBy, float outer, float outerBy, float outerLight) {
            const sf::Vertex a = at(ways[0], inner, innerBy, 1);
            const sf::Vertex b = at(ways[0], outer, outerBy, outerLight);
            const sf::Vertex c = at(ways[1], outer, outerBy, outerLight);
            const sf::Vertex d = at(ways[1], inner, innerBy, 1);
            for (const sf::Vertex& v : {a, b, c, a, c, d}) {
                out.push_back(v);
            }
        };
        for (std::size_t s = 1; s < shares.size(); ++s) {
            quad(shares[s - 1], -0.5F, shares[s], -0.5F, 1);
        }
        quad(100, -0.5F, 100, 0.5F, 0);
    }
}

void addOutline(std::vector<sf::Vertex>& out, std::span<const Point> points, float thick, base::Colour colour) {
    const std::array<std::pair<std::vector<Point>, float>, 4> edges{{{movedOutline(points, 0.5F), 0.0F},
                                                                     {movedOutline(points, -0.5F), 1.0F},
                                                                     {movedOutline(points, 0.5F - thick), 1.0F},
                                                                     {movedOutline(points, -0.5F - thick), 0.0F}}};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t j = (i + 1) % points.size();
        for (std::size_t e = 1; e < edges.size(); ++e) {
            const auto at = [&](std::size_t point, std::size_t edge) {
                return vertex(edges[edge].first[point], colour, edges[edge].second);
            };
            for (const sf::Vertex& v : {at(i, e - 1), at(j, e - 1), at(j, e), at(i, e - 1), at(j, e), at(i, e)}) {
                out.push_back(v);
            }
        }
    }
}

void addArc(std::vector<sf::Vertex>& out, Point middle, float radius, float thick, float fromShare, float toShare,
            base::Colour colour) {
    const int segments = std::max(1, static_cast<int>(static_cast<float>(segmentsFor(radius)) * (toShare - fromShare)));
    const std::array<std::pair<float, float>, 4> edges{{{radius - thick / 2 - 0.5F, 0.0F},
                                                        {radius - thick / 2 + 0.5F, 1.0F},
                                                        {radius + thick / 2 - 0.5F, 1.0F},
                                                        {radius + thick / 2 + 0.5F, 0.0F}}};
    for (int i = 0; i < segments; ++i) {
        const auto at = [&](int step, const std::pair<float, float>& edge) {
            const float share =
                fromShare + (toShare - fromShare) * static_cast<float>(step) / static_cast<float>(segments);
            const float angle = tau * (share - 0.25F);
            return vertex({middle.x + std::cos(angle) * edge.first, middle.y + std::sin(angle) * edge.first}, colour,
                          edge.second);
        };
        for (std::size_t e = 1; e < edges.size(); ++e) {
            for (const sf::Vertex& v : {at(i, edges[e - 1]), at(i, edges[e]), at(i + 1, edges[e]), at(i, edges[e - 1]),
                                        at(i + 1, edges[e]), at(i + 1, edges[e - 1])}) {
                out.push_back(v);
            }
        }
    }
}

} // namespace schacht::graphics
