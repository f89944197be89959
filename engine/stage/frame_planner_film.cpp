#include "engine/stage/frame_planner.hpp"

#include <algorithm>
#include <utility>

/// When a film's picture goes past the canvas, and what is read anew of what stands over it.
namespace schacht::stage {

namespace {

constexpr float worthReading = 1.0F / 4; // of the film's place: where more is new over it, all is drawn

bool holds(base::Rect outer, base::Rect inner) {
    return inner.empty() || outer.intersected(inner) == inner;
}

bool isFilm(const DrawStep& step) {
    return step.layer == 0 && std::holds_alternative<scene::FilmPaint>(step.placed->node->paint);
}

/// What depends on the picture below it, or adds light to it, cannot be laid over it later.
bool canCover(const DrawStep& step) {
    const auto& paint = step.placed->node->paint;
    const auto* const radial = std::get_if<scene::Radial>(&paint);
    return step.layer == 0 && !std::holds_alternative<scene::Backdrop>(paint) &&
           !std::holds_alternative<scene::FilmPaint>(paint) && (radial == nullptr || !radial->light);
}

} // namespace

std::optional<FilmPlan> FramePlanner::planFilm(const FramePlan& plan, const PaintedWindow& window,
                                               const FilmOnScreen& film) const {
    constexpr float opaque = 0.999F;
    const auto found = std::ranges::find_if(plan.steps, isFilm);
    if (film.past == base::Size{} || found == plan.steps.end()) {
        return std::nullopt;
    }
    const auto place = filmPlace(*found, film);
    if (!place || base::Size{place->width, place->height} != film.past || found->placed->alpha < opaque ||
        !holds(found->clip.intersected(window.whole()), *place)) {
        return std::nullopt;
    }
    const auto below = static_cast<std::size_t>(found - plan.steps.begin());
    const bool otherwiseSame =
        lastKeys.size() > below && lastReaches[below] == plan.reaches[below] &&
        std::equal(lastKeys.begin(), lastKeys.begin() + static_cast<std::ptrdiff_t>(below), plan.keys.begin());
    return otherwiseSame ? planCover(plan, below + 1, *place) : std::nullopt;
}

std::optional<FilmPlan> FramePlanner::planCover(const FramePlan& plan, std::size_t above, base::Rect place) const {
    FilmPlan out{place, above, false, coverArea, {}};
    const std::span over = std::span(plan.steps).subspan(above);
    const auto found = std::ranges::all_of(over, canCover) ? newSince(plan, above) : std::nullopt;
    if (!found || !holds(place, *found) || found->width * found->height > worthReading * place.width * place.height) {
        return std::nullopt;
    }
    if (over.empty()) {
        return out;
    }
    out.read = *found;
    const bool right = coverPlace == place && holds(coverArea, *found) &&
                       std::ranges::equal(coverKeys, std::span(lastKeys).subspan(above));
    if (!right) { // anew, so that what was over the film before takes no memory
        out.coverAnew = true;
        out.coverArea = {};
        for (std::size_t i = above; i < plan.steps.size(); ++i) {
            out.coverArea = out.coverArea.united(plan.reaches[i].intersected(place));
        }
        out.read = out.coverArea;
    }
    return out;
}

void FramePlanner::coverRead(const FramePlan& plan) {
    const auto above = static_cast<std::ptrdiff_t>(plan.film->above);
    coverKeys.assign(plan.keys.begin() + above, plan.keys.end());
    coverPlace = coverKeys.empty() ? base::Rect{} : plan.film->place; // what was in it before is in it still
    coverArea = plan.film->coverArea;
}

void FramePlanner::filmShown(FramePlan plan) {
    pastPlace = plan.film->place;
    remember(std::move(plan));
}

} // namespace schacht::stage
