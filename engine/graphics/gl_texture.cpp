#include "engine/graphics/gl_texture.hpp"

#include "engine/graphics/kept_binding.hpp"

#include <GL/gl.h>
#include <algorithm>
#include <iterator>

namespace schacht::graphics {

namespace {

/// Between two lines of words mostly lies nothing, which costs as much to draw as a letter.
std::vector<base::Rect> inkOf(const std::vector<std::uint8_t>& alpha, int width, int height) {
    constexpr int apart = 4; // rows: what is nearer is drawn at once
    std::vector<base::Rect> found;
    for (int y = 0; y < height; ++y) {
        const auto row = alpha.begin() + static_cast<std::ptrdiff_t>(y) * width;
        const auto first = std::find_if(row, row + width, [](std::uint8_t a) { return a > 0; });
        if (first == row + width) {
            continue;
        }
        const auto last = std::find_if(std::reverse_iterator(row + width), std::reverse_iterator(first),
                                       [](std::uint8_t a) { return a > 0; });
        const base::Rect line{static_cast<float>(first - row), static_cast<float>(y),
                              static_cast<float>(last.base() - first), 1};
        if (found.empty() || line.y - found.back().bottom() >= apart) {
            found.push_back(line);
        } else {
            found.back() = found.back().united(line);
        }
    }
    const base::Rect whole{0, 0, static_cast<float>(width), static_cast<float>(height)};
    for (base::Rect& one : found) {
        one = one.grown(1).intersected(whole); // where letters fade out between two pixels
    }
    return found;
}

} // namespace

bool GlTexture::makeRoom() {
    texture.setSmooth(true);
    return width() > 0 && height() > 0 &&
           texture.create(static_cast<unsigned>(width()), static_cast<unsigned>(height()));
}

std::unique_ptr<GlTexture> GlTexture::from(const base::Bitmap& bitmap) {
    std::unique_ptr<GlTexture> made(new GlTexture(bitmap, 4));
    if (!made->makeRoom()) {
        return nullptr;
    }
    made->texture.update(bitmap.rgba.data());
    return made;
}

std::unique_ptr<GlTexture> GlTexture::coverage(const base::Bitmap& bitmap) {
    std::unique_ptr<GlTexture> made(new GlTexture(bitmap, 1));
    if (!made->makeRoom()) {
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
    made->ink = inkOf(alpha, bitmap.width, bitmap.height);
    return made;
}

} // namespace schacht::graphics
