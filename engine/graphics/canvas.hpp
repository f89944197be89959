#pragma once
#include "engine/base/bitmap.hpp"
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"
#include "engine/graphics/gradient.hpp"
#include "engine/graphics/orientation.hpp"
#include "engine/graphics/renderer.hpp"
#include "engine/graphics/surface.hpp"
#include "engine/graphics/texture.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>

/// The room of drawing: a window and one Canvas on it with two renderers, OpenGL and the processor. In pixels:
/// smooth-edged shapes, gradients, pictures, and surfaces that are blitted, since for a processor a copy costs a tenth
/// of what scaling does (facts/platform.md). Nothing here knows a scene, a font or a file of a pack. The window's
/// thread.
namespace schacht::graphics {

class FilmTexture;
enum class FilmWay;

struct WindowOptions {
    int width = 0;  ///< pixels; 0: the whole screen, without a frame
    int height = 0; ///< pixels
    std::string title;
    Orientation orientation = Orientation::asGiven;
    bool onDesk = false; ///< beside other windows: it has a frame, can be moved and closed, and shows the pointer
    Renderer renderer = Renderer::fitting;
};

/// As the X server numbers it.
using WindowId = unsigned long;

/// What became of the window since it was asked last.
struct WindowNews {
    bool closed = false;               ///< somebody wants it closed
    std::optional<base::Size> resized; ///< pixels
};

/// The screen's size in pixels; none where no X server answers at DISPLAY.
[[nodiscard]] std::optional<base::Size> screenSize();

class Canvas {
public:
    /// Opens the window. Refused ("no-display", "no-graphics") where there is no X server, or neither OpenGL nor shared
    /// memory to draw with.
    [[nodiscard]] static base::Result<std::unique_ptr<Canvas>> open(const WindowOptions& options);
    virtual ~Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    [[nodiscard]] virtual WindowId window() const = 0;
    [[nodiscard]] virtual WindowNews collect() = 0;
    /// Readable when there may be news to collect; -1: look after every wake.
    [[nodiscard]] virtual int descriptor() const { return -1; }
    /// There is news that the descriptor does not tell of any more.
    [[nodiscard]] virtual bool pending() { return false; }

    /// Of the picture, which lies in the window as `turn` says.
    [[nodiscard]] int width() const { return static_cast<int>(pageSize().width); }
    [[nodiscard]] int height() const { return static_cast<int>(pageSize().height); }
    [[nodiscard]] Turn turn() const { return turned; }
    /// What draws, as it names itself.
    [[nodiscard]] const std::string& renderer() const { return rendererName; }
    [[nodiscard]] virtual bool software() const = 0; ///< the processor draws
    /// The window has this size, in pixels. False where it had it before.
    bool resized(int width, int height);

    /// What is drawn on this canvas, and no other. None where the driver refuses (too large, out of memory).
    [[nodiscard]] virtual std::unique_ptr<Surface> surface(unsigned width, unsigned height) = 0;
    [[nodiscard]] virtual std::unique_ptr<Texture> texture(const base::Bitmap& bitmap) = 0;
    /// Only its alpha, for words and signs that get their colour when they are drawn: a quarter of the memory.
    [[nodiscard]] virtual std::unique_ptr<Texture> coverage(const base::Bitmap& bitmap) = 0;
    /// Shows films. None where that way is not open here.
    [[nodiscard]] virtual std::unique_ptr<FilmTexture> film(FilmWay way);

    /// Until the next call, everything is drawn on `surface`; null: on the picture that display() shows.
    void drawOn(Surface* surface);
    /// Null: the window itself.
    [[nodiscard]] Surface* drawnOn() const { return onto; }
    /// Until the next call, nothing outside `clip` (pixels) is changed; an empty rectangle: everywhere.
    void clip(base::Rect clip);
    /// On whole pixels; empty: everywhere.
    [[nodiscard]] base::Rect clipped() const { return limits; }
    virtual void clear(base::Colour colour) = 0;

