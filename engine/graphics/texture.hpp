#pragma once
#include "engine/base/bitmap.hpp"

#include <SFML/Graphics/Texture.hpp>
#include <memory>

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
    [[nodiscard]] unsigned key() const { return texture.getNativeHandle(); }
    [[nodiscard]] const sf::Texture& sfml() const { return texture; }

private:
    sf::Texture texture;
    std::size_t perPixel = 4; // bytes
};

} // namespace schacht::graphics
