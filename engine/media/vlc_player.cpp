#include "engine/base/clock.hpp"
#include "engine/media/frames.hpp"
#include "engine/media/player.hpp"
#include "engine/media/switchboard.hpp"
#include "engine/media/vlc_worker.hpp"

#include <algorithm>
#include <thread>

namespace schacht::media {

namespace {

constexpr double slowest = 0.5;
constexpr double fastest = 1.5;
constexpr Seconds onItsWay = 0.25; // a report to the window, at most: what is told goes on meanwhile

/// The window's side: writes down what is wanted, and shows at once what is certain to become of it.
class VlcPlayer : public Player {
public:
    VlcPlayer(PlayerOptions options, std::function<void()> wake)
        : patience(options.patience), board(std::make_shared<Switchboard>(std::move(wake))),
          pictures(std::make_shared<Frames>()) {
        worker = std::thread([options = std::move(options), reports = board, shown = pictures]() mutable {
            VlcWorker(std::move(options), std::move(reports), std::move(shown)).run();
        });
    }

    ~VlcPlayer() override {
        board->order([](Orders& orders) { orders.quit = true; });
        // The worker itself gives up what hangs after `patience`; a libvlc that hangs the worker is left to the end of
        // the process.
        if (board->waitUntilFinished(2 * patience)) {
            worker.join();
        } else {
            worker.detach();
        }
    }

    void open(OpenRequest request) override {
        request.rate = std::clamp(request.rate, slowest, fastest);
        request.from = std::max(0.0, request.from);
        PlayerState next = kept(Phase::opening);
        next.open = request.open;
        next.position = request.from;
        next.rate = request.rate;
        become(next);
        board->order([&](Orders& orders) {
            startOver(orders);
            orders.open = std::move(request);
        });
    }

    void play() override {
        board->order([](Orders& orders) { orders.paused = false; });
    }
    void pause() override {
        board->order([](Orders& orders) { orders.paused = true; });
    }

    void seek(Seconds position) override {
        if (present.phase == Phase::closed || present.phase == Phase::failed) {
            return;
        }
        present.position = std::clamp(position, 0.0, present.length > 0 ? present.length : std::max(position, 0.0));
        present.at = base::now() + seekPatience;
        changed = true;
        ++seeks;
        board->order([&](Orders& orders) {
            orders.seek = present.position;
            orders.seeks = seeks;
        });
    }

    void setRate(double rate) override {
        const double within = std::clamp(rate, slowest, fastest);
        board->order([within](Orders& orders) { orders.rate = within; });
    }
    void setVolume(double volume) override {
        present.volume = std::clamp(volume, 0.0, 1.0);
        changed = true;
        board->order([this](Orders& orders) { orders.volume = present.volume; });
    }
    void setMuted(bool muted) override {
        present.muted = muted;
        changed = true;
        board->order([muted](Orders& orders) { orders.muted = muted; });
    }

    void close(Seconds fade) override {
        become(kept(Phase::closed));
        board->order([&](Orders& orders) {
            startOver(orders);
            orders.close = fade;
        });
    }

    [[nodiscard]] const PlayerState& state() const override { return present; }

    void subscribe(Subscriber subscriber) override {
        subscriber(present);
        subscribers.push_back(std::move(subscriber));
    }

    void deliver() override {
        if (auto report = board->collect(); report && report->opens == opens) {
            follow(std::move(*report));
        }
        if (!changed) {
            return;
        }
        changed = false;
        for (const Subscriber& subscriber : subscribers) {
            subscriber(present);
        }
    }

    [[nodiscard]] Frames& frames() override { return *pictures; }

private:
    [[nodiscard]] PlayerState kept(Phase phase) const {
        PlayerState next;
        next.phase = phase;
        next.at = base::now();
        next.volume = present.volume;
        next.muted = present.muted;
        next.silent = present.silent;
        return next;
    }

    void become(const PlayerState& next) {
        present = next;
        changed = true;
        ++opens;
        pictures->clear(opens);
    }

    /// What was wanted of an earlier medium is wanted no more; of the sound it is.
    void startOver(Orders& orders) const {
        orders.open.reset();
        orders.close.reset();
        orders.paused.reset();
        orders.seek.reset();
        orders.rate.reset();
        orders.opens = opens;
    }

    void follow(WorkerReport report) {
        PlayerState& next = report.state;
        if (report.seeks != seeks) { // it does not know yet where we want to be
            next.position = present.position;
            next.at = present.at;
        } else if (next.phase == Phase::playing && present.phase == Phase::playing) {
            const Seconds now = base::now();
            const Seconds told = present.positionAt(now);
            const Seconds ahead = told - next.positionAt(now);
            if (ahead > 0 && ahead < onItsWay) {
                waitAt(next, told, now);
            }
        }
        next.volume = present.volume;
        next.muted = present.muted;
        if (next != present) {
            present = std::move(next);
            changed = true;
        }
    }

    // Constant after construction:
    const Seconds patience;
    const std::shared_ptr<Switchboard> board;
    const std::shared_ptr<Frames> pictures;
    std::thread worker;
    // The window's thread only:
    PlayerState present;
    std::vector<Subscriber> subscribers;
    std::uint64_t opens = 0;
    std::uint64_t seeks = 0;
    bool changed = false;
};

} // namespace

std::unique_ptr<Player> createVlcPlayer(PlayerOptions options, std::function<void()> wake) {
    return std::make_unique<VlcPlayer>(std::move(options), std::move(wake));
}

} // namespace schacht::media