    /// A convex shape with smooth edges; points clockwise. One colour, or a gradient: `degrees` as in CSS over `box`.
    virtual void shape(std::span<const base::Point> points, base::Colour colour) = 0;
    virtual void shape(std::span<const base::Point> points, base::Rect box, float degrees,
                       std::span<const GradientStop> stops, float alpha) = 0;
    /// Only the upright rectangle, its edges between pixels as they are.
    virtual void linear(base::Rect box, float degrees, std::span<const GradientStop> stops, float alpha) = 0;
    /// Rings of colour around a middle; beyond the last stop its colour, as far as `box`. light: added.
    virtual void radial(base::Rect box, base::Point middle, base::Size reach, std::span<const GradientStop> stops,
                        float alpha, bool light) = 0;
    /// A lamp: a round shape in `box`, lit from `middle`.
    virtual void disc(base::Rect box, base::Point middle, base::Size reach, std::span<const GradientStop> stops,
                      float alpha) = 0;
    /// A line of `thick` pixels along the inside of a convex outline.
    virtual void outline(std::span<const base::Point> points, float thick, base::Colour colour) = 0;
    /// A ring's part between two shares (0..1, clockwise from the top).
    virtual void ring(base::Point middle, float radius, float thick, float fromShare, float toShare,
                      base::Colour colour) = 0;
    /// `source` in pixels of the texture. radius: of its corners, in pixels.
    virtual void picture(const Texture& texture, base::Rect target, base::Rect source, base::Colour tint,
                         float radius = 0) = 0;
    /// All of a coverage, in its colour; what is empty of it costs nothing.
    virtual void words(const Texture& coverage, base::Rect target, base::Colour tint) = 0;
    /// Upright rectangles on whole pixels.
    virtual void boxes(std::span<const base::Rect> boxes, base::Colour colour) = 0;
    /// Three corners each, of a texture that is tinted.
    struct Corner {
        base::Point at;
        base::Point texel; ///< pixels of the texture
        base::Colour tint;
    };
    virtual void triangles(std::span<const Corner> corners, const Texture& texture) = 0;
    /// Copies pixel for pixel, opaque: what of `surface` falls on the target, within the clip, when its corner stands
    /// at `at`.
    virtual void blit(const Surface& surface, int atX, int atY) = 0;
    /// A small, soft copy of what was drawn on the present target so far, into `small`.
    virtual void softCopy(Surface& small) = 0;
    virtual void scaled(const Surface& surface, base::Rect target, float alpha) = 0;
    /// Waits until all of that is done, and shown what was displayed.
    virtual void finish() = 0;

    /// Only `part` (pixels) of what was drawn need be shown: the window looks everywhere else as it should. Empty: all.
    virtual void display(base::Rect part = {}) = 0;
    /// It costs less to show a part: the processor copies what is shown.
    [[nodiscard]] virtual bool showsParts() const = 0;
    /// What was drawn, upright and opaque.
    [[nodiscard]] virtual base::Bitmap pixels() = 0;
    /// The same, as a PNG. False where it cannot be written.
    [[nodiscard]] bool save(const std::string& file);

protected:
    explicit Canvas(Orientation wanted) : orientation(wanted) {}

    [[nodiscard]] base::Size windowSize() const { return windowPixels; } ///< pixels

    /// The picture's size, in pixels.
    [[nodiscard]] base::Size pageSize() const {
        return quarter(turned) ? base::Size{windowPixels.height, windowPixels.width} : windowPixels;
    }
    /// The window's size or the turn is another: makes room for the picture. False where that cannot be had.
    [[nodiscard]] virtual bool fit() = 0;
    /// Where the picture is drawn before it comes to the window; null: there.
    [[nodiscard]] virtual Surface* page() = 0;
    /// What is drawn on from now on is another.
    virtual void aim() = 0;
    /// The clip is another.
    virtual void limit() = 0;

    std::string rendererName;

private:
    Orientation orientation;
    Turn turned = Turn::none;
    base::Size windowPixels; // the window, in pixels
    base::Rect limits;
    Surface* onto = nullptr;
};

} // namespace schacht::graphics
