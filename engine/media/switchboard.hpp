#pragma once
#include "engine/media/player.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace schacht::media {

/// What the window's thread wants of the worker since it looked last. Later wishes stand in for earlier ones, so a
/// hundred quick opens are one.
struct Orders {
    std::optional<OpenRequest> open; ///< before all that follows
    std::optional<Seconds> close;    ///< fades out for so long; instead of `open`
    std::optional<bool> paused;
    std::optional<Seconds> seek;
    std::optional<double> rate;
    std::optional<double> volume;
    std::optional<bool> muted;
    std::uint64_t opens = 0; ///< how often it was opened or closed so far
    std::uint64_t seeks = 0; ///< how often it was sought so far
    bool quit = false;
};

/// What a session of libvlc, or a thread that stopped one, reports.
struct SessionEvent {
    enum class Kind { playing, paused, buffered, time, length, frame, ended, failed, stopped };
    std::uint64_t session = 0;
    Kind kind = Kind::playing;
    Seconds value = 0; ///< time, length
    Seconds at = 0;    ///< by base::now()
};

/// The worker's answer: a state, and which of the window's wishes it already follows.
struct WorkerReport {
    PlayerState state;
    std::uint64_t opens = 0;
    std::uint64_t seeks = 0;
};

/// What the three kinds of threads around a player tell one another. Every function: any thread, never waits for
/// longer than a copy, save `wait`.
class Switchboard {
public:
    explicit Switchboard(std::function<void()> theWake) : wake(std::move(theWake)) {}

    /// The window's thread: changes what is wanted, and wakes the worker.
    void order(const std::function<void(Orders&)>& change);
    void post(const SessionEvent& event);
    /// The worker's thread: what is shown from now on; wakes the window's loop.
    void publish(WorkerReport report);
    /// A new picture is there.
    void nudge() { wake(); }
    /// The window's thread: the newest report, if one came since.
    [[nodiscard]] std::optional<WorkerReport> collect();

    struct News {
        Orders orders;
        std::vector<SessionEvent> events;
    };
    /// The worker's thread: sleeps until there is news, at most until `until` (base::now()).
    [[nodiscard]] News wait(Seconds until);

    /// The worker has ended: nothing runs any more that the player's owner must wait for.
    void finish();
    /// True when the worker has ended within `timeout`.
    [[nodiscard]] bool waitUntilFinished(Seconds timeout);

private:
    const std::function<void()> wake;
    std::mutex mutex;
    std::condition_variable changed;
    // Guarded by mutex:
    Orders orders;
    bool ordered = false;
    std::vector<SessionEvent> events;
    std::optional<WorkerReport> report;
    bool finished = false;
};

} // namespace schacht::media
