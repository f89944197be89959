#include "kiosk/visitor/kinds/story/pages_update.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/kinds/story/story.hpp"
#include "kiosk/visitor/kit/layout.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"
#include "kiosk/visitor/parts/narration/narration_update.hpp"
#include "kiosk/visitor/parts/playback/playing_update.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

namespace {

constexpr base::Seconds arrowTurn = 0.320; // motion.md, "Touch"

} // namespace

float PagesUpdate::pitch() const {
    return layout::pagePitch(update.s.device.screen);
}

float PagesUpdate::onward(base::Point by) const {
    return by.x * layout::onward(languageOf(update.s, update.world.catalogue));
}

void PagesUpdate::layDown() const {
    state.pages.jump(pitch() * static_cast<float>(leafHere()));
}

void PagesUpdate::see() const {
    update.s.visit.seen[update.item.id].insert(state.leaf.page);
}

/// The pictures of the page and of those after it come ahead, and so do their sizes.
void PagesUpdate::decode() const {
    constexpr int ahead = 2;
    if (update.s.visit.wordsOnly.contains(update.item.id)) {
        return;
    }
    for (int one = std::max(state.leaf.page, 0);
         one <= state.leaf.page + ahead && one < static_cast<int>(story.pages.size()); ++one) {
        if (const auto& picture = story.pages[static_cast<std::size_t>(one)].picture) {
            update.effects.emplace_back(stage::DecodeAhead{picture->file, layout::aboveBar(update.s.device.screen)});
            askSize(update.s, picture->file, update.effects);
        }
    }
}

void PagesUpdate::arrive() const {
    layDown();
    see();
    decode();
}

void PagesUpdate::show(Leaf leaf, float speed, bool byFinger) const {
    State& s = update.s;
    if (leaf != state.leaf) {
        PlayingUpdate{s, update.world.catalogue, update.effects}.leave();
        NarrationUpdate{s, update.effects}.turned();
    }
    state.leaf = leaf;
    see();
    const float goal = pitch() * static_cast<float>(leafHere());
    s.visit.arrival = byFinger ? Arrival::byHand : Arrival::byArrow;
    if (movementOf(s, update.world) <= Movement::reduced) {
        cut(s, state.pages, goal);
    } else if (byFinger) {
        state.pages.spring(goal, speed, layout::snapOmega, s.device.now);
    } else {
        state.pages.glide(goal, scene::Curve::settle, arrowTurn, s.device.now);
    }
    decode();
    visitor::read(update, story, state);
}

Step PagesUpdate::turn(int by, float speed, bool byFinger) const {
    const Leaves all = leaves();
    const int to = leafHere() + by;
    if (to >= all.count()) {
        return Step::end;
    }
    show(all.at(to), speed, byFinger);
    return Step::stay;
}

Step PagesUpdate::operator()(const TurnPage& turned) const {
    return turn(turned.by, state.pages.speed(update.s.device.now), false);
}

Step PagesUpdate::operator()(const SurfaceCaught& /*caught*/) const {
    const base::Seconds now = update.s.device.now;
    const float at = state.pages.position(now);
    const bool gliding = state.pages.moving(now);
    state.pages.hold(at);
    update.s.visit.arrival = Arrival::byHand;
    if (gliding) {
        state.leaf = leaves().at(static_cast<int>(std::lround(at / pitch())));
        see();
    }
    return Step::stay;
}

Step PagesUpdate::operator()(const DragStarted& /*drag*/) const {
    (void)(*this)(SurfaceCaught{SurfaceOwner::kind});
    update.s.visit.dragStart = state.pages.position(update.s.device.now);
    return Step::stay;
}

Step PagesUpdate::operator()(const DragMoved& drag) const {
    const float reach = pitch() * static_cast<float>(std::max(leaves().count(), 1) - 1);
    state.pages.hold(layout::banded(update.s.visit.dragStart - onward(drag.by), reach));
    return Step::stay;
}

Step PagesUpdate::operator()(const DragDone& done) const {
    const int here = leafHere();
    const float off = state.pages.position(update.s.device.now) - pitch() * static_cast<float>(here);
    const bool last = here + 1 == leaves().count();
    const float speed = onward(done.velocity);
    const int by = done.cancelled ? 0 : layout::pagesTurned(off / pitch(), onward(done.by) / pitch(), speed, last);
    return turn(here + by < 0 ? 0 : by, -speed, true);
}

Step PagesUpdate::operator()(const PagesBroken& broken) const {
    const Leaves before = leaves();
    state.breaks = broken.breaks;
    const Leaves now = leaves();
    state.leaf.part = std::clamp(state.leaf.part, 0, now.parts(state.leaf.page) - 1);
    if (now != before && !state.pages.held()) {
        layDown();
    }
    return Step::stay;
}

Step PagesUpdate::operator()(const ScreenTurned& /*turned*/) const {
    layDown(); // the page stays the page
    return Step::stay;
}

} // namespace schacht::visitor
