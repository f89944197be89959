#include "kiosk/visitor/parts/close_look/close_look_update.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/kit/layout.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>

namespace schacht::visitor {

namespace {

constexpr float zoomStep = 1.6F; // a touch of + or −
constexpr base::Seconds stepTime = 0.240;
constexpr float glideTau = 0.340F; // friction
constexpr float glideOmega = 18;
constexpr float bandOmega = 16;

} // namespace

Lens lensOf(const State& state, const CloseLook& look, const std::vector<content::Exhibit>& exhibits,
            base::Size screen) {
    const auto number = static_cast<std::size_t>(std::max(look.number, 0));
    const auto& sizes = state.device.library.sizes;
    const auto size = number < exhibits.size() ? sizes.find(exhibits[number].picture->file) : sizes.end();
    const auto places = layout::closeup(screen, accessOf(state), look.aside);
    return Lens::of(size == sizes.end() ? std::nullopt : size->second, places.frame, places.clear);
}

Sight sightOf(const CloseLook& look, const Lens& lens, base::Seconds now) {
    const Zoom& zoom = look.zoom;
    const Sight sight{zoom.scale.position(now), {zoom.x.position(now) / Zoom::fine, zoom.y.position(now) / Zoom::fine}};
    return zoom.x.held() || zoom.moving(now) ? sight : lens.within(sight);
}

void askSize(const State& state, const std::string& file, std::vector<stage::Effect>& effects) {
    if (!state.device.library.sizes.contains(file)) {
        effects.emplace_back(stage::MeasurePicture{file});
    }
}

void leave(CloseLook& look) {
    look.grip.reset();
    for (scene::AnimatedValue* value : {&look.zoom.scale, &look.zoom.x, &look.zoom.y}) {
        value->jump(value->goal());
    }
}

void CloseLookUpdate::arrive() const {
    const auto& all = exhibits();
    for (const int number : {look.number, look.number + 1, look.number - 1}) {
        if (number < 0 || number >= static_cast<int>(all.size())) {
            continue;
        }
        const std::string& file = all[static_cast<std::size_t>(number)].picture->file;
        askSize(s, file, effects);
        if (const auto size = s.device.library.sizes.find(file); size != s.device.library.sizes.end() && size->second) {
            const base::Rect screen{0, 0, s.device.screen.width, s.device.screen.height};
            effects.emplace_back(stage::DecodeAhead{file, Lens::of(size->second, screen, screen.height).whole});
        }
    }
}

Step CloseLookUpdate::hear(const Intent& meaning) const {
    if (const auto* turned = std::get_if<TurnPage>(&meaning)) {
        if (!show(look.number + turned->by)) {
            return turned->by > 0 ? Step::end : Step::stay;
        }
        s.visit.arrival = Arrival::byArrow;
    } else if (const auto* open = std::get_if<OpenPicture>(&meaning)) {
        if (open->item == item.id && show(static_cast<int>(open->number))) {
            s.visit.arrival = Arrival::byHand; // it grows out of its thumbnail
        }
    } else {
        std::visit(
            [this](const auto& meant) {
                if constexpr (std::invocable<const CloseLookUpdate&, decltype(meant)>) {
                    (*this)(meant);
                }
            },
            meaning);
    }
    return Step::stay;
}

bool CloseLookUpdate::show(int number) const {
    if (number < 0 || number >= static_cast<int>(exhibits().size())) {
        return false;
    }
    look = {number, {}, false, {}};
    arrive();
    return true;
}

void CloseLookUpdate::rest(const Sight& sight) const {
    look.zoom.scale.jump(sight.scale);
    look.zoom.x.jump(sight.at.x * Zoom::fine);
    look.zoom.y.jump(sight.at.y * Zoom::fine);
}

void CloseLookUpdate::carry(const Sight& sight) const {
    look.zoom.scale.hold(sight.scale);
    look.zoom.x.hold(sight.at.x * Zoom::fine);
    look.zoom.y.hold(sight.at.y * Zoom::fine);
}

void CloseLookUpdate::go(const Sight& from, const Sight& goal, base::Seconds duration) const {
    look.grip.reset();
    if (movementOf(s, world) <= Movement::reduced) {
        rest(goal);
        return;
    }
    if (!look.zoom.moving(s.device.now)) {
        rest(from); // a track that was never moved does not know where the picture stands
    }
    look.zoom.scale.glide(goal.scale, scene::Curve::settle, duration, s.device.now);
    look.zoom.x.glide(goal.at.x * Zoom::fine, scene::Curve::settle, duration, s.device.now);
    look.zoom.y.glide(goal.at.y * Zoom::fine, scene::Curve::settle, duration, s.device.now);
}

void CloseLookUpdate::operator()(const Magnify& meant) const {
    const int steps = meant.steps;
    const Lens here = lens();
    const Sight now = sightOf(look, here, s.device.now);
    const float from =
        look.zoom.moving(s.device.now) ? look.zoom.scale.goal() : now.scale; // one touch after the other adds up
    const float scale = steps == 0 ? 1 : from * std::pow(zoomStep, static_cast<float>(steps));
    go(now, here.within({scale, steps == 0 ? base::Point{.5F, .5F} : now.at}), stepTime);
}

void CloseLookUpdate::operator()(const ToggleAside& /*meant*/) const {
    const Sight before = sightOf(look, lens(), s.device.now);
    look.aside = !look.aside;
    go(before, lens().within(before), stepTime);
}

void CloseLookUpdate::operator()(const SurfaceCaught& /*caught*/) const {
    carry(sightOf(look, lens(), s.device.now));
}

void CloseLookUpdate::hold(base::Point at) const {
    const Lens here = lens();
    const Sight now = sightOf(look, here, s.device.now);
    look.grip = Grip{here.under(at, now), now.scale};
    carry(now);
}

void CloseLookUpdate::move(base::Point at, float scale) const {
    if (!look.grip) {
        return;
    }
    carry(lens().holding(look.grip->part, at, look.grip->scale * scale));
}

void CloseLookUpdate::letGo(base::Point velocity) const {
    if (!look.grip) {
        return; // it has been taken out of the hand, or was another picture
    }
    const Lens here = lens();
    const Sight now = sightOf(look, here, s.device.now);
    look.grip.reset();
    const base::Size size{here.whole.width * now.scale, here.whole.height * now.scale};
    const base::Point speed{-velocity.x / size.width, -velocity.y / size.height}; // shares of the picture a second
    const Sight resting = here.within({now.scale, {now.at.x + speed.x * glideTau, now.at.y + speed.y * glideTau}});
    if (movementOf(s, world) <= Movement::reduced) {
        rest(resting);
        return;
    }
    const Sight edge = here.within(now);
    const auto omega = [](float at, float inside) { return at == inside ? glideOmega : bandOmega; };
    if (now.scale < resting.scale) {
        look.zoom.scale.glide(resting.scale, scene::Curve::settle, stepTime, s.device.now);
    } else {
        look.zoom.scale.jump(resting.scale);
    }
    look.zoom.x.spring(resting.at.x * Zoom::fine, speed.x * Zoom::fine, omega(now.at.x, edge.at.x), s.device.now);
    look.zoom.y.spring(resting.at.y * Zoom::fine, speed.y * Zoom::fine, omega(now.at.y, edge.at.y), s.device.now);
}

void CloseLookUpdate::operator()(const Slid& slid) const {
    if (slid.owner != SurfaceOwner::closeLook) {
        return;
    }
    const Lens here = lens();
    look.grip.reset();
    rest(here.within({sightOf(look, here, s.device.now).scale, {slid.share, slid.down}}));
}

} // namespace schacht::visitor
