#include "kiosk/visitor/kinds/gallery/gallery.hpp"

#include "kiosk/visitor/parts/close_look/close_look_screen.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"

#include <algorithm>

namespace schacht::visitor {

namespace {

/// How many different pictures it has.
int countOf(const content::Gallery& gallery) {
    const content::LanguageMap untitled;
    return static_cast<int>(exhibitsOf(gallery, untitled).size());
}

CloseLookUpdate lookOf(const KindUpdate& update, GalleryState& state) {
    return {update.s, update.world, update.effects, update.item, state.look};
}

} // namespace

Manner mannerOf(const content::Gallery& /*gallery*/, const GalleryState& /*state*/) {
    return {.looksClosely = true};
}

void arrive(const KindUpdate& update, const content::Gallery& /*gallery*/, GalleryState& state) {
    lookOf(update, state).arrive();
}

void read(const KindUpdate& /*update*/, const content::Gallery& /*gallery*/, GalleryState& /*state*/) {}

Step hear(const KindUpdate& update, const content::Gallery& /*gallery*/, GalleryState& state, const Intent& meaning) {
    return lookOf(update, state).hear(meaning); // after its last picture comes what goes with it
}

void leave(GalleryState& state) {
    leave(state.look);
}

void fit(const content::Gallery& gallery, GalleryState& state) {
    const int last = std::max(countOf(gallery) - 1, 0);
    if (state.look.number < 0 || state.look.number > last) {
        state.look = {std::clamp(state.look.number, 0, last), {}, false, {}};
    }
}

Leaf leafOf(const GalleryState& state) {
    return {state.look.number, 0};
}

bool measuredAlready(const GalleryState& /*state*/) {
    return true;
}

bool settled(const GalleryState& /*state*/, base::Seconds /*now*/) {
    return true;
}

Wakes wakesOf(const State& /*state*/, const World& /*world*/, const content::Gallery& /*gallery*/,
              const GalleryState& own, base::Seconds now) {
    return {std::nullopt, own.look.zoom.moving(now)};
}

std::optional<Intent> measure(Sketch& /*trial*/, const content::Item& /*item*/, const content::Gallery& /*gallery*/,
                              const GalleryState& /*state*/) {
    return std::nullopt;
}

scene::Node screenOf(Sketch& sketch, const content::Item& item, const content::Gallery& /*gallery*/,
                     const GalleryState& state) {
    return closeLookScreen(sketch, item, state.look, true);
}

Surround surroundOf(const Sketch& /*sketch*/, const content::Gallery& /*gallery*/) {
    return {};
}

Ending endOf(const content::Gallery& gallery) {
    return {"end.seen", someOf(static_cast<std::size_t>(countOf(gallery))), false};
}

std::vector<TourStop> tourOf(const content::Item& item, const content::Gallery& gallery) {
    std::vector<TourStop> stops;
    stops.reserve(gallery.pictures.size());
    for (int i = 0; i < countOf(gallery); ++i) {
        stops.push_back({"picture-" + item.id + "-" + std::to_string(i + 1), GalleryState{{i, {}, false, {}}}});
    }
    return stops;
}

} // namespace schacht::visitor
