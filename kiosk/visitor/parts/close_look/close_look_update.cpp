#include "kiosk/visitor/parts/close_look/close_look_update.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/kit/layout.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

constexpr float zoomStep = 1.6F; // a touch of + or −
constexpr base::Seconds stepTime = 0.240;
constexpr float glideTau = 0.340F; // friction
constexpr float glideOmega = 18;
constexpr float bandOmega = 16;

} // namespace

std::optional<content::Exhibit> exhibitShown(const State& state, const catalogue::Catalogue& catalogue) {
    const auto* item = state.visit.here.kind == ScreenKind::gallery ? catalogue.item(state.visit.here.id) : nullptr;
    if (item == nullptr) {
        return std::nullopt;
    }
    const auto& all = catalogue.exhibits(*item);
    const auto number = static_cast<std::size_t>(std::max(state.visit.here.page, 0));
    return number < all.size() ? std::optional(all[number]) : std::nullopt;
}

Lens lensOf(const State& state, const catalogue::Catalogue& catalogue, const Library& library, base::Size screen) {
    const auto shown = exhibitShown(state, catalogue);
    const auto size = shown ? library.sizes.find(shown->picture->file) : library.sizes.end();
    const auto places = layout::closeup(screen, accessOf(state), state.visit.aside);
    return Lens::of(size == library.sizes.end() ? std::nullopt : size->second, places.frame, places.clear);
}

Sight sightOf(const State& state, const Lens& lens, base::Seconds now) {
    const Zoom& zoom = state.visit.zoom;
    const Sight sight{zoom.scale.position(now), {zoom.x.position(now) / Zoom::fine, zoom.y.position(now) / Zoom::fine}};
    return zoom.x.held() || zoom.moving(now) ? sight : lens.within(sight);
}

void CloseLookUpdate::decodePages(const content::Item& story, int page) const {
    constexpr int ahead = 2;
    const auto& pages = content::pagesOf(story);
    if (s.visit.wordsOnly.contains(story.id)) {
        return;
    }
    for (int one = std::max(page, 0); one <= page + ahead && one < static_cast<int>(pages.size()); ++one) {
        if (const auto& picture = pages[static_cast<std::size_t>(one)].picture) {
            effects.emplace_back(stage::DecodeAhead{picture->file, layout::stage(s.device.screen)});
            measure(picture->file);
        }
    }
}

void CloseLookUpdate::measure(const std::string& file) const {
    if (!s.device.library.sizes.contains(file)) {
        effects.emplace_back(stage::MeasurePicture{file});
    }
}

const std::vector<content::Exhibit>& CloseLookUpdate::exhibits() const {
    static const std::vector<content::Exhibit> none;
    const auto* item = s.visit.here.kind == ScreenKind::gallery ? world.catalogue.item(s.visit.here.id) : nullptr;
    return item == nullptr ? none : world.catalogue.exhibits(*item);
}

void CloseLookUpdate::arrive() const {
    s.visit.zoom = {};
    s.visit.aside = false;
    s.visit.grip.reset();
    const auto& all = exhibits();
    for (const int number : {s.visit.here.page, s.visit.here.page + 1, s.visit.here.page - 1}) {
        if (number < 0 || number >= static_cast<int>(all.size())) {
            continue;
        }
        const std::string& file = all[static_cast<std::size_t>(number)].picture->file;
        measure(file);
        if (const auto size = s.device.library.sizes.find(file); size != s.device.library.sizes.end() && size->second) {
            const base::Rect screen{0, 0, s.device.screen.width, s.device.screen.height};
            effects.emplace_back(stage::DecodeAhead{file, Lens::of(size->second, screen, screen.height).whole});
        }
    }
}

bool CloseLookUpdate::show(int number) const {
    if (number < 0 || number >= static_cast<int>(exhibits().size())) {
        return false;
    }
    s.visit.here.page = number;
    arrive();
    return true;
}

bool CloseLookUpdate::endsHere() const {
    const auto* item = world.catalogue.item(s.visit.here.id);
    return item != nullptr && std::holds_alternative<content::Gallery>(item->body) &&
           s.visit.here.page + 1 == static_cast<int>(exhibits().size());
}

