#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/gl_surface.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <vector>

namespace schacht::graphics {

/// Draws with OpenGL, over SFML: for machines with a graphics card. The window's thread.
class GlCanvas final : public Canvas {
public:
    /// None where there is no OpenGL. An X server answers.
    [[nodiscard]] static std::unique_ptr<GlCanvas> open(const WindowOptions& options);

    [[nodiscard]] WindowId window() const override { return shown.getSystemHandle(); }
    [[nodiscard]] WindowNews collect() override;
    [[nodiscard]] bool software() const override;
    [[nodiscard]] std::unique_ptr<Surface> surface(unsigned width, unsigned height) override;
    [[nodiscard]] std::unique_ptr<Texture> texture(const base::Bitmap& bitmap) override;
    [[nodiscard]] std::unique_ptr<Texture> coverage(const base::Bitmap& bitmap) override;
    [[nodiscard]] std::unique_ptr<FilmTexture> film(FilmWay way) override;

    void clear(base::Colour colour) override;
    void shape(std::span<const base::Point> points, base::Colour colour) override;
    void shape(std::span<const base::Point> points, base::Rect box, float degrees, std::span<const GradientStop> stops,
               float alpha) override;
    void linear(base::Rect box, float degrees, std::span<const GradientStop> stops, float alpha) override;
    void radial(base::Rect box, base::Point middle, base::Size reach, std::span<const GradientStop> stops, float alpha,
                bool light) override;
    void disc(base::Rect box, base::Point middle, base::Size reach, std::span<const GradientStop> stops,
              float alpha) override;
    void outline(std::span<const base::Point> points, float thick, base::Colour colour) override;
    void ring(base::Point middle, float radius, float thick, float fromShare, float toShare,
              base::Colour colour) override;
    void picture(const Texture& texture, base::Rect target, base::Rect source, base::Colour tint,
                 float radius) override;
    void words(const Texture& coverage, base::Rect target, base::Colour tint) override;
    void boxes(std::span<const base::Rect> boxes, base::Colour colour) override;
    void triangles(std::span<const Corner> corners, const Texture& texture) override;
    void blit(const Surface& surface, int atX, int atY) override;
    void softCopy(Surface& small) override;
    void scaled(const Surface& surface, base::Rect target, float alpha) override;
    void finish() override;
    void display(base::Rect part) override;
    [[nodiscard]] bool showsParts() const override { return parts && turnedPage == nullptr; }
    [[nodiscard]] base::Bitmap pixels() override;

    /// What is drawn on.
    [[nodiscard]] sf::RenderTarget& target() {
        return drawnOn() != nullptr ? static_cast<sf::RenderTarget&>(static_cast<GlSurface&>(*drawnOn())) : shown;
    }

private:
    explicit GlCanvas(Orientation wanted);
    /// Of what is drawn on; 0: the window's.
    [[nodiscard]] unsigned framebuffer() const {
        return drawnOn() != nullptr ? static_cast<const GlSurface&>(*drawnOn()).handle() : 0;
    }
    [[nodiscard]] bool fit() override;
    [[nodiscard]] Surface* page() override { return turnedPage.get(); }
    void aim() override { target().setActive(true); }
    void limit() override;
    void show(const GlSurface& picture);

    sf::RenderWindow shown;
    std::unique_ptr<GlSurface> turnedPage; // the picture, where it is turned
    bool parts = false;                    // GLX copies a part of the window's back; a graphics card swaps all of it
    std::vector<sf::Vertex> vertices;      // kept so that a frame allocates nothing
};

} // namespace schacht::graphics
