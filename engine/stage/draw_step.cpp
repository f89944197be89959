#include "engine/stage/draw_step.hpp"

#include "engine/stage/close_look.hpp"
#include "engine/stage/paint_hash.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::stage {

namespace {

using namespace scene;

constexpr float unseen = 0.002F; // of alpha

std::uint64_t keyOf(const graphics::Texture* texture) {
    return texture != nullptr ? texture->key() : 0U;
}

int wholePixels(float length) {
    return std::max(1, static_cast<int>(std::ceil(length)));
}

void findCloseLook(DrawStep& step, const PicturePaint& picture, const PaintedWindow& window, TextureSource& textures) {
    const auto wanted = wholeWanted(picture.pixels, window.size);
    step.texture = textures.picture(picture.file, wanted.width, wanted.height);
    if (step.box.empty()) {
        return;
    }
    const base::Rect part = shownPart(picture.pixels, step.box, picture.focus, std::max(picture.zoom, 1.0F));
    if (!wantsTiles(picture.pixels, wanted, part, step.box)) {
        return;
    }
    for (const TilePlace& place : tilesShown(picture.pixels, part, step.box, step.clip)) {
        step.tiles.emplace_back(textures.tile(picture.file, place.tile), place.box);
    }
}

void findTexture(DrawStep& step, const PaintedWindow& window, TextureSource& textures) {
    const auto& paint = step.placed->node->paint;
    // the size it was laid out in, not what it happens to have in a transition
    const base::Rect& laid = step.placed->node->box;
    const float scale = window.pixelsPerMillimetre;
    if (const auto* picture = std::get_if<PicturePaint>(&paint); picture != nullptr && picture->pixels.width > 0) {
        findCloseLook(step, *picture, window, textures);
    } else if (picture != nullptr) {
        step.texture =
            textures.picture(picture->file, wholePixels(laid.width * scale), wholePixels(laid.height * scale));
    } else if (const auto* icon = std::get_if<IconPaint>(&paint)) {
        step.texture = textures.icon(icon->name, wholePixels(laid.width * scale));
    } else if (const auto* words = std::get_if<TextPaint>(&paint)) {
        step.texture = words->paragraph ? textures.words(words->paragraph) : nullptr;
    }
}

/// The box on whole pixels where it would be blurred otherwise: matter, not what is touched.
base::Rect sharpened(base::Rect box, const Paint& paint) {
    if (std::holds_alternative<TextPaint>(paint)) {
        return {std::round(box.x), std::round(box.y), box.width, box.height};
    }
    if (std::holds_alternative<IconPaint>(paint)) {
        return box;
    }
    const bool matter = std::holds_alternative<PicturePaint>(paint) || std::holds_alternative<Linear>(paint) ||
                        std::holds_alternative<Backdrop>(paint);
    const auto* fill = std::get_if<Fill>(&paint);
    return matter || (fill != nullptr && fill->radius == 0) ? box.snapped() : box;
}

DrawStep stepOf(const Placed& p, const PaintedWindow& window, const FilmOnScreen& film, TextureSource& textures) {
    const auto& paint = p.node->paint;
    DrawStep step;
    step.placed = &p;
    step.box = sharpened(inPixels(p.box, window.pixelsPerMillimetre), paint);
    step.clip = inPixels(p.clip, window.pixelsPerMillimetre).snapped();
    findTexture(step, window, textures);
    step.key = mixIn(mixIn(mixIn(mixIn(std::visit(PaintHash{}, paint), step.box), step.clip), p.alpha), p.magnified);
    step.key = mixIn(step.key, keyOf(step.texture));
    for (const auto& [texture, place] : step.tiles) {
        step.key = mixIn(step.key, keyOf(texture));
    }
    if (std::holds_alternative<FilmPaint>(paint)) {
        step.key = mixIn(step.key, film.count);
    }
    return step;
}

/// Tells each backdrop what is painted before it.
void keyWhatIsBelow(std::vector<DrawStep>& steps) {
    std::uint64_t below = 1;
    for (DrawStep& step : steps) {
        if (std::holds_alternative<Backdrop>(step.placed->node->paint)) {
            step.below = below;
        }
        below = mixIn(below, step.key);
    }
}

} // namespace

base::Rect inPixels(base::Rect r, float scale) {
    return {r.x * scale, r.y * scale, r.width * scale, r.height * scale};
}

std::vector<DrawStep> drawSteps(const std::vector<Placed>& placed, const PaintedWindow& window,
                                const FilmOnScreen& film, TextureSource& textures) {
    std::vector<DrawStep> steps;
    steps.reserve(placed.size());
    bool backdrop = false;
    for (const Placed& p : placed) {
        if (p.alpha <= unseen || std::holds_alternative<Nothing>(p.node->paint)) {
            continue;
        }
        DrawStep step = stepOf(p, window, film, textures);
        // a layer is composed whole, also what of it lies beyond the screen now; letters reach out of their box
        const bool within = p.layer > 0;
        const base::Rect seen =
            within ? inPixels(placed[static_cast<std::size_t>(p.layer - 1)].box, window.pixelsPerMillimetre) : step.box;
        const base::Rect visible = seen.grown(2).intersected(step.clip.intersected(window.whole()));
        if (!visible.empty() || (!within && std::holds_alternative<TextPaint>(p.node->paint))) {
            backdrop = backdrop || std::holds_alternative<Backdrop>(p.node->paint);
            steps.push_back(std::move(step));
        }
    }
    if (backdrop) {
        keyWhatIsBelow(steps);
    }
    return steps;
}

base::Rect reach(const DrawStep& step) {
    const Paint& paint = step.placed->node->paint;
    base::Rect drawn = step.box;
    if (const auto* words = std::get_if<TextPaint>(&paint); words != nullptr && step.texture != nullptr) {
        drawn = wordsPlace(step, *words);
    } else if (std::holds_alternative<RingPaint>(paint)) { // as high as it is wide, whatever its box
        drawn.y += (drawn.height - drawn.width) / 2;
        drawn.height = drawn.width;
    } else if (const auto* pane = std::get_if<PanePaint>(&paint)) {
        for (const base::Point corner : pane->corners) {
            const base::Rect point{step.box.x + corner.x * step.box.width, step.box.y + corner.y * step.box.height, 0,
                                   0};
            drawn = drawn.united(point.grown(1));
        }
    }
    const base::Rect seen = drawn.grown(2).intersected(step.clip); // smooth edges lie half a pixel outside
    const float left = std::floor(seen.x);
    const float top = std::floor(seen.y);
    return {left, top, std::ceil(seen.right()) - left, std::ceil(seen.bottom()) - top};
}

base::Rect wordsPlace(const DrawStep& step, const TextPaint& words) {
    const float m = step.placed->magnified;
    const float margin = static_cast<float>(words.paragraph.margin()) * m;
    return {step.box.x + words.paragraph.leftIn(step.box.width) - margin, step.box.y - margin,
            static_cast<float>(step.texture->width()) * m, static_cast<float>(step.texture->height()) * m};
}

std::optional<base::Rect> filmPlace(const DrawStep& step, const FilmOnScreen& film) {
    if (!film.there || film.size.width <= 0 || film.size.height <= 0) {
        return std::nullopt;
    }
    return base::fitting(film.size, step.box).snapped();
}

} // namespace schacht::stage
