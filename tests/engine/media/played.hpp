#pragma once
#include "engine/base/clock.hpp"
#include "engine/media/frames.hpp"
#include "engine/media/player.hpp"

#include <functional>
#include <memory>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <vector>

namespace schacht::media {

/// A player in a loop like the kiosk's: it sleeps in a poll() that `wake` ends.
class Played {
public:
    explicit Played(PlayerOptions options = silentOptions())
        : event(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
          player(createVlcPlayer(std::move(options), [handle = event] { eventfd_write(handle, 1); })) {
        player->subscribe([this](const PlayerState& state) { states.push_back(state); });
    }
    ~Played() {
        player.reset();
        close(event);
    }
    Played(const Played&) = delete;
    Played& operator=(const Played&) = delete;

    /// Against the clock, without a sound.
    static PlayerOptions silentOptions() {
        PlayerOptions options;
        options.output = silentOutput;
        return options;
    }

    /// Lives on until `until` holds. False where it does not within `timeout` seconds.
    bool live(const std::function<bool()>& until, Seconds timeout = 20) {
        const Seconds end = base::now() + timeout;
        while (!until()) {
            if (base::now() >= end) {
                return false;
            }
            turn();
        }
        return true;
    }
    /// Once through the loop, in at most so many milliseconds.
    void turn(int milliseconds = 20) {
        pollfd handle{event, POLLIN, 0};
        poll(&handle, 1, milliseconds);
        eventfd_t ignored = 0;
        eventfd_read(event, &ignored);
        player->deliver();
        if (player->frames().takeNewest()) {
            ++pictures;
            lastPicture = base::now();
        }
    }
    bool reach(Phase phase, Seconds timeout = 20) {
        return live([&] { return player->state().phase == phase; }, timeout);
    }
    void pass(Seconds seconds) {
        const Seconds end = base::now() + seconds;
        live([&] { return base::now() >= end; }, seconds + 1);
    }
    [[nodiscard]] const PlayerState& state() const { return player->state(); }
    [[nodiscard]] Seconds position() const { return player->state().positionAt(base::now()); }
    Player* operator->() { return player.get(); }

    int pictures = 0;        ///< new ones that were taken
    Seconds lastPicture = 0; ///< when
    std::vector<PlayerState> states;

private:
    const int event;
    std::unique_ptr<Player> player;
};

} // namespace schacht::media
