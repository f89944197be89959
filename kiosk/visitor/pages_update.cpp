#include "kiosk/visitor/pages_update.hpp"

#include "kiosk/visitor/closeup_update.hpp"
#include "kiosk/visitor/layout.hpp"
#include "kiosk/visitor/playing_update.hpp"
#include "kiosk/visitor/reading_update.hpp"
#include "kiosk/visitor/timing.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

constexpr base::Seconds arrowTurn = 0.320; // motion.md, "Touch"

}

float PagesUpdate::pitch() const {
    return layout::pagePitch(world.screen);
}

Leaves PagesUpdate::leaves() const {
    const auto* item = world.catalogue.item(s.here.id);
    return item == nullptr ? Leaves() : Leaves(*item, world.breaks);
}

void PagesUpdate::stand() const {
    s.pages.jump(pitch() * static_cast<float>(leafHere()));
}

void PagesUpdate::arrive() const {
    stand();
    if (s.here.kind != ScreenKind::story) {
        return;
    }
    s.seen[s.here.id].insert(s.here.page);
    if (const auto* item = world.catalogue.item(s.here.id)) {
        CloseupUpdate{s, world, effects}.decodePages(*item, s.here.page);
    }
}

void PagesUpdate::show(Leaf leaf, float speed, bool byFinger) const {
    const PlayingUpdate playing{s, world.catalogue, world.library, effects};
    if (leaf != Leaf{s.here.page, s.here.part}) {
        playing.leave();
        ReadingUpdate{s, effects}.turned();
    }
    s.here.page = leaf.page;
    s.here.part = leaf.part;
    s.seen[s.here.id].insert(leaf.page);
    const float goal = pitch() * static_cast<float>(leafHere());
    s.arrival = byFinger ? Arrival::byHand : Arrival::byArrow;
    if (movementOf(s, world) <= Movement::reduced) {
        cut(s, s.pages, goal);
    } else if (byFinger) {
        s.pages.spring(goal, speed, layout::snapOmega, s.now);
    } else {
        s.pages.glide(goal, scene::Curve::settle, arrowTurn, s.now);
    }
    if (const auto* item = world.catalogue.item(s.here.id)) {
        CloseupUpdate{s, world, effects}.decodePages(*item, leaf.page);
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
    const float at = s.pages.position(s.now);
    const bool gliding = s.pages.moving(s.now);
    s.pages.hold(at);
    s.arrival = Arrival::byHand;
    if (gliding) {
        const Leaf nearest = leaves().at(static_cast<int>(std::lround(at / pitch())));
        s.here.page = nearest.page;
        s.here.part = nearest.part;
        s.seen[s.here.id].insert(nearest.page);
    }
}

void PagesUpdate::drag(float by) const {
    const float reach = pitch() * static_cast<float>(std::max(leaves().count(), 1) - 1);
    s.pages.hold(layout::banded(s.dragStart - by, reach));
}

bool PagesUpdate::letGo(const DragDone& done) const {
    const int here = leafHere();
    const float off = s.pages.position(s.now) - pitch() * static_cast<float>(here);
    const bool last = here + 1 == leaves().count();
    const int by = done.cancelled ? 0 : layout::pagesTurned(off / pitch(), done.by / pitch(), done.speed, last);
    return turn(here + by < 0 ? 0 : by, -done.speed, true);
}

} // namespace schacht::visitor
