#include "engine/stage/frame_clock.hpp"

#include <utility>

namespace schacht::stage {

namespace {

constexpr base::Seconds grace = 0.0005; // a loop that wakes a little early does not wait again

} // namespace

FrameClock::Due FrameClock::turn(base::Seconds now, FrameMoves moves) {
    // the Scene may say of something that it moves: it must not outlive the movement
    const bool stateStopped = std::exchange(stateMoved, moves.state) && !moves.state;
    changed = changed || stateStopped;
    // where frames are slow, a movement can end between two of them
    outdated = outdated || (sceneMoved && !moves.scene);
    if (changed || outdated || moves.any()) {
        return now >= lastFrame + framePeriod - grace ? Due::frame : Due::nothing;
    }
    if (rested || now < lastFrame + quiet) {
        return Due::nothing;
    }
    rested = true;
    return Due::rest;
}

FrameClock::Redraw FrameClock::beginFrame(bool sceneMoves, bool overlaid) {
    sceneMoved = sceneMoves;
    // where the overlay is, and where it was, the window does not show the Scene alone
    const bool everything = std::exchange(lost, false) || overlay || overlaid;
    overlay = overlaid;
    return everything ? Redraw::everything : Redraw::changes;
}

void FrameClock::frameShown(base::Seconds began, base::Seconds shown) {
    outdated = false;
    rested = false;
    lastFrame = began;
    seenSince = seenSince ? seenSince : shown;
}

std::optional<base::Seconds> FrameClock::wake(FrameMoves moves) const {
    if (unfinished() || moves.any()) {
        return lastFrame + framePeriod;
    }
    return rested ? std::nullopt : std::optional(lastFrame + quiet);
}

} // namespace schacht::stage
