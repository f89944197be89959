#include "engine/graphics/kept_binding.hpp"

#include <GL/gl.h>

namespace schacht::graphics {

KeptBinding::KeptBinding() {
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &before);
}

KeptBinding::~KeptBinding() {
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before));
}

} // namespace schacht::graphics
