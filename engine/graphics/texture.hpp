#pragma once
#include <cstddef>
#include <cstdint>

namespace schacht::graphics {

/// Pixels that a canvas holds and draws (Canvas::texture, Canvas::coverage). The window's thread.
class Texture {
public:
    virtual ~Texture() = default;
    Texture(const Texture&) = delete;
    Texture& operator=(const Texture&) = delete;

    [[nodiscard]] int width() const { return across; }
    [[nodiscard]] int height() const { return down; }
    [[nodiscard]] std::size_t bytes() const {
        return perPixel * static_cast<std::size_t>(across) * static_cast<std::size_t>(down);
    }
    /// What no other texture of the canvas has as long as this one lives.
    [[nodiscard]] virtual std::uint64_t key() const = 0;

protected:
    Texture(int width, int height, std::size_t bytesPerPixel) : across(width), down(height), perPixel(bytesPerPixel) {}

private:
    int across; // pixels
    int down;
    std::size_t perPixel; // bytes
};

} // namespace schacht::graphics
