#include "engine/base/tasks.hpp"

namespace schacht::base {

Tasks::Tasks(unsigned count) {
    for (unsigned i = 0; i < count; ++i) {
        threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
}

Tasks::~Tasks() {
    {
        const std::lock_guard lock(mutex);
        waiting.clear();
    }
    for (auto& thread : threads) {
        thread.request_stop();
    }
}

void Tasks::add(int priority, Task task) {
    {
        const std::lock_guard lock(mutex);
        waiting.emplace(priority, std::move(task));
    }
    wakeUp.notify_one();
}

std::size_t Tasks::unfinished() const {
    const std::lock_guard lock(mutex);
    return waiting.size() + running;
}

void Tasks::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    while (wakeUp.wait(lock, stop, [this] { return !waiting.empty(); })) {
        const auto first = waiting.begin();
        Task task = std::move(first->second);
        waiting.erase(first);
        ++running;
        lock.unlock();
        task(stop);
        task = nullptr;
        lock.lock();
        --running;
    }
}

} // namespace schacht::base
