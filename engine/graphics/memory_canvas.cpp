#include "engine/graphics/memory_canvas.hpp"

#include "engine/graphics/memory_texture.hpp"
#include "engine/graphics/memory_triangles.hpp"
#include "engine/graphics/outline.hpp"

#include <cmath>
#include <new>
#include <numbers>

namespace schacht::graphics {

namespace {

using Pattern = std::unique_ptr<cairo_pattern_t, base::ReleaseCairo>;

constexpr double fullColour = 255;

void setColour(cairo_t* pen, base::Colour c) {
    cairo_set_source_rgba(pen, c.r / fullColour, c.g / fullColour, c.b / fullColour, c.a / fullColour);
}

void trace(cairo_t* pen, std::span<const base::Point> points) {
    for (const base::Point p : points) {
        cairo_line_to(pen, p.x, p.y);
    }
    cairo_close_path(pen);
}

void trace(cairo_t* pen, base::Rect box) {
    cairo_rectangle(pen, box.x, box.y, box.width, box.height);
}

/// length: of the pattern's own way, in what the stops count.
void addStops(cairo_pattern_t* pattern, std::span<const GradientStop> stops, float alpha, double length) {
    for (const GradientStop& stop : stops) {
        const auto& c = stop.colour;
        cairo_pattern_add_color_stop_rgba(pattern, stop.at / length, c.r / fullColour, c.g / fullColour,
                                          c.b / fullColour, c.a / fullColour * alpha);
    }
}

Pattern flat(const GradientStop& stop, float alpha) {
    const auto& c = stop.colour;
    return Pattern(
        cairo_pattern_create_rgba(c.r / fullColour, c.g / fullColour, c.b / fullColour, c.a / fullColour * alpha));
}

Pattern linearPattern(base::Rect box, float degrees, std::span<const GradientStop> stops, float alpha) {
    if (stops.size() == 1) {
        return flat(stops.front(), alpha);
    }
    const GradientLine line = gradientLine(box, degrees);
    const float squared = line.step.x * line.step.x + line.step.y * line.step.y;
    Pattern pattern(cairo_pattern_create_linear(line.start.x, line.start.y, line.start.x + line.step.x / squared,
                                                line.start.y + line.step.y / squared));
    addStops(pattern.get(), stops, alpha, 1);
    return pattern;
}

Pattern radialPattern(base::Point middle, base::Size reach, std::span<const GradientStop> stops, float alpha) {
    const double length = stops.empty() ? 0 : stops.back().at;
    if (length <= 0 || reach.width <= 0 || reach.height <= 0) {
        return stops.empty() ? nullptr : flat(stops.back(), alpha);
    }
    Pattern pattern(cairo_pattern_create_radial(0, 0, 0, 0, 0, 1));
    addStops(pattern.get(), stops, alpha, length);
    const double across = 1 / (length * reach.width);
    const double down = 1 / (length * reach.height);
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, across, 0, 0, down, -middle.x * across, -middle.y * down);
    cairo_pattern_set_matrix(pattern.get(), &matrix);
    return pattern;
}

/// The part `source` (pixels) of a picture, stretched over `target`.
Pattern picturePattern(cairo_surface_t* from, base::Rect target, base::Rect source) {
    Pattern pattern(cairo_pattern_create_for_surface(from));
    const double across = source.width / target.width;
    const double down = source.height / target.height;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, across, 0, 0, down, source.x - target.x * across, source.y - target.y * down);
    cairo_pattern_set_matrix(pattern.get(), &matrix);
    cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_BILINEAR);
    return pattern;
}

base::Rect allOf(const Surface& surface) {
    return {0, 0, static_cast<float>(surface.width()), static_cast<float>(surface.height())};
}

/// Fills the path; keeps nothing of the pattern, whose picture may go.
void fill(cairo_t* pen, const Pattern& with) {
    if (with != nullptr) {
        cairo_set_source(pen, with.get());
        cairo_fill(pen);
        cairo_set_source_rgb(pen, 0, 0, 0);
    }
    cairo_new_path(pen);
}

