#include "engine/graphics/texture.hpp"

namespace schacht::graphics {

std::unique_ptr<Texture> Texture::from(const base::Bitmap& bitmap) {
    if (bitmap.width <= 0 || bitmap.height <= 0) {
        return nullptr;
    }
    auto made = std::make_unique<Texture>();
    if (!made->texture.create(static_cast<unsigned>(bitmap.width), static_cast<unsigned>(bitmap.height))) {
        return nullptr;
    }
    made->texture.update(bitmap.rgba.data());
    made->texture.setSmooth(true);
    return made;
}

} // namespace schacht::graphics
