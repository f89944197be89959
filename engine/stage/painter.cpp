#include "engine/stage/painter.hpp"

#include <utility>

namespace schacht::stage {

PaintedWindow Painter::window() const {
    return {{static_cast<float>(canvas.width()), static_cast<float>(canvas.height())}, scale, canvas.showsParts()};
}

Painted Painter::paint(const std::vector<scene::Placed>& placed, float pixelsPerMillimetre, base::Colour groundColour) {
    scale = pixelsPerMillimetre;
    ground = groundColour;
    textures.beginFrame();
    FramePlan plan = planner.plan(placed, window(), filmOnScreen(), textures);
    for (const scene::NodeId gone : plan.goneLayers) {
        layers.erase(gone);
    }
    for (const LayerToCompose& layer : plan.layers) {
        composeLayer(layer);
    }
    if (plan.unchanged) {
        return Painted::unchanged;
    }
    if (plan.film) {
        if (showFilmAlone(plan)) {
            planner.filmShown(std::move(plan));
            return Painted::shown;
        }
        planner.planWindow(plan, window(), filmOnScreen());
    }
    drawWindow(plan);
    if (film.direct != nullptr) {
        film.direct->finish();
    }
    planner.windowDrawn(std::move(plan));
    return Painted::drawn;
}

void Painter::composeLayer(const LayerToCompose& layer) {
    const auto width = static_cast<unsigned>(layer.box.width);
    const auto height = static_cast<unsigned>(layer.box.height);
    auto& surface = layers[layer.id];
    if (surface == nullptr || surface->width() != width || surface->height() != height) {
        surface = canvas.surface(width, height);
    }
    if (surface == nullptr) {
        layers.erase(layer.id);
        planner.layerLost(layer.id);
        return;
    }
    canvas.drawOn(surface.get());
    canvas.clear(ground);
    origin = {layer.box.x, layer.box.y};
    for (const DrawStep& part : layer.parts) {
        // what of it lies beyond the screen now may come into sight
        const base::Rect clip = layer.box.intersected(inPixels(part.placed->within, scale).snapped());
        if (!clip.empty()) {
            draw(part, clip);
        }
    }
    origin = {};
    canvas.drawOn(nullptr);
}

bool Painter::composeStill(const FramePlan& plan) {
    const WindowPlan& wanted = plan.window;
    if (still == nullptr) {
        still = canvas.surface(static_cast<unsigned>(canvas.width()), static_cast<unsigned>(canvas.height()));
    }
    if (still == nullptr) {
        return false;
    }
    canvas.drawOn(still.get());
    if (wanted.kept == 0) {
        canvas.clear(ground);
    }
    for (std::size_t i = wanted.kept; i < wanted.steady; ++i) {
        draw(plan, plan.steps[i], plan.steps[i].clip);
    }
    return true;
}

void Painter::drawWindow(FramePlan& plan) {
    WindowPlan& wanted = plan.window;
    drawnPart = wanted.part;
    if (wanted.hidden) {
        still.reset(); // as large as the glass, and not wanted before the film is over
    } else if (wanted.steady > wanted.kept && !composeStill(plan)) {
        wanted.kept = wanted.steady = 0;
    }
    canvas.drawOn(nullptr);
    canvas.clip(drawnPart);
    if (!wanted.hidden && wanted.steady > 0) {
        canvas.blit(*still, 0, 0);
    } else if (!wanted.hidden) {
        canvas.clear(ground);
    }
    for (const ClippedStep& one : stepsIn(plan, wanted.first(), drawnPart)) {
        draw(plan, plan.steps[one.step], one.clip);
    }
    canvas.clip({});
}

void Painter::rest() {
    if (!planner.usesStill()) {
        still.reset();
    }
    for (const scene::NodeId gone : planner.rest()) {
        layers.erase(gone);
    }
}

void Painter::forget() {
    planner.forget();
    layers.clear();
    still.reset();
    coverDraft.reset();
    cover.reset();
    soft.reset();
    softKey = 0;
}

std::size_t Painter::bytes() const {
    const auto pixelsOf = [](const std::unique_ptr<graphics::Surface>& surface) {
        return surface != nullptr ? std::size_t{surface->width()} * surface->height() : 0;
    };
    std::size_t sum = pixelsOf(still) + pixelsOf(soft) + 2 * pixelsOf(coverDraft); // and what was read of that
    for (const auto& [id, surface] : layers) {
        sum += pixelsOf(surface);
    }
    return 4 * sum;
}

} // namespace schacht::stage
