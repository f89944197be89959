#include "engine/graphics/film_blit.hpp"

#include "engine/graphics/film_conversion.hpp"

namespace schacht::graphics {

std::unique_ptr<FilmTexture> FilmBlit::create(Canvas& canvas) {
    return std::unique_ptr<FilmTexture>(new FilmBlit(canvas));
}

void FilmBlit::update(const base::FilmFrame& frame) {
    const auto width = static_cast<unsigned>(frame.width);
    const auto height = static_cast<unsigned>(frame.height);
    if (surface == nullptr || surface->width() != width || surface->height() != height) {
        surface = canvas.surface(width, height);
        pixels = std::vector<std::uint8_t>(std::size_t{4} * width * height);
    }
    if (surface != nullptr) {
        convertToBgra(frame, pixels.data(), std::ptrdiff_t{4} * frame.width);
        surface->write(pixels.data());
    }
}

void FilmBlit::rest() {
    surface.reset();
    pixels = std::vector<std::uint8_t>(); // {} would keep its memory
}

void FilmBlit::draw(base::Rect box) {
    const base::Rect target = box.snapped();
    if (surface == nullptr || target.empty()) {
        return;
    }
    if (static_cast<unsigned>(target.width) == surface->width() &&
        static_cast<unsigned>(target.height) == surface->height()) {
        canvas.blit(*surface, static_cast<int>(target.x), static_cast<int>(target.y));
    } else {
        canvas.scaled(*surface, target, 1);
    }
}

} // namespace schacht::graphics
