#include "engine/stage/frame_planner.hpp"

#include "engine/stage/paint_hash.hpp"

#include <algorithm>
#include <utility>

namespace schacht::stage {

namespace {

constexpr std::size_t worthComposing = 3; // steps: fewer are drawn faster than kept

std::size_t commonPrefix(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

float area(base::Rect r) {
    return r.empty() ? 0 : r.width * r.height;
}

bool looksBelow(const DrawStep& step) {
    return step.layer == 0 && std::holds_alternative<scene::Backdrop>(step.placed->node->paint);
}

/// How many steps lie below a film that fills the whole window.
std::optional<std::size_t> hiddenByFilm(const FramePlan& plan, const PaintedWindow& window, const FilmOnScreen& film) {
    constexpr float opaque = 0.999F;
    const base::Rect whole = window.whole();
    const auto hides = [&](const DrawStep& step) {
        return step.layer == 0 && std::holds_alternative<scene::FilmPaint>(step.placed->node->paint) &&
               step.placed->alpha >= opaque && step.clip.intersected(whole) == whole && filmPlace(step, film) == whole;
    };
    const auto found = std::ranges::find_if(plan.steps, hides);
    return found == plan.steps.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - plan.steps.begin()));
}

} // namespace

std::vector<ClippedStep> stepsIn(const FramePlan& plan, std::size_t first, base::Rect part) {
    std::vector<ClippedStep> out;
    out.reserve(plan.steps.size());
    for (std::size_t i = first; i < plan.steps.size(); ++i) {
        const base::Rect clip = plan.steps[i].clip.intersected(part);
        if (!clip.intersected(plan.reaches[i]).empty()) {
            out.push_back({i, clip});
        }
    }
    return out;
}

FramePlan FramePlanner::plan(const std::vector<scene::Placed>& placed, const PaintedWindow& window,
                             const FilmOnScreen& film, TextureSource& textures) {
    windowPixels = window.size.width * window.size.height;
    FramePlan plan;
    foldLayers(plan, drawSteps(placed, window, film, textures), placed, window);
    plan.keys.reserve(plan.steps.size());
    for (const DrawStep& step : plan.steps) {
        plan.keys.push_back(step.key);
    }
    plan.unchanged = !plan.keys.empty() && plan.keys == lastKeys;
    if (plan.unchanged) {
        return plan;
    }
    plan.reaches.reserve(plan.steps.size());
    for (const DrawStep& step : plan.steps) {
        plan.reaches.push_back(reach(step));
    }
    plan.film = planFilm(plan, window, film);
    if (!plan.film) {
        planWindow(plan, window, film);
    }
    return plan;
}

void FramePlanner::planWindow(FramePlan& plan, const PaintedWindow& window, const FilmOnScreen& film) const {
    plan.film.reset();
    plan.window.part = partToDraw(plan, window);
    plan.window.hidden = hiddenByFilm(plan, window, film);
    if (!plan.window.hidden) {
        planStill(plan);
    }
}

base::Rect FramePlanner::partToDraw(const FramePlan& plan, const PaintedWindow& window) const {
    const base::Rect whole = window.whole();
    if (!window.showsParts || lastKeys.empty() || std::ranges::any_of(plan.steps, looksBelow)) {
        return whole;
    }
    const auto found = newSince(plan, 0);
    // Mesa may show more than it is told to, from what it last drew: what went past it is drawn as well
    const base::Rect seen = found ? found->united(pastPlace).intersected(whole) : whole;
    return seen.empty() ? whole : seen;
}

std::optional<base::Rect> FramePlanner::newSince(const FramePlan& plan, std::size_t first) const {
    const std::span last = std::span(lastKeys).subspan(std::min(first, lastKeys.size()));
    const std::span keys = std::span(plan.keys).subspan(first);
    base::Rect around;
    auto from = last.begin();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto found = std::find(last.begin(), last.end(), keys[i]);
        if (found == last.end()) {
            around = around.united(plan.reaches[first + i]);
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

void FramePlanner::planStill(FramePlan& plan) const {
    WindowPlan& out = plan.window;
    const bool right = commonPrefix(plan.keys, stillKeys) == stillKeys.size();
    out.kept = out.steady = right ? stillKeys.size() : 0;
    out.drawnAgain = right ? drawnAgain : 0;
    // what has moved as a whole will move again: kept with it, all below would be composed anew then
    const auto moved = std::ranges::find_if(plan.steps, [](const DrawStep& step) { return step.layer != 0; });
    const std::size_t steady =
        std::min(commonPrefix(plan.keys, lastKeys), static_cast<std::size_t>(moved - plan.steps.begin()));
    if (steady <= out.kept || (out.kept == 0 && steady < worthComposing)) {
        return;
    }
    // Rent or buy: what stands still is composed when drawing it again has cost half as much. So a small change, or
    // what moves now and then above what never does, does not compose the whole screen.
    float once = 0;
    for (std::size_t i = out.kept; i < steady; ++i) {
        once += area(plan.reaches[i]);
        out.drawnAgain += area(plan.reaches[i].intersected(out.part));
    }
    if (out.drawnAgain >= once / 2) {
        out.drawnAgain = 0;
        out.steady = steady;
    }
}

void FramePlanner::windowDrawn(FramePlan plan) {
    const WindowPlan& drawn = plan.window;
    if (drawn.hidden) {
        stillKeys.clear();
    } else {
        drawnAgain = drawn.drawnAgain;
        if (drawn.steady > drawn.kept || drawn.kept == 0) {
            stillKeys.assign(plan.keys.begin(), plan.keys.begin() + static_cast<std::ptrdiff_t>(drawn.steady));
        }
    }
    pastPlace = {};
    remember(std::move(plan));
}

void FramePlanner::remember(FramePlan plan) {
    lastKeys = std::move(plan.keys);
    lastReaches = std::move(plan.reaches);
}

void FramePlanner::forget() {
    layers.clear();
    layerPlaces.clear();
    stillLost();
    windowLost();
    coverLost();
}

} // namespace schacht::stage
