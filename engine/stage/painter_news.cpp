#include "engine/stage/painter.hpp"

#include <algorithm>
#include <cmath>

/// What is new in a frame, and so must be drawn.
namespace schacht::stage {

namespace {

using namespace scene;

} // namespace

base::Rect Painter::reach(const Operation& op) {
    const Paint& paint = op.placed->node->paint;
    base::Rect drawn = op.box;
    if (const auto* words = std::get_if<TextPaint>(&paint); words != nullptr && op.texture != nullptr) {
        drawn = wordsPlace(op, *words);
    } else if (std::holds_alternative<RingPaint>(paint)) { // as high as it is wide, whatever its box
        drawn.y += (drawn.height - drawn.width) / 2;
        drawn.height = drawn.width;
    } else if (const auto* pane = std::get_if<PanePaint>(&paint)) {
        for (const base::Point corner : pane->corners) {
            const base::Rect point{op.box.x + corner.x * op.box.width, op.box.y + corner.y * op.box.height, 0, 0};
            drawn = drawn.united(point.grown(1));
        }
    }
    const base::Rect seen = drawn.grown(2).intersected(op.clip); // smooth edges lie half a pixel outside
    const float left = std::floor(seen.x);
    const float top = std::floor(seen.y);
    return {left, top, std::ceil(seen.right()) - left, std::ceil(seen.bottom()) - top};
}

void Painter::remember(const std::vector<Operation>& operations, std::vector<std::uint64_t> keys) {
    lastKeys = std::move(keys);
    lastReaches.clear();
    std::transform(operations.begin(), operations.end(), std::back_inserter(lastReaches), reach);
}

std::optional<base::Rect> Painter::news(std::span<const Operation> operations, std::span<const std::uint64_t> keys,
                                        std::size_t first) const {
    const std::span last = std::span(lastKeys).subspan(std::min(first, lastKeys.size()));
    base::Rect around;
    auto from = last.begin();
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const auto found = std::find(last.begin(), last.end(), keys[i]);
        if (found == last.end()) {
            around = around.united(reach(operations[i]));
        } else if (found < from) {
            return std::nullopt;
        } else {
            from = found;
        }
    }
    for (std::size_t i = 0; i < last.size(); ++i) {
        if (std::find(keys.begin(), keys.end(), last[i]) == keys.end()) {
            around = around.united(lastReaches[first + i]);
        }
    }
    return around;
}

base::Rect Painter::partToDraw(const std::vector<Operation>& operations, const std::vector<std::uint64_t>& keys) const {
    const base::Rect whole{0, 0, static_cast<float>(canvas.width()), static_cast<float>(canvas.height())};
    const auto looksBelow = [](const Operation& op) {
        return std::holds_alternative<Backdrop>(op.placed->node->paint) && op.layer == 0;
    };
    if (!canvas.showsParts() || lastKeys.empty() || std::ranges::any_of(operations, looksBelow)) {
        return whole;
    }
    const auto found = news(operations, keys, 0);
    // Mesa may show more than it is told to, from what it last drew: what went past it is drawn as well
    const base::Rect seen = found ? found->united(pastPlace).intersected(whole) : whole;
    return seen.empty() ? whole : seen;
}

} // namespace schacht::stage
