#include "engine/graphics/film_shader.hpp"

#include "engine/graphics/film_colours.hpp"
#include "engine/graphics/kept_binding.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

namespace schacht::graphics {

namespace {

// GLSL 1.20 runs on every card that a museum still has.
constexpr const char* vertexSource = R"(#version 120
varying vec2 at;
void main() {
    at = gl_MultiTexCoord0.xy;
    gl_Position = gl_Vertex;
})";
constexpr const char* fragmentSource = R"(#version 120
varying vec2 at;
uniform sampler2D luma;
uniform sampler2D blueDifference;
uniform sampler2D redDifference;
uniform vec3 zero;
uniform mat3 colours;
void main() {
    vec3 stored = vec3(texture2D(luma, at).r, texture2D(blueDifference, at).r, texture2D(redDifference, at).r);
    gl_FragColor = vec4(colours * (stored - zero), 1.0);
})";
constexpr std::array samplers{"luma", "blueDifference", "redDifference"};

unsigned compiled(unsigned kind, const char* source) {
    const unsigned shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

/// The plane's rows may be longer than its pixels.
void upload(unsigned texture, const base::FilmFrame::Plane& plane, int width, int height) {
    glBindTexture(GL_TEXTURE_2D, texture);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, static_cast<GLint>(plane.stride));
    glTexImage2D(GL_TEXTURE_2D, 0, GL_LUMINANCE8, width, height, 0, GL_LUMINANCE, GL_UNSIGNED_BYTE, plane.pixels);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
}

} // namespace

std::unique_ptr<FilmTexture> FilmShader::create(GlCanvas& canvas) {
    std::unique_ptr<FilmShader> made(new FilmShader(canvas));
    return made->build() ? std::move(made) : nullptr;
}

bool FilmShader::build() {
    program = glCreateProgram();
    if (program == 0) {
        return false;
    }
    const unsigned vertex = compiled(GL_VERTEX_SHADER, vertexSource);
    const unsigned fragment = compiled(GL_FRAGMENT_SHADER, fragmentSource);
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex); // the program keeps them
    glDeleteShader(fragment);
    glReleaseShaderCompiler(); // Mesa's keeps 7 MB, and no other shader is to come
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (linked == 0) {
        return false;
    }
    glGenTextures(static_cast<GLsizei>(textures.size()), textures.data());
    const KeptBinding kept;
    for (const unsigned texture : textures) {
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    }
    return true;
}

FilmShader::~FilmShader() {
    glDeleteTextures(static_cast<GLsizei>(textures.size()), textures.data());
    glDeleteProgram(program);
}

std::size_t FilmShader::bytes() const {
    return static_cast<std::size_t>(last.width) * static_cast<std::size_t>(last.height) * 3 / 2;
}

void FilmShader::update(const base::FilmFrame& frame) {
    last = frame;
    last.y = last.u = last.v = {};
    const KeptBinding kept;
    upload(textures[0], frame.y, frame.width, frame.height);
    upload(textures[1], frame.u, frame.chromaWidth(), frame.chromaHeight());
    upload(textures[2], frame.v, frame.chromaWidth(), frame.chromaHeight());
}

void FilmShader::setColours(base::ColourMatrix matrix, base::ColourRange range) const {
    const FilmColours colours = filmColours(matrix, range);
    const auto luma = static_cast<float>(colours.luma);
    // OpenGL wants the matrix column by column
    const std::array<float, 9> columns{luma,
                                       luma,
                                       luma,
                                       0,
                                       static_cast<float>(colours.greenU),
                                       static_cast<float>(colours.blueU),
                                       static_cast<float>(colours.redV),
                                       static_cast<float>(colours.greenV),
                                       0};
    glUniformMatrix3fv(glGetUniformLocation(program, "colours"), 1, GL_FALSE, columns.data());
    glUniform3f(glGetUniformLocation(program, "zero"), static_cast<float>(colours.black), 128.0F / 255.0F,
                128.0F / 255.0F);
}

void FilmShader::draw(base::Rect box) {
    const base::Rect target = box.snapped();
    if (last.width == 0 || target.empty()) {
        return;
    }
    sf::RenderTarget& drawn = canvas.target();
    drawn.setActive(true);
    const auto size = drawn.getSize();
    const auto w = static_cast<float>(size.x);
    const auto h = static_cast<float>(size.y);
    const GLboolean clipped = glIsEnabled(GL_SCISSOR_TEST);
    glViewport(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y));
    glDisable(GL_BLEND);
    glUseProgram(program);
    setColours(last.matrix, last.range);
    for (std::size_t i = textures.size(); i-- > 0;) { // ends with unit 0, which SFML expects to be the active one
        glActiveTexture(static_cast<GLenum>(GL_TEXTURE0 + i));
        glBindTexture(GL_TEXTURE_2D, textures[i]);
        glUniform1i(glGetUniformLocation(program, samplers[i]), static_cast<GLint>(i));
    }
    const float flip = canvas.drawnOn() == nullptr ? -1.0F : 1.0F; // a surface's upper row is OpenGL's lowest
    const auto corner = [&](float u, float v, float x, float y) {
        glTexCoord2f(u, v);
        glVertex2f(2 * x / w - 1, flip * (2 * y / h - 1));
    };
    glBegin(GL_QUADS);
    corner(0, 0, target.x, target.y);
    corner(1, 0, target.right(), target.y);
    corner(1, 1, target.right(), target.bottom());
    corner(0, 1, target.x, target.bottom());
    glEnd();
    glUseProgram(0);
    drawn.resetGLStates(); // SFML remembers states that it believes unchanged
    if (clipped == GL_TRUE) {
        glEnable(GL_SCISSOR_TEST);
    }
}

} // namespace schacht::graphics