void CloseLookUpdate::stand(const Sight& sight) const {
    s.visit.zoom.scale.jump(sight.scale);
    s.visit.zoom.x.jump(sight.at.x * Zoom::fine);
    s.visit.zoom.y.jump(sight.at.y * Zoom::fine);
}

void CloseLookUpdate::carry(const Sight& sight) const {
    s.visit.zoom.scale.hold(sight.scale);
    s.visit.zoom.x.hold(sight.at.x * Zoom::fine);
    s.visit.zoom.y.hold(sight.at.y * Zoom::fine);
}

void CloseLookUpdate::go(const Sight& from, const Sight& goal, base::Seconds duration) const {
    s.visit.grip.reset();
    if (movementOf(s, world) <= Movement::reduced) {
        stand(goal);
        return;
    }
    if (!s.visit.zoom.moving(s.device.now)) {
        stand(from); // a track that was never moved does not know where the picture stands
    }
    s.visit.zoom.scale.glide(goal.scale, scene::Curve::settle, duration, s.device.now);
    s.visit.zoom.x.glide(goal.at.x * Zoom::fine, scene::Curve::settle, duration, s.device.now);
    s.visit.zoom.y.glide(goal.at.y * Zoom::fine, scene::Curve::settle, duration, s.device.now);
}

void CloseLookUpdate::magnify(int steps) const {
    const Lens here = lens();
    const Sight now = sightOf(s, here, s.device.now);
    const float from =
        s.visit.zoom.moving(s.device.now) ? s.visit.zoom.scale.goal() : now.scale; // one touch after the other adds up
    const float scale = steps == 0 ? 1 : from * std::pow(zoomStep, static_cast<float>(steps));
    go(now, here.within({scale, steps == 0 ? base::Point{.5F, .5F} : now.at}), stepTime);
}

void CloseLookUpdate::toggleAside() const {
    const Sight before = sightOf(s, lens(), s.device.now);
    s.visit.aside = !s.visit.aside;
    go(before, lens().within(before), stepTime);
}

void CloseLookUpdate::caught() const {
    carry(sightOf(s, lens(), s.device.now));
}

void CloseLookUpdate::hold(base::Point at) const {
    const Lens here = lens();
    const Sight now = sightOf(s, here, s.device.now);
    s.visit.grip = Grip{here.under(at, now), now.scale};
    carry(now);
}

void CloseLookUpdate::move(base::Point at, float scale) const {
    if (!s.visit.grip) {
        return;
    }
    carry(lens().holding(s.visit.grip->part, at, s.visit.grip->scale * scale));
}

void CloseLookUpdate::letGo(base::Point velocity) const {
    if (!s.visit.grip) {
        return; // it has been taken out of the hand, or was another picture
    }
    const Lens here = lens();
    const Sight now = sightOf(s, here, s.device.now);
    s.visit.grip.reset();
    const base::Size size{here.whole.width * now.scale, here.whole.height * now.scale};
    const base::Point speed{-velocity.x / size.width, -velocity.y / size.height}; // shares of the picture a second
    const Sight rest = here.within({now.scale, {now.at.x + speed.x * glideTau, now.at.y + speed.y * glideTau}});
    if (movementOf(s, world) <= Movement::reduced) {
        stand(rest);
        return;
    }
    const Sight edge = here.within(now);
    const auto omega = [](float at, float inside) { return at == inside ? glideOmega : bandOmega; };
    if (now.scale < rest.scale) {
        s.visit.zoom.scale.glide(rest.scale, scene::Curve::settle, stepTime, s.device.now);
    } else {
        s.visit.zoom.scale.jump(rest.scale);
    }
    s.visit.zoom.x.spring(rest.at.x * Zoom::fine, speed.x * Zoom::fine, omega(now.at.x, edge.at.x), s.device.now);
    s.visit.zoom.y.spring(rest.at.y * Zoom::fine, speed.y * Zoom::fine, omega(now.at.y, edge.at.y), s.device.now);
}

void CloseLookUpdate::point(base::Point part) const {
    const Lens here = lens();
    s.visit.grip.reset();
    stand(here.within({sightOf(s, here, s.device.now).scale, part}));
}

} // namespace schacht::visitor
