#include "engine/media/vlc_worker.hpp"

#include "engine/base/clock.hpp"
#include "engine/media/media_problems.hpp"

#include <algorithm>
#include <cmath>
#include <malloc.h>
#include <thread>

namespace schacht::media {

namespace {

constexpr Seconds fadeStep = 0.02;     // a volume that is set so often sounds smooth
constexpr Seconds deviceInterval = 1;  // between two looks for sound devices
constexpr Seconds idleInterval = 3600; // nothing is due

// Of a film that begins paused the second picture is the first sure one: begun so much earlier, it is the one that is
// shown at the time that was asked for.
constexpr double leadInPictures = 0.95;

} // namespace

VlcWorker::VlcWorker(PlayerOptions theOptions, std::shared_ptr<Switchboard> theBoard, std::shared_ptr<Frames> theFrames)
    : options(std::move(theOptions)), board(std::move(theBoard)), frames(std::move(theFrames)) {}

void VlcWorker::run() {
    instance = makeVlcInstance(options);
    state.silent = output() == silentOutput;
    lastUse = base::now();
    Seconds quitBy = 0;
    for (;;) {
        publish();
        const Seconds due = nextDue(base::now());
        const Switchboard::News news = board->wait(quitBy > 0 ? std::min(due, quitBy) : due);
        std::ranges::for_each(news.events, [this](const SessionEvent& event) { hear(event); });
        obey(news.orders);
        const Seconds now = base::now();
        tick(now);
        if (news.orders.quit) {
            planned.reset();
            endSession();
            quitBy = quitBy > 0 ? quitBy : now + options.patience;
            if (unstopped == 0 || now >= quitBy) {
                break;
            }
            continue;
        }
        beginPlanned();
        rest(now);
    }
    instance.reset();
    board->finish();
}

/// Libvlc goes when it was not needed for a while.
void VlcWorker::rest(Seconds now) {
    if (session != nullptr || planned || unstopped > 0) {
        lastUse = now;
    } else if (instance != nullptr && now >= lastUse + options.stays) {
        instance.reset();
        malloc_trim(0);
    }
}

void VlcWorker::publish() {
    WorkerReport report{state, opens, seeks};
    if (report.state != published.state || report.opens != published.opens || report.seeks != published.seeks) {
        published = report;
        board->publish(std::move(report));
    }
}

void VlcWorker::obey(const Orders& orders) {
    if (orders.volume) {
        state.volume = *orders.volume;
    }
    if (orders.muted) {
        state.muted = *orders.muted;
    }
    opens = orders.opens;
    if (orders.close) {
        close(*orders.close);
    } else if (orders.open) {
        open(*orders.open);
    }
    if (orders.volume || orders.muted) {
        applySound();
    }
    if (orders.rate) {
        setRate(*orders.rate);
    }
    if (orders.paused) {
        setPaused(*orders.paused);
    }
    seeks = orders.seeks;
    if (orders.seek) {
        seek(*orders.seek);
    }
}

void VlcWorker::open(const OpenRequest& next) {
    endSession();
    request = next;
    PlayerState fresh;
    fresh.open = next.open;
    fresh.phase = Phase::opening;
    fresh.position = next.from;
    fresh.at = base::now();
    fresh.rate = next.rate;
    fresh.volume = state.volume;
    fresh.muted = state.muted;
    fresh.silent = state.silent;
    state = fresh;
    earlier = {};
    film = false;
    interval = 0;
    wantPaused = next.paused;
    plan(next.from, next.paused);
}

void VlcWorker::close(Seconds seconds) {
    const bool sounds = state.phase == Phase::playing && stage == Stage::running && !state.muted && !state.silent;
    PlayerState closed;
    closed.volume = state.volume;
    closed.muted = state.muted;
    closed.silent = state.silent;
    closed.at = base::now();
    state = closed;
    planned.reset();
    if (session != nullptr && sounds && seconds > 0 && !fade) {
        session->retire();
        fade = Fade{base::now(), seconds};
    } else if (!fade) {
        endSession();
    }
}

void VlcWorker::setPaused(bool on) {
    wantPaused = on;
    if (state.phase == Phase::ended && !on) {
        restart(request.from, false);
    } else if (session != nullptr && stage == Stage::running && state.phase == Phase::playing && on) {
        session->pause();
    } else if (session != nullptr && stage == Stage::running && state.phase == Phase::paused && !on) {
        session->resume();
    }
}

void VlcWorker::setRate(double rate) {
    const Seconds now = base::now();
    state.position = state.positionAt(now);
    state.at = std::max(state.at, now);
    state.rate = rate;
    if (planned) {
        planned->rate = rate;
    }
    if (session != nullptr) {
        session->setRate(rate);
    }
}

void VlcWorker::seek(Seconds to) {
    const Seconds target = std::clamp(to, 0.0, state.length > 0 ? state.length : std::max(to, 0.0));
    switch (state.phase) {
    case Phase::closed:
    case Phase::failed:
        return;
    case Phase::ended:
        wantPaused = false;
        return restart(target, false);
    case Phase::opening:
    case Phase::playing:
    case Phase::paused:
        break;
    }
    const Seconds now = base::now();
    state.position = target;
    state.at = now + seekPatience;
    if (planned) {
        planned->from = target;
    } else if (stage != Stage::running || seeking) {
        heldSeek = target;
    } else if (state.phase == Phase::paused) {
        // libvlc seeks to some picture before the right one while it is paused, and to the right one as it opens.
        restart(target, true);
    } else {
        seeking = Seek{target, now};
        heardAt = HeardAt::nowhere;
        session->seek(target);
    }
}

void VlcWorker::applySound() {
    if (planned) {
        planned->volume = percent();
        planned->muted = state.muted;
    }
    if (session != nullptr && !fade) {
        session->setVolume(percent());
        if (stage == Stage::starting || stage == Stage::running) {
            session->setMuted(state.muted);
        }
    }
}

void VlcWorker::tick(Seconds now) {
    if (fade) {
        stepFade(now);
    }
    if (stopping && now >= stopping->until) {
        stopping.reset(); // given up: it stays with its thread, and whatever comes next does not wait for it
    }
    if (session == nullptr || fade) {
        return;
    }
    if (seeking && now - seeking->since > seekPatience) {
        seeking.reset();
        settled();
    }
    if (request.until > 0 && state.phase == Phase::playing && !seeking && state.positionAt(now) >= request.until) {
        session->pause(); // silent at once, however long stopping takes
        refreshCounts();
        state.phase = Phase::ended;
        state.position = request.until;
        state.at = now;
        return endSession();
    }
    const bool alive = stage == Stage::running && state.phase != Phase::playing;
    if (!alive && now - lastSign >= options.patience) {
        fail(noAnswer(request.file, options.patience));
        stopping.reset();
        return;
    }
    checkDevice(now);
}

void VlcWorker::stepFade(Seconds now) {
    const double gone = (now - fade->began) / fade->length;
    if (gone >= 1) {
        return endSession();
    }
    session->setVolume(static_cast<int>(std::lround(percent() * (1 - gone))));
}

void VlcWorker::checkDevice(Seconds now) {
    if (now < deviceCheck || stage != Stage::running) {
        return;
    }
    deviceCheck = now + deviceInterval;
    if (output() != session->plan().output) {
        restart(state.positionAt(now), state.phase == Phase::paused);
    }
}

Seconds VlcWorker::nextDue(Seconds now) const {
    Seconds due = now + idleInterval;
    if (stopping) {
        due = std::min(due, stopping->until);
    }
    if (session == nullptr) {
        return instance != nullptr ? std::min(due, std::max(lastUse + options.stays, now + fadeStep)) : due;
    }
    if (fade) {
        return std::min(due, now + fadeStep);
    }
    due = std::min({due, std::max(deviceCheck, now + fadeStep), lastSign + options.patience});
    if (seeking) {
        due = std::min(due, seeking->since + seekPatience);
    }
    if (request.until > 0 && state.phase == Phase::playing) {
        due =
            std::min(due, std::max(now, state.at) + std::max(0.0, request.until - state.positionAt(now)) / state.rate);
    }
    return due;
}

void VlcWorker::plan(Seconds from, bool paused) {
    planned = SessionPlan{};
    planned->session = ++sessions;
    planned->file = request.file;
    planned->from = from;
    planned->paused = paused;
    planned->running = paused && film;
    planned->leadIn = planned->running ? leadInPictures * interval : 0;
    planned->rate = state.rate;
    planned->volume = percent();
    planned->muted = state.muted;
    planned->fit = request.fit;
    planned->matrix = request.matrix;
    planned->range = request.range;
}

/// The same open, from elsewhere: what is shown stays until the new session shows something.
void VlcWorker::restart(Seconds from, bool paused) {
    if (session != nullptr) {
        const auto counts = session->frameCounts();
        earlier = {earlier.fresh + counts.fresh, earlier.dropped + counts.dropped};
    }
    endSession();
    if (state.phase != Phase::paused || !paused) {
        state.phase = Phase::opening;
    }
    state.position = from;
    state.at = base::now();
    plan(from, paused);
}

void VlcWorker::beginPlanned() {
    if (!planned || session != nullptr || stopping) {
        return;
    }
    SessionPlan next = std::move(*planned);
    planned.reset();
    next.opens = opens;
    next.output = output();
    state.silent = next.output == silentOutput;
    if (auto problem = whyNotOpened(next.file)) {
        return fail(std::move(*problem));
    }
    container = containerOf(next.file);
    if (container.speex) {
        return fail(unsafeSound(request.file));
    }
    state.length = container.length.value_or(state.length);
    next.demuxer = container.demuxer;
    if (instance == nullptr) {
        instance = makeVlcInstance(options);
    }
    if (instance != nullptr) {
        session = VlcSession::begin(instance, std::move(next), board, frames);
    }
    if (session == nullptr) {
        return fail(noPlayer(request.file));
    }
    stage = session->plan().running ? Stage::showing : Stage::starting;
    overshoot = 0;
    heardAt = HeardAt::nowhere;
    lastSign = base::now();
    deviceCheck = lastSign + deviceInterval;
}

void VlcWorker::endSession() {
    fade.reset();
    seeking.reset();
    heldSeek.reset();
    if (session == nullptr) {
        return;
    }
    session->retire();
    const std::uint64_t number = session->plan().session;
    stopping = Stop{number, base::now() + options.patience};
    ++unstopped;
    auto stop = [ending = std::move(session), reports = board, number]() mutable {
        ending.reset();
        reports->post({number, SessionEvent::Kind::stopped, 0, base::now()});
    };
    session = nullptr;
    std::thread(std::move(stop)).detach();
}

void VlcWorker::fail(base::Problem problem) {
    state.phase = Phase::failed;
    state.at = base::now();
    state.problem = std::move(problem);
    endSession();
}

void VlcWorker::refreshContents() {
    auto found = session->contents();
    film = found.film();
    interval = found.interval;
    state.tracks = std::move(found.tracks);
    state.picture = found.picture;
}

void VlcWorker::refreshCounts() {
    const auto counts = session->frameCounts();
    state.newFrames = earlier.fresh + counts.fresh;
    state.droppedFrames = earlier.dropped + counts.dropped;
}

std::string VlcWorker::output() const {
    return options.output.empty() ? chooseAudioOutput(options.sound) : options.output;
}

int VlcWorker::percent() const {
    return static_cast<int>(std::lround(100 * std::clamp(options.ceiling, 0.0, 1.0) * state.volume));
}

} // namespace schacht::media
