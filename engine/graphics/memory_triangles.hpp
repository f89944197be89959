#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/memory_texture.hpp"

#include <cstdint>
#include <span>

namespace schacht::graphics {

/// Where triangles are drawn: opaque pixels, blue, green, red and a byte that says nothing.
struct Raster {
    std::uint8_t* pixels = nullptr; ///< the upper row first
    std::ptrdiff_t stride = 0;      ///< bytes from a row to the one below it
    base::Rect within;              ///< nothing outside is changed; whole pixels
};

/// Draws triangles, three corners each, whose colours go over from corner to corner and tint a texture's nearest pixels
/// (no coverage's): for the menu of staff, since Cairo has no such thing but meshes, which take a hundred times as
/// long. A pixel belongs to the triangle that its middle lies in; where triangles meet, to one of them.
void drawTriangles(const Raster& onto, std::span<const Canvas::Corner> corners, const MemoryTexture& texture);

} // namespace schacht::graphics
