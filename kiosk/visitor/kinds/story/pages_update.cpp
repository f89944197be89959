#include "kiosk/visitor/kinds/story/pages_update.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/kit/layout.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"
#include "kiosk/visitor/parts/narration/narration_update.hpp"
#include "kiosk/visitor/parts/playback/playing_update.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

constexpr base::Seconds arrowTurn = 0.320; // motion.md, "Touch"

}

float PagesUpdate::pitch() const {
    return layout::pagePitch(s.device.screen);
}

Leaves PagesUpdate::leaves() const {
    const auto* item = world.catalogue.item(s.visit.here.id);
    return item == nullptr ? Leaves() : Leaves(*item, s.visit.breaks);
}

void PagesUpdate::stand() const {
    s.visit.pages.jump(pitch() * static_cast<float>(leafHere()));
}

void PagesUpdate::arrive() const {
    stand();
    if (s.visit.here.kind != ScreenKind::story) {
        return;
    }
    s.visit.seen[s.visit.here.id].insert(s.visit.here.page);
    if (const auto* item = world.catalogue.item(s.visit.here.id)) {
        CloseLookUpdate{s, world, effects}.decodePages(*item, s.visit.here.page);
    }
}

void PagesUpdate::show(Leaf leaf, float speed, bool byFinger) const {
    const PlayingUpdate playing{s, world.catalogue, effects};
    if (leaf != Leaf{s.visit.here.page, s.visit.here.part}) {
        playing.leave();
        NarrationUpdate{s, effects}.turned();
    }
    s.visit.here.page = leaf.page;
    s.visit.here.part = leaf.part;
    s.visit.seen[s.visit.here.id].insert(leaf.page);
    const float goal = pitch() * static_cast<float>(leafHere());
    s.visit.arrival = byFinger ? Arrival::byHand : Arrival::byArrow;
    if (movementOf(s, world) <= Movement::reduced) {
        cut(s, s.visit.pages, goal);
    } else if (byFinger) {
        s.visit.pages.spring(goal, speed, layout::snapOmega, s.device.now);
    } else {
        s.visit.pages.glide(goal, scene::Curve::settle, arrowTurn, s.device.now);
    }
    if (const auto* item = world.catalogue.item(s.visit.here.id)) {
        CloseLookUpdate{s, world, effects}.decodePages(*item, leaf.page);
    }
    playing.arrive();
}

bool PagesUpdate::turn(int by, float speed, bool byFinger) const {
    const Leaves all = leaves();
    const int to = leafHere() + by;
    if (to >= all.count()) {
        return false;
    }
    show(all.at(to), speed, byFinger);
    return true;
}

void PagesUpdate::caught() const {
    const float at = s.visit.pages.position(s.device.now);
    const bool gliding = s.visit.pages.moving(s.device.now);
    s.visit.pages.hold(at);
    s.visit.arrival = Arrival::byHand;
    if (gliding) {
        const Leaf nearest = leaves().at(static_cast<int>(std::lround(at / pitch())));
        s.visit.here.page = nearest.page;
        s.visit.here.part = nearest.part;
        s.visit.seen[s.visit.here.id].insert(nearest.page);
    }
}

void PagesUpdate::drag(float by) const {
    const float reach = pitch() * static_cast<float>(std::max(leaves().count(), 1) - 1);
    s.visit.pages.hold(layout::banded(s.visit.dragStart - by, reach));
}

void PagesUpdate::operator()(const PagesBroken& broken) const {
    const Leaves before = leaves();
    s.visit.breaks = broken.breaks;
    const Leaves now = leaves();
    s.visit.here.part = std::clamp(s.visit.here.part, 0, now.parts(s.visit.here.page) - 1);
    if (now != before && !s.visit.pages.held()) {
        stand();
    }
}

bool PagesUpdate::letGo(const DragDone& done) const {
    const int here = leafHere();
    const float off = s.visit.pages.position(s.device.now) - pitch() * static_cast<float>(here);
    const bool last = here + 1 == leaves().count();
    const int by = done.cancelled ? 0 : layout::pagesTurned(off / pitch(), done.by / pitch(), done.speed, last);
    return turn(here + by < 0 ? 0 : by, -done.speed, true);
}

} // namespace schacht::visitor
