#pragma once
#include "engine/base/cairo_owned.hpp"
#include "engine/graphics/surface.hpp"

#include <memory>

namespace schacht::graphics {

/// A surface in the program's own memory, which Cairo draws on. The window's thread.
class MemorySurface : public Surface {
public:
    /// Clear at first. None where there is no memory for it.
    [[nodiscard]] static std::unique_ptr<MemorySurface> create(unsigned width, unsigned height);
    /// Opaque, over pixels that somebody else owns: blue, green, red and a byte that says nothing, without gaps.
    [[nodiscard]] static std::unique_ptr<MemorySurface> over(std::uint8_t* pixels, unsigned width, unsigned height);

    void write(const std::uint8_t* picture) override;
    void read(base::Rect part, std::uint8_t* picture, int rowPixels) const override;
    [[nodiscard]] cairo_surface_t* cairo() const { return surface.get(); }
    /// To draw with. What Cairo refused once it refuses for ever: that one is thrown away then, its clip too.
    [[nodiscard]] cairo_t* pen();

private:
    MemorySurface(cairo_surface_t* made, unsigned width, unsigned height);
    [[nodiscard]] std::uint8_t* row(int y) const;

    std::unique_ptr<cairo_surface_t, base::ReleaseCairo> surface;
    std::unique_ptr<cairo_t, base::ReleaseCairo> context;
};

} // namespace schacht::graphics
