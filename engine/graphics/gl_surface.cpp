#include "engine/graphics/gl_surface.hpp"

#include "engine/graphics/kept_binding.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace schacht::graphics {

std::unique_ptr<GlSurface> GlSurface::create(unsigned width, unsigned height) {
    std::unique_ptr<GlSurface> made(new GlSurface(width, height));
    if (!made->pixels.create(width, height)) {
        return nullptr;
    }
    made->pixels.setSmooth(true);
    made->write(nullptr);
    GLint bound = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
    glGenFramebuffers(1, &made->framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, made->framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, made->pixels.getNativeHandle(), 0);
    const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<unsigned>(bound));
    if (!complete) {
        return nullptr;
    }
    made->initialize();
    const auto w = static_cast<float>(width);
    const auto h = static_cast<float>(height);
    made->setView(sf::View(sf::FloatRect(0, h, w, -h))); // y downward in memory, where OpenGL has it upward
    return made;
}

GlSurface::~GlSurface() {
    glDeleteFramebuffers(1, &framebuffer);
}

void GlSurface::write(const std::uint8_t* picture) {
    const KeptBinding kept;
    glBindTexture(GL_TEXTURE_2D, pixels.getNativeHandle());
    // unsized, and blue first: the one combination that Mesa lays out as it does the window
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, static_cast<GLsizei>(width()), static_cast<GLsizei>(height()), 0, GL_BGRA,
                 GL_UNSIGNED_INT_8_8_8_8_REV, picture);
}

void GlSurface::read(base::Rect part, std::uint8_t* picture, int rowPixels) const {
    const auto whole = [](float edge) { return static_cast<GLint>(edge); };
    GLint bound = 0;
    glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &bound);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glPixelStorei(GL_PACK_ROW_LENGTH, rowPixels);
    const auto skipped = static_cast<std::size_t>(whole(part.y)) * static_cast<std::size_t>(rowPixels) +
                         static_cast<std::size_t>(whole(part.x));
    glReadPixels(whole(part.x), whole(part.y), whole(part.width), whole(part.height), GL_BGRA,
                 GL_UNSIGNED_INT_8_8_8_8_REV, picture + 4 * skipped);
    glPixelStorei(GL_PACK_ROW_LENGTH, 0);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<unsigned>(bound));
}

bool GlSurface::setActive(bool active) {
    glBindFramebuffer(GL_FRAMEBUFFER, active ? framebuffer : 0);
    return RenderTarget::setActive(active);
}

} // namespace schacht::graphics
