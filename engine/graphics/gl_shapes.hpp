#pragma once
#include "engine/base/units.hpp"
#include "engine/graphics/gradient.hpp"

#include <SFML/Graphics/Vertex.hpp>
#include <span>
#include <vector>

/// Triangles for shapes; pure arithmetic, no graphics driver. Pixels.
namespace schacht::graphics {

/// Adds triangles for a convex shape (points clockwise), coloured by the gradient. smooth: its edge is a pixel wide and
/// fades; else it is cut where it is.
void addShape(std::vector<sf::Vertex>& out, std::span<const base::Point> points, const GradientLine& line,
              std::span<const GradientStop> stops, float alpha, bool smooth);
/// Adds triangles for rings of colour around a middle; beyond the last stop nothing.
void addRings(std::vector<sf::Vertex>& out, base::Point middle, base::Size reach, std::span<const GradientStop> stops,
              float alpha);
/// Adds a round shape that fills `box`, lit from `middle` (which may lie off its centre), with a smooth edge.
void addDisc(std::vector<sf::Vertex>& out, base::Rect box, base::Point middle, base::Size reach,
             std::span<const GradientStop> stops, float alpha);
/// Adds a line of `thick` pixels along the inside of a convex outline, with smooth edges.
void addOutline(std::vector<sf::Vertex>& out, std::span<const base::Point> points, float thick, base::Colour colour);
/// Adds a ring's part between two shares (0..1, clockwise from the top), with smooth edges.
void addArc(std::vector<sf::Vertex>& out, base::Point middle, float radius, float thick, float fromShare, float toShare,
            base::Colour colour);

} // namespace schacht::graphics
