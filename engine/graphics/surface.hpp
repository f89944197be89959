#pragma once
#include "engine/base/units.hpp"

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <cstdint>
#include <memory>

namespace schacht::graphics {

/// A picture that is drawn on and shown later. Its pixels lie as those of the window do (blue first, upper row
/// first), so that a software renderer copies them to the window as they are: sf::RenderTexture has red and the lower
/// row first, which makes every blit a textured quad (Mesa's util_can_blit_via_copy_region). The window's thread.
class Surface : public sf::RenderTarget {
public:
    /// None where the driver refuses. The window's context is the current one; what is drawn on stays so.
    [[nodiscard]] static std::unique_ptr<Surface> create(unsigned width, unsigned height);
    ~Surface() override;
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    [[nodiscard]] unsigned width() const { return pixels.getSize().x; }
    [[nodiscard]] unsigned height() const { return pixels.getSize().y; }
    [[nodiscard]] sf::Vector2u getSize() const override { return pixels.getSize(); }
    bool setActive(bool active = true) override;
    /// Takes all its pixels from `picture`: blue, green, red, alpha; the upper row first.
    void write(const std::uint8_t* picture);
    /// Its pixels in `part` (whole ones, within) to where they belong in a picture whose rows have `rowPixels` pixels:
    /// blue, green, red, alpha, each colour times its alpha where it was drawn on from clear.
    void read(base::Rect part, std::uint8_t* picture, int rowPixels) const;

private:
    friend class Canvas;
    Surface() = default;

    sf::Texture pixels;
    unsigned framebuffer = 0;
};

} // namespace schacht::graphics
