#pragma once
#include "engine/graphics/film_texture.hpp"

namespace schacht::graphics {

/// The processor's way: its own conversion into pixels that lie as the window's do, and a blit, which is a copy then.
class FilmBlit : public FilmTexture {
public:
    [[nodiscard]] static std::unique_ptr<FilmTexture> create(Canvas& canvas);
    void update(const base::FilmFrame& frame) override;
    void draw(base::Rect box) override;
    void rest() override;
    [[nodiscard]] std::size_t bytes() const override { return 2 * pixels.size(); }

private:
    explicit FilmBlit(Canvas& onto) : canvas(onto) {}

    Canvas& canvas;
    std::unique_ptr<Surface> surface;
    std::vector<std::uint8_t> pixels; // blue, green, red, 255
};

} // namespace schacht::graphics
