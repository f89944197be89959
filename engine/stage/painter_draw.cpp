#include "engine/graphics/outline.hpp"
#include "engine/stage/close_look.hpp"
#include "engine/stage/paint_hash.hpp"
#include "engine/stage/painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

/// How each paint becomes shapes and pictures on the canvas.
namespace schacht::stage {

namespace {

using namespace scene;

base::Colour faded(base::Colour c, float alpha) {
    return c.withAlpha(static_cast<float>(c.a) / 255.0F * alpha);
}

} // namespace

void Painter::draw(const FramePlan& plan, const DrawStep& step, base::Rect clip) {
    if (step.layer != 0) {
        drawLayer(plan, step, clip);
    } else {
        draw(step, clip);
    }
}

void Painter::drawLayer(const FramePlan& plan, const DrawStep& step, base::Rect clip) {
    const auto surface = layers.find(step.layer);
    if (surface == layers.end()) { // it could not be composed: the driver has no memory left
        const auto found =
            std::ranges::find_if(plan.layers, [&](const LayerToCompose& one) { return one.id == step.layer; });
        for (const DrawStep& part :
             found != plan.layers.end() ? std::span(found->parts) : std::span<const DrawStep>{}) {
            draw(part, part.clip.intersected(clip));
        }
        return;
    }
    canvas.clip(clip);
    if (step.placed->alpha >= 0.999F) {
        canvas.blit(*surface->second, static_cast<int>(step.box.x), static_cast<int>(step.box.y));
    } else {
        canvas.scaled(*surface->second, step.box, step.placed->alpha);
    }
}

void Painter::draw(const DrawStep& planned, base::Rect clip) {
    DrawStep step = planned;
    step.box = step.box.moved(-origin.x, -origin.y);
    step.clip = clip.moved(-origin.x, -origin.y);
    canvas.clip(step.clip);
    struct {
        Painter& painter;
        const DrawStep& step;
        void operator()(const Nothing&) const {}
        void operator()(const Fill& p) const { painter.drawFill(step, p); }
        void operator()(const Linear& p) const { painter.drawLinear(step, p); }
        void operator()(const Radial& p) const { painter.drawRadial(step, p); }
        void operator()(const PicturePaint& p) const { painter.drawPicture(step, p); }
        void operator()(const IconPaint& p) const { painter.drawIcon(step, p); }
        void operator()(const TextPaint& p) const { painter.drawWords(step, p); }
        void operator()(const PanePaint& p) const { painter.drawPane(step, p); }
        void operator()(const RingPaint& p) const { painter.drawRing(step, p); }
        void operator()(const WavePaint& p) const { painter.drawWave(step, p); }
        void operator()(const CodePaint& p) const { painter.drawCode(step, p); }
        void operator()(const FilmPaint&) const { painter.drawFilm(step); }
        void operator()(const Backdrop& p) const { painter.drawBackdrop(step, p); }
    } visitor{*this, step};
    std::visit(visitor, step.placed->node->paint);
}

void Painter::drawLinear(const DrawStep& step, const Linear& linear) {
    if (linear.radius > 0) {
        canvas.shape(graphics::roundedOutline(step.box, linear.radius * scale), step.box, linear.degrees, linear.stops,
                     step.placed->alpha);
    } else {
        canvas.linear(step.box, linear.degrees, linear.stops, step.placed->alpha);
    }
}

void Painter::drawIcon(const DrawStep& step, const IconPaint& icon) {
    if (step.texture != nullptr) {
        const auto w = static_cast<float>(step.texture->width());
        const auto h = static_cast<float>(step.texture->height());
        const base::Rect source = icon.mirrored ? base::Rect{w, 0, -w, h} : base::Rect{0, 0, w, h};
        canvas.picture(*step.texture, step.box, source, faded(icon.colour, step.placed->alpha));
    }
}

void Painter::drawWords(const DrawStep& step, const TextPaint& words) {
    if (step.texture != nullptr) {
        canvas.words(*step.texture, wordsPlace(step, words), faded(words.colour, step.placed->alpha));
    }
}

void Painter::drawPane(const DrawStep& step, const PanePaint& pane) {
    std::array<base::Point, 4> corners{};
    std::transform(pane.corners.begin(), pane.corners.end(), corners.begin(), [&step](base::Point c) {
        return base::Point{step.box.x + c.x * step.box.width, step.box.y + c.y * step.box.height};
    });
    canvas.shape(corners, step.box, pane.degrees, pane.stops, step.placed->alpha);
}

void Painter::drawRing(const DrawStep& step, const RingPaint& ring) {
    const float alpha = step.placed->alpha;
    const float thick = ring.thick * scale;
    const float radius = step.box.width / 2 - thick / 2;
    canvas.ring(step.box.centre(), radius, thick, ring.share, 1, faded(ring.track, alpha));
    canvas.ring(step.box.centre(), radius, thick, 0, ring.share, faded(ring.colour, alpha));
}

void Painter::drawFill(const DrawStep& step, const Fill& fill) {
    const float alpha = step.placed->alpha;
    if (fill.radius <= 0 && fill.line <= 0) {
        const graphics::GradientStop stop{0, fill.colour};
        canvas.linear(step.box, 0, {&stop, 1}, alpha);
        return;
    }
    const float radius = fill.radius * scale * step.placed->magnified;
    const auto points = graphics::roundedOutline(step.box, radius);
    if (fill.colour.a > 0) {
        canvas.shape(points, faded(fill.colour, alpha));
    }
    if (fill.line > 0) {
        canvas.outline(points, fill.line * scale, faded(fill.edge, alpha));
    }
}

void Painter::drawRadial(const DrawStep& step, const Radial& radial) {
    const base::Point middle{step.box.x + radial.centre.x * step.box.width,
                             step.box.y + radial.centre.y * step.box.height};
    const base::Size reach{radial.reach.x * step.box.width, radial.reach.y * step.box.height};
    const auto& stops = radial.stops;
    if (radial.disc) {
        canvas.disc(step.box, middle, reach, stops, step.placed->alpha);
        return;
    }
    const base::Rect seen = step.clip.intersected(step.box.snapped());
    if (seen.empty()) {
        return;
    }
    canvas.clip(seen);
    canvas.radial(step.box, middle, reach, stops, step.placed->alpha, radial.light);
}

void Painter::drawPicture(const DrawStep& step, const PicturePaint& picture) {
    if (step.box.empty()) {
        return;
    }
    const base::Colour light = base::Colour{255, 255, 255}.withAlpha(step.placed->alpha);
    const auto whole = [](const graphics::Texture& texture) {
        return base::Size{static_cast<float>(texture.width()), static_cast<float>(texture.height())};
    };
    const auto missing = [](const auto& tile) { return tile.first == nullptr; };
    if (step.texture != nullptr && (step.tiles.empty() || std::any_of(step.tiles.begin(), step.tiles.end(), missing))) {
        const base::Rect source =
            shownPart(whole(*step.texture), step.box, picture.focus, std::max(picture.zoom, 1.0F));
        canvas.picture(*step.texture, step.box, source, light, picture.radius * scale * step.placed->magnified);
    }
    for (const auto& [texture, place] : step.tiles) {
        if (texture != nullptr) {
            const base::Size all = whole(*texture);
            canvas.picture(*texture, place.moved(-origin.x, -origin.y), {0, 0, all.width, all.height}, light);
        }
    }
}

void Painter::drawWave(const DrawStep& step, const WavePaint& wave) {
    const auto& levels = *wave.levels;
    const float pitch = std::max(std::round(wave.bar * scale), 2.0F);
    const auto bars = static_cast<std::size_t>(step.box.width / pitch);
    if (bars == 0 || levels.empty()) {
        return;
    }
    constexpr float least = 0.14F; // of the height: silence is a row of small bars, not a gap
    const float thick = std::round(pitch * 0.72F);
    const float middle = step.box.centre().y;
    std::vector<base::Rect> heard;
    std::vector<base::Rect> rest;
    for (std::size_t i = 0; i < bars; ++i) {
        const std::size_t from = i * levels.size() / bars;
        const std::size_t to = std::max((i + 1) * levels.size() / bars, from + 1);
        const auto loud = *std::max_element(levels.begin() + static_cast<std::ptrdiff_t>(from),
                                            levels.begin() + static_cast<std::ptrdiff_t>(std::min(to, levels.size())));
        const float height = std::max(static_cast<float>(loud) / 255, least) * step.box.height;
        const base::Rect bar =
            base::Rect{step.box.x + pitch * static_cast<float>(i), middle - height / 2, thick, height};
        const bool past = (static_cast<float>(i) + 0.5F) / static_cast<float>(bars) < wave.share;
        (past ? heard : rest).push_back(bar.snapped());
    }
    canvas.boxes(heard, faded(wave.heard, step.placed->alpha));
    canvas.boxes(rest, faded(wave.rest, step.placed->alpha));
}

void Painter::drawCode(const DrawStep& step, const CodePaint& code) {
    const float square =
        std::floor(std::min(step.box.width, step.box.height) / static_cast<float>(std::max(code.side, 1)));
    const float whole = square * static_cast<float>(code.side);
    const float left = std::round(step.box.centre().x - whole / 2);
    const float top = std::round(step.box.centre().y - whole / 2);
    std::vector<base::Rect> dark;
    for (int y = 0; y < code.side; ++y) {
        const std::size_t line = static_cast<std::size_t>(y) * static_cast<std::size_t>(code.side);
        const auto isDark = [&](int x) { return code.dark[line + static_cast<std::size_t>(x)]; };
        for (int x = 0; x < code.side;) {
            int end = x;
            while (end < code.side && isDark(end)) {
                ++end;
            }
            if (end > x) {
                dark.push_back({left + square * static_cast<float>(x), top + square * static_cast<float>(y),
                                square * static_cast<float>(end - x), square});
            }
            x = std::max(end, x + 1);
        }
    }
    canvas.boxes(dark, faded(code.colour, step.placed->alpha));
}

void Painter::drawDim(const std::variant<Linear, Radial>& dim, base::Rect box, float alpha) {
    if (const auto* linear = std::get_if<Linear>(&dim)) {
        canvas.linear(box, linear->degrees, linear->stops, alpha);
        return;
    }
    const auto& radial = std::get<Radial>(dim);
    canvas.radial(box, {box.x + radial.centre.x * box.width, box.y + radial.centre.y * box.height},
                  {radial.reach.x * box.width, radial.reach.y * box.height}, radial.stops, alpha, radial.light);
}

void Painter::drawBackdrop(const DrawStep& step, const Backdrop& backdrop) {
    const std::uint64_t key = mixIn(step.below, PaintHash{}(backdrop));
    if (soft == nullptr) {
        soft = canvas.surface(static_cast<unsigned>(canvas.width()) / 8, static_cast<unsigned>(canvas.height()) / 8);
        softKey = 0;
    }
    if (soft == nullptr) {
        return;
    }
    if (softKey != key) {
        graphics::Surface* const onto = canvas.drawnOn();
        canvas.softCopy(*soft);
        canvas.drawOn(soft.get());
        const base::Rect small{0, 0, static_cast<float>(soft->width()), static_cast<float>(soft->height())};
        for (const auto& dim : backdrop.dim) {
            drawDim(dim, small, 1);
        }
        canvas.drawOn(onto);
        canvas.clip(step.clip);
        softKey = key;
    }
    canvas.scaled(*soft, {0, 0, static_cast<float>(canvas.width()), static_cast<float>(canvas.height())},
                  step.placed->alpha);
}

} // namespace schacht::stage
