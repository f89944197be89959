#include "engine/graphics/film_blit.hpp"

#include "engine/graphics/film_conversion.hpp"
#include "engine/graphics/kept_binding.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace schacht::graphics {

namespace {

/// The present target, made current; its framebuffer's name is what OpenGL knows it by.
unsigned targetFramebuffer(Canvas& canvas) {
    Surface* const surface = canvas.drawnOn();
    if (surface == nullptr) {
        canvas.window().setActive(true);
        return 0;
    }
    surface->setActive(true);
    GLint bound = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
    return static_cast<unsigned>(bound);
}

} // namespace

std::unique_ptr<FilmTexture> FilmBlit::create() {
    return std::unique_ptr<FilmTexture>(new FilmBlit);
}

FilmBlit::FilmBlit() {
    glGenTextures(1, &texture);
    glGenFramebuffers(1, &framebuffer);
}

FilmBlit::~FilmBlit() {
    glDeleteFramebuffers(1, &framebuffer);
    glDeleteTextures(1, &texture);
}

void FilmBlit::update(const base::FilmFrame& frame) {
    const bool resized = frame.width != width || frame.height != height;
    if (resized) {
        width = frame.width;
        height = frame.height;
        pixels = std::vector<std::uint8_t>(std::size_t{4} * static_cast<std::size_t>(width) *
                                           static_cast<std::size_t>(height));
    }
    convertToBgra(frame, pixels.data(), std::ptrdiff_t{4} * width);
    const KeptBinding kept;
    glBindTexture(GL_TEXTURE_2D, texture);
    // Unsized, and blue first: what Mesa lays out as the window, so that this and the blit copy memory (Surface).
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, pixels.data());
    if (resized) {
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        GLint bound = 0;
        glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
        glBindFramebuffer(GL_FRAMEBUFFER, static_cast<unsigned>(bound));
    }
}

void FilmBlit::rest() {
    width = height = 0;
    pixels = std::vector<std::uint8_t>(); // {} would keep its memory
    const KeptBinding kept;
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, 0, 0, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, nullptr);
}

void FilmBlit::draw(Canvas& canvas, base::Rect box) {
    const base::Rect target = box.snapped();
    if (width == 0 || target.empty()) {
        return;
    }
    const unsigned to = targetFramebuffer(canvas);
    const bool upward = canvas.drawnOn() == nullptr; // the window's y, as OpenGL counts
    const int full = upward ? canvas.height() : static_cast<int>(canvas.drawnOn()->height());
    const base::Rect clip = canvas.clipped();
    const bool exact = static_cast<int>(target.width) == width && static_cast<int>(target.height) == height;
    // A blit under a scissor is no copy any more, so one that is not scaled is cut to the clip by hand.
    const base::Rect part = exact && !clip.empty() ? target.intersected(clip) : target;
    if (part.empty()) {
        return;
    }
    const base::Rect source = exact ? part.moved(-target.x, -target.y)
                                    : base::Rect{0, 0, static_cast<float>(width), static_cast<float>(height)};
    const auto whole = [](float edge) { return static_cast<int>(edge); };
    const int top = upward ? full - whole(part.y) : whole(part.y);
    const int bottom = upward ? full - whole(part.bottom()) : whole(part.bottom());
    if (exact && !clip.empty()) {
        glDisable(GL_SCISSOR_TEST);
    }
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    glBlitFramebuffer(whole(source.x), whole(source.y), whole(source.right()), whole(source.bottom()), whole(part.x),
                      top, whole(part.right()), bottom, GL_COLOR_BUFFER_BIT, exact ? GL_NEAREST : GL_LINEAR);
    glBindFramebuffer(GL_FRAMEBUFFER, to);
    if (exact && !clip.empty()) {
        glEnable(GL_SCISSOR_TEST);
    }
}

} // namespace schacht::graphics
