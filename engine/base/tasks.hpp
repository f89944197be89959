#pragma once
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace schacht::base {

/// A small pool of threads for decoding, shaping ahead and disk work. Tasks of a higher priority start first, those of
/// the same priority in the order they came. Results travel back by a Mailbox, never by waiting.
class Tasks {
public:
    /// A task looks at its token between steps and ends early when a stop was asked for.
    using Task = std::function<void(const std::stop_token&)>;

    /// count: 1… threads, started at once.
    explicit Tasks(unsigned count);
    /// Drops what has not started, asks what runs to stop, and waits for it.
    ~Tasks();
    Tasks(const Tasks&) = delete;
    Tasks& operator=(const Tasks&) = delete;

    /// Any thread. An exception that leaves the task ends the program: tasks turn failures into letters themselves.
    void add(int priority, Task task);

    /// How many tasks wait or run. Any thread.
    [[nodiscard]] std::size_t unfinished() const;

private:
    void work(const std::stop_token& stop);

    mutable std::mutex mutex;
    std::condition_variable_any wakeUp;
    std::multimap<int, Task, std::greater<>> waiting; // guarded by mutex
    std::size_t running = 0;                          // guarded by mutex
    std::vector<std::jthread> threads;                // constant after construction
};

} // namespace schacht::base
