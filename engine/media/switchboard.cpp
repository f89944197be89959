#include "engine/media/switchboard.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace schacht::media {

void Switchboard::order(const std::function<void(Orders&)>& change) {
    {
        const std::lock_guard lock(mutex);
        change(orders);
        ordered = true;
    }
    changed.notify_all();
}

void Switchboard::post(const SessionEvent& event) {
    {
        const std::lock_guard lock(mutex);
        events.push_back(event);
    }
    changed.notify_all();
}

void Switchboard::publish(WorkerReport newest) {
    {
        const std::lock_guard lock(mutex);
        report = std::move(newest);
    }
    wake();
}

std::optional<WorkerReport> Switchboard::collect() {
    const std::lock_guard lock(mutex);
    return std::exchange(report, std::nullopt);
}

Switchboard::News Switchboard::wait(Seconds until) {
    std::unique_lock lock(mutex);
    const std::chrono::duration<double> rest(std::max(0.0, until - base::now()));
    changed.wait_for(lock, rest, [this] { return ordered || !events.empty(); });
    ordered = false;
    News news{orders, std::exchange(events, {})};
    // What was wanted once is carried out once; the counts and the wish to quit stay.
    Orders kept;
    kept.opens = orders.opens;
    kept.seeks = orders.seeks;
    kept.quit = orders.quit;
    orders = kept;
    return news;
}

void Switchboard::finish() {
    {
        const std::lock_guard lock(mutex);
        finished = true;
    }
    changed.notify_all();
}

bool Switchboard::waitUntilFinished(Seconds timeout) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, std::chrono::duration<double>(timeout), [this] { return finished; });
}

} // namespace schacht::media
