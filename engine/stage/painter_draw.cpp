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

base::Rect Painter::wordsPlace(const Operation& op, const TextPaint& words) {
    const float m = op.placed->magnified;
    const float margin = static_cast<float>(words.paragraph.margin()) * m;
    return {op.box.x + words.paragraph.leftIn(op.box.width) - margin, op.box.y - margin,
            static_cast<float>(op.texture->width()) * m, static_cast<float>(op.texture->height()) * m};
}

void Painter::draw(Operation op) {
    op.box = op.box.moved(-origin.x, -origin.y);
    op.clip = op.clip.moved(-origin.x, -origin.y);
    if (op.layer != 0) {
        canvas.clip(op.clip);
        if (op.placed->alpha >= 0.999F) {
            canvas.blit(*layers.at(op.layer).surface, static_cast<int>(op.box.x), static_cast<int>(op.box.y));
        } else {
            canvas.scaled(*layers.at(op.layer).surface, op.box, op.placed->alpha);
        }
        return;
    }
    canvas.clip(op.clip);
    const float alpha = op.placed->alpha;
    struct {
        Painter& painter;
        const Operation& op;
        float alpha;
        void operator()(const Nothing&) const {}
        void operator()(const Fill& p) const { painter.drawFill(op, p); }
        void operator()(const Linear& p) const {
            if (p.radius > 0) {
                painter.canvas.shape(graphics::roundedOutline(op.box, p.radius * painter.scale), op.box, p.degrees,
                                     p.stops, alpha);
            } else {
                painter.canvas.linear(op.box, p.degrees, p.stops, alpha);
            }
        }
        void operator()(const Radial& p) const { painter.drawRadial(op, p); }
        void operator()(const PicturePaint& p) const { painter.drawPicture(op, p); }
        void operator()(const IconPaint& p) const {
            if (op.texture != nullptr) {
                const auto w = static_cast<float>(op.texture->width());
                const auto h = static_cast<float>(op.texture->height());
                const base::Rect source = p.mirrored ? base::Rect{w, 0, -w, h} : base::Rect{0, 0, w, h};
                painter.canvas.picture(*op.texture, op.box, source, faded(p.colour, alpha));
            }
        }
        void operator()(const TextPaint& p) const {
            if (op.texture != nullptr) {
                painter.canvas.words(*op.texture, wordsPlace(op, p), faded(p.colour, alpha));
            }
        }
        void operator()(const PanePaint& p) const {
            std::array<base::Point, 4> corners{};
            std::transform(p.corners.begin(), p.corners.end(), corners.begin(), [this](base::Point c) {
                return base::Point{op.box.x + c.x * op.box.width, op.box.y + c.y * op.box.height};
            });
            painter.canvas.shape(corners, op.box, p.degrees, p.stops, alpha);
        }
        void operator()(const RingPaint& p) const {
            const float thick = p.thick * painter.scale;
            const float radius = op.box.width / 2 - thick / 2;
            painter.canvas.ring(op.box.centre(), radius, thick, p.share, 1, faded(p.track, alpha));
            painter.canvas.ring(op.box.centre(), radius, thick, 0, p.share, faded(p.colour, alpha));
        }
        void operator()(const WavePaint& p) const { painter.drawWave(op, p); }
        void operator()(const CodePaint& p) const { painter.drawCode(op, p); }
        void operator()(const FilmPaint&) const { painter.drawFilm(op); }
        void operator()(const Backdrop& p) const { painter.drawBackdrop(op, p); }
    } visitor{*this, op, alpha};
    std::visit(visitor, op.placed->node->paint);
}

void Painter::drawFill(const Operation& op, const Fill& fill) {
    const float alpha = op.placed->alpha;
    if (fill.radius <= 0 && fill.line <= 0) {
        const graphics::GradientStop stop{0, fill.colour};
        canvas.linear(op.box, 0, {&stop, 1}, alpha);
        return;
    }
    const float radius = fill.radius * scale * op.placed->magnified;
    const auto points = graphics::roundedOutline(op.box, radius);
    if (fill.colour.a > 0) {
        canvas.shape(points, faded(fill.colour, alpha));
    }
    if (fill.line > 0) {
        canvas.outline(points, fill.line * scale, faded(fill.edge, alpha));
    }
}

