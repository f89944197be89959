#pragma once
#include "engine/base/units.hpp"

#include <SFML/Graphics/Vertex.hpp>
#include <span>
#include <vector>

/// Triangles for shapes; pure arithmetic, no graphics driver. Pixels.
namespace schacht::graphics {

struct Stop {
    float at = 0; ///< 0..1
    base::Colour colour;
};

/// The outline of a rectangle with round corners, clockwise. radius: 0..half the shorter side, else clamped.
[[nodiscard]] std::vector<base::Point> roundedOutline(base::Rect box, float radius);

/// A linear gradient over a box as CSS Images 3 defines it; degrees 0 to the top, 90 to the right.
struct GradientLine {
    base::Point start;
    base::Point step; ///< a point's share of the way is (p - start) · step
    [[nodiscard]] float shareAt(base::Point p) const { return (p.x - start.x) * step.x + (p.y - start.y) * step.y; }
};
[[nodiscard]] GradientLine gradientLine(base::Rect box, float degrees);
[[nodiscard]] base::Colour colourAt(std::span<const Stop> stops, float share);

/// Adds triangles for a convex shape (points clockwise), coloured by the gradient. smooth: its edge is a pixel wide and
/// fades; else it is cut where it is.
void addShape(std::vector<sf::Vertex>& out, std::span<const base::Point> points, const GradientLine& line,
              std::span<const Stop> stops, float alpha, bool smooth);
/// Adds triangles for rings of colour around a middle; beyond the last stop nothing.
void addRings(std::vector<sf::Vertex>& out, base::Point middle, base::Size reach, std::span<const Stop> stops,
              float alpha);
/// Adds a round shape that fills `box`, lit from `middle` (which may lie off its centre), with a smooth edge.
void addDisc(std::vector<sf::Vertex>& out, base::Rect box, base::Point middle, base::Size reach,
             std::span<const Stop> stops, float alpha);
/// Adds a line of `thick` pixels along the inside of a convex outline, with smooth edges.
void addOutline(std::vector<sf::Vertex>& out, std::span<const base::Point> points, float thick, base::Colour colour);
/// Adds a ring's part between two shares (0..1, clockwise from the top), with smooth edges.
void addArc(std::vector<sf::Vertex>& out, base::Point middle, float radius, float thick, float fromShare, float toShare,
            base::Colour colour);

} // namespace schacht::graphics
