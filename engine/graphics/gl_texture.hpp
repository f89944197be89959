#pragma once
#include "engine/base/bitmap.hpp"
#include "engine/base/units.hpp"
#include "engine/graphics/texture.hpp"

#include <SFML/Graphics/Texture.hpp>
#include <memory>
#include <vector>

namespace schacht::graphics {

/// Pixels that the graphics driver holds. The window's thread.
class GlTexture : public Texture {
public:
    /// None where the driver refuses (too large, out of memory).
    [[nodiscard]] static std::unique_ptr<GlTexture> from(const base::Bitmap& bitmap);
    /// Only its alpha: a quarter of the memory.
    [[nodiscard]] static std::unique_ptr<GlTexture> coverage(const base::Bitmap& bitmap);

    /// The rows that hold anything, of coverage: apart from one another, in texels, with an empty one around each.
    [[nodiscard]] const std::vector<base::Rect>& inked() const { return ink; }
    [[nodiscard]] std::uint64_t key() const override { return texture.getNativeHandle(); }
    [[nodiscard]] const sf::Texture& sfml() const { return texture; }

private:
    GlTexture(const base::Bitmap& bitmap, std::size_t pixelBytes) : Texture(bitmap.width, bitmap.height, pixelBytes) {}
    [[nodiscard]] bool makeRoom();

    sf::Texture texture;
    std::vector<base::Rect> ink;
};

} // namespace schacht::graphics
