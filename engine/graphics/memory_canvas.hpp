#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/memory_surface.hpp"
#include "engine/graphics/shared_pixels.hpp"
#include "engine/graphics/x11_window.hpp"

namespace schacht::graphics {

/// Draws with the processor, over Cairo, into memory that the X server shares: for machines without a graphics card,
/// where OpenGL would compile programs for a card that is not there. The window's thread.
class MemoryCanvas final : public Canvas {
public:
    /// None where the X server shares no memory with this program (it is on another machine), or has its pixels
    /// otherwise than blue, green, red in 32 bits. An X server answers.
    [[nodiscard]] static std::unique_ptr<MemoryCanvas> open(const WindowOptions& options);

    [[nodiscard]] WindowId window() const override { return shown->id(); }
    [[nodiscard]] WindowNews collect() override { return shown->collect(); }
    [[nodiscard]] int descriptor() const override { return xcb_get_file_descriptor(shown->connection()); }
    [[nodiscard]] bool pending() override { return shown->pending(); }
    [[nodiscard]] bool software() const override { return true; }
    [[nodiscard]] std::unique_ptr<Surface> surface(unsigned width, unsigned height) override;
    [[nodiscard]] std::unique_ptr<Texture> texture(const base::Bitmap& bitmap) override;
    [[nodiscard]] std::unique_ptr<Texture> coverage(const base::Bitmap& bitmap) override;

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
    void finish() override { shared->finish(); }
    void display(base::Rect part) override;
    [[nodiscard]] bool showsParts() const override { return true; }
    [[nodiscard]] base::Bitmap pixels() override;

private:
    explicit MemoryCanvas(Orientation wanted) : Canvas(wanted) {}
    /// Of what is drawn on, which is nobody else's now.
    [[nodiscard]] cairo_t* pen();
    [[nodiscard]] bool fit() override;
    [[nodiscard]] Surface* page() override { return upright.get(); }
    void aim() override {}
    void limit() override;

    std::unique_ptr<X11Window> shown;
    std::unique_ptr<SharedPixels> shared;   // the window's pixels
    std::unique_ptr<MemorySurface> turned;  // the window's, where the picture is another
    std::unique_ptr<MemorySurface> upright; // the picture
    std::uint64_t made = 0;                 // textures
};

} // namespace schacht::graphics
