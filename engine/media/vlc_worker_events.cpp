#include "engine/base/clock.hpp"
#include "engine/media/media_problems.hpp"
#include "engine/media/vlc_worker.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

/// What the worker does when libvlc reports something.
namespace schacht::media {

namespace {

constexpr Seconds shortBySeconds = 1; // a file may end so much before its length ...
constexpr double shortByShare = 0.05; // ... or so large a part of it, since some lengths are guesses
constexpr Seconds readAhead = 1.5;    // and without a sound device: libvlc does not wait for what it has read ahead
constexpr Seconds nearby = 1;         // libvlc is where it was sent, give or take what it was late

} // namespace

void waitAt(PlayerState& state, Seconds told, Seconds now) {
    const Seconds since = std::max(now, state.at);
    state.at = since + (told - state.positionAt(since)) / state.rate;
    state.position = told;
}

void VlcWorker::hear(const SessionEvent& event) {
    using Kind = SessionEvent::Kind;
    if (event.kind == Kind::stopped) {
        --unstopped;
        if (stopping && stopping->session == event.session) {
            stopping.reset();
        }
        return;
    }
    if (session == nullptr || fade || event.session != session->plan().session) {
        return; // a late word of a session that was left
    }
    lastSign = event.at;
    switch (event.kind) {
    case Kind::playing:
        return hearPlaying(event);
    case Kind::paused:
        return hearPaused(event);
    case Kind::buffered:
        return hearBuffered(event);
    case Kind::time:
        return hearTime(event);
    case Kind::length:
        state.length = container.length.value_or(event.value);
        return;
    case Kind::frame:
        return hearFrame(event);
    case Kind::ended:
        return hearEnded(event);
    case Kind::failed:
        return fail(notAMedium(request.file));
    case Kind::stopped:
        return;
    }
}

void VlcWorker::hearPlaying(const SessionEvent& event) {
    refreshContents();
    if (stage == Stage::running && state.phase == Phase::paused) {
        state.phase = Phase::playing;
        state.position += std::exchange(overshoot, 0);
        state.at = event.at;
        settled();
    }
}

void VlcWorker::hearPaused(const SessionEvent& event) {
    switch (stage) {
    case Stage::starting: // the session began paused: libvlc shows no picture by itself then
        refreshContents();
        if (!wantPaused) {
            return session->resume();
        }
        if (film && session->plan().from > 0) {
            return restart(session->plan().from, true); // a film that begins paused drops its first pictures as late
        }
        if (film) {
            session->setMuted(true);
            stage = Stage::showing;
            return session->resumeForOnePicture();
        }
        break;
    case Stage::showing:
        return;
    case Stage::pausing:
        session->setMuted(state.muted);
        overshoot = event.at - state.at;
        break;
    case Stage::running:
        state.position = state.positionAt(event.at);
        break;
    }
    stage = Stage::running;
    state.phase = Phase::paused;
    state.at = event.at;
    settled();
}

void VlcWorker::hearBuffered(const SessionEvent& event) {
    if (film) {
        return; // the first picture tells more exactly
    }
    if (seeking) {
        state.position = seeking->to;
        state.at = event.at;
        seeking.reset();
        settled();
    } else if (stage == Stage::starting && !session->plan().paused) {
        started(session->plan().from, event.at);
    }
}

void VlcWorker::hearFrame(const SessionEvent& event) {
    if (stage == Stage::showing && wantPaused) {
        session->pause();
        stage = Stage::pausing;
        state.position = session->plan().from;
        state.at = event.at;
    } else if (stage == Stage::showing) {
        session->resume();
        session->setMuted(state.muted);
        started(session->plan().from, event.at);
    } else if (stage == Stage::starting) {
        started(session->plan().from, event.at);
    } else if (seeking) {
        state.position = seeking->to;
        state.at = event.at;
        seeking.reset();
        settled();
    }
    refreshCounts();
}

void VlcWorker::hearTime(const SessionEvent& event) {
    refreshCounts();
    if (event.value <= 0) {
        return; // libvlc's word for "unknown": a chained Ogg's at the end of each part
    }
    if (stage == Stage::starting) {
        started(session->plan().from, event.at); // a film of which no picture can be shown, but its sound plays
    }
    if (stage == Stage::running && state.phase == Phase::playing && !seeking) {
        follow(event.value, event.at);
    }
}

/// A position that was told is not taken back: where libvlc has fallen behind it, it waits. Only where libvlc is heard
/// to be elsewhere than it was sent, its word counts.
void VlcWorker::follow(Seconds position, Seconds at) {
    const Seconds told = state.positionAt(at);
    const Seconds ahead = told - position;
    if (heardAt != HeardAt::place) {
        heardAt = std::abs(ahead) <= nearby ? HeardAt::place : HeardAt::elsewhere;
    }
    state.position = position;
    state.at = at;
    if (heardAt == HeardAt::place && ahead > 0) {
        waitAt(state, told, at);
    }
    if (state.length > 0 && !container.statesLength) {
        state.length = std::max(state.length, position); // a guess, and too short
    }
}

void VlcWorker::hearEnded(const SessionEvent& event) {
    refreshCounts();
    const Seconds end = stage == Stage::starting ? session->plan().from : state.positionAt(event.at);
    if (stage == Stage::starting && (state.length <= 0 || end <= 0)) {
        return fail(notAMedium(request.file));
    }
    const Seconds allowed = shortBySeconds + (state.silent ? readAhead : 0);
    const bool known = container.statesLength && heardAt != HeardAt::elsewhere;
    if (known && state.length - end > std::max(allowed, shortByShare * state.length)) {
        return fail(cutShort(request.file, end, state.length));
    }
    state.phase = Phase::ended;
    state.position = std::max(state.length, end);
    state.at = event.at;
    endSession();
}

/// Sound or picture is there.
void VlcWorker::started(Seconds position, Seconds at) {
    stage = Stage::running;
    state.phase = Phase::playing;
    state.position = position;
    state.at = at;
    settled();
}

/// The session does what it should, so that what came meanwhile can be done.
void VlcWorker::settled() {
    if (heldSeek) {
        const Seconds to = *heldSeek;
        heldSeek.reset();
        seek(to);
    }
    setPaused(wantPaused);
}

} // namespace schacht::media
