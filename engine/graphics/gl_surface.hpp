#pragma once
#include "engine/graphics/surface.hpp"

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <memory>

namespace schacht::graphics {

/// A surface in the graphics driver's memory. Its pixels lie as those of the window do, so that a software renderer
/// copies them to the window as they are: sf::RenderTexture has red and the lower row first, which makes every blit a
/// textured quad (Mesa's util_can_blit_via_copy_region). The window's thread.
class GlSurface : public Surface, public sf::RenderTarget {
public:
    /// None where the driver refuses. The window's context is the current one; what is drawn on stays so.
    [[nodiscard]] static std::unique_ptr<GlSurface> create(unsigned width, unsigned height);
    ~GlSurface() override;
    GlSurface(const GlSurface&) = delete;
    GlSurface& operator=(const GlSurface&) = delete;

    [[nodiscard]] sf::Vector2u getSize() const override { return pixels.getSize(); }
    bool setActive(bool active = true) override;
    void write(const std::uint8_t* picture) override;
    void read(base::Rect part, std::uint8_t* picture, int rowPixels) const override;
    [[nodiscard]] const sf::Texture& sfml() const { return pixels; }
    [[nodiscard]] unsigned handle() const { return framebuffer; }

private:
    GlSurface(unsigned width, unsigned height) : Surface(width, height) {}

    sf::Texture pixels;
    unsigned framebuffer = 0;
};

} // namespace schacht::graphics
