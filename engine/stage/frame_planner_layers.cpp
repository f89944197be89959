#include "engine/stage/frame_planner.hpp"
#include "engine/stage/paint_hash.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

/// Which layers are drawn from a surface.
namespace schacht::stage {

bool FramePlanner::LayerLook::same(const LayerLook& other) const {
    // the layer's own place leaves rounding in its parts': what is nearer than this is no change
    constexpr float tolerance = 0.125F; // pixels
    const auto near = [](float a, float b) { return std::abs(a - b) < tolerance; };
    return key == other.key && boxes.size() == other.boxes.size() &&
           std::equal(boxes.begin(), boxes.end(), other.boxes.begin(), [&](const base::Rect& a, const base::Rect& b) {
               return near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height);
           });
}

std::optional<FramePlanner::LayerLook> FramePlanner::lookOf(std::span<const DrawStep> parts, const scene::Placed& layer,
                                                            float scale) {
    if (layer.magnified != 1) {
        return std::nullopt;
    }
    const base::Rect whole = layer.box;
    LayerLook look{11, {inPixels({0, 0, whole.width, whole.height}, scale)}};
    look.boxes.reserve(2 * parts.size() + 1);
    for (const DrawStep& part : parts) {
        const base::Rect box = part.placed->box;
        const bool picture = std::holds_alternative<scene::PicturePaint>(part.placed->node->paint);
        const base::Rect room = whole.grown(1);
        if (picture && !layer.node->clip && box.intersected(room) != box) {
            return std::nullopt; // it has just left for another screen, or comes from one
        }
        look.boxes.push_back(inPixels(box.moved(-whole.x, -whole.y), scale));
        look.boxes.push_back(inPixels(part.placed->within.intersected(whole).moved(-whole.x, -whole.y), scale));
        look.key = mixIn(look.key, std::visit(PaintHash{}, part.placed->node->paint));
        look.key = mixIn(look.key, part.placed->alpha);
        look.key = mixIn(look.key, std::uint64_t{part.texture != nullptr ? part.texture->key() : 0U});
    }
    return look;
}

void FramePlanner::foldLayers(FramePlan& plan, std::vector<DrawStep> all, const std::vector<scene::Placed>& placed,
                              const PaintedWindow& window) {
    for (auto& [id, layer] : layers) {
        layer.used = false;
    }
    plan.steps.reserve(all.size());
    for (std::size_t i = 0; i < all.size();) {
        const int number = all[i].placed->layer;
        if (number == 0) {
            plan.steps.push_back(std::move(all[i++]));
            continue;
        }
        std::size_t end = i;
        while (end < all.size() && all[end].placed->layer == number) {
            ++end;
        }
        foldLayer(plan, std::span(all).subspan(i, end - i), placed[static_cast<std::size_t>(number - 1)],
                  window.pixelsPerMillimetre);
        i = end;
    }
    // a page that has gone is let go at once, since it is as large as the screen; a card may come back
    std::erase_if(layers, [&](const auto& entry) {
        const bool gone = !entry.second.used && large(entry.second);
        if (gone) {
            plan.goneLayers.push_back(entry.first);
        }
        return gone;
    });
}

void FramePlanner::foldLayer(FramePlan& plan, std::span<DrawStep> parts, const scene::Placed& whole, float scale) {
    const scene::NodeId id = whole.node->id;
    const base::Rect box = inPixels(whole.box, scale).snapped();
    const auto before = layerPlaces.find(id);
    const bool moved = before != layerPlaces.end() && before->second != base::Point{box.x, box.y};
    layerPlaces[id] = {box.x, box.y};
    auto look = lookOf(parts, whole, scale);
    if (!look || (!moved && !layers.contains(id))) {
        std::ranges::move(parts, std::back_inserter(plan.steps));
        return;
    }
    DrawStep step;
    step.placed = &whole;
    step.box = box;
    step.clip = parts.front().clip;
    step.layer = id;
    Layer& layer = layers[id];
    layer.used = true;
    if (layer.size == base::Size{} || !layer.look.same(*look)) {
        LayerToCompose& order = plan.layers.emplace_back();
        order.id = id;
        order.box = box;
        std::ranges::move(parts, std::back_inserter(order.parts));
        layer.size = {box.width, box.height};
        layer.look = std::move(*look);
        ++layer.composed;
    }
    step.key = mixIn(mixIn(mixIn(mixIn(layer.look.key, layer.composed), box), step.clip), whole.alpha);
    plan.steps.push_back(std::move(step));
}

bool FramePlanner::large(const Layer& layer) const {
    return layer.size == base::Size{} || layer.size.width * layer.size.height > windowPixels / 4;
}

std::vector<scene::NodeId> FramePlanner::rest() {
    std::vector<scene::NodeId> gone;
    std::erase_if(layers, [&](const auto& entry) {
        const bool useless = !entry.second.used || large(entry.second);
        if (useless) {
            gone.push_back(entry.first);
        }
        return useless;
    });
    return gone;
}

} // namespace schacht::stage
