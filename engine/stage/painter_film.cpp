#include "engine/stage/painter.hpp"

#include <algorithm>
#include <cmath>

/// A film's picture, and what stands over it.
namespace schacht::stage {

namespace {

using namespace scene;

constexpr float opaque = 0.999F;
constexpr float worthReading = 1.0F / 4; // of the film's place: where more is new over it, all is drawn

bool holds(base::Rect outer, base::Rect inner) {
    return inner.empty() || outer.intersected(inner) == inner;
}

/// What depends on the picture below it, or adds light to it, is no picture of its own.
bool standsOver(const Paint& paint) {
    const auto* const radial = std::get_if<Radial>(&paint);
    return !std::holds_alternative<Backdrop>(paint) && !std::holds_alternative<FilmPaint>(paint) &&
           (radial == nullptr || !radial->light);
}

} // namespace

void Painter::showFilm(const ShownFilm& shown) {
    const bool other = shown.texture != film.texture;
    film = shown;
    filmTaken = other ? 0 : filmTaken;
    if (film.direct == nullptr) {
        coverKeys.clear();
        coverDraft.reset();
        cover.reset();
    }
}

void Painter::keepFilm() {
    if (film.texture != nullptr && film.frame != nullptr && filmTaken != film.count) {
        film.texture->update(*film.frame);
        filmTaken = film.count;
    }
    film.frame = nullptr;
}

void Painter::restFilm() {
    if (film.texture != nullptr && film.frame != nullptr) {
        film.texture->rest();
        filmTaken = 0;
    }
}

std::optional<base::Rect> Painter::filmPlace(const Operation& op) const {
    if (film.texture == nullptr || film.size.width <= 0 || film.size.height <= 0) {
        return std::nullopt;
    }
    return base::fitting(film.size, op.box).snapped();
}

void Painter::drawFilm(const Operation& op) {
    const auto place = filmPlace(op);
    if (!place) {
        return;
    }
    if (film.frame != nullptr && filmTaken != film.count) {
        film.texture->update(*film.frame);
        filmTaken = film.count;
    }
    film.texture->draw(*place);
}

std::optional<std::size_t> Painter::hiddenByFilm(const std::vector<Operation>& operations) const {
    const base::Rect whole{0, 0, static_cast<float>(canvas.width()), static_cast<float>(canvas.height())};
    const auto hides = [&](const Operation& op) {
        return std::holds_alternative<FilmPaint>(op.placed->node->paint) && op.layer == 0 &&
               op.placed->alpha >= opaque && holds(op.clip, whole) && filmPlace(op) == whole;
    };
    const auto found = std::find_if(operations.begin(), operations.end(), hides);
    return found == operations.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - operations.begin()));
}

std::optional<base::Rect> Painter::newOverFilm(std::span<const Operation> above, std::span<const std::uint64_t> keys,
                                               std::size_t first, base::Rect place) const {
    const auto alone = [](const Operation& op) { return op.layer == 0 && standsOver(op.placed->node->paint); };
    const auto found = std::ranges::all_of(above, alone) ? news(above, keys, first) : std::nullopt;
    if (!found || !holds(place, *found) || found->width * found->height > worthReading * place.width * place.height) {
        return std::nullopt;
    }
    const bool right = coverPlace == place && holds(coverArea, *found) &&
                       std::ranges::equal(coverKeys, std::span(lastKeys).subspan(first));
    return right ? *found : place;
}

void Painter::readCover(std::span<const Operation> above, base::Rect place, base::Rect part) {
    if (part == place) { // anew, so that what was over it before takes no memory
        part = {};
        for (const Operation& op : above) {
            part = part.united(reach(op).intersected(place));
        }
        coverArea = part;
        coverDraft = canvas.surface(static_cast<unsigned>(std::max(part.width, 1.0F)),
                                    static_cast<unsigned>(std::max(part.height, 1.0F)));
        cover.emplace(static_cast<int>(place.width), static_cast<int>(place.height));
    }
    if (coverDraft == nullptr || part.empty()) {
        return;
    }
    const base::Rect within = part.moved(-coverArea.x, -coverArea.y);
    canvas.drawOn(coverDraft.get());
    canvas.clip(within);
    canvas.clear({0, 0, 0, 0});
    origin = {coverArea.x, coverArea.y};
    for (Operation op : above) {
        op.clip = op.clip.intersected(part);
        if (!op.clip.empty()) {
            draw(std::move(op));
        }
    }
    origin = {};
    canvas.drawOn(nullptr);
    cover->read(*coverDraft, within, static_cast<int>(coverArea.x - place.x), static_cast<int>(coverArea.y - place.y));
}

bool Painter::showFilmAlone(const std::vector<Operation>& operations, const std::vector<std::uint64_t>& keys) {
    const auto isFilm = [](const Operation& op) {
        return std::holds_alternative<FilmPaint>(op.placed->node->paint) && op.layer == 0;
    };
    const auto found = std::find_if(operations.begin(), operations.end(), isFilm);
    if (film.direct == nullptr || film.frame == nullptr || found == operations.end()) {
        return false;
    }
    const auto place = filmPlace(*found);
    const base::Size pixels{static_cast<float>(film.frame->width), static_cast<float>(film.frame->height)};
    const base::Rect window{0, 0, static_cast<float>(canvas.width()), static_cast<float>(canvas.height())};
    if (!place || base::Size{place->width, place->height} != pixels || found->placed->alpha < opaque ||
        !holds(found->clip.intersected(window), *place)) {
        return false;
    }
    const auto first = static_cast<std::size_t>(found - operations.begin()) + 1; // over the film
    const bool otherwiseSame =
        lastReaches.size() >= first && lastReaches[first - 1] == reach(*found) &&
        std::ranges::equal(std::span(keys).first(first - 1), std::span(lastKeys).first(first - 1));
    if (!otherwiseSame) {
        return false;
    }
    const std::span above = std::span(operations).subspan(first);
    const std::span aboveKeys = std::span(keys).subspan(first);
    const auto part = newOverFilm(above, aboveKeys, first, *place);
    if (!part) {
        return false;
    }
    if (!above.empty() && !part->empty()) {
        readCover(above, *place, *part);
    }
    coverKeys.assign(aboveKeys.begin(), aboveKeys.end());
    coverPlace = above.empty() ? base::Rect{} : *place; // what was in it before is in it still
    if (!above.empty() && coverDraft == nullptr) {
        coverKeys.clear();
        return false;
    }
    pastPlace = *place;
    return film.direct->show(*film.frame, above.empty() ? nullptr : &*cover, static_cast<int>(place->x),
                             static_cast<int>(place->y));
}

} // namespace schacht::stage
