#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"
#include "engine/graphics/orientation.hpp"
#include "engine/graphics/shapes.hpp"
#include "engine/graphics/surface.hpp"
#include "engine/graphics/texture.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Drawing over SFML, in pixels: smooth-edged shapes, gradients, pictures, and framebuffers that are blitted, since on
/// a software renderer a blit costs a tenth of a textured quad (facts/platform.md). The window's thread.
namespace schacht::graphics {

struct WindowOptions {
    int width = 0;  ///< pixels; 0: the whole screen, without a frame
    int height = 0; ///< pixels
    std::string title;
    Orientation orientation = Orientation::asGiven;
    bool onDesk = false; ///< beside other windows: it has a frame, can be moved and closed, and shows the pointer
};

/// The screen's size in pixels; none where no X server answers at DISPLAY.
[[nodiscard]] std::optional<base::Size> screenSize();

class Canvas {
public:
    /// Opens the window. Refused ("no-display", "no-graphics") where there is no X server or no OpenGL.
    [[nodiscard]] static base::Result<std::unique_ptr<Canvas>> open(const WindowOptions& options);

    [[nodiscard]] sf::RenderWindow& window() { return shown; }
    /// Of the picture, which lies in the window as `turn` says.
    [[nodiscard]] int width() const { return static_cast<int>(quarter(turned) ? windowSize.y : windowSize.x); }
    [[nodiscard]] int height() const { return static_cast<int>(quarter(turned) ? windowSize.x : windowSize.y); }
    [[nodiscard]] Turn turn() const { return turned; }
    [[nodiscard]] const std::string& renderer() const { return rendererName; }
    [[nodiscard]] bool software() const; ///< Mesa draws with the processor
    /// The window has this size, in pixels. False where it had it before.
    bool resized(int width, int height);

    /// Until the next call, everything is drawn on `surface`; null: on the picture that display() shows.
    void drawOn(Surface* surface);
    /// Null: the window itself.
    [[nodiscard]] Surface* drawnOn() const { return surface; }
    /// Until the next call, nothing outside `clip` (pixels) is changed; an empty rectangle: everywhere.
    void clip(base::Rect clip);
    /// On whole pixels; empty: everywhere.
    [[nodiscard]] base::Rect clipped() const { return limits; }
    void clear(base::Colour colour);

    /// A convex shape with smooth edges; points clockwise. One colour, or a gradient: `degrees` as in CSS over `box`.
    void shape(std::span<const base::Point> points, base::Colour colour);
    void shape(std::span<const base::Point> points, base::Rect box, float degrees, std::span<const Stop> stops,
               float alpha);
    /// Only the upright rectangle, its edges between pixels as they are.
    void linear(base::Rect box, float degrees, std::span<const Stop> stops, float alpha);
    /// Rings of colour around a middle; beyond the last stop its colour, as far as `box`. light: added.
    void radial(base::Rect box, base::Point middle, base::Size reach, std::span<const Stop> stops, float alpha,
                bool light);
    /// A lamp: a round shape in `box`, lit from `middle`.
    void disc(base::Rect box, base::Point middle, base::Size reach, std::span<const Stop> stops, float alpha);
    void outline(std::span<const base::Point> points, float thick, base::Colour colour);
    void ring(base::Point middle, float radius, float thick, float fromShare, float toShare, base::Colour colour);
    /// `source` in pixels of the texture. radius: of its corners, in pixels.
    void picture(const Texture& texture, base::Rect target, base::Rect source, base::Colour tint, float radius = 0);
    /// All of a coverage, in its colour; what is empty of it costs nothing.
    void words(const Texture& coverage, base::Rect target, base::Colour tint);
    /// Upright rectangles on whole pixels.
    void boxes(std::span<const base::Rect> boxes, base::Colour colour);
    /// Three corners each, of a texture that is tinted.
    struct Corner {
        base::Point at;
        base::Point texel; ///< pixels of the texture
        base::Colour tint;
    };
    void triangles(std::span<const Corner> corners, const Texture& texture);
    /// Copies pixel for pixel, opaque: what of `surface` falls on the target, within the clip, when its corner stands
    /// at `at`.
    void blit(const Surface& surface, int atX, int atY);
    /// A small, soft copy of what was drawn on the present target so far, into `small`.
    void softCopy(Surface& small);
    void scaled(const Surface& surface, base::Rect target, float alpha);

    /// Only `part` (pixels) of what was drawn need be shown: the window looks everywhere else as it should. Empty: all.
    void display(base::Rect part = {});
    /// It costs less to show a part: the processor copies what is shown.
    [[nodiscard]] bool showsParts() const { return parts && page == nullptr; }
    /// The picture, upright, as a PNG. False where it cannot be written.
    [[nodiscard]] bool save(const std::string& file);

private:
    sf::RenderTarget& target() { return surface != nullptr ? static_cast<sf::RenderTarget&>(*surface) : shown; }

    void show(const Surface& picture);

    sf::RenderWindow shown;
    sf::Vector2u windowSize;
    Orientation orientation = Orientation::asGiven;
    Turn turned = Turn::none;
    std::unique_ptr<Surface> page; // the picture, where it is turned
    Surface* surface = nullptr;
    std::string rendererName;
    base::Rect limits;
    bool parts = false;               // GLX copies a part of the window's back; a graphics card swaps all of it
    std::vector<sf::Vertex> vertices; // kept so that a frame allocates nothing
};

} // namespace schacht::graphics
