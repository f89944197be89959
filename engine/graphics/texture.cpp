#include "engine/graphics/texture.hpp"

#include "engine/graphics/kept_binding.hpp"

#include <GL/gl.h>

namespace schacht::graphics {

namespace {

bool size(sf::Texture& texture, const base::Bitmap& bitmap) {
    texture.setSmooth(true);
    return bitmap.width > 0 && bitmap.height > 0 &&
           texture.create(static_cast<unsigned>(bitmap.width), static_cast<unsigned>(bitmap.height));
}

} // namespace

std::unique_ptr<Texture> Texture::from(const base::Bitmap& bitmap) {
    auto made = std::make_unique<Texture>();
    if (!size(made->texture, bitmap)) {
        return nullptr;
    }
    made->texture.update(bitmap.rgba.data());
    return made;
}

std::unique_ptr<Texture> Texture::coverage(const base::Bitmap& bitmap) {
    auto made = std::make_unique<Texture>();
    if (!size(made->texture, bitmap)) {
        return nullptr;
    }
    std::vector<std::uint8_t> alpha(bitmap.rgba.size() / 4);
    for (std::size_t i = 0; i < alpha.size(); ++i) {
        alpha[i] = bitmap.rgba[4 * i + 3];
    }
    const KeptBinding kept;
    glBindTexture(GL_TEXTURE_2D, made->texture.getNativeHandle());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_ALPHA8, bitmap.width, bitmap.height, 0, GL_ALPHA, GL_UNSIGNED_BYTE, alpha.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    made->perPixel = 1;
    return made;
}

} // namespace schacht::graphics