/// The same, so that what is below shines through. alpha: 0..1.
void fill(cairo_t* pen, const Pattern& with, float alpha) {
    cairo_save(pen);
    cairo_clip(pen);
    cairo_set_source(pen, with.get());
    cairo_paint_with_alpha(pen, alpha);
    cairo_restore(pen);
}

void copy(cairo_t* pen, const Pattern& with) {
    cairo_set_operator(pen, CAIRO_OPERATOR_SOURCE);
    fill(pen, with);
    cairo_set_operator(pen, CAIRO_OPERATOR_OVER);
}

cairo_surface_t* cairoOf(const Surface& surface) {
    return static_cast<const MemorySurface&>(surface).cairo();
}

} // namespace

std::unique_ptr<MemoryCanvas> MemoryCanvas::open(const WindowOptions& options) {
    std::unique_ptr<MemoryCanvas> canvas(new MemoryCanvas(options.orientation));
    canvas->shown = X11Window::open(options);
    if (canvas->shown == nullptr) {
        return nullptr;
    }
    canvas->shared = SharedPixels::of(canvas->shown->connection(), canvas->shown->id());
    if (canvas->shared == nullptr) {
        return nullptr;
    }
    canvas->rendererName = std::string("Cairo ") + cairo_version_string();
    const base::Size size = canvas->shown->size();
    canvas->resized(static_cast<int>(size.width), static_cast<int>(size.height));
    return canvas->shared->pixels() != nullptr ? std::move(canvas) : nullptr;
}

bool MemoryCanvas::fit() {
    upright.reset();
    turned.reset();
    const auto across = static_cast<unsigned>(windowSize().width);
    const auto down = static_cast<unsigned>(windowSize().height);
    const bool held = shared->resize(static_cast<int>(across), static_cast<int>(down));
    auto glass = held ? MemorySurface::over(shared->pixels(), across, down) : MemorySurface::create(across, down);
    if (turn() != Turn::none) {
        turned = std::move(glass);
        upright = MemorySurface::create(static_cast<unsigned>(width()), static_cast<unsigned>(height()));
    } else {
        upright = std::move(glass);
    }
    if (upright == nullptr) {
        throw std::bad_alloc();
    }
    return true;
}

std::unique_ptr<Surface> MemoryCanvas::surface(unsigned across, unsigned down) {
    return MemorySurface::create(across, down);
}

std::unique_ptr<Texture> MemoryCanvas::texture(const base::Bitmap& bitmap) {
    return MemoryTexture::from(bitmap, ++made);
}

std::unique_ptr<Texture> MemoryCanvas::coverage(const base::Bitmap& bitmap) {
    return MemoryTexture::coverage(bitmap, ++made);
}

cairo_t* MemoryCanvas::pen() {
    if (drawnOn() == upright.get() && turned == nullptr) {
        shared->finish();
    }
    return static_cast<MemorySurface*>(drawnOn())->pen();
}

void MemoryCanvas::limit() {
    cairo_t* const drawing = static_cast<MemorySurface*>(drawnOn())->pen();
    cairo_reset_clip(drawing);
    if (!clipped().empty()) {
        trace(drawing, clipped());
        cairo_clip(drawing);
    }
}

void MemoryCanvas::clear(base::Colour colour) {
    cairo_t* const drawing = pen();
    setColour(drawing, colour);
    cairo_set_operator(drawing, CAIRO_OPERATOR_SOURCE);
    cairo_paint(drawing);
    cairo_set_operator(drawing, CAIRO_OPERATOR_OVER);
}

void MemoryCanvas::shape(std::span<const base::Point> points, base::Colour colour) {
    cairo_t* const drawing = pen();
    setColour(drawing, colour);
    trace(drawing, points);
    cairo_fill(drawing);
}

void MemoryCanvas::shape(std::span<const base::Point> points, base::Rect box, float degrees,
                         std::span<const GradientStop> stops, float alpha) {
    trace(pen(), points);
    fill(pen(), linearPattern(box, degrees, stops, alpha));
}

void MemoryCanvas::linear(base::Rect box, float degrees, std::span<const GradientStop> stops, float alpha) {
    trace(pen(), box.snapped());
    fill(pen(), linearPattern(box, degrees, stops, alpha));
}

