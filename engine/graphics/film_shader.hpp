#pragma once
#include "engine/graphics/film_texture.hpp"
#include "engine/graphics/gl_canvas.hpp"

#include <array>

namespace schacht::graphics {

/// The graphics card's way: three textures of one channel, and a shader that makes colours of them.
class FilmShader : public FilmTexture {
public:
    /// None where the shader does not compile.
    [[nodiscard]] static std::unique_ptr<FilmTexture> create(GlCanvas& canvas);
    ~FilmShader() override;
    void update(const base::FilmFrame& frame) override;
    void draw(base::Rect box) override;
    [[nodiscard]] std::size_t bytes() const override;

private:
    explicit FilmShader(GlCanvas& onto) : canvas(onto) {}
    [[nodiscard]] bool build();
    void setColours(base::ColourMatrix matrix, base::ColourRange range) const;

    GlCanvas& canvas;
    unsigned program = 0;
    std::array<unsigned, 3> textures{};
    base::FilmFrame last; // size and colours only
};

} // namespace schacht::graphics
