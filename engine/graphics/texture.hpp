#pragma once
#include "engine/base/bitmap.hpp"
#include "engine/base/units.hpp"

#include <SFML/Graphics/Texture.hpp>
#include <memory>
#include <vector>

namespace schacht::graphics {

/// Pixels that the graphics driver holds. The window's thread.
class Texture {
public:
    /// None where the driver refuses (too large, out of memory).
    [[nodiscard]] static std::unique_ptr<Texture> from(const base::Bitmap& bitmap);
    /// Only its alpha, for words and signs that get their colour when they are drawn: a quarter of the memory.
    [[nodiscard]] static std::unique_ptr<Texture> coverage(const base::Bitmap& bitmap);

    [[nodiscard]] int width() const { return static_cast<int>(texture.getSize().x); }
    [[nodiscard]] int height() const { return static_cast<int>(texture.getSize().y); }
    [[nodiscard]] std::size_t bytes() const { return perPixel * texture.getSize().x * texture.getSize().y; }
    /// The rows that hold anything, of coverage: apart from one another, in texels, with an empty one around each.
    [[nodiscard]] const std::vector<base::Rect>& inked() const { return ink; }
    [[nodiscard]] unsigned key() const { return texture.getNativeHandle(); }
    [[nodiscard]] const sf::Texture& sfml() const { return texture; }

private:
    sf::Texture texture;
    std::size_t perPixel = 4; // bytes
    std::vector<base::Rect> ink;
};

} // namespace schacht::graphics