void MemoryCanvas::radial(base::Rect box, base::Point middle, base::Size reach, std::span<const GradientStop> stops,
                          float alpha, bool light) {
    cairo_t* const drawing = pen();
    const Pattern pattern = radialPattern(middle, reach, stops, alpha);
    const bool beyond = !light && !stops.empty() && stops.back().colour.a > 0;
    if (pattern != nullptr) {
        cairo_pattern_set_extend(pattern.get(), beyond ? CAIRO_EXTEND_PAD : CAIRO_EXTEND_NONE);
    }
    cairo_set_operator(drawing, light ? CAIRO_OPERATOR_ADD : CAIRO_OPERATOR_OVER);
    trace(drawing, box.snapped());
    fill(drawing, pattern);
    cairo_set_operator(drawing, CAIRO_OPERATOR_OVER);
}

void MemoryCanvas::disc(base::Rect box, base::Point middle, base::Size reach, std::span<const GradientStop> stops,
                        float alpha) {
    cairo_t* const drawing = pen();
    cairo_arc(drawing, box.centre().x, box.centre().y, box.width / 2, 0, 2 * std::numbers::pi);
    fill(drawing, radialPattern(middle, reach, stops, alpha));
}

void MemoryCanvas::outline(std::span<const base::Point> points, float thick, base::Colour colour) {
    cairo_t* const drawing = pen();
    setColour(drawing, colour);
    trace(drawing, points);
    cairo_new_sub_path(drawing);
    trace(drawing, movedOutline(points, -thick));
    cairo_set_fill_rule(drawing, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill(drawing);
    cairo_set_fill_rule(drawing, CAIRO_FILL_RULE_WINDING);
}

void MemoryCanvas::ring(base::Point middle, float radius, float thick, float fromShare, float toShare,
                        base::Colour colour) {
    if (toShare <= fromShare) {
        return;
    }
    cairo_t* const drawing = pen();
    const auto angle = [](float share) { return 2 * std::numbers::pi * (static_cast<double>(share) - 0.25); };
    setColour(drawing, colour);
    cairo_set_line_width(drawing, thick);
    cairo_arc(drawing, middle.x, middle.y, radius, angle(fromShare), angle(toShare));
    cairo_stroke(drawing);
}

void MemoryCanvas::picture(const Texture& texture, base::Rect box, base::Rect source, base::Colour tint, float radius) {
    if (box.empty() || source.width == 0 || source.height == 0) {
        return;
    }
    const auto& mine = static_cast<const MemoryTexture&>(texture);
    cairo_t* const drawing = pen();
    const bool solid = tint.a == fullColour;
    const Pattern pattern = picturePattern(mine.cairo(solid), box, source);
    if (mine.isCoverage()) {
        setColour(drawing, tint);
        cairo_mask(drawing, pattern.get());
        return;
    }
    cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
    if (radius > 0) {
        trace(drawing, roundedOutline(box, radius));
    } else {
        trace(drawing, box.snapped());
    }
    if (solid) {
        fill(drawing, pattern);
    } else {
        fill(drawing, pattern, static_cast<float>(tint.a / fullColour));
    }
}

void MemoryCanvas::words(const Texture& coverage, base::Rect box, base::Colour tint) {
    const auto across = static_cast<float>(coverage.width());
    const auto down = static_cast<float>(coverage.height());
    // letters that stand between pixels are soft, and cost five times as much
    const base::Rect place = box.width == across ? base::Rect{std::round(box.x), std::round(box.y), across, down} : box;
    picture(coverage, place, {0, 0, across, down}, tint, 0);
}

void MemoryCanvas::boxes(std::span<const base::Rect> boxes, base::Colour colour) {
    cairo_t* const drawing = pen();
    setColour(drawing, colour);
    for (const base::Rect& box : boxes) {
        trace(drawing, box);
    }
    cairo_fill(drawing);
}

void MemoryCanvas::triangles(std::span<const Corner> corners, const Texture& texture) {
    (void)pen(); // what is drawn on is nobody else's
    cairo_surface_t* const target = cairoOf(*drawnOn());
    const base::Rect all = allOf(*drawnOn());
    cairo_surface_flush(target);
    drawTriangles({cairo_image_surface_get_data(target), cairo_image_surface_get_stride(target),
                   clipped().empty() ? all : all.intersected(clipped())},
                  corners, static_cast<const MemoryTexture&>(texture));
    cairo_surface_mark_dirty(target);
}

void MemoryCanvas::blit(const Surface& from, int atX, int atY) {
    const base::Rect place = allOf(from).moved(static_cast<float>(atX), static_cast<float>(atY));
    trace(pen(), place);
    copy(pen(), picturePattern(cairoOf(from), place, allOf(from)));
}

void MemoryCanvas::softCopy(Surface& small) {
    // halving thrice, each a mean of four pixels: through one surface of a half, then a quarter, then the small one
    const Surface& from = *drawnOn();
    const auto half = MemorySurface::create(from.width() / 2, from.height() / 2);
    const auto quarter = MemorySurface::create(from.width() / 4, from.height() / 4);
    if (half == nullptr || quarter == nullptr) {
        return;
    }
    const auto step = [](const Surface& of, Surface& to) {
        cairo_t* const drawing = static_cast<MemorySurface&>(to).pen();
        const Pattern pattern = picturePattern(cairoOf(of), allOf(to), allOf(of));
        cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
        cairo_reset_clip(drawing);
        trace(drawing, allOf(to));
        copy(drawing, pattern);
    };
    step(from, *half);
    step(*half, *quarter);
    step(*quarter, small);
}

void MemoryCanvas::scaled(const Surface& from, base::Rect box, float alpha) {
    if (box.empty()) {
        return;
    }
    const Pattern pattern = picturePattern(cairoOf(from), box, allOf(from));
    cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
    trace(pen(), box.snapped());
    fill(pen(), pattern, alpha);
}

void MemoryCanvas::display(base::Rect part) {
    if (shared->pixels() == nullptr) {
        return;
    }
    base::Rect place = part.empty() ? allOf(*upright) : part.intersected(allOf(*upright));
    if (turned != nullptr) {
        const auto at = [&](float x, float y) { return onWindow({x, y}, turn(), pageSize()); };
        const base::Point zero = at(0, 0);
        const base::Point right = at(1, 0);
        const base::Point below = at(0, 1);
        const base::Point corner = at(place.x, place.y);
        const base::Point opposite = at(place.right(), place.bottom());
        place = {std::min(corner.x, opposite.x), std::min(corner.y, opposite.y), std::abs(opposite.x - corner.x),
                 std::abs(opposite.y - corner.y)};
        shared->finish();
        cairo_matrix_t matrix; // from the picture to the window
        cairo_matrix_init(&matrix, right.x - zero.x, right.y - zero.y, below.x - zero.x, below.y - zero.y, zero.x,
                          zero.y);
        cairo_matrix_invert(&matrix);
        const Pattern pattern(cairo_pattern_create_for_surface(upright->cairo()));
        cairo_pattern_set_matrix(pattern.get(), &matrix);
        cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
        trace(turned->pen(), place);
        copy(turned->pen(), pattern);
    }
    cairo_surface_flush(turned != nullptr ? turned->cairo() : upright->cairo());
    const auto pixel = [](float edge) { return static_cast<int>(edge); };
    (void)shared->put(pixel(place.x), pixel(place.y), pixel(place.width), pixel(place.height), pixel(place.x),
                      pixel(place.y));
}

base::Bitmap MemoryCanvas::pixels() {
    base::Bitmap bitmap{width(), height(), {}};
    bitmap.rgba.resize(std::size_t{4} * static_cast<std::size_t>(width()) * static_cast<std::size_t>(height()));
    upright->read(allOf(*upright), bitmap.rgba.data(), width());
    for (std::size_t i = 0; i < bitmap.rgba.size(); i += 4) {
        std::swap(bitmap.rgba[i], bitmap.rgba[i + 2]);
        bitmap.rgba[i + 3] = static_cast<std::uint8_t>(fullColour);
    }
    return bitmap;
}

} // namespace schacht::graphics
