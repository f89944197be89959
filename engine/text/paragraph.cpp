#include "engine/text/paragraph.hpp"
#include "engine/text/layout.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::text {
namespace {

/// The largest texture that every graphics chip takes; words beyond it are not drawn.
constexpr int largestSide = 16384;

int side(float length, int margin) {
    const float pixels = std::ceil(length) + 2 * static_cast<float>(margin);
    return static_cast<int>(std::clamp(pixels, 1.0F, static_cast<float>(largestSide)));
}

/// Fills outlines instead of blitting glyphs: Cairo 1.16 (Debian 12) puts glyph images on whole pixels, and the space
/// between letters would jump by up to a pixel. Cairo keeps the outlines in the size they were shaped in, and leaves
/// out what lies beyond a surface: they are taken from one without bounds.
void fill(cairo_t* context, const Paragraph::Layout& layout) {
    const Owned<cairo_surface_t> unbounded{cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr)};
    const Owned<cairo_t> shaped{cairo_create(unbounded.get())};
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD);
    for (const auto& run : layout.runs) {
        cairo_set_scaled_font(shaped.get(), run.font.get());
        cairo_glyph_path(shaped.get(), run.glyphs.data(), static_cast<int>(run.glyphs.size()));
        const Owned<cairo_path_t> outlines{cairo_copy_path(shaped.get())};
        cairo_new_path(shaped.get());
        cairo_save(context);
        cairo_scale(context, static_cast<double>(layout.scale), static_cast<double>(layout.scale));
        cairo_append_path(context, outlines.get());
        cairo_restore(context);
        cairo_fill(context); // run by run: the outlines of two fonts may wind in opposite ways and blot each other out
    }
    for (const auto& line : layout.underlines) {
        cairo_rectangle(context, static_cast<double>(line.x), static_cast<double>(line.y),
                        static_cast<double>(line.width), static_cast<double>(line.height));
        cairo_fill(context);
    }
}

const Paragraph::Layout& orNothing(const std::shared_ptr<const Paragraph::Layout>& layout) {
    static const Paragraph::Layout nothing;
    return layout ? *layout : nothing;
}

} // namespace

float Paragraph::width() const {
    return orNothing(layout).width;
}
float Paragraph::height() const {
    return orNothing(layout).height;
}
float Paragraph::leftIn(float room) const {
    return std::round(std::clamp(room - width(), 0.0F, std::max(0.0F, orNothing(layout).left)));
}
int Paragraph::lines() const {
    return orNothing(layout).lines;
}
bool Paragraph::cutOff() const {
    return orNothing(layout).cutOff;
}
int Paragraph::missingLetters() const {
    return orNothing(layout).missing;
}
float Paragraph::firstBaseline() const {
    return orNothing(layout).firstBaseline;
}
float Paragraph::lastLineWidth() const {
    return orNothing(layout).lastLineWidth;
}
float Paragraph::lastBaseline() const {
    return orNothing(layout).lastBaseline;
}
const std::vector<Paragraph::Link>& Paragraph::links() const {
    return orNothing(layout).links;
}

std::vector<base::Rect> Paragraph::boxesOf(std::size_t from, std::size_t to) const {
    std::vector<base::Rect> boxes;
    for (const auto& word : orNothing(layout).words) {
        if (word.letter < from || word.letter >= to) {
            continue;
        }
        if (boxes.empty() || boxes.back().y != word.box.y) {
            boxes.push_back(word.box);
            continue;
        }
        const float right = std::max(boxes.back().right(), word.box.right());
        boxes.back().x = std::min(boxes.back().x, word.box.x);
        boxes.back().width = right - boxes.back().x;
    }
    return boxes;
}

std::size_t Paragraph::key() const {
    return orNothing(layout).key;
}
int Paragraph::margin() const {
    return orNothing(layout).margin;
}

std::size_t Paragraph::bytes() const {
    const auto& laid = orNothing(layout);
    return static_cast<std::size_t>(side(laid.width, laid.margin)) *
           static_cast<std::size_t>(side(laid.height, laid.margin)) * 4;
}

base::Bitmap Paragraph::draw() const {
    const auto& laid = orNothing(layout);
    base::Bitmap bitmap{side(laid.width, laid.margin), side(laid.height, laid.margin), {}};
    const auto across = static_cast<std::size_t>(bitmap.width);
    const auto down = static_cast<std::size_t>(bitmap.height);
    bitmap.rgba.assign(across * down * 4, 255);
    const Owned<cairo_surface_t> surface{cairo_image_surface_create(CAIRO_FORMAT_A8, bitmap.width, bitmap.height)};
    const Owned<cairo_t> context{cairo_create(surface.get())};
    cairo_translate(context.get(), static_cast<double>(laid.margin), static_cast<double>(laid.margin));
    fill(context.get(), laid);
    cairo_surface_flush(surface.get());
    const auto* coverage = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(std::max(0, cairo_image_surface_get_stride(surface.get())));
    for (std::size_t y = 0; y < down; ++y) {
        for (std::size_t x = 0; x < across; ++x) {
            bitmap.rgba[(y * across + x) * 4 + 3] = coverage ? coverage[y * stride + x] : std::uint8_t{0};
        }
    }
    return bitmap;
}

} // namespace schacht::text