void Painter::drawRadial(const Operation& op, const Radial& radial) {
    const base::Point middle{op.box.x + radial.centre.x * op.box.width, op.box.y + radial.centre.y * op.box.height};
    const base::Size reach{radial.reach.x * op.box.width, radial.reach.y * op.box.height};
    const auto& stops = radial.stops;
    if (radial.disc) {
        canvas.disc(op.box, middle, reach, stops, op.placed->alpha);
        return;
    }
    const base::Rect seen = op.clip.intersected(op.box.snapped());
    if (seen.empty()) {
        return;
    }
    canvas.clip(seen);
    canvas.radial(op.box, middle, reach, stops, op.placed->alpha, radial.light);
}

void Painter::drawPicture(const Operation& op, const PicturePaint& picture) {
    if (op.box.empty()) {
        return;
    }
    const base::Colour light = base::Colour{255, 255, 255}.withAlpha(op.placed->alpha);
    const auto whole = [](const graphics::Texture& texture) {
        return base::Size{static_cast<float>(texture.width()), static_cast<float>(texture.height())};
    };
    const auto missing = [](const auto& tile) { return tile.first == nullptr; };
    if (op.texture != nullptr && (op.tiles.empty() || std::any_of(op.tiles.begin(), op.tiles.end(), missing))) {
        const base::Rect source = shownPart(whole(*op.texture), op.box, picture.focus, std::max(picture.zoom, 1.0F));
        canvas.picture(*op.texture, op.box, source, light, picture.radius * scale * op.placed->magnified);
    }
    for (const auto& [texture, place] : op.tiles) {
        if (texture != nullptr) {
            const base::Size all = whole(*texture);
            canvas.picture(*texture, place.moved(-origin.x, -origin.y), {0, 0, all.width, all.height}, light);
        }
    }
}

void Painter::drawWave(const Operation& op, const WavePaint& wave) {
    const auto& levels = *wave.levels;
    const float pitch = std::max(std::round(wave.bar * scale), 2.0F);
    const auto bars = static_cast<std::size_t>(op.box.width / pitch);
    if (bars == 0 || levels.empty()) {
        return;
    }
    constexpr float least = 0.14F; // of the height: silence is a row of small bars, not a gap
    const float thick = std::round(pitch * 0.72F);
    const float middle = op.box.centre().y;
    std::vector<base::Rect> heard;
    std::vector<base::Rect> rest;
    for (std::size_t i = 0; i < bars; ++i) {
        const std::size_t from = i * levels.size() / bars;
        const std::size_t to = std::max((i + 1) * levels.size() / bars, from + 1);
        const auto loud = *std::max_element(levels.begin() + static_cast<std::ptrdiff_t>(from),
                                            levels.begin() + static_cast<std::ptrdiff_t>(std::min(to, levels.size())));
        const float height = std::max(static_cast<float>(loud) / 255, least) * op.box.height;
        const base::Rect bar = base::Rect{op.box.x + pitch * static_cast<float>(i), middle - height / 2, thick, height};
        const bool past = (static_cast<float>(i) + 0.5F) / static_cast<float>(bars) < wave.share;
        (past ? heard : rest).push_back(bar.snapped());
    }
    canvas.boxes(heard, faded(wave.heard, op.placed->alpha));
    canvas.boxes(rest, faded(wave.rest, op.placed->alpha));
}

void Painter::drawCode(const Operation& op, const CodePaint& code) {
    const float square = std::floor(std::min(op.box.width, op.box.height) / static_cast<float>(std::max(code.side, 1)));
    const float whole = square * static_cast<float>(code.side);
    const float left = std::round(op.box.centre().x - whole / 2);
    const float top = std::round(op.box.centre().y - whole / 2);
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
    canvas.boxes(dark, faded(code.colour, op.placed->alpha));
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

void Painter::drawBackdrop(const Operation& op, const Backdrop& backdrop) {
    const std::uint64_t key = mixIn(below, PaintHash{}(backdrop));
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
        canvas.clip(op.clip);
        softKey = key;
    }
    canvas.scaled(*soft, {0, 0, static_cast<float>(canvas.width()), static_cast<float>(canvas.height())},
                  op.placed->alpha);
}

} // namespace schacht::stage
