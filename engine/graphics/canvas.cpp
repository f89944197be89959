#include "engine/graphics/canvas.hpp"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <GL/glx.h>
#include <X11/Xlib.h>
#undef None // Xlib's macro stands in the way of sf::Style::None
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace schacht::graphics {

namespace {

sf::Color toSfml(base::Colour c) {
    return {c.r, c.g, c.b, c.a};
}

bool displayThere() {
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr) {
        return false;
    }
    XCloseDisplay(display);
    return true;
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

/// Of what lies on whole pixels.
int pixel(float edge) {
    return static_cast<int>(edge);
}

} // namespace

std::optional<base::Size> screenSize() {
    if (!displayThere()) {
        return std::nullopt;
    }
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    return base::Size{static_cast<float>(desktop.width), static_cast<float>(desktop.height)};
}

base::Result<std::unique_ptr<Canvas>> Canvas::open(const WindowOptions& options) {
    if (!displayThere()) {
        const char* const named = std::getenv("DISPLAY");
        return base::refuse("no-display", "There is no screen to show the kiosk on: no X server answers at DISPLAY=" +
                                              std::string(named != nullptr ? named : "") + ".");
    }
    auto canvas = std::make_unique<Canvas>();
    const bool whole = options.width == 0;
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    const sf::VideoMode mode =
        whole ? desktop : sf::VideoMode(static_cast<unsigned>(options.width), static_cast<unsigned>(options.height));
    canvas->shown.create(mode, options.title, options.onDesk ? sf::Style::Default : sf::Style::None);
    if (!canvas->shown.isOpen() || !canvas->shown.setActive(true)) {
        return base::refuse("no-graphics", "The kiosk's window cannot be opened: this machine has no OpenGL.");
    }
    canvas->shown.setPosition({0, 0}); // SFML 2.5.1 places it elsewhere on a server without a window manager
    canvas->shown.setMouseCursorVisible(options.onDesk);
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    canvas->rendererName = name != nullptr ? name : "";
    canvas->shown.setVerticalSyncEnabled(!canvas->software());
    canvas->parts = canvas->software() && copyOfParts() != nullptr;
    canvas->orientation = options.orientation;
    const auto size = canvas->shown.getSize();
    canvas->resized(static_cast<int>(size.x), static_cast<int>(size.y));
    return canvas;
}

bool Canvas::software() const {
    return rendererName.find("llvmpipe") != std::string::npos || rendererName.find("softpipe") != std::string::npos;
}

bool Canvas::resized(int newWidth, int newHeight) {
    const sf::Vector2u size(static_cast<unsigned>(newWidth), static_cast<unsigned>(newHeight));
    if (size == windowSize) {
        return false;
    }
    windowSize = size;
    const base::Size window{static_cast<float>(newWidth), static_cast<float>(newHeight)};
    shown.setView(sf::View({0, 0, window.width, window.height}));
    turned = turnFor(orientation, window);
    page.reset();
    if (turned != Turn::none) {
        page = Surface::create(static_cast<unsigned>(width()), static_cast<unsigned>(height()));
        turned = page != nullptr ? turned : Turn::none;
    }
    drawOn(nullptr);
    return true;
}

void Canvas::drawOn(Surface* next) {
    surface = next != nullptr ? next : page.get();
    target().setActive(true);
    clip({});
}

void Canvas::clip(base::Rect box) {
    limits = {};
    if (box.empty()) {
        glDisable(GL_SCISSOR_TEST);
        return;
    }
    limits = {std::floor(box.x), std::floor(box.y), std::ceil(box.right()) - std::floor(box.x),
              std::ceil(box.bottom()) - std::floor(box.y)};
    const auto full = static_cast<int>(target().getSize().y);
    glEnable(GL_SCISSOR_TEST);
    glScissor(pixel(limits.x), surface != nullptr ? pixel(limits.y) : full - pixel(limits.bottom()),
              pixel(limits.width), pixel(limits.height));
}

void Canvas::clear(base::Colour colour) {
    target().clear(toSfml(colour));
}

void Canvas::shape(std::span<const base::Point> points, base::Colour colour) {
    const Stop stop{0, colour};
    vertices.clear();
    addShape(vertices, points, {}, {&stop, 1}, 1, true);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void Canvas::shape(std::span<const base::Point> points, base::Rect box, float degrees, std::span<const Stop> stops,
                   float alpha) {
    vertices.clear();
    addShape(vertices, points, gradientLine(box, degrees), stops, alpha, true);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void Canvas::linear(base::Rect box, float degrees, std::span<const Stop> stops, float alpha) {
    const auto outline = roundedOutline(box, 0);
    vertices.clear();
    addShape(vertices, outline, gradientLine(box, degrees), stops, alpha, false);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void Canvas::radial(base::Rect box, base::Point middle, base::Size reach, std::span<const Stop> stops, float alpha,
                    bool light) {
    vertices.clear();
    addRings(vertices, middle, reach, stops, alpha);
    if (!stops.empty() && stops.back().colour.a > 0 && !light) {
        // what lies beyond the last ring has its colour: one more ring that reaches every corner of the box
        const float far =
            2 * std::max({box.width / std::max(reach.width, 1.0F), box.height / std::max(reach.height, 1.0F), 1.0F});
        std::vector<sf::Vertex> beyond;
        const std::array<Stop, 2> rest{{{stops.back().at, stops.back().colour}, {far, stops.back().colour}}};
        addRings(beyond, middle, reach, rest, alpha);
        // the first ring of `rest` is the disc that the gradient itself fills
        const std::size_t disc = beyond.size() / 3;
        vertices.insert(vertices.end(), beyond.begin() + static_cast<std::ptrdiff_t>(disc), beyond.end());
    }
    target().draw(vertices.data(), vertices.size(), sf::Triangles, light ? sf::BlendAdd : sf::BlendAlpha);
}

void Canvas::disc(base::Rect box, base::Point middle, base::Size reach, std::span<const Stop> stops, float alpha) {
    vertices.clear();
    addDisc(vertices, box, middle, reach, stops, alpha);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void Canvas::outline(std::span<const base::Point> points, float thick, base::Colour colour) {
    vertices.clear();
    addOutline(vertices, points, thick, colour);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void Canvas::ring(base::Point middle, float radius, float thick, float fromShare, float toShare, base::Colour colour) {
    vertices.clear();
    addArc(vertices, middle, radius, thick, fromShare, toShare, colour);
    target().draw(vertices.data(), vertices.size(), sf::Triangles);
}

void Canvas::picture(const Texture& texture, base::Rect box, base::Rect source, base::Colour tint, float radius) {
    if (radius > 0) {
        const Stop stop{0, tint};
        vertices.clear();
        addShape(vertices, roundedOutline(box, radius), {}, {&stop, 1}, 1, true);
        for (sf::Vertex& vertex : vertices) {
            vertex.texCoords = {source.x + (vertex.position.x - box.x) / box.width * source.width,
                                source.y + (vertex.position.y - box.y) / box.height * source.height};
        }
        target().draw(vertices.data(), vertices.size(), sf::Triangles, sf::RenderStates(&texture.sfml()));
        return;
    }
    const sf::Color colour = toSfml(tint);
    const sf::Vertex quad[4] = {{{box.x, box.y}, colour, {source.x, source.y}},
                                {{box.right(), box.y}, colour, {source.right(), source.y}},
                                {{box.right(), box.bottom()}, colour, {source.right(), source.bottom()}},
                                {{box.x, box.bottom()}, colour, {source.x, source.bottom()}}};
    target().draw(quad, 4, sf::Quads, sf::RenderStates(&texture.sfml()));
}

void Canvas::words(const Texture& coverage, base::Rect box, base::Colour tint) {
    const sf::Color colour = toSfml(tint);
    const float across = box.width / static_cast<float>(coverage.width());
    const float down = box.height / static_cast<float>(coverage.height());
    vertices.clear();
    for (const base::Rect& part : coverage.inked()) {
        const auto corner = [&](float x, float y) {
            vertices.emplace_back(sf::Vector2f(box.x + x * across, box.y + y * down), colour, sf::Vector2f(x, y));
        };
        corner(part.x, part.y);
        corner(part.right(), part.y);
        corner(part.right(), part.bottom());
        corner(part.x, part.bottom());
    }
    target().draw(vertices.data(), vertices.size(), sf::Quads, sf::RenderStates(&coverage.sfml()));
}

void Canvas::boxes(std::span<const base::Rect> boxes, base::Colour colour) {
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

void Canvas::triangles(std::span<const Corner> corners, const Texture& texture) {
    vertices.clear();
    for (const Corner& corner : corners) {
        vertices.emplace_back(sf::Vector2f(corner.at.x, corner.at.y), toSfml(corner.tint),
                              sf::Vector2f(corner.texel.x, corner.texel.y));
    }
    target().draw(vertices.data(), vertices.size(), sf::Triangles, sf::RenderStates(&texture.sfml()));
}

void Canvas::blit(const Surface& from, int atX, int atY) {
    target().setActive(true);
    const base::Rect box{static_cast<float>(atX), static_cast<float>(atY), static_cast<float>(from.width()),
                         static_cast<float>(from.height())};
    const base::Rect part = limits.empty() ? box : box.intersected(limits);
    if (part.empty()) {
        return;
    }
    const auto full = static_cast<int>(target().getSize().y);
    const int x = pixel(part.x);
    const int y = pixel(part.y);
    const int right = pixel(part.right());
    const int bottom = pixel(part.bottom());
    const bool window = surface == nullptr; // whose y OpenGL counts upward
    const unsigned to = window ? 0 : surface->framebuffer;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
    glDisable(GL_SCISSOR_TEST); // under which a blit is no copy any more
    glBlitFramebuffer(x - atX, y - atY, right - atX, bottom - atY, x, window ? full - y : y, right,
                      window ? full - bottom : bottom, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, to);
    if (!limits.empty()) {
        glEnable(GL_SCISSOR_TEST);
    }
}

void Canvas::softCopy(Surface& small) {
    const auto size = target().getSize();
    // halving thrice, each a mean of four pixels: through one surface of a half, then a quarter, then the small one
    const auto half = Surface::create(size.x / 2, size.y / 2);
    const auto quarter = Surface::create(size.x / 4, size.y / 4);
    if (half == nullptr || quarter == nullptr) {
        return;
    }
    glDisable(GL_SCISSOR_TEST);
    const auto step = [](unsigned a, sf::Vector2u of, bool upward, const Surface& to) {
        const auto h = static_cast<int>(of.y);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, a);
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.framebuffer);
        glBlitFramebuffer(0, upward ? h : 0, static_cast<int>(of.x), upward ? 0 : h, 0, 0, static_cast<int>(to.width()),
                          static_cast<int>(to.height()), GL_COLOR_BUFFER_BIT, GL_LINEAR);
    };
    step(surface != nullptr ? surface->framebuffer : 0, size, surface == nullptr, *half);
    step(half->framebuffer, half->getSize(), false, *quarter);
    step(quarter->framebuffer, quarter->getSize(), false, small);
    target().setActive(true);
}

void Canvas::scaled(const Surface& from, base::Rect box, float alpha) {
    const auto tint = sf::Color(255, 255, 255, static_cast<sf::Uint8>(alpha * 255.0F + 0.5F));
    const auto w = static_cast<float>(from.width());
    const auto h = static_cast<float>(from.height());
    const sf::Vertex quad[4] = {{{box.x, box.y}, tint, {0, 0}},
                                {{box.right(), box.y}, tint, {w, 0}},
                                {{box.right(), box.bottom()}, tint, {w, h}},
                                {{box.x, box.bottom()}, tint, {0, h}}};
    target().draw(quad, 4, sf::Quads, sf::RenderStates(&from.pixels));
}

void Canvas::show(const Surface& picture) {
    const auto w = static_cast<float>(picture.width());
    const auto h = static_cast<float>(picture.height());
    const auto corner = [&](float x, float y) {
        const base::Point at = onWindow({x, y}, turned, {w, h});
        return sf::Vertex({at.x, at.y}, sf::Color::White, {x, y});
    };
    const sf::Vertex quad[4] = {corner(0, 0), corner(w, 0), corner(w, h), corner(0, h)};
    shown.setActive(true);
    glDisable(GL_SCISSOR_TEST);
    shown.draw(quad, 4, sf::Quads, sf::RenderStates(sf::BlendNone, {}, &picture.pixels, nullptr));
}

void Canvas::display(base::Rect part) {
    if (page != nullptr) {
        show(*page);
    }
    if (part.empty() || !showsParts()) {
        shown.display();
    } else {
        shown.setActive(true);
        copyOfParts()(glXGetCurrentDisplay(), glXGetCurrentDrawable(), pixel(part.x),
                      static_cast<int>(windowSize.y) - pixel(part.bottom()), pixel(part.width), pixel(part.height));
    }
    if (page != nullptr) {
        drawOn(nullptr);
    }
}

bool Canvas::save(const std::string& file) {
    if (page != nullptr) {
        return page->pixels.copyToImage().saveToFile(file);
    }
    sf::Texture copy;
    if (!copy.create(windowSize.x, windowSize.y)) {
        return false;
    }
    copy.update(shown);
    return copy.copyToImage().saveToFile(file);
}

} // namespace schacht::graphics
