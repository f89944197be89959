#include "engine/graphics/gl_canvas.hpp"

#include "engine/graphics/film_shader.hpp"
#include "engine/graphics/gl_shapes.hpp"
#include "engine/graphics/gl_texture.hpp"
#include "engine/graphics/outline.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <GL/glx.h>
#undef None // Xlib's macro stands in the way of sf::Style::None
#include <SFML/Window/Event.hpp>
#include <algorithm>
#include <cmath>
#include <string_view>

namespace schacht::graphics {

namespace {

sf::Color toSfml(base::Colour c) {
    return {c.r, c.g, c.b, c.a};
}

/// Copies a part of the window's back to its front; null where GLX cannot. A context is the current one.
PFNGLXCOPYSUBBUFFERMESAPROC copyOfParts() {
    static const auto found = []() -> PFNGLXCOPYSUBBUFFERMESAPROC {
        Display* const display = glXGetCurrentDisplay();
        const char* const known =
            display != nullptr ? glXQueryExtensionsString(display, DefaultScreen(display)) : nullptr;
        if (known == nullptr || std::string_view(known).find("GLX_MESA_copy_sub_buffer") == std::string_view::npos) {
            return nullptr;
        }
        return reinterpret_cast<PFNGLXCOPYSUBBUFFERMESAPROC>(
            glXGetProcAddress(reinterpret_cast<const GLubyte*>("glXCopySubBufferMESA")));
    }();
    return found;
}

const sf::Texture& sfmlOf(const Texture& texture) {
    return static_cast<const GlTexture&>(texture).sfml();
}

/// Of what lies on whole pixels.
int pixel(float edge) {
    return static_cast<int>(edge);
}

} // namespace

GlCanvas::GlCanvas(Orientation wanted) : Canvas(wanted) {}

std::unique_ptr<GlCanvas> GlCanvas::open(const WindowOptions& options) {
    std::unique_ptr<GlCanvas> canvas(new GlCanvas(options.orientation));
    const bool whole = options.width == 0;
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    const sf::VideoMode mode =
        whole ? desktop : sf::VideoMode(static_cast<unsigned>(options.width), static_cast<unsigned>(options.height));
    sf::RenderWindow& shown = canvas->shown;
    shown.create(mode, options.title, options.onDesk ? sf::Style::Default : sf::Style::None);
    if (!shown.isOpen() || !shown.setActive(true)) {
        return nullptr;
    }
    shown.setPosition({0, 0}); // SFML 2.5.1 places it elsewhere on a server without a window manager
    shown.setMouseCursorVisible(options.onDesk);
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    canvas->rendererName = name != nullptr ? name : "";
    shown.setVerticalSyncEnabled(!canvas->software());
    canvas->parts = canvas->software() && copyOfParts() != nullptr;
    const auto size = shown.getSize();
    canvas->resized(static_cast<int>(size.x), static_cast<int>(size.y));
    return canvas;
}

WindowNews GlCanvas::collect() {
    WindowNews news;
    for (sf::Event event{}; shown.pollEvent(event);) {
        if (event.type == sf::Event::Closed) {
            news.closed = true;
        } else if (event.type == sf::Event::Resized) {
            news.resized = base::Size{static_cast<float>(event.size.width), static_cast<float>(event.size.height)};
        }
    }
    return news;
}

bool GlCanvas::software() const {
    return renderer().find("llvmpipe") != std::string::npos || renderer().find("softpipe") != std::string::npos;
}

std::unique_ptr<Surface> GlCanvas::surface(unsigned across, unsigned down) {
    return GlSurface::create(across, down);
}

std::unique_ptr<Texture> GlCanvas::texture(const base::Bitmap& bitmap) {
    return GlTexture::from(bitmap);
}

std::unique_ptr<Texture> GlCanvas::coverage(const base::Bitmap& bitmap) {
    return GlTexture::coverage(bitmap);
}

std::unique_ptr<FilmTexture> GlCanvas::film(FilmWay way) {
    return way == FilmWay::shader ? FilmShader::create(*this) : Canvas::film(way);
}

bool GlCanvas::fit() {
    shown.setView(sf::View({0, 0, windowSize().width, windowSize().height}));
    turnedPage.reset();
    if (turn() != Turn::none) {
        turnedPage = GlSurface::create(static_cast<unsigned>(width()), static_cast<unsigned>(height()));
    }
    return turn() == Turn::none || turnedPage != nullptr;
}

void GlCanvas::limit() {
    const base::Rect inside = clipped();
    if (inside.empty()) {
        glDisable(GL_SCISSOR_TEST);
        return;
    }
    const auto full = static_cast<int>(target().getSize().y);
    glEnable(GL_SCISSOR_TEST);
    glScissor(pixel(inside.x), drawnOn() != nullptr ? pixel(inside.y) : full - pixel(inside.bottom()),
              pixel(inside.width), pixel(inside.height));
}

void GlCanvas::clear(base::Colour colour) {
    target().clear(toSfml(colour));
}

void GlCanvas::shape(std::span<const base::Point> points, base::Colour colour) {
    const GradientStop stop{0, colour};
    vertices.clear();
    addShape(vertices, points, {}, {&stop, 1}, 1, true);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void GlCanvas::shape(std::span<const base::Point> points, base::Rect box, float degrees,
                     std::span<const GradientStop> stops, float alpha) {
    vertices.clear();
    addShape(vertices, points, gradientLine(box, degrees), stops, alpha, true);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void GlCanvas::linear(base::Rect box, float degrees, std::span<const GradientStop> stops, float alpha) {
    const auto outline = roundedOutline(box, 0);
    vertices.clear();
    addShape(vertices, outline, gradientLine(box, degrees), stops, alpha, false);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void GlCanvas::radial(base::Rect box, base::Point middle, base::Size reach, std::span<const GradientStop> stops,
                      float alpha, bool light) {
    vertices.clear();
    addRings(vertices, middle, reach, stops, alpha);
    if (!stops.empty() && stops.back().colour.a > 0 && !light) {
        // what lies beyond the last ring has its colour: one more ring that reaches every corner of the box
        const float far =
            2 * std::max({box.width / std::max(reach.width, 1.0F), box.height / std::max(reach.height, 1.0F), 1.0F});
        std::vector<sf::Vertex> beyond;
        const std::array<GradientStop, 2> rest{{{stops.back().at, stops.back().colour}, {far, stops.back().colour}}};
        addRings(beyond, middle, reach, rest, alpha);
        // the first ring of `rest` is the disc that the gradient itself fills
        const std::size_t disc = beyond.size() / 3;
        vertices.insert(vertices.end(), beyond.begin() + static_cast<std::ptrdiff_t>(disc), beyond.end());
    }
    target().draw(vertices.data(), vertices.size(), sf::Triangles, light ? sf::BlendAdd : sf::BlendAlpha);
}

void GlCanvas::disc(base::Rect box, base::Point middle, base::Size reach, std::span<const GradientStop> stops,
                    float alpha) {
    vertices.clear();
    addDisc(vertices, box, middle, reach, stops, alpha);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void GlCanvas::outline(std::span<const base::Point> points, float thick, base::Colour colour) {
    vertices.clear();
    addOutline(vertices, points, thick, colour);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void GlCanvas::ring(base::Point middle, float radius, float thick, float fromShare, float toShare,
                    base::Colour colour) {
    vertices.clear();
    addArc(vertices, middle, radius, thick, fromShare, toShare, colour);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void GlCanvas::picture(const Texture& texture, base::Rect box, base::Rect source, base::Colour tint, float radius) {
    if (radius > 0) {
        const GradientStop stop{0, tint};
        vertices.clear();
        addShape(vertices, roundedOutline(box, radius), {}, {&stop, 1}, 1, true);
        for (sf::Vertex& vertex : vertices) {
            vertex.texCoords = {source.x + (vertex.position.x - box.x) / box.width * source.width,
                                source.y + (vertex.position.y - box.y) / box.height * source.height};
        }
        target().draw(vertices.data(), vertices.size(), sf::Triangles, sf::RenderStates(&sfmlOf(texture)));
        return;
    }
    const sf::Color colour = toSfml(tint);
    const sf::Vertex quad[4] = {{{box.x, box.y}, colour, {source.x, source.y}},
                                {{box.right(), box.y}, colour, {source.right(), source.y}},
                                {{box.right(), box.bottom()}, colour, {source.right(), source.bottom()}},
                                {{box.x, box.bottom()}, colour, {source.x, source.bottom()}}};
    target().draw(quad, 4, sf::Quads, sf::RenderStates(&sfmlOf(texture)));
}

void GlCanvas::words(const Texture& coverage, base::Rect box, base::Colour tint) {
    const sf::Color colour = toSfml(tint);
    const float across = box.width / static_cast<float>(coverage.width());
    const float down = box.height / static_cast<float>(coverage.height());
    vertices.clear();
    for (const base::Rect& part : static_cast<const GlTexture&>(coverage).inked()) {
        const auto corner = [&](float x, float y) {
            vertices.emplace_back(sf::Vector2f(box.x + x * across, box.y + y * down), colour, sf::Vector2f(x, y));
        };
        corner(part.x, part.y);
        corner(part.right(), part.y);
        corner(part.right(), part.bottom());
        corner(part.x, part.bottom());
    }
    target().draw(vertices.data(), vertices.size(), sf::Quads, sf::RenderStates(&sfmlOf(coverage)));
}

void GlCanvas::boxes(std::span<const base::Rect> boxes, base::Colour colour) {
    const sf::Color fill = toSfml(colour);
    vertices.clear();
    for (const base::Rect& box : boxes) {
        if (box.empty()) {
            continue; // llvmpipe loses its neighbours
        }
        for (const sf::Vector2f at : {sf::Vector2f(box.x, box.y), sf::Vector2f(box.right(), box.y),
                                      sf::Vector2f(box.right(), box.bottom()), sf::Vector2f(box.x, box.bottom())}) {
            vertices.emplace_back(at, fill);
        }
    }
    target().draw(vertices.data(), vertices.size(), sf::Quads);
}

void GlCanvas::triangles(std::span<const Corner> corners, const Texture& texture) {
    vertices.clear();
    for (const Corner& corner : corners) {
        vertices.emplace_back(sf::Vector2f(corner.at.x, corner.at.y), toSfml(corner.tint),
                              sf::Vector2f(corner.texel.x, corner.texel.y));
    }
    target().draw(vertices.data(), vertices.size(), sf::Triangles, sf::RenderStates(&sfmlOf(texture)));
}

void GlCanvas::blit(const Surface& from, int atX, int atY) {
    target().setActive(true);
    const base::Rect inside = clipped();
    const base::Rect box{static_cast<float>(atX), static_cast<float>(atY), static_cast<float>(from.width()),
                         static_cast<float>(from.height())};
    const base::Rect part = inside.empty() ? box : box.intersected(inside);
    if (part.empty()) {
        return;
    }
    const auto full = static_cast<int>(target().getSize().y);
    const int x = pixel(part.x);
    const int y = pixel(part.y);
    const int right = pixel(part.right());
    const int bottom = pixel(part.bottom());
    const bool window = drawnOn() == nullptr; // whose y OpenGL counts upward
    const unsigned to = framebuffer();
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<const GlSurface&>(from).handle());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    glDisable(GL_SCISSOR_TEST); // under which a blit is no copy any more
    glBlitFramebuffer(x - atX, y - atY, right - atX, bottom - atY, x, window ? full - y : y, right,
                      window ? full - bottom : bottom, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, to);
    if (!inside.empty()) {
        glEnable(GL_SCISSOR_TEST);
    }
}

void GlCanvas::softCopy(Surface& small) {
    const auto size = target().getSize();
    // halving thrice, each a mean of four pixels: through one surface of a half, then a quarter, then the small one
    const auto half = GlSurface::create(size.x / 2, size.y / 2);
    const auto quarter = GlSurface::create(size.x / 4, size.y / 4);
    if (half == nullptr || quarter == nullptr) {
        return;
    }
    glDisable(GL_SCISSOR_TEST);
    const auto step = [](unsigned a, sf::Vector2u of, bool upward, const GlSurface& to) {
        const auto h = static_cast<int>(of.y);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, a);
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.handle());
        glBlitFramebuffer(0, upward ? h : 0, static_cast<int>(of.x), upward ? 0 : h, 0, 0, static_cast<int>(to.width()),
                          static_cast<int>(to.height()), GL_COLOR_BUFFER_BIT, GL_LINEAR);
    };
    step(framebuffer(), size, drawnOn() == nullptr, *half);
    step(half->handle(), half->getSize(), false, *quarter);
    step(quarter->handle(), quarter->getSize(), false, static_cast<GlSurface&>(small));
    target().setActive(true);
}

void GlCanvas::scaled(const Surface& from, base::Rect box, float alpha) {
    const auto tint = sf::Color(255, 255, 255, static_cast<sf::Uint8>(alpha * 255.0F + 0.5F));
    const auto w = static_cast<float>(from.width());
    const auto h = static_cast<float>(from.height());
    const sf::Vertex quad[4] = {{{box.x, box.y}, tint, {0, 0}},
                                {{box.right(), box.y}, tint, {w, 0}},
                                {{box.right(), box.bottom()}, tint, {w, h}},
                                {{box.x, box.bottom()}, tint, {0, h}}};
    target().draw(quad, 4, sf::Quads, sf::RenderStates(&static_cast<const GlSurface&>(from).sfml()));
}

void GlCanvas::finish() {
    glFinish();
}

void GlCanvas::show(const GlSurface& picture) {
    const auto w = static_cast<float>(picture.width());
    const auto h = static_cast<float>(picture.height());
    const auto corner = [&](float x, float y) {
        const base::Point at = onWindow({x, y}, turn(), {w, h});
        return sf::Vertex({at.x, at.y}, sf::Color::White, {x, y});
    };
    const sf::Vertex quad[4] = {corner(0, 0), corner(w, 0), corner(w, h), corner(0, h)};
    shown.setActive(true);
    glDisable(GL_SCISSOR_TEST);
    shown.draw(quad, 4, sf::Quads, sf::RenderStates(sf::BlendNone, {}, &picture.sfml(), nullptr));
}

void GlCanvas::display(base::Rect part) {
    if (turnedPage != nullptr) {
        show(*turnedPage);
    }
    if (part.empty() || !showsParts()) {
        shown.display();
    } else {
        shown.setActive(true);
        copyOfParts()(glXGetCurrentDisplay(), glXGetCurrentDrawable(), pixel(part.x),
                      static_cast<int>(windowSize().height) - pixel(part.bottom()), pixel(part.width),
                      pixel(part.height));
    }
    if (turnedPage != nullptr) {
        drawOn(nullptr);
    }
}

base::Bitmap GlCanvas::pixels() {
    sf::Image image;
    if (turnedPage != nullptr) {
        image = turnedPage->sfml().copyToImage();
    } else {
        sf::Texture copy;
        if (!copy.create(shown.getSize().x, shown.getSize().y)) {
            return {};
        }
        copy.update(shown);
        image = copy.copyToImage();
    }
    const auto size = image.getSize();
    return {static_cast<int>(size.x),
            static_cast<int>(size.y),
            {image.getPixelsPtr(), image.getPixelsPtr() + std::size_t{4} * size.x * size.y}};
}

} // namespace schacht::graphics
